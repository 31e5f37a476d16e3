import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { orNull } from '../../core/or-null.js'
import { errorCode } from '../../core/system/system-error.js'
import { megabytes } from './progress.js'
import { refused, unexpected, type Hop } from './request-failure.js'
import type { StallWatch } from './stall-watch.js'

/** Of a text, before and after it is unzipped. The full metadata of the CLI has 2 MB. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024

/** An answer with status 200. */
export interface Answer {
  readonly hop: Hop
  /** How many bytes the body has, as the server says; null if it does not. */
  readonly size: number | null
  readonly isGzipped: boolean
  /** The body. It ends with a RequestFailure if the connection breaks, or if the server stalls. */
  readonly parts: AsyncIterable<Buffer>
}

/**
 * What a server answered, or the address to which it redirects.
 * @throws RequestFailure if it is an error
 */
export function readAnswer(response: Dispatcher.ResponseData, hop: Hop, watch: StallWatch): Answer | URL {
  const { statusCode, headers, body } = response
  body.on('error', () => undefined) // it may break before anybody reads it; whoever does gets the error then
  if (statusCode === 200) {
    const length = Number(headers['content-length'] ?? Number.NaN)
    const size = Number.isSafeInteger(length) ? length : null
    return { hop, size, isGzipped: headers['content-encoding'] === 'gzip', parts: partsOf(body, { hop, size, watch }) }
  }
  body.destroy()
  if (![301, 302, 303, 307, 308].includes(statusCode)) throw refused(hop, statusCode)
  const { location } = headers
  const url = typeof location === 'string' ? orNull(() => new URL(location, hop.url)) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw unexpected(hop, 'redirects to no valid address')
  if (hop.url.protocol === 'https:' && url.protocol === 'http:')
    throw unexpected(hop, `redirects to ${url.origin}, without TLS`)
  return url
}

/** The whole body as text. @throws RequestFailure */
export async function textOf({ hop, isGzipped, parts }: Answer): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const part of parts) {
    bytes += part.length
    if (bytes > MAX_TEXT_BYTES) throw unexpected(hop, 'sent too much')
    chunks.push(part)
  }
  const body = Buffer.concat(chunks)
  if (!isGzipped) return body.toString('utf8')
  try {
    return (await promisify(gunzip)(body, { maxOutputLength: MAX_TEXT_BYTES })).toString('utf8')
  } catch (error) {
    throw unexpected(hop, errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'sent too much' : 'sent damaged text')
  }
}

interface Receiving {
  readonly hop: Hop
  readonly size: number | null
  readonly watch: StallWatch
}

async function* partsOf(body: AsyncIterable<unknown>, { hop, size, watch }: Receiving): AsyncGenerator<Buffer, void> {
  let received = 0
  try {
    watch.start()
    for await (const part of body) {
      watch.stop()
      if (!Buffer.isBuffer(part)) continue
      received += part.length
      yield part
      watch.start()
    }
  } catch (error) {
    const so = ` after ${megabytes(received, size)}`
    throw watch.failureOf(hop, error, so)
  } finally {
    watch.stop()
  }
}

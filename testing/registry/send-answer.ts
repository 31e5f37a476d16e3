import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RegistryAnswer } from './answer.js'
import type { RouteFault } from './route-faults.js'

/** A fault for one answer. */
interface Disturbance {
  readonly fault: RouteFault | null
  /** Of the request, without the prefix. */
  readonly path: string
}

/** Sends an answer with its fault. Resolves when it is sent, or when the client is gone. */
export async function sendAnswer(
  response: ServerResponse,
  answer: RegistryAnswer,
  { fault, path }: Disturbance
): Promise<void> {
  if (fault?.kind === 'drop') response.destroy()
  if (fault?.kind === 'drop' || (fault?.kind === 'hang' && fault.afterBytes === undefined)) return
  const { status, headers, size, stream } = replacementFor(answer, { fault, path })
  response.writeHead(status, { ...headers, 'content-length': String(size) })
  await pipeline(
    Readable.from(disturbed(stream(), { fault, size, end: () => response.socket?.destroySoon() })),
    response
  ).catch(() => undefined)
}

function replacementFor(answer: RegistryAnswer, { fault, path }: Disturbance): RegistryAnswer {
  if (fault?.kind === 'redirect') return bodyless(302, { location: new URL(path, fault.to).href })
  if (fault?.kind !== 'status') return answer
  const bytes = Buffer.from(fault.body ?? '')
  const replacement = bodyless(fault.status, { 'content-type': 'application/json', ...fault.headers })
  return { ...replacement, size: bytes.length, stream: () => Readable.from([bytes]) }
}

function bodyless(status: number, headers: Readonly<Record<string, string>>): RegistryAnswer {
  return { status, headers, size: 0, stream: () => Readable.from([]) }
}

interface Body {
  readonly fault: RouteFault | null
  readonly size: number
  /** Closes the connection. */
  readonly end: () => void
}

async function* disturbed(bytes: Readable, { fault, size, end }: Body): AsyncGenerator<Buffer, void> {
  let sent = 0
  for await (const chunk of bytes) {
    if (!Buffer.isBuffer(chunk)) continue
    const limit = fault?.kind === 'cut' || fault?.kind === 'hang' ? (fault.afterBytes ?? 0) : Infinity
    if (sent + chunk.length > limit) {
      yield chunk.subarray(0, limit - sent)
      if (fault?.kind === 'hang') await new Promise<never>(() => undefined)
      end()
      return
    }
    if (fault?.kind === 'slow') yield* slowly(chunk, fault.bytesPerSecond)
    else yield fault?.kind === 'wrong-byte' ? withWrongByte(chunk, Math.floor(size / 2) - sent) : chunk
    sent += chunk.length
  }
}

/** How often a slow answer sends something, in milliseconds. */
const TICK_MS = 50

async function* slowly(chunk: Buffer, bytesPerSecond: number): AsyncGenerator<Buffer, void> {
  const bytesPerTick = Math.max(1, Math.round((bytesPerSecond * TICK_MS) / 1_000))
  for (let start = 0; start < chunk.length; start += bytesPerTick) {
    yield chunk.subarray(start, start + bytesPerTick)
    await sleep(TICK_MS)
  }
}

/** A copy of these bytes in which the one at this position, if it is among them, is different. */
function withWrongByte(chunk: Buffer, at: number): Buffer {
  const copy = Buffer.from(chunk)
  const byte = copy[at]
  if (byte !== undefined) copy[at] = byte ^ 0xff
  return copy
}

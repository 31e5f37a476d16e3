import { Readable } from 'node:stream'

/** An answer of the stand-in, with a body of this many bytes. */
export interface RegistryAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly size: number
  readonly stream: () => Readable
}

/** For what the stand-in does not have. */
export const NOT_FOUND = json(404, { error: 'Not found' })

/** For a request without the user and password. */
export const LOGIN_WANTED: RegistryAnswer = {
  ...json(401, { error: 'login wanted' }),
  headers: { 'content-type': 'application/json', 'www-authenticate': 'Basic realm="stand-in"' }
}

/** An answer with a JSON body. */
export function json(status: number, body: unknown, type = 'application/json'): RegistryAnswer {
  const bytes = Buffer.from(JSON.stringify(body))
  return { status, headers: { 'content-type': type }, size: bytes.length, stream: () => Readable.from([bytes]) }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Misbehaviour } from './replies.js'

interface HttpMessage {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: string | Buffer
}

/** An answer for mockttp; `close` ends the connection without one. */
export type HttpAnswer = 'close' | HttpMessage

/** The answer, or failure to answer, that does not depend on the request. */
export async function misbehave(reply: Misbehaviour): Promise<HttpAnswer> {
  if (reply.kind === 'hang') return new Promise(() => undefined)
  await sleep(reply.delayMs ?? 0)
  if (reply.kind === 'drop') return 'close'
  if (reply.kind === 'nonsense') return ok(reply.body, 'text/html')
  await reply.after
  const answer = json(reply.status, reply.body ?? errorBody(reply.status))
  if (reply.retryAfter !== undefined) answer.headers['retry-after'] = String(reply.retryAfter)
  return answer
}

/** The body of an error: for 400 in the words of the token endpoint, for other statuses in those of the API. */
export function errorBody(status: number): unknown {
  if (status === 400) return { error: 'invalid_grant', error_description: 'Refresh token not found or invalid' }
  return { type: 'error', error: { type: ERROR_TYPES.get(status) ?? 'api_error', message: `stand-in says ${status}` } }
}

const ERROR_TYPES = new Map([
  [401, 'authentication_error'],
  [403, 'permission_error'],
  [429, 'rate_limit_error'],
  [529, 'overloaded_error']
])

/** A 200 with this text as its body. */
export function ok(body: string, type = 'application/json'): HttpMessage {
  return { statusCode: 200, headers: { 'content-type': type }, body }
}

/** An answer with a JSON body. */
export function json(statusCode: number, body: unknown): HttpMessage {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

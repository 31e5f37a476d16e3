import { HttpClient } from '@actions/http-client'
import { request } from '@octokit/request'
import { RequestError } from '@octokit/request-error'
import { fetch, type RequestInit } from 'undici'
import { isJsonObject } from '../core/json.js'
import { plain } from '../core/redact.js'
import { errorCode } from '../core/system/system-error.js'
import { ApiFailure, dateMsOf, GIVEN_UP } from './api-failure.js'
import { REQUEST_LIMIT_MS } from './retry.js'
import type { SecretTarget } from './target.js'

/** One request. */
export interface ApiCall {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** Path after the base of the API, each part encoded. */
  readonly path: string
  /** Goes into the body of a PUT, into the query of a GET. */
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly signal: AbortSignal
}

/** What came back. */
export interface ApiAnswer {
  /** 200 to 299. */
  readonly status: number
  readonly data: unknown
  /** GitHub's clock, in milliseconds since 1970; null where the answer does not tell. */
  readonly dateMs: number | null
}

/** Makes one request. @throws ApiFailure, and nothing else */
export type Api = (call: ApiCall) => Promise<ApiAnswer>

/** GitHub's REST API, by Octokit. No version is asked for: servers differ in which they have, and all have a default. */
export function connect({ apiUrl, token }: Pick<SecretTarget, 'apiUrl' | 'token'>): Api {
  const client = request.defaults({
    baseUrl: apiUrl,
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'clr-refresh' },
    request: { fetch: fetchByProxy, log: { warn: () => undefined } }
  })
  return async ({ method, path, parameters, signal }) => {
    const signals = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT_MS)])
    try {
      const answer = await client({ ...parameters, method, url: path, request: { signal: signals } })
      return { status: answer.status, data: answer.data, dateMs: dateMsOf(answer.headers.date) }
    } catch (error) {
      throw failureOf(error, token)
    }
  }
}

/**
 * Node's own fetch knows no `HTTPS_PROXY` on every version that runners have. This is how GitHub's own actions reach the
 * API through one, and @actions/core has loaded both parts already.
 */
function fetchByProxy(url: string, init: RequestInit): ReturnType<typeof fetch> {
  const dispatcher = new HttpClient().getAgentDispatcher(url)
  return fetch(url, dispatcher === undefined ? init : { ...init, dispatcher })
}

/** Octokit's error without the request, and without causes. */
function failureOf(error: unknown, token: string): ApiFailure {
  const response = error instanceof RequestError ? error.response : undefined
  if (response === undefined) return new ApiFailure({ status: null, said: connectionCode(error), headers: {} })
  const { status, headers, data } = response
  const message = isJsonObject(data) && typeof data.message === 'string' ? data.message : ''
  return new ApiFailure({ status, said: oneLine(message, token), headers })
}

const LONGEST_SAYING = 200

function oneLine(text: string, token: string): string {
  return plain(text, [token]).replace(/\s+/g, ' ').slice(0, LONGEST_SAYING)
}

/** The code of a connection that failed, from the outermost error that has one: no message, which could quote things. */
function connectionCode(error: unknown): string {
  for (let inner = error; typeof inner === 'object' && inner !== null; inner = 'cause' in inner ? inner.cause : null) {
    const name = 'name' in inner ? inner.name : ''
    if (name === 'TimeoutError') return 'no answer in time'
    if (name === 'AbortError') return GIVEN_UP
    const code = errorCode(inner)
    if (/^[A-Z][A-Z\d_]+$/.test(code)) return code
  }
  return 'connection failed'
}

import { request } from '@octokit/request'
import { RequestError } from '@octokit/request-error'
import { fetch, ProxyAgent, type RequestInit } from 'undici'
import { isJsonObject } from '../core/json.js'
import { safeOutput } from '../core/redact.js'
import { errorCode } from '../core/system/system-error.js'
import { ApiFailure, dateMsOf, GIVEN_UP } from './api-failure.js'
import { proxyFor } from './proxy.js'
import type { StoreTarget } from './target.js'
import { withTimeLimit } from './time-limit.js'

/** One request. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path after the base of the API, each part encoded. */
  readonly path: string
  /** The body of a POST, PUT or PATCH; the query of a GET. */
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly signal: AbortSignal
}

/** A successful answer. */
export interface ApiAnswer {
  /** 200 to 299. */
  readonly status: number
  readonly data: unknown
  /** GitHub's clock, in milliseconds since 1970; null if the answer has no date. */
  readonly dateMs: number | null
}

/** Makes one request. @throws ApiFailure, and nothing else */
export type Api = (call: ApiCall) => Promise<ApiAnswer>

/** The time after which one request is aborted, in milliseconds. */
export const REQUEST_LIMIT_MS = 15_000

/**
 * A secret is written, or gone, only if GitHub says exactly that: a 200 is from a portal that asks for a login.
 * Source: https://docs.github.com/en/rest/actions/secrets, "HTTP response status codes" of PUT (201, 204) and DELETE (204).
 * @throws ApiFailure
 */
export function assertWritten({ status }: ApiAnswer): void {
  if (status !== 201 && status !== 204) throw ApiFailure.ofForeignAnswer()
}

/** GitHub's REST API, by Octokit. No API version is sent: servers have different ones, and each has a default. */
export function connect({ apiUrl, token }: Pick<StoreTarget, 'apiUrl' | 'token'>): Api {
  const client = request.defaults({
    baseUrl: apiUrl,
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'clr-refresh' },
    request: { fetch: fetchByProxy, log: { warn: () => undefined } }
  })
  return async ({ method, path, parameters, signal }) => {
    try {
      const answer = await withTimeLimit(REQUEST_LIMIT_MS, signal, limited =>
        client({ ...parameters, method, url: path, request: { signal: limited } })
      )
      return { status: answer.status, data: answer.data, dateMs: dateMsOf(answer.headers.date) }
    } catch (error) {
      throw withoutRequest(error, token)
    }
  }
}

function fetchByProxy(url: string, init: RequestInit): ReturnType<typeof fetch> {
  const proxy = proxyFor(url)
  return fetch(url, proxy === null ? init : { ...init, dispatcher: new ProxyAgent(proxy) })
}

/** The facts in Octokit's error, without the request and without causes: both may hold the token. */
function withoutRequest(error: unknown, token: string): ApiFailure {
  const response = error instanceof RequestError ? error.response : undefined
  if (response === undefined) return new ApiFailure(null, connectionCode(error))
  const { status, headers, data } = response
  const message = isJsonObject(data) && typeof data.message === 'string' ? data.message : ''
  return new ApiFailure(status, shorten(message, token), headers)
}

/** How many characters of GitHub's message are quoted. */
const MAX_MESSAGE_LENGTH = 200

function shorten(message: string, token: string): string {
  return safeOutput(message, [token]).replace(/\s+/g, ' ').slice(0, MAX_MESSAGE_LENGTH)
}

/** The code of a failed connection, from the outermost error that has one. Never a message, which could quote anything. */
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

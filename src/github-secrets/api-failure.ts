/** Why a request to GitHub's API did not do what was asked. */
export interface FailureFacts {
  /** Status of the answer; null if there was none. */
  readonly status: number | null
  /** What the answer said, or the code of the failed connection (`ECONNREFUSED`): one line, without the token. */
  readonly said: string
  /** The answer's headers, by lower-case name. */
  readonly headers: Readonly<Record<string, unknown>>
}

/** A failed request. Never holds the request itself, which has the token in it, nor another error as its cause. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly status: number | null
  readonly said: string
  /** Milliseconds that GitHub asks to wait before the next request; null if it asks for nothing. */
  readonly waitMs: number | null
  /** GitHub's clock, in milliseconds since 1970; null if the answer has no date. */
  readonly dateMs: number | null
  /** Whether GitHub refuses because of too many requests: 429, or a 403 that says so. */
  readonly isRateLimit: boolean
  /** Whether the organization asks for a token that is authorised for its single sign-on. */
  readonly isSingleSignOn: boolean

  constructor({ status, said, headers }: FailureFacts) {
    super(`GitHub's API: ${status ?? 'no answer'} ${said}`)
    this.status = status
    this.said = said
    this.dateMs = dateMsOf(headers.date)
    const singleSignOn = headers['x-github-sso']
    this.isSingleSignOn = status === 403 && typeof singleSignOn === 'string' && singleSignOn.startsWith('required')
    const askedMs = askedWaitMs(headers)
    this.isRateLimit = status === 429 || (status === 403 && (askedMs !== null || /rate limit/i.test(said)))
    this.waitMs = askedMs ?? (this.isRateLimit ? LEAST_WAIT_MS : null)
  }

  /** A successful answer that GitHub never gives: it is from a portal that wants a login, or from another server. */
  static ofForeignAnswer(): ApiFailure {
    return new ApiFailure({ status: null, said: "an answer that is not GitHub's", headers: {} })
  }

  /** Whether we ourselves stopped waiting for the answer. */
  get isGivenUp(): boolean {
    return this.status === null && this.said === GIVEN_UP
  }

  /** Whether GitHub itself refused the request, so that it certainly had no effect. */
  get isRefusal(): boolean {
    return this.status !== null && this.status < 500
  }

  /** Whether the same request may well succeed a little later. */
  get isTransient(): boolean {
    return this.status === null || this.status >= 500 || this.isRateLimit
  }
}

/** A `Date` header in milliseconds since 1970, cut to whole seconds as HTTP has it; null if it is none. */
export function dateMsOf(header: unknown): number | null {
  const ms = typeof header === 'string' ? Date.parse(header) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}

/** What a failure says of a request that we stopped waiting for. */
export const GIVEN_UP = 'given up'

/** "Otherwise, wait for at least one minute before retrying" (source: as below). */
const LEAST_WAIT_MS = 60_000

/**
 * What the headers ask for: `retry-after` in seconds, or `x-ratelimit-reset` in seconds since 1970 if nothing remains.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function askedWaitMs(headers: FailureFacts['headers']): number | null {
  const retryAfterSeconds = wholeNumber(headers['retry-after'])
  if (retryAfterSeconds !== null) return retryAfterSeconds * 1_000
  const resetSeconds = wholeNumber(headers['x-ratelimit-reset'])
  if (resetSeconds === null || wholeNumber(headers['x-ratelimit-remaining']) !== 0) return null
  return Math.max(0, resetSeconds * 1_000 - Date.now())
}

function wholeNumber(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : null
}

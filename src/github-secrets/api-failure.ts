type Headers = Readonly<Record<string, unknown>>

/** A failed request to GitHub's API. Never holds the request, which has the token in it, nor another error as its cause. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  /** GitHub's clock, in milliseconds since 1970; null if the answer has no date. */
  readonly dateMs: number | null
  /** Milliseconds that GitHub asks to wait before the next request; null if it does not ask. */
  readonly waitMs: number | null
  /** Whether GitHub refuses because of too many requests: 429, or a 403 that says so. */
  readonly isRateLimit: boolean
  /** Whether the organization requires a token that is authorised for its single sign-on. */
  readonly isSingleSignOn: boolean

  /**
   * @param status of the answer; null if there was none
   * @param said the message in the answer, or the code of the failed connection (`ECONNREFUSED`): one line, without the token
   * @param headers of the answer, by lower-case name
   */
  constructor(
    readonly status: number | null,
    readonly said: string,
    headers: Headers = {}
  ) {
    super(`GitHub's API: ${status ?? 'no answer'} ${said}`)
    this.dateMs = dateMsOf(headers.date)
    const singleSignOn = headers['x-github-sso']
    this.isSingleSignOn = status === 403 && typeof singleSignOn === 'string' && singleSignOn.startsWith('required')
    const waits = askedWaitsMs(headers)
    this.isRateLimit = status === 429 || (status === 403 && (waits.length > 0 || /rate limit/i.test(said)))
    const believed = waits.filter(ms => ms <= MAX_WAIT_MS)
    const unsaidMs = this.isRateLimit ? MIN_WAIT_MS : null
    this.waitMs = believed.length === 0 ? unsaidMs : Math.max(0, ...believed)
  }

  /** A successful answer that GitHub never gives: from a portal that asks for a login, or from another server. */
  static ofForeignAnswer(): ApiFailure {
    return new ApiFailure(null, 'something other than GitHub answered')
  }

  /** Whether we stopped waiting for the answer. */
  get isGivenUp(): boolean {
    return this.status === null && this.said === GIVEN_UP
  }

  /** Whether GitHub refused the request, so that it certainly had no effect. */
  get isRefusal(): boolean {
    return this.status !== null && this.status < 500
  }

  /** Whether the same request may succeed a little later. */
  get isTransient(): boolean {
    return this.status === null || this.status >= 500 || this.isRateLimit
  }
}

/** A `Date` header in milliseconds since 1970, in whole seconds as in HTTP; null if it is no date. */
export function dateMsOf(header: unknown): number | null {
  const ms = typeof header === 'string' ? Date.parse(header) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}

/** `said` of a request that was aborted before its answer. */
export const GIVEN_UP = 'given up'

/** "Otherwise, wait for at least one minute before retrying" (source: as below). */
const MIN_WAIT_MS = 60_000

/** A longer wait, or a clock that is further from ours, is a mistake. GitHub's own limits last for an hour. */
const MAX_WAIT_MS = 24 * 3_600_000

/**
 * The waits in the headers: `retry-after`, in seconds or as a date, and `x-ratelimit-reset`, in seconds since 1970, if no
 * requests remain.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit; the date is
 * from RFC 9110, section 10.2.3, for a server or proxy in between.
 */
function askedWaitsMs(headers: Headers): readonly number[] {
  const ourMs = Date.now()
  const dateMs = dateMsOf(headers.date)
  // rather by the clock that wrote the other headers than by ours
  const nowMs = dateMs === null || Math.abs(dateMs - ourMs) > MAX_WAIT_MS ? ourMs : dateMs
  return [waitAfterRetryMs(headers, nowMs), waitForResetMs(headers, nowMs)].filter(ms => ms !== null)
}

function waitAfterRetryMs({ 'retry-after': retryAfter }: Headers, nowMs: number): number | null {
  const seconds = wholeNumber(retryAfter)
  if (seconds !== null) return seconds * 1_000
  const untilMs = dateMsOf(retryAfter)
  // Node takes nearly anything for a date, even "-5".
  return untilMs === null || !/^[A-Z][a-z]{2}, .*GMT$/.test(String(retryAfter)) ? null : untilMs - nowMs
}

function waitForResetMs(headers: Headers, nowMs: number): number | null {
  const resetSeconds = wholeNumber(headers['x-ratelimit-reset'])
  if (resetSeconds === null || wholeNumber(headers['x-ratelimit-remaining']) !== 0) return null
  return resetSeconds * 1_000 - nowMs
}

function wholeNumber(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : null
}

import type { ApiAnswer } from './secrets.js'

/** How many writes are accepted in a row, and how long the pause is that GitHub then asks for. */
export interface LimitRules {
  readonly writes: number
  readonly retryAfterSeconds: number
}

/**
 * GitHub's secondary rate limit for requests that create content: too many within some time are answered with 403 or 429, and
 * `retry-after`. Here it is the number in a row that is too many, so that it does not depend on the speed of the machine. The
 * first request too many starts a pause in which all writes are refused; then the count starts again.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export class SecondaryRateLimit {
  #accepted = 0
  #pauses = 0
  #pauseEndsAtMs: number | null = null

  constructor(private readonly rules: LimitRules) {}

  /** The refusal of a request with this method; null if it may pass. */
  judge(method: string): ApiAnswer | null {
    if (method === 'GET' || this.#accept()) return null
    const atMs = Date.now()
    this.#pauseEndsAtMs ??= this.#begin(atMs)
    const seconds = Math.max(1, Math.ceil((this.#pauseEndsAtMs - atMs) / 1_000))
    return {
      status: this.#pauses % 2 === 0 ? 429 : 403,
      headers: { 'retry-after': String(seconds) },
      body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' }
    }
  }

  #accept(): boolean {
    if (this.#pauseEndsAtMs !== null && Date.now() >= this.#pauseEndsAtMs) {
      this.#pauseEndsAtMs = null
      this.#accepted = 0
    }
    if (this.#pauseEndsAtMs !== null || this.#accepted >= this.rules.writes) return false
    this.#accepted += 1
    return true
  }

  #begin(atMs: number): number {
    this.#pauses += 1
    return atMs + this.rules.retryAfterSeconds * 1_000
  }
}

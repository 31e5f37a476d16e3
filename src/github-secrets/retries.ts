import { setTimeout as sleep } from 'node:timers/promises'
import { ApiFailure } from './api-failure.js'
import { withTimeLimit } from './time-limit.js'

/** How long a call may take. */
export interface Limits {
  /** Milliseconds for the whole call, from its start. */
  readonly limitMs: number
  /** Aborted when the caller cancels. */
  readonly signal?: AbortSignal
  /** For the waits that GitHub's rate limit asks for. Without it, they count towards `limitMs`. */
  readonly patience?: Patience
}

/** The time for waits that GitHub's rate limit asks for. Several calls may share it. */
export class Patience {
  /** @param leftMs milliseconds for all these waits together, in addition to the limits of the calls */
  constructor(
    private leftMs: number,
    private readonly options: {
      /** Aborted when the caller cancels. */
      readonly signal: AbortSignal
      /** Called at the start of each wait, with its length in milliseconds. */
      readonly onWait: (ms: number) => void
    }
  ) {}

  /** @returns false at once if too little time is left; false also if the caller cancelled, before or during the wait */
  async wait(ms: number): Promise<boolean> {
    if (ms > this.leftMs || this.options.signal.aborted) return false
    this.leftMs -= ms
    this.options.onWait(ms)
    return pause(ms, this.options.signal)
  }
}

/** The first pause, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE_MS = 500
const MAX_PAUSE_MS = 30_000

/** The time that a call may spend on its requests, retries included. It starts when this is constructed. */
export class TimeBudget {
  #endsAtMs: number

  constructor(
    private readonly limits: Limits,
    /** The most tries for each request. A refusal by the rate limit does not count: the time ends those. */
    private readonly maxTries = Number.POSITIVE_INFINITY
  ) {
    this.#endsAtMs = performance.now() + limits.limitMs
  }

  /**
   * Repeats an attempt until it succeeds: after a 429, a 5xx or a lost connection it waits for a growing pause, and at least as
   * long as GitHub asks (after a 5xx, for 30 s at most). Gives up at once if the next attempt would come too late.
   * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit: "wait for
   * an exponentially increasing amount of time between retries"
   * @throws ApiFailure of the last attempt
   */
  async retry<T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    let counted = 0
    for (let tries = 1; ; tries += 1) {
      try {
        return await withTimeLimit(this.#leftMs, this.limits.signal, attempt)
      } catch (error) {
        if (!(error instanceof ApiFailure) || !error.isTransient) throw error
        if (!error.isRateLimit) counted += 1
        const isLast = counted >= this.maxTries
        // In a 5xx, a wait is only the guess of a proxy or of a page about maintenance.
        const askedMs = Math.min(error.waitMs ?? 0, error.isRateLimit ? Number.POSITIVE_INFINITY : MAX_PAUSE_MS)
        const pauseMs = Math.max(askedMs, Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), MAX_PAUSE_MS))
        if (isLast || !(await this.#waitFor(pauseMs, error))) throw error
      }
    }
  }

  /** @returns false if the next attempt would come too late, or the caller cancelled */
  async #waitFor(ms: number, { isRateLimit }: ApiFailure): Promise<boolean> {
    if (isRateLimit && (await this.limits.patience?.wait(ms)) === true) {
      this.#endsAtMs += ms
      return true
    }
    return ms < this.#leftMs && pause(ms, this.limits.signal)
  }

  /** Ends the call after so many milliseconds from now, if it would not end earlier. */
  shorten(ms: number): void {
    this.#endsAtMs = Math.min(this.#endsAtMs, performance.now() + ms)
  }

  get #leftMs(): number {
    return Math.max(0, this.#endsAtMs - performance.now())
  }
}

/** @returns false if the signal was aborted */
function pause(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  return sleep(ms, true, { ...(signal === undefined ? {} : { signal }) }).catch(() => false)
}

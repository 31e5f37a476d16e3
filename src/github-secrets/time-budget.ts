import { setTimeout as sleep } from 'node:timers/promises'
import { ApiFailure } from './api-failure.js'

/** How long a call may take. */
export interface Limits {
  /** Milliseconds for the whole call, from its start. */
  readonly limitMs: number
  /** Ends it at once. */
  readonly signal?: AbortSignal
}

/** The first pause, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/** The time that a call may spend on its requests, retries included. Starts when it is made. */
export class TimeBudget {
  /** Aborted when the time is up, or the caller cancels. */
  readonly signal: AbortSignal
  readonly #endsAtMs: number

  constructor(
    limits: Limits,
    /** How often one request is made at most. */
    private readonly mostTries = Number.POSITIVE_INFINITY
  ) {
    const timeUp = AbortSignal.timeout(limits.limitMs)
    this.#endsAtMs = Date.now() + limits.limitMs
    this.signal = limits.signal === undefined ? timeUp : AbortSignal.any([limits.signal, timeUp])
  }

  /**
   * Tries until it succeeds: again after a 429, a 5xx and a lost connection, when GitHub asks for it or after a growing
   * pause. Gives up at once if the next try would come too late.
   * @throws ApiFailure the last one
   */
  async retry<T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(this.signal)
      } catch (error) {
        if (!(error instanceof ApiFailure) || !error.isTransient || tries >= this.mostTries) throw error
        const pauseMs = error.waitMs ?? Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS)
        if (this.signal.aborted || Date.now() + pauseMs >= this.#endsAtMs) throw error
        await this.#pause(pauseMs, error)
      }
    }
  }

  async #pause(ms: number, failure: ApiFailure): Promise<void> {
    try {
      await sleep(ms, undefined, { signal: this.signal })
    } catch {
      throw failure
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { ApiFailure } from './api-failure.js'

/** How long a call may take. */
export interface Limits {
  /** Milliseconds for the whole call, from its start. */
  readonly limitMs: number
  /** Aborted when the caller cancels. */
  readonly signal?: AbortSignal
}

/** The first pause, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE_MS = 500
const MAX_PAUSE_MS = 30_000

/** The time that a call may spend on its requests, retries included. It starts when this is constructed. */
export class TimeBudget {
  readonly #signal: AbortSignal
  readonly #endsAtMs: number

  constructor(
    { limitMs, signal }: Limits,
    /** The most tries for each request. */
    private readonly maxTries = Number.POSITIVE_INFINITY
  ) {
    const timeUp = AbortSignal.timeout(limitMs)
    this.#endsAtMs = Date.now() + limitMs
    this.#signal = signal === undefined ? timeUp : AbortSignal.any([signal, timeUp])
  }

  /**
   * Repeats an attempt until it succeeds: after a 429, a 5xx or a lost connection it waits as long as GitHub asks, or else for
   * a growing pause. Gives up at once if the next attempt would come too late.
   * @throws ApiFailure of the last attempt
   */
  async retry<T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(this.#signal)
      } catch (error) {
        if (!(error instanceof ApiFailure) || !error.isTransient || tries >= this.maxTries) throw error
        const pauseMs = error.waitMs ?? Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), MAX_PAUSE_MS)
        if (Date.now() + pauseMs >= this.#endsAtMs || !(await this.#pause(pauseMs))) throw error
      }
    }
  }

  /** @returns false if the call was cancelled, or its time is up */
  #pause(ms: number): Promise<boolean> {
    return sleep(ms, true, { signal: this.#signal }).catch(() => false)
  }
}

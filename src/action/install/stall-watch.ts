import { disconnected, stalled, tooSlow, type Hop, type RequestFailure } from './request-failure.js'

/** How patient a request is. */
export interface WatchLimits {
  /** How long a server may send nothing, in milliseconds. */
  readonly stallMs: number
  /** How long a request with its whole answer may take, in milliseconds. */
  readonly totalMs: number
}

/**
 * Notices when a server sends nothing for too long, or needs too long for everything. The time that we need ourselves, for a
 * slow disk, counts only for the second. undici's own limits, `headersTimeout` and `bodyTimeout`, begin only once there is a
 * connection: a proxy that never answers CONNECT would be none of theirs.
 */
export class StallWatch {
  readonly #stalled = new AbortController()
  readonly #late: AbortSignal
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly limits: WatchLimits) {
    this.#late = AbortSignal.timeout(limits.totalMs)
  }

  /** Aborted after a stall, and at the end of the whole time. */
  get signals(): readonly AbortSignal[] {
    return [this.#stalled.signal, this.#late]
  }

  /** Why a request failed: this watch, or the error. @param so what happened before, in a clause; empty if there was no answer */
  failureOf(hop: Hop, error: unknown, so: string): RequestFailure {
    const { stallMs, totalMs } = this.limits
    if (this.#stalled.signal.aborted) return stalled(hop, stallMs, so)
    return this.#late.aborted ? tooSlow(hop, totalMs, so) : disconnected(hop, error, so)
  }

  /** Begins to wait for the server. */
  start(): void {
    this.stop()
    this.#timer = setTimeout(() => {
      this.#stalled.abort()
    }, this.limits.stallMs)
  }

  /** The server has sent something, or nobody waits for it any more. */
  stop(): void {
    clearTimeout(this.#timer)
  }
}

/** Notices when a server sends nothing for too long. The time that we need ourselves, for a slow disk, does not count. */
export class StallWatch {
  readonly #stalled = new AbortController()
  #timer: NodeJS.Timeout | undefined

  /** @param limitMs how long one wait may take, in milliseconds */
  constructor(readonly limitMs: number) {}

  /** Aborted after a stall. */
  get signal(): AbortSignal {
    return this.#stalled.signal
  }

  /** Begins to wait for the server. */
  start(): void {
    this.stop()
    this.#timer = setTimeout(() => {
      this.#stalled.abort()
    }, this.limitMs)
  }

  /** The server has sent something, or nobody waits for it any more. */
  stop(): void {
    clearTimeout(this.#timer)
  }
}

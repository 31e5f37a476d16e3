import type { IsolatedHome } from '../home/isolated-home.js'

/** A younger holding of the CLI's lock has sent nothing: 31 ms pass at the least (docs/claude-cli.md#the-exchange). */
const NOTHING_SENT_MS = 20

/** How far the exchange of one `claude` has come, by the lock that the CLI holds during it. */
export class ExchangeProgress {
  /** The holding of the lock that was seen last; null before the first. */
  #holding: string | null = null
  #hasBegun = false
  #isGapTooLong = false
  #lookedAtMs = performance.now()

  constructor(
    private readonly home: IsolatedHome,
    /** Whether the file system reports every change. */
    readonly isTold: boolean
  ) {}

  get hasBegun(): boolean {
    return this.#hasBegun
  }

  /** The lock was seen: one that came and went between two looks has been there all the same. */
  begin(): void {
    this.#hasBegun = true
  }

  /** To be called at each look. If changes are not reported, a whole exchange fits between two looks that are too far apart. */
  noticeGap(): void {
    const nowMs = performance.now()
    if (!this.isTold && nowMs - this.#lookedAtMs > NOTHING_SENT_MS) this.#isGapTooLong = true
    this.#lookedAtMs = nowMs
  }

  /** The pair is on disk before the lock is let go, so a lock that is gone, or another's, ended without one. */
  isOver(): boolean {
    const now = this.home.lockHolding()
    if (now === null) return this.#hasBegun
    const isNext = this.#holding !== null && now.id !== this.#holding
    this.#hasBegun = true
    this.#holding = now.id
    return isNext && now.ageMs < NOTHING_SENT_MS
  }

  /** Whether an exchange has begun, or may have gone by unseen. */
  mayHaveSent(): boolean {
    return this.#hasBegun || this.#isGapTooLong || this.home.isExchangeUnderWay()
  }
}

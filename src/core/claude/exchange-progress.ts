import type { IsolatedHome } from '../home/isolated-home.js'

/** The CLI sends nothing before it has held its lock for 31 ms (docs/claude-cli.md#the-exchange). */
const NOTHING_SENT_MS = 20

/** How far the exchange of one `claude` has come, judged by the lock that the CLI holds during it. */
export class ExchangeProgress {
  /** The holding of the lock that was seen last; null before the first. */
  #holding: string | null = null
  /** Whether the lock has been seen, which means that an exchange has begun. */
  hasBegun = false
  #isGapTooLong = false
  #lookedAtMs = performance.now()

  constructor(
    private readonly home: IsolatedHome,
    /** Whether the file system reports every change. */
    readonly changesAreReported: boolean
  ) {}

  /**
   * Must be called at each look. If changes are not reported, and two looks are too far apart, a whole exchange may have
   * happened in between.
   */
  noticeGap(): void {
    const nowMs = performance.now()
    if (!this.changesAreReported && nowMs - this.#lookedAtMs > NOTHING_SENT_MS) this.#isGapTooLong = true
    this.#lookedAtMs = nowMs
  }

  /**
   * Whether an exchange ended without a pair: its lock is released, or taken again. (A pair is stored before the release.)
   */
  isOver(): boolean {
    const now = this.home.lockHolding()
    if (now === null) return this.hasBegun
    const isNext = this.#holding !== null && now.id !== this.#holding
    this.hasBegun = true
    this.#holding = now.id
    return isNext && now.ageMs < NOTHING_SENT_MS
  }

  /** Whether an exchange has begun, or one may have gone unnoticed. */
  mayHaveSent(): boolean {
    return this.hasBegun || this.#isGapTooLong || this.home.isExchangeUnderWay()
  }
}

import { ApiFailure } from './api-failure.js'
import { REQUEST_LIMIT_MS } from './api.js'
import type { Span, StoreMemory, WriteHistory } from './memory.js'
import type { SecretReading } from './read-secret.js'

/** GitHub's dates are cut to whole seconds, and the clocks of its machines differ a little. */
const SLACK_MS = 2_000

/** Thrown if somebody else has written the guarded secret since the first look. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'

  /** @param writtenAtMs when it was written, in milliseconds since 1970 */
  constructor(readonly writtenAtMs: number) {
    super('somebody else has written the secret')
  }
}

/**
 * The writes of this job to the guarded secret. Only GitHub's dates distinguish them from the writes of others. GitHub has no
 * compare-and-swap, and its dates have whole seconds, so three mistakes remain possible:
 * - Somebody else's write counts as ours if it lands in the same second as ours, or between our request and the read right
 *   after it. If that read fails or the process is killed, the same holds for the whole time of our request and 2 s around it
 *   (if the process is killed: for 17 s and the time of the read before the request).
 * - Somebody else's write is overwritten if it lands between our look and our own write, some milliseconds later.
 * - Our own write counts as somebody else's if it lands only after its answer was lost and the secret was read again.
 */
export class OwnWrites {
  #history: WriteHistory | null

  constructor(private readonly memory: Pick<StoreMemory, 'history' | 'saveHistory'>) {
    this.#history = memory.history
  }

  /** The first time in a job, records when the secret was last written; null if it does not exist. */
  look(updatedAtMs: number | null): void {
    if (this.#history === null) this.#keep({ firstMs: updatedAtMs, own: [] })
  }

  /** Whether this is the date of a write of this job. */
  includes(updatedAtMs: number): boolean {
    return this.#history?.own.some(span => includesMs(span, updatedAtMs)) ?? false
  }

  /** Refuses a secret that somebody else has written since the first look. @throws Overtaken */
  assertNotOvertaken({ updatedAtMs }: SecretReading): void {
    if (this.#history === null || updatedAtMs === null) return
    const { firstMs } = this.#history
    if ((firstMs === null || updatedAtMs > firstMs) && !this.includes(updatedAtMs)) throw new Overtaken(updatedAtMs)
  }

  /**
   * Makes one request that writes. Its time is recorded before it starts, so that it is known even if the process is killed.
   * The secret is read again right after it, to narrow down that time.
   * @param before the secret, as read right before the request
   * @param request resolves to the date of GitHub's answer, in milliseconds since 1970; null if it has none
   * @param readBack reads the secret again; null if that fails
   * @throws whatever the request throws
   */
  async write(
    before: SecretReading,
    request: () => Promise<number | null>,
    readBack: () => Promise<SecretReading | null>
  ): Promise<void> {
    const earlier = this.#history ?? { firstMs: null, own: [] }
    const record = (span: Span | null): void => {
      this.#keep({ ...earlier, own: span === null ? earlier.own : [...earlier.own, span] })
    }
    const times = new WriteTimes(before)
    record(times.inProgress())
    try {
      const span = times.ended(await request())
      record(span)
      const after = await readBack()
      if (after !== null) record(times.confirmed(after, span) ?? span)
    } catch (error) {
      if (error instanceof ApiFailure && error.isRefusal) record(null)
      else {
        // The answer was lost, or leaves open whether the write landed: the secret's date shows it.
        const span = times.ended(null)
        record(span)
        const after = await readBack()
        if (after !== null) record(after.updatedAtMs === before.updatedAtMs ? null : times.confirmed(after, span))
      }
      throw error
    }
  }

  #keep(history: WriteHistory): void {
    this.#history = history
    this.memory.saveHistory(history)
  }
}

/** When one request of ours, which starts now, may have written the secret, by GitHub's clock. */
class WriteTimes {
  readonly #startMs = performance.now()
  readonly #fromMs: number

  constructor(private readonly before: SecretReading) {
    this.#fromMs = Date.now() + before.aheadMs - SLACK_MS
  }

  inProgress(): Span {
    return { fromMs: this.#fromMs, untilMs: this.#latestNowMs() + REQUEST_LIMIT_MS }
  }

  /**
   * @param dateMs the date of the answer to the write: more reliable than an earlier date if a clock was set in between;
   * null for none
   */
  ended(dateMs: number | null): Span {
    return dateMs === null ? { fromMs: this.#fromMs, untilMs: this.#latestNowMs() } : this.#spanUntil(dateMs)
  }

  /**
   * The time of our write, if the date of the secret is the date of that write, by GitHub's clock as known before or as in
   * this reading; else null.
   */
  confirmed({ updatedAtMs, dateMs }: SecretReading, span: Span): Span | null {
    if (updatedAtMs === null) return null
    const isOurs =
      includesMs(span, updatedAtMs) || (dateMs !== null && includesMs(this.#spanUntil(dateMs), updatedAtMs))
    return isOurs ? { fromMs: updatedAtMs, untilMs: updatedAtMs } : null
  }

  #latestNowMs(): number {
    return Date.now() + this.before.aheadMs + this.before.unsureMs + SLACK_MS
  }

  /** From the start of the request until the date of an answer that has just come. */
  #spanUntil(dateMs: number): Span {
    return { fromMs: dateMs - (performance.now() - this.#startMs) - SLACK_MS, untilMs: dateMs + SLACK_MS }
  }
}

function includesMs({ fromMs, untilMs }: Span, ms: number): boolean {
  return fromMs <= ms && ms <= untilMs
}

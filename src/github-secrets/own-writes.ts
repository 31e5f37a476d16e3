import { ApiFailure } from './api-failure.js'
import { REQUEST_LIMIT_MS } from './api.js'
import type { Sight, Span, StoreMemory } from './memory.js'
import type { SecretReading, ServerClock } from './read-secret.js'

/** GitHub's dates are cut to whole seconds, and the clocks of its machines differ a little. */
const SLACK_MS = 2_000

/** One request that writes the secret. */
export interface WriteSteps {
  /** The secret, read right before. */
  readonly before: SecretReading
  /** Writes; resolves to the date of GitHub's answer, in milliseconds since 1970, null if it has none. */
  readonly request: () => Promise<number | null>
  /** Reads the secret again; null if that fails. */
  readonly readBack: () => Promise<SecretReading | null>
}

/**
 * The writes of this job to the guarded secret, distinguished from those of others only by GitHub's dates. GitHub has no
 * compare-and-swap, and its dates have whole seconds, so some doubt remains:
 * - A write of somebody else is taken for ours if it lands in the same second as our own; between our request and the read
 *   that follows at once; or, if that read fails or the process was killed, within the time of our request and 2 s around it
 *   (for a process that was killed: 17 s and the time of the read before it).
 * - A write of somebody else is overwritten if it lands between our look and our own write, some milliseconds later.
 * - A write of ours is taken for somebody else's if it lands only after its answer was lost and the secret was read again.
 */
export class OwnWrites {
  #sight: Sight | null

  constructor(private readonly memory: Pick<StoreMemory, 'sight' | 'save'>) {
    this.#sight = memory.sight
  }

  /** Takes the date of the last write, null if the secret does not exist, for that of the first look, unless there was one. */
  look(updatedAtMs: number | null): void {
    if (this.#sight === null) this.#keep({ firstMs: updatedAtMs, own: [] })
  }

  /** Whether the date of the last write is that of a write of this job. */
  includes(updatedAtMs: number): boolean {
    return this.#sight?.own.some(span => isIn(span, updatedAtMs)) ?? false
  }

  /** Whether the date of the last write is that of a write by somebody else since the first look. */
  isOvertaken(updatedAtMs: number): boolean {
    if (this.#sight === null) return false
    const { firstMs } = this.#sight
    return (firstMs === null || updatedAtMs > firstMs) && !this.includes(updatedAtMs)
  }

  /**
   * Makes one request that writes. Its time is on record before it begins, so that it is known even if the process is killed.
   * The secret is read again at once, so that no more than needed is taken for ours.
   * @throws whatever the request throws
   */
  async write({ before, request, readBack }: WriteSteps): Promise<void> {
    const earlier = this.#sight ?? { firstMs: null, own: [] }
    const record = (span: Span | null): void => {
      this.#keep({ ...earlier, own: span === null ? earlier.own : [...earlier.own, span] })
    }
    const times = new WriteTimes(before.clock)
    record(times.whileUnderWay())
    try {
      const span = times.landed(await request())
      record(span)
      const after = await readBack()
      if (after !== null) record(times.confirmed(after, span) ?? span)
    } catch (error) {
      if (error instanceof ApiFailure && error.isRefusal) record(null)
      else await this.#settleUnclear({ before, readBack }, times, record)
      throw error
    }
  }

  /** After an answer that was lost, or says nothing of the effect: whether the date of the secret has changed shows it. */
  async #settleUnclear(
    { before, readBack }: Pick<WriteSteps, 'before' | 'readBack'>,
    times: WriteTimes,
    record: (span: Span | null) => void
  ): Promise<void> {
    const span = times.landed(null)
    record(span)
    const after = await readBack()
    if (after === null) return
    record(after.updatedAtMs === before.updatedAtMs ? null : times.confirmed(after, span))
  }

  #keep(sight: Sight): void {
    this.#sight = sight
    this.memory.save(sight)
  }
}

/** When one request of ours, which begins now, may have had its effect, by GitHub's clock. */
class WriteTimes {
  readonly #startMs = performance.now()
  readonly #fromMs: number

  constructor(private readonly clock: ServerClock) {
    this.#fromMs = Date.now() + clock.aheadMs - SLACK_MS
  }

  whileUnderWay(): Span {
    return { fromMs: this.#fromMs, untilMs: this.#soonMs() + REQUEST_LIMIT_MS }
  }

  /** Once it has ended. @param dateMs of its own answer: better than any before it, if the clocks were set meanwhile */
  landed(dateMs: number | null): Span {
    return dateMs === null ? { fromMs: this.#fromMs, untilMs: this.#soonMs() } : this.#spanUntil(dateMs)
  }

  /** The date of the secret, if it is that of our write by one of two clocks: as known before, or of this reading. */
  confirmed({ updatedAtMs, dateMs }: SecretReading, span: Span): Span | null {
    if (updatedAtMs === null) return null
    const isOurs = isIn(span, updatedAtMs) || (dateMs !== null && isIn(this.#spanUntil(dateMs), updatedAtMs))
    return isOurs ? { fromMs: updatedAtMs, untilMs: updatedAtMs } : null
  }

  #soonMs(): number {
    return Date.now() + this.clock.aheadMs + this.clock.unsureMs + SLACK_MS
  }

  /** From its beginning until GitHub gave an answer that has just come. */
  #spanUntil(dateMs: number): Span {
    return { fromMs: dateMs - (performance.now() - this.#startMs) - SLACK_MS, untilMs: dateMs + SLACK_MS }
  }
}

function isIn({ fromMs, untilMs }: Span, ms: number): boolean {
  return fromMs <= ms && ms <= untilMs
}

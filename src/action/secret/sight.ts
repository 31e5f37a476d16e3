import { isJsonObject, parseJson, type JsonObject } from '../../refresh/json.js'
import { ApiFailure } from './api-failure.js'
import { REQUEST_LIMIT_MS } from './patience.js'

/** A span of time, in milliseconds since 1970 by GitHub's clock, both ends included. */
export interface Span {
  readonly fromMs: number
  readonly untilMs: number
}

/** What a job knows of its secret: with it, a write of somebody else can be told from its own. Holds no secret. */
export interface Sight {
  /** When the secret had last been written as this run first looked; null if it was not there then. */
  readonly firstMs: number | null
  /** When writes of this job landed, or may have landed. */
  readonly own: readonly Span[]
}

/** Where a sight is kept, for `post`, which is another process. */
export interface SightMemory {
  /** What is known already; null if this run is to take the first look. */
  readonly sight: Sight | null
  /** Called at each change. */
  readonly save: (sight: Sight) => void
}

/** Keeps nothing. */
export const NO_MEMORY: SightMemory = { sight: null, save: () => undefined }

/** GitHub's dates are cut to whole seconds, and so is our knowledge of its clock. */
const BEFORE_MS = 1_000
const AFTER_MS = 2_000

/**
 * Tells the writes of this job from those of others, by GitHub's dates. GitHub has no compare-and-swap, and its dates have
 * whole seconds, so this remains: a write of somebody else that lands between our look and our own write, some milliseconds
 * later; one in the same second as our own; and one within the time of a request of ours whose effect is not known (the
 * answer was lost, or a 5xx; for a process that was killed: within 17 s of its beginning) is taken for ours.
 */
export class SecretWatch {
  #sight: Sight | null

  constructor(private readonly memory: SightMemory) {
    this.#sight = memory.sight
  }

  /** Whether this run has taken its first look. */
  get hasLooked(): boolean {
    return this.#sight !== null
  }

  /** Takes the date of the last write, null if there is no such secret, for that of the first look, unless there was one. */
  look(updatedAtMs: number | null): void {
    if (this.#sight === null) this.#keep({ firstMs: updatedAtMs, own: [] })
  }

  /** Whether the date of the last write, null if there is no such secret, is that of a write by somebody else since. */
  isOvertaken(updatedAtMs: number | null): boolean {
    if (updatedAtMs === null || this.#sight === null) return false
    const { firstMs, own } = this.#sight
    if (firstMs !== null && updatedAtMs <= firstMs) return false
    return !own.some(({ fromMs, untilMs }) => fromMs <= updatedAtMs && updatedAtMs <= untilMs)
  }

  /** Makes one request that writes, with its time on record before it begins: whoever is killed then has told all the same. */
  async write<T>(clockAheadMs: number, request: () => Promise<T>): Promise<T> {
    const nowMs = (): number => Date.now() + clockAheadMs
    const before = this.#sight ?? { firstMs: null, own: [] }
    const fromMs = nowMs() - BEFORE_MS
    const add = (untilMs: number): void => {
      this.#keep({ ...before, own: [...before.own, { fromMs, untilMs }] })
    }
    add(nowMs() + REQUEST_LIMIT_MS + AFTER_MS)
    try {
      const answer = await request()
      add(nowMs() + AFTER_MS)
      return answer
    } catch (error) {
      if (error instanceof ApiFailure && error.isRefusal) this.#keep(before)
      else add(nowMs() + AFTER_MS)
      throw error
    }
  }

  /** Takes the date that the secret has after a write of ours for that write's, if it lies within its time. */
  confirm(updatedAtMs: number | null): void {
    const last = this.#sight?.own.at(-1)
    if (this.#sight === null || last === undefined || updatedAtMs === null) return
    if (updatedAtMs < last.fromMs || updatedAtMs > last.untilMs) return
    this.#keep({
      ...this.#sight,
      own: [...this.#sight.own.slice(0, -1), { fromMs: updatedAtMs, untilMs: updatedAtMs }]
    })
  }

  #keep(sight: Sight): void {
    this.#sight = sight
    this.memory.save(sight)
  }
}

/** A sight from the JSON of one; null if the text is not that. */
export function parseSight(text: string): Sight | null {
  const value = parseJson(text)
  if (!isJsonObject(value)) return null
  const { firstMs, own } = value
  if (firstMs !== null && typeof firstMs !== 'number') return null
  return { firstMs, own: parseSpans(own) }
}

/** The spans in a parsed JSON value; none if it is no list of them. */
export function parseSpans(value: unknown): readonly Span[] {
  if (!Array.isArray(value)) return []
  return value
    .filter(isJsonObject)
    .flatMap(({ fromMs, untilMs }: JsonObject) =>
      typeof fromMs === 'number' && typeof untilMs === 'number' ? [{ fromMs, untilMs }] : []
    )
}

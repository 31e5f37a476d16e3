import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'

/** A span of time, in milliseconds since 1970 by GitHub's clock, both ends included. */
export interface Span {
  readonly fromMs: number
  readonly untilMs: number
}

/** What a job knows of its secret: with it, a write of somebody else can be told from its own. Holds no secret. */
export interface Sight {
  /** When the secret had last been written as the job first looked; null if it was not there then. */
  readonly firstMs: number | null
  /** When writes of this job landed, or may have landed. */
  readonly own: readonly Span[]
}

/** Where a sight is kept, for `post` and for later steps, which are other processes. */
export interface SightMemory {
  /** What is known already; null if this run is to take the first look. */
  readonly sight: Sight | null
  /** Called at each change. */
  readonly save: (sight: Sight) => void
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
function parseSpans(value: unknown): readonly Span[] {
  if (!Array.isArray(value)) return []
  return value
    .filter(isJsonObject)
    .flatMap(({ fromMs, untilMs }: JsonObject) =>
      typeof fromMs === 'number' && typeof untilMs === 'number' ? [{ fromMs, untilMs }] : []
    )
}

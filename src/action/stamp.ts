import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'
import { NOT_SENT_HERE } from '../core/reasons.js'
import { utcMinute } from '../core/times.js'

/** Credentials as they came in, apart from their stamp. */
export interface UnstampedCredentials {
  /** One line of JSON without `storedAt`; the text as it was if it is no JSON object. */
  readonly json: string
  /** When it was stored, as written there; null if it has no stamp. */
  readonly storedAt: string | null
}

/**
 * The credentials as one line of JSON with `storedAt`, for a secret: a secret of many lines makes the runner hide `{`
 * and `}` everywhere. A text that is no JSON object stays as it is.
 */
export function stampedCredentials(json: string, now: Date): string {
  const value = parseJson(json)
  return isJsonObject(value) ? JSON.stringify({ ...value, storedAt: now.toISOString() }) : json
}

/** A document without its stamp. `storedAt`: when it was stored, as written there; null if nothing tells. */
export function takeStampOff(stamped: JsonObject): { readonly document: JsonObject; readonly storedAt: string | null } {
  const { storedAt, ...document } = stamped
  return { document, storedAt: typeof storedAt === 'string' ? storedAt : null }
}

/** Takes the stamp off credentials that were stored by `stampedCredentials`; others have none. */
export function readStamp(text: string): UnstampedCredentials {
  const value = parseJson(text)
  if (!isJsonObject(value)) return { json: text, storedAt: null }
  const { document, storedAt } = takeStampOff(value)
  return { json: JSON.stringify(document), storedAt }
}

/** A stamp and GitHub's own date of the same write differ by seconds; clocks differ, too. */
const TOLERANCE_MS = 2 * 60 * 1_000

/**
 * The last moment at which the write that made a stamp can have landed, in milliseconds since 1970; null if there is no
 * stamp, or it is no date.
 */
export function latestWriteMs(storedAt: string | null): number | null {
  const storedAtMs = Date.parse(storedAt ?? '')
  return Number.isNaN(storedAtMs) ? null : storedAtMs + TOLERANCE_MS
}

/**
 * Says that a secret was written after a stamp, in a sentence.
 * @param secret what a sentence calls it: `NAME of repository acme/app`
 * @returns null if it was not
 */
export function whyStale(secret: string, updatedAtMs: number, storedAt: string): string | null {
  const latestMs = latestWriteMs(storedAt)
  if (latestMs === null || updatedAtMs <= latestMs) return null
  const [written, stamped] = [utcMinute(updatedAtMs), utcMinute(Date.parse(storedAt))]
  return `the secret ${secret} was written at ${written} UTC; the credentials that came in were stored at ${stamped} UTC, so they are older, and ${NOT_SENT_HERE}`
}

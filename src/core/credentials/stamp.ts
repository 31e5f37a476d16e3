import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { NOT_SENT_HERE } from '../reasons.js'
import { utcMinute } from '../times.js'

/**
 * Credentials as one line of JSON, for a secret: if it had several lines, the runner would mask each of them, and so every
 * `{` and `}` in the log. The stamp `storedAt` is set to `now`, or left out if `now` is null.
 */
export function stampedJson(credentials: JsonObject, now: Date | null): string {
  const { document } = takeStampOff(credentials)
  return JSON.stringify(now === null ? document : { ...document, storedAt: now.toISOString() })
}

/** Credentials without their stamp. `storedAt`: when they were stored, as in the stamp; null if there is none. */
export function takeStampOff(stamped: JsonObject): { readonly document: JsonObject; readonly storedAt: string | null } {
  const { storedAt, ...document } = stamped
  return { document, storedAt: typeof storedAt === 'string' ? storedAt : null }
}

/** When the credentials in a text were stored, as in their stamp; null if there is none, or the text is no JSON object. */
export function storedAtIn(text: string): string | null {
  const value = parseJson(text)
  return isJsonObject(value) ? takeStampOff(value).storedAt : null
}

/** A stamp and GitHub's own date of the same write differ by seconds, and the clocks differ too. */
const TOLERANCE_MS = 2 * 60 * 1_000

/** The latest time at which the write with this stamp can have landed, in milliseconds since 1970; null if it is no date. */
export function latestWriteMs(storedAt: string | null): number | null {
  const storedAtMs = Date.parse(storedAt ?? '')
  return Number.isNaN(storedAtMs) ? null : storedAtMs + TOLERANCE_MS
}

/**
 * Says, in a sentence, that a secret was written after a stamp; null if it was not.
 * @param secret its name in the sentence: `NAME of repository acme/app`
 */
export function whyStale(secret: string, updatedAtMs: number, storedAt: string): string | null {
  const latestMs = latestWriteMs(storedAt)
  if (latestMs === null || updatedAtMs <= latestMs) return null
  const [written, stamped] = [utcMinute(updatedAtMs), utcMinute(Date.parse(storedAt))]
  return `the secret ${secret} was written at ${written} UTC, but this run got older credentials, stored at ${stamped} UTC; ${NOT_SENT_HERE}`
}

import { NOT_SENT_HERE } from '../core/reasons.js'
import { utcMinute } from '../core/times.js'
import { describePlace } from './place.js'
import type { SecretAt } from './read-secret.js'

/** Between a stamp and GitHub's own date of the same write lie seconds; clocks differ, too. */
const TOLERANCE_MS = 2 * 60 * 1_000

/**
 * The last moment at which the write that made a stamp can have landed, in milliseconds since 1970; null if there is no
 * stamp, or it is no date.
 */
export function latestWriteMs(storedAt: string | null): number | null {
  const storedAtMs = Date.parse(storedAt ?? '')
  return Number.isNaN(storedAtMs) ? null : storedAtMs + TOLERANCE_MS
}

/** Says what to do if an earlier step of this job has written the secret, and so renewed what came in. */
export function renewedBefore({ place, name }: SecretAt): string {
  return `an earlier step of this job has renewed the login in the secret ${name} of ${describePlace(place)}, and the credentials that came in are older; give this step the same creds as that one, or its output creds-json; ${NOT_SENT_HERE}`
}

/** Says, in a sentence, that a secret was written after a stamp; null if it was not, or is not there. */
export function stalenessOf({ place, name }: SecretAt, updatedAtMs: number | null, storedAt: string): string | null {
  const latestMs = latestWriteMs(storedAt)
  if (updatedAtMs === null || latestMs === null || updatedAtMs <= latestMs) return null
  const [written, stamped] = [utcMinute(updatedAtMs), utcMinute(Date.parse(storedAt))]
  return `the secret ${name} of ${describePlace(place)} was written at ${written} UTC; the credentials that came in were stored at ${stamped} UTC, so they are older, and ${NOT_SENT_HERE}`
}

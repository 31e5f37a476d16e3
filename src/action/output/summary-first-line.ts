import { hasEnded, parseEnd } from '../../core/credentials/login-end.js'
import type { RefreshReport } from '../../core/report.js'
import { inTime, utcMinute } from '../../core/times.js'

/** A sign-in that is needed within this time is needed by a time of day, in milliseconds. */
const NEAR_MS = 2 * 24 * 3_600_000

const END_UNKNOWN = 'It is not known when the next sign-in is needed: usually about four weeks after the last one.'

/** The first line after a success: how long the access token is good, and when a person has to sign in again, if that is known. */
export function firstLine({ expiresAt, loginExpiresAt }: RefreshReport, nowMs: number): string {
  const expiresAtMs = Date.parse(expiresAt ?? '')
  const good = Number.isNaN(expiresAtMs)
    ? 'It is not known how long the access token is valid: `claude` stored an impossible expiry date.'
    : `Good until **${utcMinute(expiresAtMs)} UTC** (${inTime(expiresAtMs - nowMs)}).`
  const endMs = parseEnd(loginExpiresAt)
  if (endMs === null) return `${good} ${END_UNKNOWN}`
  if (hasEnded(endMs, nowMs)) return good // a warning says so
  const minute = utcMinute(endMs)
  const by = endMs - nowMs < NEAR_MS ? `${minute} UTC` : minute.slice(0, 'YYYY-MM-DD'.length)
  return `${good} Next sign-in needed by **${by}** (${inTime(endMs - nowMs)}).`
}

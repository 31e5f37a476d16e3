const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A time for people, in UTC, to the minute: `2026-11-23 16:02`. @param ms since 1970 */
export function utcMinute(ms: number): string {
  return new Date(ms)
    .toISOString()
    .replace('T', ' ')
    .replace(/:[^:]*$/, '')
}

/** How far away a time is, for people: `in 8 h`, `in 40 min`, `12 days ago`, `just now`. @param ms from now; negative is in the past */
export function inTime(ms: number): string {
  const distance = duration(Math.abs(ms))
  if (ms > 0) return `in ${distance ?? 'less than 1 min'}`
  return distance === null ? 'just now' : `${distance} ago`
}

/** A time for people, with how far away it is: `2026-11-23 16:02 UTC (in 8 h)`. @param ms since 1970, as `nowMs` */
export function describeMoment(ms: number, nowMs: number): string {
  return `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`
}

/** Null if it is less than half a minute. */
function duration(ms: number): string | null {
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes === 0) return null
  if (minutes < 60) return `${minutes} min`
  if (minutes > 60 && minutes < 120) return `1 h ${minutes - 60} min`
  if (ms < 2 * DAY_MS) return `${Math.round(ms / HOUR_MS)} h`
  return `${Math.round(ms / DAY_MS)} days`
}

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

/** How far away a time is, for people: `in 8 h`, `in 40 min`, `12 days ago`. @param ms from now; negative is in the past */
export function inTime(ms: number): string {
  const distance = duration(Math.abs(ms))
  return ms < 0 ? `${distance} ago` : `in ${distance}`
}

/** A time for people, with how far away it is: `2026-11-23 16:02 UTC (in 8 h)`. @param ms since 1970, as `nowMs` */
export function describeMoment(ms: number, nowMs: number): string {
  return `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`
}

function duration(ms: number): string {
  if (ms < 100 * MINUTE_MS) return `${Math.round(ms / MINUTE_MS)} min`
  if (ms < 2 * DAY_MS) return `${Math.round(ms / HOUR_MS)} h`
  return `${Math.round(ms / DAY_MS)} days`
}

import { inTime, utcMinute } from '../../core/times.js'

/** A time of a report for people, `2026-01-31 09:05 UTC (in 8 h)`; null where it is no time. */
export function describeTime(iso: string | null, nowMs: number): string | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(ms) ? null : `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`
}

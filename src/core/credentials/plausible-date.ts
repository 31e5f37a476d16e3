/**
 * The range of plausible dates in a login, in milliseconds since 1970: Claude Code came out in 2025, and no login lasts for
 * decades.
 */
const EARLIEST_MS = Date.UTC(2020, 0)
const LATEST_MS = Date.UTC(2100, 0)

/**
 * Milliseconds since 1970, as the CLI reads them: a number, with or without quotes. Null for anything else, and for an
 * implausible date.
 */
export function millisecondsOf(value: unknown): number | null {
  return plausible(numberOf(value))
}

/**
 * As `millisecondsOf`, but seconds and ISO 8601 text are accepted too. Null for anything else, and for an implausible date.
 */
export function momentOf(value: unknown): number | null {
  return millisecondsOf(value) ?? plausible(numberOf(value) * 1000) ?? plausible(isoOf(value))
}

function plausible(ms: number): number | null {
  return ms >= EARLIEST_MS && ms < LATEST_MS ? ms : null
}

function numberOf(value: unknown): number {
  if (typeof value === 'string' && /^\d+(\.\d*)?$/.test(value)) return Number(value)
  return typeof value === 'number' ? value : Number.NaN
}

/** `Date.parse` without the check accepts almost any text with a number in it. */
function isoOf(value: unknown): number {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN
}

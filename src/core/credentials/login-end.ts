import { DEFAULTS, parseDurationMs } from '../options.js'
import { describeMoment } from '../times.js'
import type { AnyLogin } from './credentials.js'

const HOUR_MS = 3_600_000

/** For how long an access token is valid, in milliseconds (`expires_in`: docs/claude-cli.md#the-exchange). */
const TOKEN_LIFETIME_MS = 8 * HOUR_MS

/** How far ahead the clock may have been that an expiry was computed with, in milliseconds. */
const CLOCK_TOLERANCE_MS = HOUR_MS

/** A login that ends within this time counts as ending soon, in milliseconds, unless the action's `login-warning` says otherwise. */
export const LOGIN_WARNING_MS = parseDurationMs(DEFAULTS.loginWarning, 'login-warning')

/**
 * When a login ends, in milliseconds since 1970: on the date that its sign-in stated. Null if there is no such date, or if a
 * refresh after it proves it wrong. A login that can't be refreshed ends when its access token expires.
 */
export function endOf(login: AnyLogin, nowMs = Date.now()): number | null {
  if (login.refreshToken === null) return login.expiresAtMs
  return isEndDisproven(login, nowMs) ? null : login.loginExpiresAtMs
}

/**
 * Whether the access token of a login was issued after the end that its sign-in stated; it may have expired since. An expiry that
 * no token of today can have is odd, and proves nothing: else the end would never be announced.
 */
export function isEndDisproven({ expiresAtMs, loginExpiresAtMs }: AnyLogin, nowMs = Date.now()): boolean {
  if (expiresAtMs === null || loginExpiresAtMs === null) return false
  const issuedAtMs = expiresAtMs - TOKEN_LIFETIME_MS
  return issuedAtMs > loginExpiresAtMs && issuedAtMs <= nowMs + CLOCK_TOLERANCE_MS
}

/** The end of a login in a report, in milliseconds since 1970; null if it is not known. */
export function parseEnd(loginExpiresAt: string | null): number | null {
  const endMs = Date.parse(loginExpiresAt ?? '')
  return Number.isNaN(endMs) ? null : endMs
}

/** Whether a login has ended, or ends within a time. @param endMs null if the end is not known */
export function endsWithin(endMs: number | null, withinMs: number, nowMs = Date.now()): boolean {
  return endMs !== null && endMs - nowMs <= withinMs
}

/** Whether a login has ended. @param endMs null if the end is not known */
export function hasEnded(endMs: number | null, nowMs = Date.now()): boolean {
  return endsWithin(endMs, 0, nowMs)
}

/** When a login ends, as a clause for messages: `the login ends on 2026-03-29 09:21 UTC (in 28 days)`. */
export function describeEnd(endMs: number, nowMs = Date.now()): string {
  return `the login ${hasEnded(endMs, nowMs) ? 'ended' : 'ends'} on ${describeMoment(endMs, nowMs)}`
}

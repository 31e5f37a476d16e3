import { RefreshError } from '../reasons.js'
import { describeMoment } from '../times.js'
import type { AccessTokenLogin, AnyLogin } from './credentials.js'

/** Whether a login's access token is known to be valid for longer than `ms` milliseconds. */
export function isGoodFor({ expiresAtMs }: AnyLogin, ms: number): boolean {
  return expiresAtMs !== null && expiresAtMs - Date.now() > ms
}

/** Whether a login is valid for longer than the caller's `min-validity`; always false if that is 0. */
export function isValidAsAsked(login: AnyLogin, minValidityMs: number): boolean {
  return minValidityMs > 0 && isGoodFor(login, minValidityMs)
}

/** Whether a login is a pair, or only an access token that is not known to have expired. */
export function isUsable({ refreshToken, expiresAtMs }: AnyLogin, nowMs = Date.now()): boolean {
  return refreshToken !== null || expiresAtMs === null || expiresAtMs > nowMs
}

/** Until when a login's access token is valid, as a clause for messages. */
export function describeValidity({ expiresAtMs }: AnyLogin): string {
  if (expiresAtMs === null) return 'the expiry of its access token is not known'
  return `${expiresAtMs > Date.now() ? 'valid until' : 'its access token expired on'} ${describeMoment(expiresAtMs, Date.now())}`
}

/** The same, for a message that is not about the token: a mere `valid until` would seem to be about the file. */
export function describeTokenValidity(login: AnyLogin): string {
  return isGoodFor(login, 0) ? `its access token is ${describeValidity(login)}` : describeValidity(login)
}

/**
 * Why `claude` does not use a login even if its token is valid, as a sentence; null if it does. Without this scope it says "Not
 * logged in" until a refresh, which restores the scopes (docs/claude-cli.md#odd-fields).
 */
export function whyNotUsed({ fields: { scopes } }: AnyLogin): string | null {
  const isUsed = (typeof scopes === 'string' || Array.isArray(scopes)) && scopes.includes('user:inference')
  return isUsed ? null : '`claude` ignores this login because "user:inference" is missing from claudeAiOauth.scopes'
}

/**
 * Refuses a login that has no refresh token and is not valid for longer than `minValidityMs`.
 * @param where the file or input that holds it, for the message
 * @throws RefreshError `creds-invalid`
 */
export function refuseUnrefreshable(where: string, login: AnyLogin | null, minValidityMs: number): void {
  if (login?.refreshToken === null && !isValidAsAsked(login, minValidityMs)) throw cannotRefresh(where, login)
}

/** The error for a login that has no refresh token. */
export function cannotRefresh(where: string, login: AccessTokenLogin): RefreshError {
  const { expiresAtMs } = login
  if (expiresAtMs === null) {
    const what = `${where}: this login has no refresh token, so it cannot be refreshed`
    return new RefreshError('creds-invalid', `${what}; ${describeValidity(login)}`, GO_ON)
  }
  const what = `${where}: this login has no refresh token`
  if (expiresAtMs > Date.now()) {
    return new RefreshError(
      'creds-invalid',
      `${what}, and needs none until ${describeMoment(expiresAtMs, Date.now())}`,
      NOT_YET
    )
  }
  return new RefreshError(
    'creds-invalid',
    `${what}, so it cannot be refreshed; ${describeValidity(login)}`,
    MAKE_A_NEW_ONE
  )
}

const NOT_YET =
  'If the run should succeed until then, set `--min-validity` to less than the remaining time. Make a new token with `claude setup-token` before that date. For a login that can be refreshed, sign in with `clr login`.'
const GO_ON = 'Use the access token as it is. If it is rejected, make a new one with `claude setup-token`.'
const MAKE_A_NEW_ONE =
  'Make a new token with `claude setup-token`. For a login that can be refreshed, sign in with `clr login`.'

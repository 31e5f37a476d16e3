import type { AnyLogin } from '../credentials/credentials.js'
import { endOf, endsWithin, hasEnded, LOGIN_WARNING_MS } from '../credentials/login-end.js'
import { whyNotUsed } from '../credentials/validity.js'
import { describeMoment } from '../times.js'
import type { Content } from './content.js'
import type { FileStatus, LoginKind } from './file-status.js'
import { noTryBefore, rejectedSince, type Rejection } from '../rejections.js'

/** What a login is judged by. */
export interface Judged {
  readonly rejection: Rejection | null
  readonly nowMs: number
  /** A login that ends within this time needs a person. */
  readonly withinMs: number
}

type Verdict = Pick<FileStatus, 'state' | 'kind' | 'expiresAtMs' | 'loginExpiresAtMs' | 'message'>

/** The state of what is in a file, its dates, and what that means. */
export function judgeContent(content: Content, judged: Judged): Verdict {
  const nothing = { kind: null, expiresAtMs: null, loginExpiresAtMs: null }
  if (content.kind === 'none') return { ...nothing, state: content.state, message: content.message }
  if (content.kind === 'api-key') return { ...nothing, state: 'ok', kind: 'api-key', message: API_KEY }
  const { login } = content
  const dates = { kind: kindOf(login), expiresAtMs: login.expiresAtMs, loginExpiresAtMs: endOf(login, judged.nowMs) }
  return { ...dates, ...judgeLogin(login, dates.loginExpiresAtMs, judged) }
}

const API_KEY = 'the file holds an API key, which needs no refresh and has no end date'

function kindOf({ accessToken, refreshToken }: AnyLogin): LoginKind {
  if (refreshToken !== null) return 'login'
  return accessToken.startsWith('sk-ant-api') ? 'api-key' : 'access-token'
}

function judgeLogin(
  login: AnyLogin,
  endMs: number | null,
  { rejection, nowMs, withinMs }: Judged
): Pick<Verdict, 'state' | 'message'> {
  const end = endMs === null ? '' : describeMoment(endMs, nowMs)
  const since = rejection === null ? '' : `; ${rejectedMessage(rejection, nowMs)}`
  if (hasEnded(endMs, nowMs)) return { state: 'ended', message: endedMessage(login, end, nowMs) + since }
  if (rejection !== null) return { state: 'rejected', message: rejection.message + since }
  if (endsWithin(endMs, Math.max(LOGIN_WARNING_MS, withinMs), nowMs)) {
    const why = login.refreshToken === null ? 'it has no refresh token' : 'a refresh does not extend it'
    return { state: 'ends-soon', message: `the login ends on ${end}, and ${why}` }
  }
  const due = login.refreshToken === null ? null : whyRefreshIsDue(login, nowMs)
  return due === null ? { state: 'ok', message: okMessage(login, nowMs) } : { state: 'refresh-due', message: due }
}

function endedMessage({ refreshToken, expiresAtMs }: AnyLogin, end: string, nowMs: number): string {
  if (refreshToken === null) return `the access token expired on ${end}, and there is no refresh token`
  const isValid = expiresAtMs !== null && expiresAtMs > nowMs
  const last = isValid ? `; its last access token is valid until ${describeMoment(expiresAtMs, nowMs)}` : ''
  return `according to the date set at sign-in, the login ended on ${end}${last}`
}

function rejectedMessage(rejection: Rejection, nowMs: number): string {
  const next = rejection.nextTryAtMs > nowMs ? noTryBefore(rejection, nowMs) : 'the next run tries it again'
  return `${rejectedSince(rejection, nowMs)}; ${next}`
}

/** Null if the access token can be used. */
function whyRefreshIsDue(login: AnyLogin, nowMs: number): string | null {
  const { expiresAtMs } = login
  if (expiresAtMs === null) return 'the expiry of the access token is not known; the next refresh fixes that'
  const whyNot = whyNotUsed(login)
  if (whyNot !== null) return `${whyNot}; the next refresh fixes that`
  if (expiresAtMs > nowMs) return null
  return `the access token expired on ${describeMoment(expiresAtMs, nowMs)}; the next refresh gets a new one`
}

function okMessage({ expiresAtMs, refreshToken }: AnyLogin, nowMs: number): string {
  const never = refreshToken === null ? '; it has no refresh token, and is never refreshed' : ''
  if (expiresAtMs === null) return `the expiry of the access token is not known${never}`
  return `the access token is valid until ${describeMoment(expiresAtMs, nowMs)}${never}`
}

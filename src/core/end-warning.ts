import { describeEnd, hasEnded, parseEnd } from './credentials/login-end.js'
import type { Reason } from './reasons.js'
import type { RefreshReport } from './report.js'

/** Reasons whose message and remedy already are about a login that has to be replaced. */
const SAY_IT_THEMSELVES: readonly Reason[] = ['login-rejected', 'login-expired', 'creds-invalid']

/** That a login has ended, or ends soon. */
export interface EndWarning {
  /** In milliseconds since 1970. */
  readonly endMs: number
  readonly hasEnded: boolean
  /** What that means, and that a person should sign in again; the command follows. */
  readonly sentence: string
}

/** The warning about the end of a login; null if there is nothing to warn of, or the reason for a failure says it already. */
export function endWarning(
  { loginEndsSoon, loginExpiresAt, reason }: Pick<RefreshReport, 'loginEndsSoon' | 'loginExpiresAt' | 'reason'>,
  nowMs: number
): EndWarning | null {
  const endMs = parseEnd(loginExpiresAt)
  if (!loginEndsSoon || endMs === null || SAY_IT_THEMSELVES.includes(reason)) return null
  const end = describeEnd(endMs, nowMs)
  if (hasEnded(endMs, nowMs)) return { endMs, hasEnded: true, sentence: `${end}; sign in again` }
  return { endMs, hasEnded: false, sentence: `${end}, and a refresh does not extend it; sign in again before then` }
}

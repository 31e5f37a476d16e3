import { isReason, outcomeOf } from '../../core/reasons.js'

/** How the job with the refresh ended. */
export interface LoginRun {
  readonly result: 'success' | 'failure' | 'cancelled' | 'skipped'
  /** A reason of the refresh, also one that this version does not know; empty if there is none. */
  readonly reason: string
  /** When the login ends, in milliseconds since 1970; null if not known. */
  readonly loginExpiresAtMs: number | null
  readonly isEndingSoon: boolean
}

/** What a person should know about a login. */
export interface Trouble {
  /** The reason of the refresh, `login-ends-soon`, or `none` if the job failed before there was a reason. */
  readonly reason: string
  readonly loginExpiresAtMs: number | null
  /** Whether that is soon, or past. A person has to know it, whatever else is wrong. */
  readonly isEndingSoon: boolean
}

/** `well`: the login was refreshed, and does not end soon; `unclear`: the run says nothing new about it. */
export type Situation =
  { readonly kind: 'trouble'; readonly trouble: Trouble } | { readonly kind: 'well' } | { readonly kind: 'unclear' }

/** The reason in a trouble if the refresh succeeded, but the login ends soon. */
export const ENDS_SOON = 'login-ends-soon'

/** The reason in a trouble if the job failed before there was one. */
export const NO_REASON = 'none'

/** What a run says about the login. */
export function judge(run: LoginRun): Situation {
  const { result, reason, loginExpiresAtMs, isEndingSoon } = run
  // A dry run says nothing about the login itself, and its job may fail for any other cause.
  if (result === 'skipped' || reason === 'ready') return { kind: 'unclear' }
  if (hasFailed(run)) return { kind: 'trouble', trouble: { reason: failureOf(run), loginExpiresAtMs, isEndingSoon } }
  if (isEndingSoon) return { kind: 'trouble', trouble: { reason: ENDS_SOON, loginExpiresAtMs, isEndingSoon } }
  return reason === 'refreshed' || reason === 'recovered' ? { kind: 'well' } : { kind: 'unclear' }
}

/** A job also succeeds after a failed refresh if its step has `continue-on-error`. */
function hasFailed({ result, reason }: LoginRun): boolean {
  return result !== 'success' || (isReason(reason) && outcomeOf(reason).exitCode !== 0)
}

function failureOf({ result, reason }: LoginRun): string {
  if (reason !== '') return reason
  return result === 'cancelled' ? 'cancelled' : NO_REASON
}

/** How much the end of one login may differ from run to run, in milliseconds. */
const JITTER_MS = 60 * 60 * 1_000

/** Whether a person has been told about this already. A run that does not know the date says nothing new about it. */
export function isSameTrouble(known: Trouble, now: Trouble): boolean {
  if (known.reason !== now.reason || (now.isEndingSoon && !known.isEndingSoon)) return false
  if (now.loginExpiresAtMs === null) return true
  return known.loginExpiresAtMs !== null && Math.abs(known.loginExpiresAtMs - now.loginExpiresAtMs) <= JITTER_MS
}

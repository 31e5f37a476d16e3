import { outcomeOf } from '../../core/reasons.js'
import type { RefreshReport } from '../../core/report.js'
import { inTime } from '../../core/times.js'
import type { Toolkit } from '../context.js'

/** In milliseconds: if the login itself ends sooner than this, a warning is shown. */
const WARN_BEFORE_MS = 7 * 24 * 60 * 60 * 1_000

/**
 * The annotations of a run: an error with reason and remedy if it failed, its warnings, and a warning if the login ends
 * soon.
 */
export function annotate(toolkit: Toolkit, report: RefreshReport, nowMs: number): void {
  const { exitCode, title } = outcomeOf(report.reason)
  if (exitCode !== 0) toolkit.error(`${report.message}\n${report.remedy}`, { title: `${title} (${report.reason})` })
  warnOf(toolkit, report)
  const warning = loginWarning(report.loginExpiresAt, nowMs)
  if (warning !== null) toolkit.warning(warning.message, { title: warning.title })
}

/** Shows the warnings of a run. */
export function warnOf(toolkit: Toolkit, { warnings }: RefreshReport): void {
  for (const sentence of warnings) toolkit.warning(sentence, { title: 'Warning of clr refresh' })
}

/** A warning if the login itself has ended, or ends within 7 days; else null. A refresh does not extend it. */
export function loginWarning(
  loginExpiresAt: string | null,
  nowMs: number
): { readonly title: string; readonly message: string } | null {
  const leftMs = loginExpiresAt === null ? Number.NaN : Date.parse(loginExpiresAt) - nowMs
  if (Number.isNaN(leftMs) || leftMs >= WARN_BEFORE_MS) return null
  const when = inTime(leftMs)
  if (leftMs < 0) {
    const message = `The login itself ended ${when}. Log in again, and store the new credentials where this job finds them.`
    return { title: 'This login has ended', message }
  }
  const message = `The login itself ends ${when}, and no refresh makes it last longer. Log in again before then, and store the new credentials where this job finds them.`
  return { title: 'This login ends soon', message }
}

import { endWarning } from '../../core/end-warning.js'
import { outcomeOf } from '../../core/reasons.js'
import type { RefreshReport } from '../../core/report.js'
import type { Toolkit } from '../context.js'
import { howToSignIn } from './text.js'

/** What the warning about the end of a login depends on. */
export interface LoginWarningOptions {
  readonly nowMs: number
  /** The line that renews the login; empty if it is not known. */
  readonly loginCommand: string
}

/**
 * The annotations of a run: an error with reason and remedy if it failed, its warnings, and a warning if the login ends
 * soon.
 */
export function annotate(toolkit: Toolkit, report: RefreshReport, options: LoginWarningOptions): void {
  const { exitCode, title } = outcomeOf(report.reason)
  if (exitCode !== 0) toolkit.error(`${report.message}\n${report.remedy}`, { title: `${title} (${report.reason})` })
  warnOf(toolkit, report)
  const warning = loginWarning(report, options)
  if (warning !== null) toolkit.warning(warning.message, { title: warning.title })
}

/** Shows the warnings of a run. */
export function warnOf(toolkit: Toolkit, { warnings }: RefreshReport): void {
  for (const sentence of warnings) toolkit.warning(sentence, { title: 'Warning of clr refresh' })
}

/** A warning with the exact command if the login has ended, or ends soon; null if there is no reason for one. */
export function loginWarning(
  report: RefreshReport,
  { nowMs, loginCommand }: LoginWarningOptions
): { readonly title: string; readonly message: string } | null {
  const warning = endWarning(report, nowMs)
  if (warning === null) return null
  const { hasEnded, sentence } = warning
  const message = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${howToSignIn(loginCommand)}`
  return { title: hasEnded ? 'By its own date, this login has ended' : 'This login ends soon', message }
}

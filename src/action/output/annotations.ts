import { endWarning } from '../../core/end-warning.js'
import { troubleshootingUrl } from '../../core/project.js'
import { outcomeOf } from '../../core/reasons.js'
import type { RefreshReport } from '../../core/report.js'
import { describeMoment } from '../../core/times.js'
import type { Toolkit } from '../context.js'
import { visible } from './markdown.js'
import { asSentence, howToSignIn } from './text.js'

/** What the warning about the end of a login depends on. */
export interface LoginWarningOptions {
  readonly nowMs: number
  /** The line that renews the login; empty if it is not known. */
  readonly loginCommand: string
}

/** The toolkit whose annotations have no invisible characters, and none that change the order of others. */
export function withVisibleAnnotations(toolkit: Toolkit): Toolkit {
  const lines = (message: string | Error): string => String(message).split('\n').map(visible).join('\n')
  return {
    ...toolkit,
    error: (message, properties) => {
      toolkit.error(lines(message), properties)
    },
    warning: (message, properties) => {
      toolkit.warning(lines(message), properties)
    }
  }
}

/**
 * The annotations of a run: an error with why, what to do and a link if it failed, its warnings, and a warning if the login ends
 * soon.
 */
export function annotate(toolkit: Toolkit, report: RefreshReport, options: LoginWarningOptions): void {
  const { exitCode, title } = outcomeOf(report.reason)
  if (exitCode !== 0) {
    const lines = [asSentence(report.message), report.remedy, troubleshootingUrl(report.reason)].filter(
      line => line !== ''
    )
    toolkit.error(lines.join('\n'), { title: `${title} (${report.reason})` })
  }
  warnOf(toolkit, report)
  const warning = loginWarning(report, options)
  if (warning !== null) toolkit.warning(warning.message, { title: warning.title })
}

/** Shows the warnings of a run. */
export function warnOf(toolkit: Toolkit, { warnings }: RefreshReport): void {
  for (const sentence of warnings) toolkit.warning(asSentence(sentence), { title: 'About this Claude login' })
}

/** A warning with the exact command if the login has ended, or ends soon; null if there is no reason for one. */
export function loginWarning(
  report: RefreshReport,
  { nowMs, loginCommand }: LoginWarningOptions
): { readonly title: string; readonly message: string } | null {
  const warning = endWarning(report, nowMs)
  if (warning === null) return null
  const { hasEnded, endMs } = warning
  const date = describeMoment(endMs, nowMs)
  const howTo = howToSignIn(loginCommand)
  return hasEnded
    ? { title: 'This login has probably ended', message: `Its stored end date was ${date}. Sign in again ${howTo}.` }
    : {
        title: 'This login ends soon',
        message: `It ends on ${date}, and a refresh does not extend it. Sign in again before then ${howTo}.`
      }
}

import type { RefreshReport } from '../core/report.js'
import { remedyForWorkflow } from './remedies.js'

/** The options of `clr refresh` that the action has as inputs, with a value if one is given. */
const OPTION = /^`--(creds|timeout|min-validity|trace|dry-run)(?:[ =]([^`]*))?`$/

/**
 * A text of `clr` or of the core for the readers of a workflow: an option, `--creds`, is the input `creds` there, and who ran a
 * command in a terminal runs a workflow.
 */
export function withInputNames(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, at) => (at % 2 === 1 ? inputOf(part) : part.replace(RUN_AGAIN, '$1un the workflow again')))
    .join('')
}

/** In prose, but not in a path. */
const RUN_AGAIN = /(?<![/\w-])([Rr])un it again\b(?!\/)/g

/** A command in backticks stays as it is: a folder in it may have any name. */
function inputOf(code: string): string {
  return code.replace(OPTION, (_option, name: string, value?: string) =>
    value === undefined ? `\`${name}\`` : `\`${name}: ${value}\``
  )
}

/** The same for all texts of a report, with the remedies that only a workflow has. */
export function inWordsOfAction<Report extends Pick<RefreshReport, 'reason' | 'message' | 'remedy' | 'warnings'>>(
  report: Report
): Report {
  const { reason, message, remedy, warnings } = report
  return {
    ...report,
    message: withInputNames(message),
    remedy: withInputNames(remedyForWorkflow(reason, remedy)),
    warnings: warnings.map(withInputNames)
  }
}

import { pidIn } from '../../core/pid-line.js'
import { RefreshError } from '../../core/reasons.js'
import { reportOf, type RefreshReport } from '../../core/report.js'
import { MAY_BE_LOST } from '../../core/token-use.js'
import type { StepContext } from '../context.js'
import type { ProgramResult } from '../exec.js'
import type { RefreshAttempt } from '../refresh-step.js'
import { parseReport, reportFrom, substituteReport } from './report.js'

/** What `clr` reported. If it was killed after a cancel, that is not a bug. */
export function reportOfClr(result: ProgramResult, { signals }: StepContext): RefreshReport {
  const hasReported = result.exitCode !== null || parseReport(result.stdout) !== null
  if (hasReported || !signals.cancel.aborted) return reportFrom(result)
  const message =
    'stopped before `clr` could report a result; if there are new tokens, they are recovered at the end of the job'
  return substituteReport(result, { reason: 'cancelled', message })
}

/** What `clr` printed, without the line with its pid, which is for the action, and without the call if the log shows it already. */
export async function childOutputOf(
  { stderr }: ProgramResult,
  { trace, preparation }: Pick<RefreshAttempt, 'trace' | 'preparation'>
): Promise<string> {
  const [first = '', ...rest] = stderr.split('\n')
  const output = pidIn(first) === null ? stderr : rest.join('\n')
  if (!trace || preparation.claudeFolder !== null) return output // a newly installed `claude` changes the call
  const { withoutCall } = await import('../show-call.js')
  return withoutCall(output)
}

/** The report of a step that failed before `clr` was started. */
export function reportOfThrow(error: unknown): RefreshReport {
  if (error instanceof RefreshError) return reportOf(error.reason, error.message, error.remedy)
  const what = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error'
  return reportOf('internal', `${what}; ${MAY_BE_LOST}`)
}

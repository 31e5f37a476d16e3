import { RefreshError } from '../refresh/reasons.js'
import { redact } from '../refresh/redact.js'
import { reportOf, type RefreshReport } from '../refresh/report.js'
import { annotate } from './annotations.js'
import { reportFrom } from './clr-report.js'
import { readInputs, type ActionInputs } from './inputs.js'
import { showLog } from './log.js'
import { masksFor } from './masks.js'
import { plainOutputs, secretOutputs, setOutputs } from './outputs.js'
import { argumentsFor, environmentFor, type ClrCall, type ClrResult, type RunningClr } from './run-clr.js'
import { seeCredentials, type SeenCredentials } from './seen-credentials.js'
import { writeSummary } from './summary.js'
import type { Toolkit } from './toolkit.js'

/** What the action needs of the world around it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  /** Absolute path of the bundle of `clr`. */
  readonly clrProgram: string
  readonly startClr: (call: ClrCall) => RunningClr
  /** Loads @actions/core; called once, while `clr` is at work. */
  readonly loadToolkit: () => Promise<Toolkit>
}

/**
 * The one place that knows the order of the steps. The masks are the first thing printed; the outputs are set whatever
 * happened before.
 * @returns the exit status of the step: 1 also where `clr` ended with 2
 */
export async function runAction(around: Surroundings): Promise<0 | 1> {
  const attempt = await attemptRefresh(around)
  const toolkit = await around.loadToolkit()
  const after = await seeCredentials(attempt.report.creds ?? attempt.creds)
  for (const mask of masksFor([attempt.before, after])) toolkit.setSecret(mask)

  const hide = (text: string): string => redact(text, [...attempt.before.secrets, ...after.secrets])
  const report = { ...attempt.report, message: hide(attempt.report.message) }
  setOutputs(toolkit, { plain: plainOutputs(report), secret: secretOutputs(report, after) }, around.env)
  const nowMs = Date.now()
  annotate(toolkit, report, nowMs)
  await showLog(toolkit, { report, childOutput: hide(attempt.childOutput), trace: attempt.trace }, nowMs)
  if ((around.env.GITHUB_STEP_SUMMARY ?? '') !== '') await writeSummary(toolkit, report, nowMs)
  return report.exitCode === 0 ? 0 : 1
}

/** One try to refresh, however it ended. */
interface Attempt {
  readonly report: RefreshReport
  /** The input; the report names the file only where `clr` got so far. */
  readonly creds: string
  readonly before: SeenCredentials
  /** What `clr` printed on stderr, without its first line. */
  readonly childOutput: string
  readonly trace: boolean
}

const NO_ATTEMPT = { creds: '', before: { json: null, accessToken: null, secrets: [] }, childOutput: '', trace: false }

/** Does not throw: whatever goes wrong here is a report with a reason. */
async function attemptRefresh(around: Surroundings): Promise<Attempt> {
  try {
    const inputs = readInputs(around.env)
    const { before, result } = await callClr(inputs, around)
    const { creds, trace } = inputs
    return { report: reportFrom(result), creds, before, childOutput: withoutFirstLine(result.stderr), trace }
  } catch (error) {
    return { report: reportOfThrow(error), ...NO_ATTEMPT }
  }
}

/** Starts `clr` before anything else, and does what else there is to do while it is at work. */
async function callClr(
  inputs: ActionInputs,
  around: Surroundings
): Promise<{ before: SeenCredentials; result: ClrResult }> {
  const { env, clrProgram, startClr, loadToolkit } = around
  const running = startClr({ program: clrProgram, args: argumentsFor(inputs), env: environmentFor(env) })
  const before = await seeCredentials(inputs.creds)
  await running.pid // only now is it at work: what is loaded earlier would keep it waiting
  await loadToolkit()
  return { before, result: await running.ended }
}

/** The line that tells the pid is for the action, not for people. */
function withoutFirstLine(stderr: string): string {
  return stderr.replace(/^[^\n]*\bpid\b[^\n]*(\n|$)/i, '')
}

function reportOfThrow(error: unknown): RefreshReport {
  if (error instanceof RefreshError) return reportOf(error.reason, error.message)
  return reportOf('internal', error instanceof Error ? `${error.name}: ${error.message}` : 'something was thrown')
}

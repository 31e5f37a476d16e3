import { absolutePath, currentAccountFile } from '../core/credentials/typed-path.js'
import { NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import { reportOf, type RefreshReport } from '../core/report.js'
import { refuseWindows } from '../core/system/platform.js'
import { MAY_BE_LOST } from '../core/token-use.js'
import type { ProgramResult } from './clr/exec.js'
import { parseReport, reportFrom, substituteReport } from './clr/report.js'
import { argumentsFor, environmentFor } from './clr/start.js'
import type { StepContext } from './context.js'
import { readInputs, readSecretInputs, readSecretTexts, type ActionInputs } from './inputs.js'
import { remedyForEmpty, whyNoSecrets } from './no-secrets.js'
import type { Preparation, Wishes } from './prepare.js'
import { NOTHING_SEEN, seeCredentials, type SeenCredentials } from './seen-credentials.js'

/** One try to refresh, however it ended; `clr` may never have been started. */
export interface RefreshAttempt {
  readonly report: RefreshReport
  /** Absolute path of the credentials file; empty if the inputs name none. */
  readonly creds: string
  /** What was in the file before. */
  readonly before: SeenCredentials
  /** What `clr` printed on stderr, without its first line. */
  readonly childOutput: string
  readonly trace: boolean
  readonly preparation: Preparation
  /** Lines for the log, of what was done before `clr` started. */
  readonly notes: readonly string[]
  /** Why the path of the file could not be saved for `post`, in a sentence; null if it was, or no runner asks for it. */
  readonly untold: string | null
}

/** Of a step that asked for nothing but a refresh. */
const UNPREPARED: Preparation = {
  claudeFolder: null,
  isFileMade: false,
  store: null,
  incoming: null,
  secondsLeft: null,
  isLoginKept: false
}

type Draft = { -readonly [Name in keyof Omit<RefreshAttempt, 'report'>]: RefreshAttempt[Name] }

const NOTHING_DONE: Draft = {
  creds: '',
  before: NOTHING_SEEN,
  childOutput: '',
  trace: false,
  preparation: UNPREPARED,
  notes: [],
  untold: null
}

/** Does not throw: whatever goes wrong here is a report with a reason. */
export async function attemptRefresh(context: StepContext): Promise<RefreshAttempt> {
  const notes: string[] = []
  const attempt: Draft = { ...NOTHING_DONE, notes }
  const note = (line: string): void => {
    if (!notes.includes(line)) notes.push(line)
  }
  try {
    refuseWindows()
    const inputs = readInputs(context.env)
    attempt.trace = inputs.trace
    attempt.creds = credsOf(inputs, context.env)
    if (inputs.trace) await showCallNow(inputs, attempt.creds, context)
    attempt.untold = saveForPost(attempt.creds, context)
    if (asksForMore(inputs)) attempt.preparation = await prepareFor({ inputs, creds: attempt.creds, note }, context)
    if (context.signals.cancel.aborted)
      throw new RefreshError('cancelled', `cancelled before \`clr\` was started; ${NOT_SENT_HERE}`)
    const { before, result } = await callClr(inputs, attempt, context)
    const report = explainMissing(reportOfClr(result, context), context.env)
    return { ...attempt, report, before, childOutput: await whatClrSaid(result, attempt) }
  } catch (error) {
    const report = { ...reportOfThrow(error), creds: attempt.creds === '' ? null : attempt.creds }
    return { ...attempt, report: explainMissing(report, context.env) }
  }
}

/** Absolute path of the file that the inputs name; by default the current account's. @throws RefreshError `usage` */
function credsOf({ creds }: ActionInputs, env: NodeJS.ProcessEnv): string {
  const { text, name } = creds === '' ? currentAccountFile(env) : { text: creds, name: 'creds' }
  return absolutePath(text, name)
}

async function showCallNow(inputs: ActionInputs, creds: string, { env, loadToolkit }: StepContext): Promise<void> {
  const { showCall } = await import('./show-call.js')
  await showCall(await loadToolkit(), { inputs, creds }, env)
}

/** Without it `post` has less to do; not worth a word if there is no `GITHUB_STATE` at all. @throws RefreshError */
function saveForPost(creds: string, { env, state }: StepContext): string | null {
  const why = state.fileIsAt(creds)
  if (why === null || (env.GITHUB_STATE ?? '') === '') return null
  return `${why}: the end of the job neither recovers nor stores what is new in ${creds}`
}

/** What most runs do not ask for is not even loaded for them: `clr` is to start at once. */
function asksForMore({ credsJson, claudeVersion, secret }: ActionInputs): boolean {
  return [credsJson, claudeVersion, secret.secretName, secret.accessTokenSecretName].some(text => text !== '')
}

async function prepareFor(wishes: Wishes, context: StepContext): Promise<Preparation> {
  const { prepare } = await import('./prepare.js')
  return prepare(wishes, context)
}

/** Starts `clr` before anything else, and does what else there is to do while it is at work. */
async function callClr(
  inputs: ActionInputs,
  { creds, preparation }: Pick<RefreshAttempt, 'creds' | 'preparation'>,
  { env, state, clrProgram, startClr, loadToolkit, signals }: StepContext
): Promise<{ before: SeenCredentials; result: ProgramResult }> {
  const { secondsLeft } = preparation
  const args = argumentsFor(secondsLeft === null ? inputs : { ...inputs, timeout: String(secondsLeft) })
  const running = startClr({ program: clrProgram, args, env: environmentFor(env, preparation.claudeFolder) })
  signals.passOnTo(running)
  const remembered = running.pid.then(pid => {
    if (pid !== null) state.clrRuns(pid)
  })
  await running.spawned
  const before = seeCredentials(creds)
  await loadToolkit() // while `clr` starts: later it would contend with `claude`
  await remembered
  return { before, result: await running.ended }
}

/** A `clr` that was killed after a cancel is no bug. */
function reportOfClr(result: ProgramResult, { signals }: StepContext): RefreshReport {
  const hasReported = result.exitCode !== null || parseReport(result.stdout) !== null
  if (hasReported || !signals.cancel.aborted) return reportFrom(result)
  const message = 'cancelled, and `clr` had no time to report; what it left is recovered when the job ends'
  return substituteReport(result, { reason: 'cancelled', message })
}

/** A secret that is not there looks like an input that was not given. */
function explainMissing(report: RefreshReport, env: NodeJS.ProcessEnv): RefreshReport {
  if (report.reason !== 'creds-not-found' || readSecretTexts(env).credsJson !== '') return report
  const { message, remedy } = report
  const { secretName, accessTokenSecretName } = readSecretInputs(env)
  const why = whyNoSecrets(env)
  if (why === null && `${secretName}${accessTokenSecretName}` === '') {
    return {
      ...report,
      message: `${message}; the input creds-json is empty or not given`,
      remedy: `${remedy} If a secret should have filled creds-json: ${remedyForEmpty(why)}`
    }
  }
  return {
    ...report,
    message: `creds-json is empty${why === null ? '' : `: ${why}`}; ${message}`,
    remedy: `${remedyForEmpty(why)} If the login is in a file of this machine: ${remedy}`
  }
}

/** Without the line with the pid, which is for the action, and without the call if the log shows that already. */
async function whatClrSaid(
  { stderr }: ProgramResult,
  { trace, preparation }: Pick<RefreshAttempt, 'trace' | 'preparation'>
): Promise<string> {
  const said = stderr.replace(/^[^\n]*\bpid\b[^\n]*(\n|$)/i, '')
  if (!trace || preparation.claudeFolder !== null) return said // a `claude` that was installed since makes another call
  const { withoutCall } = await import('./show-call.js')
  return withoutCall(said)
}

function reportOfThrow(error: unknown): RefreshReport {
  if (error instanceof RefreshError) return reportOf(error.reason, error.message, error.remedy)
  const what = error instanceof Error ? `${error.name}: ${error.message}` : 'something was thrown'
  return reportOf('internal', `${what}; ${MAY_BE_LOST}`)
}

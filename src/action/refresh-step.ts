import { absolutePath, currentAccountFile } from '../core/credentials/typed-path.js'
import { NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import { reportOf, type RefreshReport } from '../core/report.js'
import { refuseWindows } from '../core/system/platform.js'
import { MAY_BE_LOST } from '../core/token-use.js'
import { rememberClr } from './clr/abandoned.js'
import { parseReport, reportFrom, reportWithout } from './clr/report.js'
import { readInputs, readSecretInputs, readSecretTexts, type ActionInputs } from './inputs.js'
import type { Wishes } from './prepare.js'
import { UNPREPARED, type Preparation } from './preparation-result.js'
import { remedyForEmpty, whyNoSecrets } from './no-secrets.js'
import { argumentsFor, environmentFor, type ClrResult } from './clr/start.js'
import { NOTHING_SEEN, seeCredentials, type SeenCredentials } from './seen-credentials.js'
import { saveState, saveStateOrRefuse } from './state.js'
import type { Surroundings } from './surroundings.js'

/** One try to refresh, however it ended. */
export interface Attempt {
  readonly report: RefreshReport
  /** Absolute path of the credentials file; empty where the inputs name none. */
  readonly creds: string
  /** What stood in the file before. */
  readonly before: SeenCredentials
  /** What `clr` printed on stderr, without its first line. */
  readonly childOutput: string
  readonly trace: boolean
  readonly preparation: Preparation
  /** Lines for the log, of what was done before `clr` started. */
  readonly notes: readonly string[]
  /** Why `post` could not be told where the file is, in a sentence; null if it was, or no runner asks for it. */
  readonly untold: string | null
}

type Draft = { -readonly [Name in keyof Omit<Attempt, 'report'>]: Attempt[Name] }

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
export async function attemptRefresh(around: Surroundings): Promise<Attempt> {
  const notes: string[] = []
  const attempt: Draft = { ...NOTHING_DONE, notes }
  const note = (line: string): void => {
    if (!notes.includes(line)) notes.push(line)
  }
  try {
    refuseWindows()
    const inputs = readInputs(around.env)
    attempt.trace = inputs.trace
    attempt.creds = credsOf(inputs, around.env)
    if (inputs.trace) await show(inputs, attempt.creds, around)
    if (inputs.credsJson !== '') saveStateOrRefuse(around.env, 'creds', attempt.creds)
    else attempt.untold = tellPost(attempt.creds, around.env)
    if (asksForMore(inputs)) attempt.preparation = await prepareFor({ inputs, creds: attempt.creds, note }, around)
    if (around.signals.cancel.aborted)
      throw new RefreshError('cancelled', `cancelled before \`clr\` was started; ${NOT_SENT_HERE}`)
    const { before, result } = await callClr(inputs, attempt, around)
    const report = explainMissing(reportOfClr(result, around), around.env)
    return { ...attempt, report, before, childOutput: await whatClrSaid(result, attempt) }
  } catch (error) {
    const report = { ...reportOfThrow(error), creds: attempt.creds === '' ? null : attempt.creds }
    return { ...attempt, report: explainMissing(report, around.env) }
  }
}

/** Absolute path of the file that the inputs name; by default the current account's. @throws RefreshError `usage` */
function credsOf({ creds }: ActionInputs, env: NodeJS.ProcessEnv): string {
  const { text, name } = creds === '' ? currentAccountFile(env) : { text: creds, name: 'creds' }
  return absolutePath(text, name)
}

async function show(inputs: ActionInputs, creds: string, { env, loadToolkit }: Surroundings): Promise<void> {
  const { showCall } = await import('./show-call.js')
  await showCall(await loadToolkit(), { inputs, creds }, env)
}

/** Without it `post` has less to do; not worth a word if there is no `GITHUB_STATE` at all. */
function tellPost(creds: string, env: NodeJS.ProcessEnv): string | null {
  const why = saveState(env, 'creds', creds)
  if (why === null || (env.GITHUB_STATE ?? '') === '') return null
  return `${why}: the end of the job neither recovers nor stores what is new in ${creds}`
}

/** What most runs do not ask for is not even loaded for them: `clr` is to start at once. */
function asksForMore({ credsJson, claudeVersion, secret }: ActionInputs): boolean {
  return [credsJson, claudeVersion, secret.secretName, secret.accessTokenSecretName].some(text => text !== '')
}

async function prepareFor(wishes: Wishes, around: Surroundings): Promise<Preparation> {
  const { prepare } = await import('./prepare.js')
  return prepare(wishes, around)
}

/** Starts `clr` before anything else, and does what else there is to do while it is at work. */
async function callClr(
  inputs: ActionInputs,
  { creds, preparation }: Pick<Attempt, 'creds' | 'preparation'>,
  { env, clrProgram, startClr, loadToolkit, signals }: Surroundings
): Promise<{ before: SeenCredentials; result: ClrResult }> {
  const { secondsLeft } = preparation
  const args = argumentsFor(secondsLeft === null ? inputs : { ...inputs, timeout: String(secondsLeft) })
  const running = startClr({ program: clrProgram, args, env: environmentFor(env, preparation.claudeFolder) })
  signals.passOnTo(running)
  const remembered = running.pid.then(pid => {
    rememberClr(env, pid)
  })
  await running.spawned
  const before = seeCredentials(creds)
  await loadToolkit() // while `clr` starts: later it would contend with `claude`
  await remembered
  return { before, result: await running.ended }
}

/** A `clr` that was killed after a cancel is no bug. */
function reportOfClr(result: ClrResult, { signals }: Surroundings): RefreshReport {
  const hasReported = result.exitCode !== null || parseReport(result.stdout) !== null
  if (hasReported || !signals.cancel.aborted) return reportFrom(result)
  const message = 'cancelled, and `clr` had no time to report; what it left is recovered when the job ends'
  return reportWithout(result, { reason: 'cancelled', message })
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

/** Without the line that tells the pid, which is for the action, and without the call if the log shows that already. */
async function whatClrSaid(
  { stderr }: ClrResult,
  { trace, preparation }: Pick<Attempt, 'trace' | 'preparation'>
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

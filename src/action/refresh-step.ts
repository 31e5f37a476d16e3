import { performance } from 'node:perf_hooks'
import { absolutePath, CREDS, currentAccountFile } from '../core/credentials/typed-path.js'
import { pidIn } from '../core/pid-line.js'
import { NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import { reportOf, type Phase, type RefreshReport } from '../core/report.js'
import { refuseWindows } from '../core/system/platform.js'
import { MAY_BE_LOST } from '../core/token-use.js'
import type { ProgramResult } from './exec.js'
import { parseReport, reportFrom, substituteReport } from './clr/report.js'
import { argumentsFor, environmentFor } from './clr/start.js'
import type { AboutLogin } from './about-login.js'
import type { StepContext } from './context.js'
import { asksForDryRun, parseLoginWarningMs, readInputs, type ActionInputs } from './inputs.js'
import { explainMissing } from './no-secrets.js'
import type { DryRunFindings } from './output/summary.js'
import type { Preparation } from './prepare.js'
import { StepTimes } from './step-times.js'
import { NOTHING_SEEN, seeCredentials, type SeenCredentials } from './seen-credentials.js'

/** The result of an attempt to refresh, however it ended; `clr` may not have been started. */
export interface RefreshAttempt extends AboutLogin {
  /** Absolute path of the credentials file; empty if the inputs name none. */
  readonly creds: string
  /** What was in the file before. */
  readonly before: SeenCredentials
  /** What `clr` printed on stderr, without its first line. */
  readonly childOutput: string
  readonly trace: boolean
  readonly preparation: Preparation
  /** What a dry run has found out so far; null for a refresh. */
  readonly dryRun: DryRunFindings | null
  /** Lines for the log about what was done before `clr` started. */
  readonly notes: readonly string[]
  /** The phases of the step so far. */
  readonly times: StepTimes
  /** Why the path of the file was not saved for `post`, in a sentence; null if it was, or if there is no `GITHUB_STATE`. */
  readonly whyNotSaved: string | null
}

type Draft = {
  -readonly [Name in keyof Omit<RefreshAttempt, keyof AboutLogin | 'notes' | 'times'>]: RefreshAttempt[Name]
}

/** A step that asked for nothing but a refresh. */
const UNPREPARED: Preparation = {
  claudeFolder: null,
  isFileMade: false,
  store: null,
  incoming: null,
  secondsLeft: null,
  isLoginKept: false
}

const NOTHING_FOUND: DryRunFindings = { proven: [], ahead: null }

const NOTHING_DONE: Draft = {
  creds: '',
  before: NOTHING_SEEN,
  childOutput: '',
  trace: false,
  preparation: UNPREPARED,
  dryRun: null,
  whyNotSaved: null
}

/** Never throws: any failure is a report with a reason. */
export async function attemptRefresh(context: StepContext): Promise<RefreshAttempt> {
  const notes = new Set<string>()
  const times = new StepTimes()
  const attempt: Draft = { ...NOTHING_DONE, dryRun: asksForDryRun(context.env) ? NOTHING_FOUND : null }
  const report = await fill(attempt, { notes, times }, context).catch((error: unknown) => {
    return { ...reportOfThrow(error), creds: attempt.creds || null }
  })
  const { aboutLogin } = await import('./about-login.js')
  const about = aboutLogin(explainMissing(report, context.env), attempt.creds, context.env)
  return { ...attempt, ...about, notes: [...notes], times }
}

/** Makes the attempt, and fills in what it learns. @throws whatever keeps `clr` from being run */
async function fill(
  attempt: Draft,
  { notes, times }: { readonly notes: Set<string>; readonly times: StepTimes },
  context: StepContext
): Promise<RefreshReport> {
  refuseWindows()
  const inputs = readInputs(context.env)
  attempt.trace = inputs.trace
  const { creds, credsFrom } = credsOf(inputs, context.env)
  attempt.creds = creds
  const note = (line: string): void => void notes.add(line)
  parseLoginWarningMs(inputs.loginWarning) // refused before anything is done
  if (inputs.trace) {
    const { showCall } = await import('./show-call.js')
    await showCall(await context.loadToolkit(), { inputs, creds }, context.env)
  }
  if (inputs.dryRun) {
    const { checkStep } = await import('./dry-run.js')
    const findings = { ...NOTHING_FOUND }
    attempt.dryRun = findings
    return checkStep({ inputs, creds, credsFrom, note, times, findings }, context)
  }
  attempt.whyNotSaved = saveForPost(creds, context)
  context.state.mainRuns()
  if (asksForMore(inputs)) {
    const { prepare } = await import('./prepare.js')
    attempt.preparation = await prepare({ inputs, creds, note, times }, context)
  }
  if (context.signals.cancel.aborted)
    throw new RefreshError('cancelled', `stopped before \`clr\` was started; ${NOT_SENT_HERE}`)
  const startMs = performance.now()
  const { before, result } = await callClr(inputs, attempt, context)
  attempt.before = before
  attempt.childOutput = await childOutputOf(result, attempt)
  const report = reportOfClr(result, context)
  times.add(
    { name: 'start and end clr', ms: Math.max(0, performance.now() - startMs - report.elapsedMs) },
    ...phasesOf(report)
  )
  return report
}

/** The phases of `clr`, with a name that says so. */
function phasesOf({ phases }: RefreshReport): readonly Phase[] {
  return phases.map(({ name, ms }) => ({ name: `clr: ${name}`, ms }))
}

/**
 * Absolute path of the input `creds`, and the name of what it comes from; by default the current account's file.
 * @throws RefreshError `usage`
 */
function credsOf(
  { creds }: ActionInputs,
  env: NodeJS.ProcessEnv
): { readonly creds: string; readonly credsFrom: string } {
  const { text, name } = creds === '' ? currentAccountFile(env) : { text: creds, name: CREDS }
  return { creds: absolutePath(text, name), credsFrom: name }
}

/**
 * Saves the path of the file for `post`, which does less without it. Not reported if there is no `GITHUB_STATE` at all.
 * @returns why it was not saved, in a sentence; null if it was
 * @throws RefreshError
 */
function saveForPost(creds: string, { env, state }: StepContext): string | null {
  const why = state.fileIsAt(creds)
  if (why === null || (env.GITHUB_STATE ?? '') === '') return null
  return `${why}: new tokens in ${creds} cannot be recovered or stored at the end of the job`
}

/**
 * Whether the inputs ask for more than a refresh. Most do not: then the code for the rest is not loaded, so that `clr`
 * starts at once. An unusual `secret-app` counts, so that a wrong one is always refused.
 */
function asksForMore({ credsJson, claudeVersion, secret }: ActionInputs): boolean {
  const { secretName, accessTokenSecretName, secretApp } = secret
  const isUnusual = !['', 'actions'].includes(secretApp)
  return isUnusual || [credsJson, claudeVersion, secretName, accessTokenSecretName].some(text => text !== '')
}

/** Starts `clr` first, and does everything else while it is running. */
async function callClr(
  inputs: ActionInputs,
  { creds, preparation }: Pick<RefreshAttempt, 'creds' | 'preparation'>,
  { env, state, clrProgram, startClr, loadToolkit, signals }: StepContext
): Promise<{ before: SeenCredentials; result: ProgramResult }> {
  const { secondsLeft } = preparation
  const args = argumentsFor(secondsLeft === null ? inputs : { ...inputs, timeout: String(secondsLeft) })
  const running = startClr({ program: clrProgram, args, env: environmentFor(env, preparation.claudeFolder) })
  signals.passOnTo(running)
  const isPidSaved = running.pid.then(pid => {
    if (pid !== null) state.clrRuns(pid)
  })
  await running.spawned
  const before = seeCredentials(creds)
  await loadToolkit() // while `clr` starts: later it would slow `claude` down
  await import('./about-login.js') // so that it is there when `clr` ends
  await isPidSaved
  return { before, result: await running.ended }
}

/** A `clr` that was killed after a cancel is not a bug. */
function reportOfClr(result: ProgramResult, { signals }: StepContext): RefreshReport {
  const hasReported = result.exitCode !== null || parseReport(result.stdout) !== null
  if (hasReported || !signals.cancel.aborted) return reportFrom(result)
  const message =
    'stopped before `clr` could report a result; if there are new tokens, they are recovered at the end of the job'
  return substituteReport(result, { reason: 'cancelled', message })
}

/** What `clr` printed, without the line with its pid, which is for the action, and without the call if the log shows it already. */
async function childOutputOf(
  { stderr }: ProgramResult,
  { trace, preparation }: Pick<RefreshAttempt, 'trace' | 'preparation'>
): Promise<string> {
  const [first = '', ...rest] = stderr.split('\n')
  const output = pidIn(first) === null ? stderr : rest.join('\n')
  if (!trace || preparation.claudeFolder !== null) return output // a newly installed `claude` changes the call
  const { withoutCall } = await import('./show-call.js')
  return withoutCall(output)
}

function reportOfThrow(error: unknown): RefreshReport {
  if (error instanceof RefreshError) return reportOf(error.reason, error.message, error.remedy)
  const what = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error'
  return reportOf('internal', `${what}; ${MAY_BE_LOST}`)
}

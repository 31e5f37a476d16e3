import { performance } from 'node:perf_hooks'
import { absolutePath, CREDS, currentAccountFile } from '../core/credentials/typed-path.js'
import { NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import type { Phase, RefreshReport } from '../core/report.js'
import { refuseWindows } from '../core/system/platform.js'
import type { ProgramResult } from './exec.js'
import { argumentsFor, environmentFor } from './clr/start.js'
import type { AboutLogin } from './about-login.js'
import type { StepContext } from './context.js'
import { asksForDryRun, parseLoginWarningMs, readInputs, type ActionInputs } from './inputs.js'
import type { DryRunFindings } from './output/summary.js'
import type { Preparation } from './prepare.js'
import { StepTimes } from './step-times.js'
import type { SeenCredentials } from './seen-credentials.js'

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
  -readonly [Name in keyof Omit<RefreshAttempt, keyof AboutLogin | 'before' | 'notes' | 'times'>]: RefreshAttempt[Name]
} & {
  /** Null if `clr` was not started. */
  before: SeenCredentials | null
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
  before: null,
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
  const report = await fill(attempt, { notes, times }, context).catch(async (error: unknown) => {
    const { reportOfThrow } = await import('./after-start.js')
    return { ...reportOfThrow(error), creds: attempt.creds || null }
  })
  const { aboutLogin, explainMissing, NOTHING_SEEN } = await import('./after-start.js')
  const about = aboutLogin(explainMissing(report, context.env), attempt.creds, context.env)
  return { ...attempt, before: attempt.before ?? NOTHING_SEEN, ...about, notes: [...notes], times }
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
  const { childOutputOf, reportOfClr } = await import('./after-start.js')
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
  const { seeCredentials } = await import('./after-start.js')
  const before = seeCredentials(creds)
  await loadToolkit() // while `clr` starts: later it would slow `claude` down
  await isPidSaved
  return { before, result: await running.ended }
}

import { parseJson } from '../../src/core/json.js'
import { CLR_ON_NODE20, fieldOf, type CallOptions } from '../doors.js'
import type { E2eSetup } from '../e2e-setup.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import type { TokenReply } from '../endpoint/replies.js'
import type { Ended, Running } from '../program.js'
import { isCurrent, leftByRuns } from './login-state.js'

/** The result of one fault and of the run after it. */
export interface TrialResult {
  readonly name: string
  /** How the runs ended and how often a token was sent, for the printed line. */
  readonly summary: string
  /** What went wrong; empty if nothing did. */
  readonly problems: readonly string[]
}

/** What runs did to a login, as seen at the endpoint and on disk. */
export interface Observed {
  readonly runs: readonly Ended[]
  readonly sends: number
  readonly reuses: number
  readonly modelRequests: number
  /** Whether the file holds the endpoint's current pair. */
  readonly isCurrent: boolean
  readonly leftovers: readonly string[]
}

/** Starts `clr refresh` on the credentials file. */
export function startRun(setup: E2eSetup, options?: CallOptions): Running {
  return setup.start(CLR_ON_NODE20, { creds: setup.home.creds, ...options })
}

/** Does something to a login, and counts what happened at the endpoint. */
export async function observe(setup: E2eSetup, act: () => Promise<readonly Ended[]>): Promise<Observed> {
  const { endpoint } = setup
  const { token, model } = endpoint.requests
  const before = { sends: token.length, reuses: endpoint.reuses, modelRequests: model.length }
  const runs = await act()
  return {
    runs,
    sends: token.length - before.sends,
    reuses: endpoint.reuses - before.reuses,
    modelRequests: model.length - before.modelRequests,
    isCurrent: isCurrent(setup),
    leftovers: leftByRuns(setup)
  }
}

/** Runs once more after the fault. */
export function runNext(setup: E2eSetup, options?: CallOptions): Promise<Observed> {
  return observe(setup, async () => [await startRun(setup, options).ended])
}

/** The result of a fault and of the next run, which must have repaired everything. */
export function resultOf(
  name: string,
  { observed, next }: { readonly observed: Observed; readonly next: Observed },
  problems: readonly string[]
): TrialResult {
  const summary = `${summaryOf(observed)}; the next run: ${summaryOf(next)}`
  return { name, summary, problems: [...problems, ...allProblems(next).map(problem => `the next run: ${problem}`)] }
}

/** How runs ended, and how often they sent a token, in a few words. */
export function summaryOf({ runs, sends }: Observed): string {
  const reasons = runs.map(run => reasonOf(run) ?? exitOf(run))
  const counts = [...new Set(reasons)].map(reason => {
    const count = reasons.filter(other => other === reason).length
    return count === 1 ? reason : `${count} ${reason}`
  })
  return `${counts.join(', ')}, ${sends} sent`
}

/** The reason in the report of a run; null for a session of the CLI, and for a run that was killed. */
export function reasonOf(run: Ended | undefined): string | null {
  const reason = fieldOf(parseJson(run?.stdout ?? ''), 'reason')
  return typeof reason === 'string' ? reason : null
}

/** How a run ended, with the message of its report. */
export function messageOf(run: Ended | undefined): string {
  if (run === undefined) return ''
  const message = fieldOf(parseJson(run.stdout), 'message')
  return `${exitOf(run)}: ${typeof message === 'string' ? message : run.stdout}`
}

function exitOf({ exitCode }: Ended): string {
  return `exit ${exitCode ?? 'by a signal'}`
}

/** All problems, if every run should have refreshed the login. */
export function allProblems(observed: Observed): readonly string[] {
  return [...refreshProblems(observed), ...safetyProblems(observed)]
}

/** The problems if every run should have ended with exit 0 and the current pair in the file. */
export function refreshProblems({ runs, isCurrent }: Observed): readonly string[] {
  const failures = runs.filter(({ exitCode }) => exitCode !== 0)
  return [...failures.map(messageOf), ...problemUnless(isCurrent, 'the current pair is not in the file')]
}

/** The problems that no fault may cause: a spent token was sent again, the model was asked, something was left behind. */
export function safetyProblems({ reuses, modelRequests, leftovers }: Observed): readonly string[] {
  return [
    ...problemUnless(reuses === 0, `${reuses} spent tokens sent again`),
    ...problemUnless(modelRequests === 0, `${modelRequests} model requests`),
    ...leftovers.map(left => `left: ${left}`)
  ]
}

/** A list with this problem, or an empty one. */
export function problemUnless(isFine: boolean, problem: string): readonly string[] {
  return isFine ? [] : [problem]
}

/** Does something while the endpoint gives this reply. */
export async function whileReplying<T>(endpoint: Endpoint, reply: TokenReply, act: () => Promise<T>): Promise<T> {
  const before = endpoint.token.reply
  endpoint.token.reply = reply
  try {
    return await act()
  } finally {
    endpoint.token.reply = before
  }
}

import { parseJson } from '../../src/core/json.js'
import { CLR_ON_NODE20, fieldOf, type CallOptions } from '../doors.js'
import type { E2eSetup } from '../e2e-setup.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import type { TokenReply } from '../endpoint/replies.js'
import type { Ended, Running } from '../program.js'
import { isCurrent, leftByRuns } from './login-state.js'

/** How one fault went, and the run after it. */
export interface TrialResult {
  readonly name: string
  /** How the runs ended and how much was sent, for the line that is printed. */
  readonly summary: string
  /** What should not have been; empty if all is well. */
  readonly problems: readonly string[]
}

/** What some runs did to a login, as the endpoint and the disk show it. */
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

/** Lets something happen to a login, and counts what it did. */
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

/** Runs once more when the fault is over. */
export function runNext(setup: E2eSetup, options?: CallOptions): Promise<Observed> {
  return observe(setup, async () => [await startRun(setup, options).ended])
}

/** The result of what was observed, and of the run after it, which has to put everything right. */
export function resultOf(
  name: string,
  { observed, next }: { readonly observed: Observed; readonly next: Observed },
  problems: readonly string[]
): TrialResult {
  const summary = `${summaryOf(observed)}; the next run: ${summaryOf(next)}`
  const ofNext = [...refreshProblems(next), ...safetyProblems(next)]
  return { name, summary, problems: [...problems, ...ofNext.map(problem => `the next run: ${problem}`)] }
}

/** How runs ended, and how much they sent, in a few words. */
export function summaryOf({ runs, sends }: Observed): string {
  const reasons = runs.map(run => reasonOf(run) ?? exitOf(run))
  const counts = [...new Set(reasons)].map(reason => {
    const count = reasons.filter(other => other === reason).length
    return count === 1 ? reason : `${count} ${reason}`
  })
  return `${counts.join(', ')}, ${sends} sent`
}

/** The reason in the report of a run; null for a live session, and for a run that was killed. */
export function reasonOf({ stdout }: Ended): string | null {
  const reason = fieldOf(parseJson(stdout), 'reason')
  return typeof reason === 'string' ? reason : null
}

/** What a run said of its end. */
export function messageOf(run: Ended | undefined): string {
  if (run === undefined) return ''
  const message = fieldOf(parseJson(run.stdout), 'message')
  return `${exitOf(run)}: ${typeof message === 'string' ? message : run.stdout}`
}

function exitOf({ exitCode }: Ended): string {
  return `exit ${exitCode ?? 'by a signal'}`
}

/** What is wrong if every run should have ended with exit 0 and the current pair in the file. */
export function refreshProblems({ runs, isCurrent }: Observed): readonly string[] {
  const failures = runs.filter(({ exitCode }) => exitCode !== 0)
  return [...failures.map(messageOf), ...problemUnless(isCurrent, 'the current pair is not in the file')]
}

/** What no run may do, whatever happened: send a spent token again, ask the model, leave anything on the machine. */
export function safetyProblems({ reuses, modelRequests, leftovers }: Observed): readonly string[] {
  return [
    ...problemUnless(reuses === 0, `${reuses} spent tokens sent again`),
    ...problemUnless(modelRequests === 0, `${modelRequests} model requests`),
    ...leftovers.map(left => `left: ${left}`)
  ]
}

/** A list of one problem, or of none. */
export function problemUnless(isFine: boolean, problem: string): readonly string[] {
  return isFine ? [] : [problem]
}

/** Does something while the endpoint answers in a certain way. */
export async function whileReplying<T>(endpoint: Endpoint, reply: TokenReply, act: () => Promise<T>): Promise<T> {
  const before = endpoint.token.reply
  endpoint.token.reply = reply
  try {
    return await act()
  } finally {
    endpoint.token.reply = before
  }
}

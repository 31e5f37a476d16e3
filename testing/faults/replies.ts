import type { Endpoint } from '../endpoint/endpoint.js'
import type { TokenReply } from '../endpoint/replies.js'
import { E2eSetup } from '../e2e-setup.js'
import {
  messageOf,
  observe,
  problemUnless,
  reasonOf,
  refreshProblems,
  resultOf,
  runNext,
  safetyProblems,
  startRun,
  summaryOf,
  whileReplying,
  type Observed,
  type TrialResult
} from './trial.js'

/** A reply of the token endpoint that is not as it should be. */
export interface OddReply {
  readonly name: string
  readonly reply: TokenReply
  /** Whether no machine can know the login's new pair after it. */
  readonly isLoginGone?: boolean
}

/** All that are tried. */
export const ODD_REPLIES: readonly OddReply[] = [
  { name: 'a slow reply', reply: { kind: 'ok', delayMs: 3000, rotateOn: 'arrival' } },
  { name: 'a reply without refresh_token', reply: { kind: 'ok', omit: ['refresh_token'] } },
  { name: 'a reply dropped after the rotation', reply: { kind: 'drop', rotate: true }, isLoginGone: true }
]

/** Runs once against such a reply, and once more when the endpoint is well again. */
export async function tryReply(
  endpoint: Endpoint,
  { name, reply, isLoginGone = false }: OddReply
): Promise<TrialResult> {
  await using setup = E2eSetup.at(endpoint)
  const observed = await whileReplying(endpoint, reply, () => observe(setup, async () => [await startRun(setup).ended]))
  const next = await runNext(setup)
  const problems = [
    ...problemUnless(observed.sends === 1, `${observed.sends} sent instead of 1`),
    ...safetyProblems(observed)
  ]
  if (isLoginGone) return resultOfGone(name, { observed, next }, problems)
  return resultOf(name, { observed, next }, [...problems, ...refreshProblems(observed)])
}

/** The next run can only learn that the login is gone: the strict endpoint counts a reuse then, which is counted apart. */
function resultOfGone(
  name: string,
  { observed, next }: { readonly observed: Observed; readonly next: Observed },
  problems: readonly string[]
): TrialResult {
  const [nextRun] = next.runs
  const isTold = nextRun !== undefined && reasonOf(nextRun) === 'login-rejected'
  return {
    name,
    summary: `${summaryOf(observed)}; the next run: ${summaryOf(next)}, to a login that was gone`,
    problems: [
      ...problems,
      ...problemUnless(observed.runs[0]?.exitCode === 1, 'the run that got no reply did not end with exit 1'),
      ...problemUnless(isTold, `the next run: ${messageOf(nextRun)}`),
      ...safetyProblems({ ...next, reuses: 0 }).map(problem => `the next run: ${problem}`)
    ]
  }
}

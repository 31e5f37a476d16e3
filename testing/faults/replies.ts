import path from 'node:path'
import { REJECTION_RECORD } from '../../src/core/work-folder.js'
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

/** A faulty or slow reply of the token endpoint. */
export interface OddReply {
  readonly name: string
  readonly reply: TokenReply
  /** Whether the new pair is lost with it, so that the login cannot be recovered. */
  readonly isLoginGone?: boolean
}

/** All replies that are tried. */
export const ODD_REPLIES: readonly OddReply[] = [
  { name: 'a slow reply', reply: { kind: 'ok', delayMs: 3000, rotateOn: 'arrival' } },
  { name: 'a reply without refresh_token', reply: { kind: 'ok', omit: ['refresh_token'] } },
  { name: 'a reply dropped after the rotation', reply: { kind: 'drop', rotate: true }, isLoginGone: true }
]

/** Runs once with such a reply, and once more with a normal one. */
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

/** The next run can only report that the login is gone. The strict endpoint counts a reuse for it, which is no problem here. */
function resultOfGone(
  name: string,
  { observed, next }: { readonly observed: Observed; readonly next: Observed },
  problems: readonly string[]
): TrialResult {
  const [nextRun] = next.runs
  const others = next.leftovers.filter(left => path.basename(left) !== REJECTION_RECORD)
  const isRemembered = next.leftovers.length === others.length + 1
  return {
    name,
    summary: `${summaryOf(observed)}; the next run: ${summaryOf(next)}, to a login that was gone`,
    problems: [
      ...problems,
      ...problemUnless(observed.runs[0]?.exitCode === 1, 'the run that got no reply did not end with exit 1'),
      ...problemUnless(reasonOf(nextRun) === 'login-rejected', `the next run: ${messageOf(nextRun)}`),
      ...problemUnless(isRemembered, 'the next run: the rejection is not remembered'),
      ...safetyProblems({ ...next, reuses: 0, leftovers: others }).map(problem => `the next run: ${problem}`)
    ]
  }
}

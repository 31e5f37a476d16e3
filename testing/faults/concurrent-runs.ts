import { E2eSetup } from '../e2e-setup.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import { observe, refreshProblems, resultOf, runNext, safetyProblems, startRun, type TrialResult } from './trial.js'

/** How many use one file at the same time. */
export interface Concurrency {
  readonly runs: number
  /** Live sessions of the CLI beside the runs. */
  readonly sessions: number
}

/** Starts them all on one file, and runs once more when all of them have ended. */
export async function tryConcurrentRuns(endpoint: Endpoint, { runs, sessions }: Concurrency): Promise<TrialResult> {
  // A live session refreshes only what has expired.
  await using setup = E2eSetup.at(endpoint, sessions > 0 ? { expiresAt: 1 } : {})
  const observed = await observe(setup, async () => {
    const live = Array.from({ length: sessions }, () => setup.startSession({}, '/').ended)
    const ended = await Promise.all(Array.from({ length: runs }, () => startRun(setup).ended))
    await Promise.all(live)
    return ended
  })
  // A session asks its model.
  const safety = sessions > 0 ? { ...observed, modelRequests: 0 } : observed
  const problems = [...refreshProblems(observed), ...safetyProblems(safety)]
  return resultOf(`${runs} runs and ${sessions} sessions at once`, { observed, next: await runNext(setup) }, problems)
}

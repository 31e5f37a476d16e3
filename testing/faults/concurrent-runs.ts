import { E2eSetup } from '../e2e-setup.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import { allProblems, observe, resultOf, runNext, startRun, type TrialResult } from './trial.js'

/** How many programs use one file at the same time. */
export interface Concurrency {
  readonly runs: number
  /** Sessions of the CLI beside the runs. */
  readonly sessions: number
}

/** Starts them all on one file, and runs once more after all of them have ended. */
export async function tryConcurrentRuns(endpoint: Endpoint, { runs, sessions }: Concurrency): Promise<TrialResult> {
  // A session refreshes only an expired login.
  await using setup = E2eSetup.at(endpoint, sessions > 0 ? { expiresAt: 1 } : {})
  const observed = await observe(setup, async () => {
    const live = Array.from({ length: sessions }, () => setup.startSession({}, '/').ended)
    const ended = await Promise.all(Array.from({ length: runs }, () => startRun(setup).ended))
    await Promise.all(live)
    return ended
  })
  // A session asks the model.
  const problems = allProblems(sessions > 0 ? { ...observed, modelRequests: 0 } : observed)
  return resultOf(`${runs} runs and ${sessions} sessions at once`, { observed, next: await runNext(setup) }, problems)
}

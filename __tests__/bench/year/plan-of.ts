import type { Plan, PlannedJob } from '../../../bench/year/plan.js'
import { DAY_MS, HOUR_MS } from '../../../bench/year/rates.js'

/** When the plans of the tests begin: in the future, as the programs need it. */
export const START_MS = Date.UTC(new Date().getUTCFullYear() + 1, 0, 1)

/** A job at this hour of the plan. */
export function at(hour: number, job: Partial<PlannedJob> = {}): Partial<PlannedJob> {
  return { queuedAtMs: START_MS + hour * HOUR_MS, ...job }
}

/** A plan with these jobs; each keeps alive, lasts a minute and meets no fault, unless it says so. */
export function planOf(days: number, jobs: readonly Partial<PlannedJob>[], more: Partial<Plan> = {}): Plan {
  const usual = {
    kind: 'keep-alive',
    queuedAtMs: START_MS,
    lastsMs: 60_000,
    fault: null,
    isOutsideGroup: false
  } as const
  return {
    seed: 1,
    startMs: START_MS,
    endMs: START_MS + days * DAY_MS,
    jobs: jobs.map((job, index) => ({ ...usual, index: index + 1, ...job })),
    githubOutages: [],
    endpointOutages: [],
    ...more
  }
}

import type { JobEnd } from './care.js'
import type { Loss } from './loss.js'
import type { PlannedJob } from './plan.js'

/** A sign-in that a person had to make although the login had not reached its end. */
export interface UnplannedSignIn {
  readonly atMs: number
  readonly loss: Loss
}

/** What a year cost, with one way to look after a login. */
export class Ledger {
  jobs = 0
  /** Of these, how many ran the real CLI. */
  realCli = 0
  /** Of these, how many really met their fault, or an outage. */
  faultsMet = 0
  /** Because a newer run waited for the same concurrency group. */
  cancelledWaiting = 0
  plannedSignIns = 0
  readonly unplannedSignIns: UnplannedSignIn[] = []
  storedByHand = 0
  shownTokens = 0
  modelRequests = 0
  /** Refresh tokens that the endpoint got again after they were used. */
  reuses = 0
  hoursWithoutToken = 0
  /** How many runs ended with this reason. */
  readonly reasons = new Map<string, number>()

  /** @param job with the fault that it really met */
  addJob({ fault }: PlannedJob, { usedRealCli, shownTokens, modelRequests, reason }: JobEnd): void {
    this.jobs += 1
    if (fault !== null) this.faultsMet += 1
    if (usedRealCli) this.realCli += 1
    this.shownTokens += shownTokens
    this.modelRequests += modelRequests
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1)
  }
}

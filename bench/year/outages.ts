import type { JobFault, Outage, Plan, PlannedJob } from './plan.js'
import { MINUTE_MS } from './rates.js'

/** The times in which GitHub's API or the token endpoint is down: those of the plan, and those that begin within a job. */
export class Outages {
  readonly #ofGitHub: Outage[]

  constructor(private readonly plan: Plan) {
    this.#ofGitHub = [...plan.githubOutages]
  }

  /** The fault that a job really meets, if it starts now. If GitHub's API is down, nothing else happens to it. */
  faultOf({ fault }: PlannedJob, nowMs: number): JobFault | null {
    const minutes = Math.max(0, ...this.#ofGitHub.map(outage => minutesLeft(outage, nowMs)))
    if (minutes > 0) return { kind: 'github-down', from: 'before the job', minutes }
    const endpoint = this.plan.endpointOutages.find(outage => minutesLeft(outage, nowMs) > 0)
    return fault === null && endpoint !== undefined ? { kind: 'endpoint', status: endpoint.status } : fault
  }

  /** GitHub's API has gone down within a job. */
  begin(fromMs: number, minutes: number): void {
    this.#ofGitHub.push({ fromMs, toMs: fromMs + minutes * MINUTE_MS })
  }

  /** When GitHub's API works again; now if it does. */
  githubWorksAt(nowMs: number): number {
    const over = this.#ofGitHub.filter(outage => minutesLeft(outage, nowMs) > 0).map(({ toMs }) => toMs)
    return Math.max(nowMs, ...over)
  }
}

function minutesLeft({ fromMs, toMs }: Outage, nowMs: number): number {
  return fromMs <= nowMs && nowMs < toMs ? (toMs - nowMs) / MINUTE_MS : 0
}

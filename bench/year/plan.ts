/** The moments of a job at which it can be cancelled or its runner can be lost, in their order. */
export const POINTS = [
  'before the exchange',
  /** The endpoint has the request, and has not rotated the token yet. */
  'with the token sent',
  /** The endpoint has rotated the token; the CLI has not stored the answer. */
  'with the answer on its way',
  "with the new pair on the runner's disk",
  'with the file written back',
  /** GitHub has the request that stores the secret, and has not done it yet. */
  "as GitHub has the secret's request",
  'after the secret is stored',
  'in a later step'
] as const

/** A moment of a job. */
export type Point = (typeof POINTS)[number]

/** What a job meets. A fault that a contender cannot meet (no GitHub, no shared file) does nothing to it. */
export type JobFault =
  /** `kill`: the machine is lost; what is on its disk stays only if the contender's disk is kept. */
  | { readonly kind: 'cancel' | 'kill'; readonly point: Point }
  /** GitHub's API is down from then on, for so long. */
  | {
      readonly kind: 'github-down'
      readonly from: 'before the job' | 'between check and store'
      readonly minutes: number
    }
  /** The token endpoint answers so late. */
  | { readonly kind: 'slow-answer'; readonly seconds: number }
  /** The endpoint has rotated the token, and the connection is cut before the answer. */
  | { readonly kind: 'lost-answer' }
  /** The endpoint answers every request of the job with this status, or cannot be reached. */
  | { readonly kind: 'endpoint'; readonly status: 429 | 500 | 503 | 'unreachable' }
  /**
   * A job of a workflow outside the concurrency group has got the same login, and its refresh happens while the endpoint still
   * has the request of this job.
   */
  | { readonly kind: 'overlap' }
  /** A session on the same self-hosted file needs a new token at the same moment. */
  | { readonly kind: 'session' }

/** A time in which a server is down, in simulated milliseconds since 1970; it does not include `toMs`. */
export interface Outage {
  readonly fromMs: number
  readonly toMs: number
}

/** A time in which the token endpoint answers every request with this status, or cannot be reached. */
export interface EndpointOutage extends Outage {
  readonly status: 429 | 500 | 503 | 'unreachable'
}

/** Everything that happens in a year, whoever looks after the login. */
export interface Plan {
  readonly seed: number
  readonly startMs: number
  readonly endMs: number
  /** In the order in which they are queued. */
  readonly jobs: readonly PlannedJob[]
  readonly githubOutages: readonly Outage[]
  readonly endpointOutages: readonly EndpointOutage[]
}

/** One job of the year. All times are simulated, in milliseconds since 1970. */
export interface PlannedJob {
  /** Its number in the year, from 1 on. */
  readonly index: number
  readonly kind: 'keep-alive' | 'uses the login'
  /** When its run is queued. It may have to wait for its concurrency group then. */
  readonly queuedAtMs: number
  /** The time from its start until the end of its last step, if nothing makes it wait. */
  readonly lastsMs: number
  readonly fault: JobFault | null
  /** Whether it belongs to a workflow without the concurrency group. */
  readonly isOutsideGroup: boolean
}

import type { Contender } from './care.js'
import type { JobFault, PlannedJob, Point } from './plan.js'
import { MINUTE_MS } from './rates.js'

/** How a login was lost before its end. */
export type How =
  /** A refresh token was sent a second time, so the endpoint revoked the login. */
  | 'revoked'
  /** Nothing that outlives the job has the refresh token that works. */
  | 'gone'
  /** Nothing was wrong, but a run told a person to sign in. */
  | 'false alarm'

/** A login that was lost, and the job that lost it. */
export interface Loss {
  readonly how: How
  readonly atMs: number
  /** With the fault that it really met. */
  readonly job: PlannedJob
  /** Whether another job refreshed the login between the start of this one and its refresh. */
  readonly wasOverlapped: boolean
  /** Whether the secret that it got was older than the one that was stored when it started. */
  readonly hadOldSecret: boolean
  /** The earlier job since which the new tokens were not where the next job looks for them. */
  readonly strandedBy: PlannedJob | null
}

/** The lines of the report, for all rows. Nothing on the machine of a job can prevent what the first four name. */
export const LINES = [
  'overlap outside the group, on a wiped disk',
  'answer lost on the way',
  'runner lost with its disk before GitHub had the secret',
  "GitHub's API down for longer than the hour that the action tries",
  'anything else'
] as const

/** One line of the report. */
export type Line = (typeof LINES)[number]

const BEFORE_DISK: readonly Point[] = ['with the token sent', 'with the answer on its way']
const BEFORE_STORE: readonly Point[] = ["with the new pair on the runner's disk", 'with the file written back']

/**
 * How long the action tries to store a new login that was made from `creds-json`: 2 minutes in `main`, and an hour in `post`, after
 * the job's own time; each without its last pause of up to half a minute (src/github-secrets/retries.ts).
 */
const ACTION_TRIES_MS = 61 * MINUTE_MS

/** The line that a loss belongs to. */
export function lineOf(loss: Loss, disk: Contender['disk']): Line {
  if (loss.how === 'false alarm') return 'anything else'
  const { fault, lastsMs } = loss.strandedBy ?? loss.job
  if (disk === 'wiped' && loss.how === 'revoked' && isOverlap(loss)) return 'overlap outside the group, on a wiped disk'
  if (fault?.kind === 'lost-answer' || isKillAt(fault, BEFORE_DISK)) return 'answer lost on the way'
  if (disk === 'kept') return 'anything else'
  if (isKillAt(fault, BEFORE_STORE)) return 'runner lost with its disk before GitHub had the secret'
  const isDown = fault?.kind === 'github-down' && fault.from === 'between check and store'
  const isDownForLong = isDown && fault.minutes * MINUTE_MS > ACTION_TRIES_MS + lastsMs
  return isDownForLong ? "GitHub's API down for longer than the hour that the action tries" : 'anything else'
}

/** If an earlier job has left the new tokens where no job looks, that one lost the login. */
function isOverlap({ job, strandedBy, wasOverlapped }: Loss): boolean {
  return strandedBy === null && (job.isOutsideGroup || wasOverlapped || job.fault?.kind === 'overlap')
}

function isKillAt(fault: JobFault | null, points: readonly Point[]): boolean {
  return fault?.kind === 'kill' && points.includes(fault.point)
}

/** Why a login was lost, in one sentence. */
export function sentenceOf(loss: Loss): string {
  const { how, job, strandedBy, wasOverlapped, hadOldSecret } = loss
  if (how === 'false alarm') return `${nameOf(job)} said that the login was rejected, although it was good`
  if (how === 'gone') return `${nameOf(job)}: ${met(job)}, and nothing that outlives it has the new tokens`
  const why = `${nameOf(job)}: ${met(job)}, and the endpoint got a used token, so it revoked the login`
  if (strandedBy !== null)
    return `${why}; since ${nameOf(strandedBy)} (${met(strandedBy)}) only a person could get the new one`
  if (hadOldSecret) return `${why}; its secret was read when it was queued, and another job had refreshed since`
  return wasOverlapped ? `${why}; another job had refreshed since it started` : why
}

function nameOf({ index, kind, isOutsideGroup }: PlannedJob): string {
  return `job ${index} (${kind}${isOutsideGroup ? ', outside the group' : ''})`
}

function met({ fault }: PlannedJob): string {
  return fault === null ? 'no fault' : describeFault(fault)
}

/** A fault in a few words. */
export function describeFault(fault: JobFault): string {
  switch (fault.kind) {
    case 'cancel':
      return `cancelled ${fault.point}`
    case 'kill':
      return `runner lost ${fault.point}`
    case 'github-down':
      return `GitHub's API down ${fault.from}, for ${fault.minutes.toFixed(0)} minutes`
    case 'slow-answer':
      return `answer of the endpoint after ${fault.seconds.toFixed(0)} s`
    case 'lost-answer':
      return 'answer of the endpoint lost'
    case 'overlap':
      return 'a job outside the group used the same login at the same moment'
    case 'endpoint':
      return fault.status === 'unreachable' ? 'endpoint unreachable' : `endpoint answers ${fault.status}`
    case 'session':
      return 'a session on the same file at the same moment'
  }
}

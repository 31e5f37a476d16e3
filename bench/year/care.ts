import type { MovedClock } from '../../testing/clock/moved-clock.js'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { PlannedJob } from './plan.js'

/** One row of the table: a way to look after a login. */
export interface Contender {
  readonly name: string
  /** Whether the disk of a job outlives it. */
  readonly disk: 'wiped' | 'kept'
  /** Whether its users learn of the end of the login before it. */
  readonly announcesEnd: boolean
  /** Whether it must lose no login, except for what nothing on the machine of a job can prevent. */
  readonly hasTarget: boolean
  /** Starts without a login: the first `signIn` makes one. */
  readonly start: (setting: Setting) => Promise<Care>
}

/** What a row has for itself: its clock and its endpoint. */
export interface Setting {
  readonly clock: MovedClock
  readonly endpoint: Endpoint
}

/** A login in the care of a contender. The caller sets the clock before each call. All times are simulated. */
export interface Care extends AsyncDisposable {
  /** What GitHub reads when a run is queued: the secrets of the repository. */
  readonly queue: (job: PlannedJob) => QueuedJob
  /** The job starts: GitHub reads the secrets of the environment. */
  readonly begin: (queued: QueuedJob) => StartedJob
  /** Runs the steps of a job, with its fault. */
  readonly run: (started: StartedJob) => Promise<JobEnd>
  /** A person signs in, where this contender looks for the login. */
  readonly signIn: () => Promise<void>
  /** A person runs the command of a summary. @returns whether it stored something */
  readonly storeByHand: (sealed: SealedSecret) => Promise<boolean>
  /** The access token that users of the login find now; null if there is none. */
  readonly accessToken: string | null
  /** The refresh token of the login now, where the next job looks for it; null if there is none. */
  readonly refreshToken: string | null
  /** The texts that outlive all jobs and may hold the login: secrets, and files of a kept disk (rescue and isolated HOMEs too). */
  readonly survivingTexts: () => readonly string[]
}

/** A job that waits in its queue, with the secrets that GitHub read when it was queued. */
export interface QueuedJob {
  readonly job: PlannedJob
  /** The login in the repository's secret then; null if this contender has none there. */
  readonly repositorySecret: string | null
}

/** A job whose secrets have all been read. */
export interface StartedJob {
  readonly job: PlannedJob
  /** The login in the secret, as the job got it; empty if there is none. */
  readonly secret: string
}

/** How a job ended. */
export interface JobEnd {
  readonly isSuccess: boolean
  /** The reason of its refresh, or a short text if it has none; empty for a lost runner. */
  readonly reason: string
  /** Whether it announced that the login ends soon. */
  readonly endsSoon: boolean
  /** The command with a sealed secret in its summary; null if there is none. */
  readonly sealed: SealedSecret | null
  /** Whether its fault occurred: a point that the job never reached changes nothing. */
  readonly isFaultMet: boolean
  /** How many times a token was in its output or its summary. */
  readonly shownTokens: number
  readonly usedRealCli: boolean
  /** Without those of the job's own work with the login. */
  readonly modelRequests: number
  /** By how much its retries made it longer, in simulated milliseconds; 0 if not given. */
  readonly waitedMs?: number
}

/** What the command in a summary stores: only GitHub can open it. */
export interface SealedSecret {
  /** When its job ended. */
  readonly madeAtMs: number
  readonly writes: readonly SealedWrite[]
}

/** One `gh api -X PUT` of such a command. */
export interface SealedWrite {
  /** Path in the API. */
  readonly path: string
  readonly keyId: string
  readonly encryptedValue: string
}

import { POINTS, type EndpointOutage, type JobFault } from './plan.js'
import type { Random } from './random.js'

/** Milliseconds in these. */
export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** From and to, in milliseconds. */
export interface Range {
  readonly fromMs: number
  readonly toMs: number
}

/** How often something happens: both used and printed. */
export interface Rate {
  /** A sentence without its full stop. */
  readonly what: string
  readonly chance: number
  /** Of what it is the chance. */
  readonly of: 'scheduled runs' | 'jobs' | 'days' | 'failed runs' | 'reminders'
  /** How late, or for how long. */
  readonly takes?: Range
}

/** A rate of something that takes time. */
export type TimedRate = Required<Rate>

/** What GitHub does to a scheduled run. How often is our choice, as for everything here, and not measured. */
export const SCHEDULE = {
  late: {
    what: 'A scheduled run is queued late',
    chance: 0.3,
    of: 'scheduled runs',
    takes: { fromMs: 5 * MINUTE_MS, toMs: 90 * MINUTE_MS }
  },
  veryLate: {
    what: 'A scheduled run is queued very late',
    chance: 0.04,
    of: 'scheduled runs',
    takes: { fromMs: HOUR_MS, toMs: 5 * HOUR_MS }
  },
  dropped: { what: 'A scheduled run is dropped', chance: 0.02, of: 'scheduled runs' },
  doubled: { what: 'A scheduled run is queued twice', chance: 0.02, of: 'scheduled runs' },
  outside: {
    what: 'A workflow outside the concurrency group starts 10 s after a scheduled run',
    chance: 0.01,
    of: 'scheduled runs'
  }
} as const satisfies Readonly<Record<string, Rate>>

/** A fault that a job can meet. */
export interface FaultRate extends Rate {
  readonly kind: JobFault['kind']
  readonly draw: (random: Random) => JobFault
}

const API_DOWN: Range = { fromMs: MINUTE_MS, toMs: 6 * HOUR_MS }
const SLOW_ANSWER: Range = { fromMs: 2 * SECOND_MS, toMs: 12 * SECOND_MS }

/** At most one of these happens to a job. */
export const JOB_FAULTS: readonly FaultRate[] = [
  {
    kind: 'cancel',
    what: `A job is cancelled, at one of ${POINTS.length} points`,
    chance: 0.05,
    of: 'jobs',
    draw: random => ({ kind: 'cancel', point: random.oneOf(POINTS) })
  },
  {
    kind: 'kill',
    what: `A job loses its runner, at one of ${POINTS.length} points`,
    chance: 0.02,
    of: 'jobs',
    draw: random => ({ kind: 'kill', point: random.oneOf(POINTS) })
  },
  {
    kind: 'github-down',
    what: "GitHub's API goes down after a job has checked the secret, and before it stores it",
    chance: 0.02,
    of: 'jobs',
    takes: API_DOWN,
    draw: random => {
      const minutes = random.spread(API_DOWN.fromMs, API_DOWN.toMs) / MINUTE_MS
      return { kind: 'github-down', from: 'between check and store', minutes }
    }
  },
  {
    kind: 'slow-answer',
    what: 'The answer of the token endpoint is slow',
    chance: 0.02,
    of: 'jobs',
    takes: SLOW_ANSWER,
    draw: random => {
      return { kind: 'slow-answer', seconds: random.between(SLOW_ANSWER.fromMs, SLOW_ANSWER.toMs) / SECOND_MS }
    }
  },
  {
    kind: 'lost-answer',
    what: 'The answer with the new tokens is lost',
    chance: 0.005,
    of: 'jobs',
    draw: () => ({ kind: 'lost-answer' })
  },
  {
    kind: 'overlap',
    what: 'A job outside the concurrency group refreshes the same login at the same moment',
    chance: 0.005,
    of: 'jobs',
    draw: () => ({ kind: 'overlap' })
  },
  {
    kind: 'session',
    what: 'On a self-hosted runner, a session refreshes the same file at the same moment',
    chance: 0.06,
    of: 'jobs',
    draw: () => ({ kind: 'session' })
  }
]

const DOWN: Range = { fromMs: 20 * MINUTE_MS, toMs: 6 * HOUR_MS }

/** Times in which a server is down. Whatever it lasts, twice as long is as likely. */
export const OUTAGES = {
  github: { what: "GitHub's API goes down", chance: 0.08, of: 'days', takes: DOWN },
  endpoint: {
    what: 'The token endpoint answers with 429, 500 or 503, or cannot be reached',
    chance: 0.15,
    of: 'days',
    takes: DOWN
  }
} as const satisfies Readonly<Record<string, TimedRate>>

/** How the token endpoint can be down, each equally likely. */
export const ENDPOINT_STATUSES = [429, 500, 503, 'unreachable'] as const satisfies readonly EndpointOutage['status'][]

/** What a person does. */
export const PERSON = {
  trouble: {
    what: 'A person does what a failed run asks for',
    chance: 1,
    of: 'failed runs',
    takes: { fromMs: HOUR_MS, toMs: 12 * HOUR_MS }
  },
  end: {
    what: 'A person signs in when reminded of the end',
    chance: 0.9,
    of: 'reminders',
    takes: { fromMs: 0, toMs: 3 * DAY_MS }
  }
} as const satisfies Readonly<Record<string, TimedRate>>

/** Hours of the day at which the schedule of examples/share-access-token.yml runs, and the minute. */
export const SCHEDULE_HOURS = [0, 6, 12, 18] as const
export const SCHEDULE_MINUTE = 41

/** A second job that uses the login on the same day. */
export const SECOND_USE: Rate = { what: 'A second job uses the login', chance: 0.5, of: 'days' }

/** How long jobs last, without what makes them wait. */
export const LASTS = {
  'keep-alive': { fromMs: MINUTE_MS, toMs: 3 * MINUTE_MS },
  'uses the login': { fromMs: 5 * MINUTE_MS, toMs: HOUR_MS }
} as const

/** From the start of a job until its first step, in which a runner gets everything ready. */
export const SET_UP_MS = 30 * SECOND_MS

/** What an access token and a login are good for (docs/claude-cli.md#how-long-it-lasts). */
export const ACCESS_TOKEN_MS = 8 * HOUR_MS
export const LOGIN_MS = 28 * DAY_MS

/** All rates, for the report. */
export const ALL_RATES: readonly Rate[] = [
  ...Object.values(SCHEDULE),
  SECOND_USE,
  ...JOB_FAULTS,
  ...Object.values(OUTAGES),
  ...Object.values(PERSON)
]

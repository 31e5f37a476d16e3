import { POINTS, type EndpointOutage, type JobFault } from './plan.js'
import type { Random } from './random.js'

/** Milliseconds in these. */
export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** How often something happens: both used and printed. */
export interface Rate {
  readonly what: string
  readonly chance: number
  /** Of what it is the chance. */
  readonly of: string
}

/** A rate with a range of times. */
export interface TimedRate extends Rate {
  readonly fromMs: number
  readonly toMs: number
}

/** What GitHub does to a scheduled run. Above what is usual, but people report all of it, on some days much worse. */
export const SCHEDULE = {
  late: { what: 'starts late', chance: 0.3, of: 'scheduled run', fromMs: 5 * MINUTE_MS, toMs: 90 * MINUTE_MS },
  veryLate: { what: 'starts very late', chance: 0.04, of: 'scheduled run', fromMs: HOUR_MS, toMs: 5 * HOUR_MS },
  dropped: { what: 'is dropped', chance: 0.02, of: 'scheduled run' },
  doubled: { what: 'is queued twice', chance: 0.02, of: 'scheduled run' },
  outside: { what: 'a workflow outside the group starts 10 s after it', chance: 0.01, of: 'scheduled run' }
} as const satisfies Readonly<Record<string, Rate | TimedRate>>

/** A fault that a job can meet. */
export interface FaultRate extends Rate {
  readonly draw: (random: Random) => JobFault
}

/** At most one of these happens to a job. */
export const JOB_FAULTS: readonly FaultRate[] = [
  {
    what: 'a person or a newer run cancels it, at one of the 8 points',
    chance: 0.05,
    of: 'job',
    draw: random => ({ kind: 'cancel', point: random.oneOf(POINTS) })
  },
  {
    what: 'its runner is lost, at one of the 8 points',
    chance: 0.02,
    of: 'job',
    draw: random => ({ kind: 'kill', point: random.oneOf(POINTS) })
  },
  {
    what: "GitHub's API goes down after its check, for 1 minute to 6 hours",
    chance: 0.02,
    of: 'job',
    draw: random => ({ kind: 'github-down', from: 'between check and store', minutes: random.spread(1, 360) })
  },
  {
    what: 'the token endpoint answers after 2 to 12 seconds',
    chance: 0.02,
    of: 'job',
    draw: random => ({ kind: 'slow-answer', seconds: random.between(2, 12) })
  },
  { what: 'the answer with the new tokens is lost', chance: 0.005, of: 'job', draw: () => ({ kind: 'lost-answer' }) },
  {
    what: 'a workflow outside the group uses the same login at the same moment',
    chance: 0.005,
    of: 'job',
    draw: () => ({ kind: 'overlap' })
  },
  {
    what: 'self-hosted: a session on the same file refreshes at the same moment',
    chance: 0.06,
    of: 'job',
    draw: () => ({ kind: 'session' })
  }
]

/** Times in which a server is down. Each lasts from 20 minutes to 6 hours, each doubling equally likely. */
export const OUTAGES = {
  github: { what: "GitHub's API goes down", chance: 0.08, of: 'day', fromMs: 20 * MINUTE_MS, toMs: 6 * HOUR_MS },
  endpoint: {
    what: 'the token endpoint answers with 429, 500 or 503, or cannot be reached',
    chance: 0.15,
    of: 'day',
    fromMs: 20 * MINUTE_MS,
    toMs: 6 * HOUR_MS
  }
} as const satisfies Readonly<Record<string, TimedRate>>

/** How the token endpoint can be down, each equally likely. */
export const ENDPOINT_STATUSES = [429, 500, 503, 'unreachable'] as const satisfies readonly EndpointOutage['status'][]

/** What a person does. */
export const PERSON = {
  trouble: { what: 'acts on a failed run', chance: 1, of: 'time', fromMs: HOUR_MS, toMs: 12 * HOUR_MS },
  end: { what: 'signs in after the announcement of the end', chance: 0.9, of: 'time', fromMs: 0, toMs: 3 * DAY_MS }
} as const satisfies Readonly<Record<string, TimedRate>>

/** Hours of the day at which the schedule of examples/share-access-token.yml runs, and the minute. */
export const SCHEDULE_HOURS = [0, 6, 12, 18] as const
export const SCHEDULE_MINUTE = 41

/** A second job that uses the login on the same day. */
export const SECOND_USE: Rate = { what: 'a second job uses the login', chance: 0.5, of: 'day' }

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

import type { EndpointOutage, JobFault, Outage, Plan, PlannedJob } from './plan.js'
import { Random } from './random.js'
import {
  DAY_MS,
  ENDPOINT_STATUSES,
  HOUR_MS,
  JOB_FAULTS,
  LASTS,
  MINUTE_MS,
  OUTAGES,
  SCHEDULE,
  SCHEDULE_HOURS,
  SCHEDULE_MINUTE,
  SECOND_MS,
  SECOND_USE,
  type TimedRate
} from './rates.js'

/** A job that has no number yet. */
type Draft = Omit<PlannedJob, 'index'>

interface Day {
  readonly jobs: readonly Draft[]
  readonly githubOutages: readonly Outage[]
  readonly endpointOutages: readonly EndpointOutage[]
}

/** How long after a scheduled run the workflow outside the group is queued. */
const OUTSIDE_AFTER_MS = 10 * SECOND_MS

/**
 * Draws a plan, which is the same for the same seed. Each day is drawn by itself, so a plan for fewer days is the beginning of a
 * longer one, and its jobs have the same numbers.
 * @param startMs the midnight at which it starts, in milliseconds since 1970
 */
export function drawPlan(seed: number, dayCount: number, startMs: number): Plan {
  const days = Array.from({ length: dayCount }, (_, day) =>
    drawDay(new Random(seed, 'day', day), startMs + day * DAY_MS)
  )
  return {
    seed,
    startMs,
    endMs: startMs + dayCount * DAY_MS,
    jobs: days.flatMap(({ jobs }) => jobs).map((job, position) => ({ index: position + 1, ...job })),
    githubOutages: days.flatMap(({ githubOutages }) => githubOutages),
    endpointOutages: days.flatMap(({ endpointOutages }) => endpointOutages)
  }
}

function drawDay(random: Random, midnightMs: number): Day {
  const scheduled = SCHEDULE_HOURS.flatMap(hour => {
    return drawScheduled(random, midnightMs + hour * HOUR_MS + SCHEDULE_MINUTE * MINUTE_MS)
  })
  const uses = Array.from({ length: random.chance(SECOND_USE.chance) ? 2 : 1 }, () =>
    drawJob(random, 'uses the login', midnightMs + random.between(0, DAY_MS))
  )
  return {
    jobs: [...scheduled, ...uses].sort((one, next) => one.queuedAtMs - next.queuedAtMs),
    githubOutages: drawOutages(random, OUTAGES.github, midnightMs),
    endpointOutages: drawOutages(random, OUTAGES.endpoint, midnightMs).map(outage => {
      return { ...outage, status: random.oneOf(ENDPOINT_STATUSES) }
    })
  }
}

/** The runs of one event of the schedule: mostly one, perhaps late. */
function drawScheduled(random: Random, dueMs: number): readonly Draft[] {
  if (random.chance(SCHEDULE.dropped.chance)) return []
  const lateness = random.chance(SCHEDULE.veryLate.chance) ? SCHEDULE.veryLate : SCHEDULE.late
  const isLate = lateness === SCHEDULE.veryLate || random.chance(lateness.chance)
  const queuedAtMs = dueMs + (isLate ? random.between(lateness.takes.fromMs, lateness.takes.toMs) : 0)
  const jobs = [drawJob(random, 'keep-alive', queuedAtMs)]
  if (random.chance(SCHEDULE.doubled.chance)) jobs.push(drawJob(random, 'keep-alive', queuedAtMs))
  if (random.chance(SCHEDULE.outside.chance)) {
    const outside = drawJob(random, 'keep-alive', queuedAtMs + OUTSIDE_AFTER_MS)
    jobs.push({ ...outside, fault: null, isOutsideGroup: true })
  }
  return jobs
}

function drawJob(random: Random, kind: PlannedJob['kind'], queuedAtMs: number): Draft {
  const lastsMs = Math.round(random.between(LASTS[kind].fromMs, LASTS[kind].toMs))
  return { kind, queuedAtMs: Math.round(queuedAtMs), lastsMs, fault: drawFault(random), isOutsideGroup: false }
}

function drawFault(random: Random): JobFault | null {
  let drawn = random.next()
  for (const { chance, draw } of JOB_FAULTS) {
    if (drawn < chance) return draw(random)
    drawn -= chance
  }
  return null
}

function drawOutages(random: Random, { chance, takes }: TimedRate, midnightMs: number): readonly Outage[] {
  if (!random.chance(chance)) return []
  const startMs = Math.round(midnightMs + random.between(0, DAY_MS))
  return [{ fromMs: startMs, toMs: startMs + Math.round(random.spread(takes.fromMs, takes.toMs)) }]
}

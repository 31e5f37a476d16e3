import { describe, expect, it } from '@jest/globals'
import { drawPlan } from '../../../bench/year/draw-plan.js'
import { POINTS } from '../../../bench/year/plan.js'
import { DAY_MS, JOB_FAULTS, OUTAGES, SCHEDULE } from '../../../bench/year/rates.js'

const START_MS = Date.UTC(2030, 0, 1)
const YEARS = 10
const LONG = drawPlan(1, 365 * YEARS, START_MS)

/** Within a third of what the rate says: the plan is always the same, so this never depends on chance. */
function expectAbout(count: number, expected: number): void {
  expect(count).toBeGreaterThan(expected * 0.67)
  expect(count).toBeLessThan(expected * 1.33)
}

describe('a plan', () => {
  it('is the same for the same seed', () => {
    expect(drawPlan(7, 40, START_MS)).toEqual(drawPlan(7, 40, START_MS))
  })

  it('is another for another seed', () => {
    expect(drawPlan(7, 40, START_MS).jobs).not.toEqual(drawPlan(8, 40, START_MS).jobs)
  })

  it('for fewer days is the beginning of a longer one', () => {
    const { jobs } = drawPlan(7, 10, START_MS)
    expect(drawPlan(7, 40, START_MS).jobs.slice(0, jobs.length)).toEqual(jobs)
  })

  it('has its jobs in the order of time, numbered from 1 on', () => {
    const { jobs } = LONG
    expect(jobs.map(({ index }) => index)).toEqual(jobs.map((_, position) => position + 1))
    expect(jobs).toEqual([...jobs].sort((one, next) => one.queuedAtMs - next.queuedAtMs))
  })

  it('has each job within its time', () => {
    const outside = LONG.jobs.filter(({ queuedAtMs }) => queuedAtMs < LONG.startMs || queuedAtMs >= LONG.endMs)
    expect(outside).toEqual([])
  })
})

it('in the year of the README, each fault happens several times, at each of its points', () => {
  const counts = new Map<string, number>()
  for (const { fault } of drawPlan(1, 365, START_MS).jobs) {
    const key = fault === null ? 'none' : `${fault.kind} ${'point' in fault ? fault.point : ''}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect(counts.size).toBe(1 + (JOB_FAULTS.length - 2) + 2 * POINTS.length)
  expect(Math.min(...counts.values())).toBeGreaterThan(2)
})

describe('the rates of ten years are the stated ones', () => {
  const { jobs, githubOutages, endpointOutages } = LONG
  const days = 365 * YEARS

  it.each(JOB_FAULTS)('$what', ({ kind, chance }) => {
    const met = jobs.filter(({ fault }) => fault?.kind === kind)
    expectAbout(met.length, jobs.length * chance)
  })

  it('each point of a job is equally likely', () => {
    const points = jobs.flatMap(({ fault }) => (fault?.kind === 'cancel' ? [fault.point] : []))
    for (const point of POINTS)
      expectAbout(points.filter(drawn => drawn === point).length, points.length / POINTS.length)
  })

  it('servers that are down', () => {
    expectAbout(githubOutages.length, days * OUTAGES.github.chance)
    expectAbout(endpointOutages.length, days * OUTAGES.endpoint.chance)
  })

  it('four scheduled runs a day, some dropped or doubled, and workflows outside the group', () => {
    const scheduled = jobs.filter(({ kind, isOutsideGroup }) => kind === 'keep-alive' && !isOutsideGroup)
    const times = scheduled.map(({ queuedAtMs }) => queuedAtMs)
    const twins = times.filter((atMs, index) => atMs === times[index - 1])
    expect(times.length - twins.length).toBeLessThan(days * 4)
    expectAbout(days * 4 - (times.length - twins.length), days * 4 * SCHEDULE.dropped.chance)
    expectAbout(twins.length, days * 4 * SCHEDULE.doubled.chance)
    expectAbout(jobs.filter(({ isOutsideGroup }) => isOutsideGroup).length, days * 4 * SCHEDULE.outside.chance)
  })

  it('late schedules', () => {
    const minutes = jobs
      .filter(({ kind, isOutsideGroup }) => kind === 'keep-alive' && !isOutsideGroup)
      .map(({ queuedAtMs }) => ((queuedAtMs - START_MS) % (DAY_MS / 4)) / 60_000 - 41)
    const late = minutes.filter(minute => minute > 0)
    expectAbout(late.length, minutes.length * (SCHEDULE.late.chance + SCHEDULE.veryLate.chance))
    expectAbout(late.filter(minute => minute > 90).length, minutes.length * SCHEDULE.veryLate.chance * 0.88)
  })
})

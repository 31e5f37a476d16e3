import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Ledger } from '../../../bench/year/ledger.js'
import { lineOf } from '../../../bench/year/loss.js'
import type { JobFault, Plan, PlannedJob } from '../../../bench/year/plan.js'
import { HOUR_MS } from '../../../bench/year/rates.js'
import { playYear } from '../../../bench/year/world.js'
import { MovedClock } from '../../../testing/clock/moved-clock.js'
import { startEndpoint, type Endpoint } from '../../../testing/endpoint/endpoint.js'
import { memoryContender, type Behaviour } from './memory-contender.js'
import { at, planOf, START_MS } from './plan-of.js'

/** One job every six hours, at 0, 6, 12 and 18; some of them with a fault. */
function everySixHours(
  days: number,
  faults: ReadonlyMap<number, JobFault> = new Map()
): readonly Partial<PlannedJob>[] {
  return Array.from({ length: days * 4 }, (_, index) => at(index * 6, { fault: faults.get(index + 1) ?? null }))
}

let events: string[] = []

async function play(plan: Plan, behaviour: Behaviour = {}): Promise<Ledger> {
  await using endpoint: Endpoint = await startEndpoint()
  events = []
  return await playYear(plan, memoryContender(behaviour), { clock: new MovedClock(), endpoint }, line =>
    events.push(line)
  )
}

function linesOf({ unplannedSignIns }: Ledger, { disk = 'wiped' }: Behaviour = {}): readonly string[] {
  return unplannedSignIns.map(({ loss }) => lineOf(loss, disk))
}

describe('a login without any fault', () => {
  let year: Ledger
  beforeAll(async () => {
    year = await play(planOf(365, everySixHours(365)))
  })
  afterAll(() => {
    events = []
  })

  it('needs a sign-in only before each end, three to four weeks after the last', () => {
    expect(year.unplannedSignIns).toEqual([])
    expect(year.plannedSignIns).toBeGreaterThanOrEqual(13)
    expect(year.plannedSignIns).toBeLessThanOrEqual(17)
  })

  it('sends no token twice, and always has a valid access token, except after an end that was forgotten', () => {
    expect(year.reuses).toBeLessThanOrEqual(2)
    expect(year.hoursWithoutToken).toBeLessThan(3 * 18)
  })

  it('runs every job', () => {
    expect(year.jobs).toBe(365 * 4)
  })
})

it('a contender that does not announce the end needs a sign-in after each end, and has hours without a token', async () => {
  const year = await play(planOf(300, everySixHours(300)), { announcesEnd: false })
  expect(year.unplannedSignIns).toEqual([])
  expect(year.plannedSignIns).toBe(10)
  expect(year.hoursWithoutToken).toBeGreaterThan(10 * 1)
  expect(year.hoursWithoutToken).toBeLessThan(10 * 18)
})

it('a contender that stores nothing loses its login at each job', async () => {
  const { unplannedSignIns, reuses } = await play(planOf(2, everySixHours(2)), { stores: false })
  expect(unplannedSignIns.length).toBeGreaterThan(1)
  expect(reuses).toBeGreaterThan(1)
  expect(unplannedSignIns[0]?.loss).toMatchObject({ how: 'gone', job: { index: 1, fault: null } })
})

describe('a loss', () => {
  it.each<readonly [string, JobFault, string, number]>([
    ['an answer is lost', { kind: 'lost-answer' }, 'answer lost on the way', 12],
    ['jobs overlap', { kind: 'overlap' }, 'overlap outside the group, on a wiped disk', 6],
    [
      'a runner is lost',
      { kind: 'kill', point: 'with the file written back' },
      'runner lost with its disk before GitHub had the secret',
      12
    ]
  ])('is noticed when %s, and costs one sign-in, after a run that says it', async (_, fault, line, toldAtHour) => {
    const year = await play(planOf(3, everySixHours(3, new Map([[2, fault]]))))
    expect(linesOf(year)).toEqual([line])
    expect(year.unplannedSignIns[0]?.loss).toMatchObject({
      job: { index: 2, fault },
      atMs: START_MS + 6 * HOUR_MS + 30_000
    })
    expect(year.unplannedSignIns[0]?.atMs).toBeGreaterThan(START_MS + (toldAtHour + 1) * HOUR_MS)
    expect(year.unplannedSignIns[0]?.atMs).toBeLessThan(START_MS + (toldAtHour + 12.1) * HOUR_MS)
  })

  it('does not happen on a disk that outlives the runner', async () => {
    const faults = new Map<number, JobFault>([[2, { kind: 'kill', point: 'with the file written back' }]])
    const year = await play(planOf(3, everySixHours(3, faults)), { disk: 'kept' })
    expect(year).toMatchObject({ unplannedSignIns: [], reuses: 0 })
  })

  it('is a false alarm if a run says that a good login was rejected', async () => {
    const year = await play(planOf(1, [at(0)]), { reason: 'login-rejected' })
    expect(year.unplannedSignIns.map(({ loss }) => loss.how)).toEqual(['false alarm'])
    expect(linesOf(year)).toEqual(['anything else'])
  })

  it('in a job that began with the login of a job that has ended since belongs to the overlap', async () => {
    const year = await play(planOf(2, [at(0), at(0.002, { isOutsideGroup: true }), at(6)]))
    expect(linesOf(year)).toEqual(['overlap outside the group, on a wiped disk'])
    expect(year.reuses).toBe(1)
  })
})

describe("while GitHub's API is down", () => {
  const down: JobFault = { kind: 'github-down', from: 'between check and store', minutes: 90 }

  it('a person stores the secret, if the next job does not come first', async () => {
    const year = await play(planOf(3, [at(0, { fault: down }), at(20), at(30)]))
    expect(year).toMatchObject({ storedByHand: 1, unplannedSignIns: [], reuses: 0 })
  })

  it('the login is lost if the next job comes first', async () => {
    const year = await play(planOf(3, [at(0, { fault: down }), at(2), at(20)]))
    expect(year).toMatchObject({ storedByHand: 0, reuses: 1 })
    expect(linesOf(year)).toEqual(["GitHub's API down for longer than the hour that the action tries"])
    expect(year.unplannedSignIns[0]?.loss).toMatchObject({ job: { index: 2 }, strandedBy: { index: 1 } })
  })

  it('a job that starts then uses no token', async () => {
    const year = await play(planOf(3, [at(0, { fault: down }), at(0.4), at(20)]))
    expect(year).toMatchObject({ storedByHand: 1, reuses: 0, unplannedSignIns: [] })
  })
})

it('a job that waits for its group begins when the one before it has ended', async () => {
  await play(planOf(1, [at(0, { lastsMs: HOUR_MS }), at(0.1), at(0.2)]))
  expect(events.filter(line => line.includes('job'))).toEqual([
    expect.stringMatching(/ 00:00: job 1 \(keep-alive\): refreshed$/),
    expect.stringMatching(/ 00:12: job 2 \(keep-alive\): cancelled while it waited$/),
    expect.stringMatching(/ 01:01: job 3 \(keep-alive\): refreshed$/)
  ])
})

it('counts the jobs that met a fault: not one that could not meet it', async () => {
  const faults = new Map<number, JobFault>([
    [2, { kind: 'slow-answer', seconds: 2 }],
    [3, { kind: 'kill', point: 'before the exchange' }],
    [4, { kind: 'session' }]
  ])
  expect(await play(planOf(1, everySixHours(1, faults)))).toMatchObject({ jobs: 4, faultsMet: 2 })
})

it('a job without a fault of its own meets the one of an endpoint that is down', async () => {
  const outage = { fromMs: START_MS + 5 * HOUR_MS, toMs: START_MS + 7 * HOUR_MS, status: 503 } as const
  const year = await play(planOf(1, everySixHours(1), { endpointOutages: [outage] }))
  expect(Object.fromEntries(year.reasons)).toEqual({ refreshed: 3, 'server-error': 1 })
})

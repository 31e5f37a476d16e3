import { expect, it } from '@jest/globals'
import { CONTENDERS } from '../../../bench/year/contenders.js'
import type { Ledger } from '../../../bench/year/ledger.js'
import { lineOf } from '../../../bench/year/loss.js'
import type { Plan } from '../../../bench/year/plan.js'
import { HOUR_MS, LOGIN_MS, SECOND_MS } from '../../../bench/year/rates.js'
import { playYear } from '../../../bench/year/world.js'
import { MovedClock } from '../../../testing/clock/moved-clock.js'
import { startEndpoint } from '../../../testing/endpoint/endpoint.js'
import { at, planOf, START_MS } from './plan-of.js'

interface Played {
  readonly ledger: Ledger
  /** Of the unplanned sign-ins. */
  readonly lines: readonly string[]
  readonly events: string
}

async function play(name: string, plan: Plan): Promise<Played> {
  const contender = CONTENDERS.find(row => row.name === name)
  if (contender === undefined) throw new Error(`there is no row ${name}`)
  await using endpoint = await startEndpoint({
    token: { kind: 'ok', refreshTokenExpiresIn: LOGIN_MS / SECOND_MS }
  })
  const events: string[] = []
  const ledger = await playYear(plan, contender, { clock: new MovedClock(), endpoint }, line => events.push(line))
  const lines = ledger.unplannedSignIns.map(({ loss }) => lineOf(loss, contender.disk))
  return { ledger, lines, events: events.join('\n') }
}

it('on hosted runners, the action loses a login only by what nothing on the runner can prevent', async () => {
  const between = { kind: 'github-down', from: 'between check and store' } as const
  const outage = { fromMs: START_MS + 90 * HOUR_MS, toMs: START_MS + 91 * HOUR_MS }
  const plan = planOf(
    5,
    [
      at(0),
      at(6, { fault: { kind: 'cancel', point: 'with the answer on its way' } }),
      at(12, { fault: { ...between, minutes: 3 } }),
      at(18, { fault: { ...between, minutes: 120 } }),
      at(36, { fault: { kind: 'slow-answer', seconds: 1 }, kind: 'uses the login' }),
      at(37, { fault: { kind: 'endpoint', status: 503 } }),
      at(42, { fault: { kind: 'lost-answer' } }),
      at(48),
      at(62, { fault: { kind: 'kill', point: 'with the file written back' } }),
      at(63),
      at(76, { fault: { kind: 'overlap' } }),
      at(90),
      at(96)
    ],
    { githubOutages: [outage] }
  )
  const { ledger, lines, events } = await play("hosted, the action, an environment's secret", plan)
  expect({ events, lines }).toEqual({
    events,
    lines: [
      'answer lost on the way',
      'runner lost with its disk before GitHub had the secret',
      'overlap outside the group, on a wiped disk'
    ]
  })
  expect({ events, ledger }).toMatchObject({
    events,
    ledger: { jobs: 13, storedByHand: 1, reuses: 3, modelRequests: 0, shownTokens: 0, plannedSignIns: 0 }
  })
}, 240_000)

it('on a self-hosted runner, the action loses no login whose answer has reached the disk', async () => {
  const plan = planOf(2, [
    at(0),
    at(8, { fault: { kind: 'kill', point: "with the new pair on the runner's disk" } }),
    at(9, { kind: 'uses the login' }),
    at(17, { fault: { kind: 'session' } }),
    at(25, { fault: { kind: 'cancel', point: 'with the token sent' } }),
    at(33, { fault: { kind: 'overlap' } }),
    at(41)
  ])
  const { ledger, events } = await play('self-hosted, the action', plan)
  expect({ events, ledger }).toMatchObject({
    events,
    ledger: { jobs: 7, unplannedSignIns: [], reuses: 0, modelRequests: 0, shownTokens: 0 }
  })
}, 240_000)

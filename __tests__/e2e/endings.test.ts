import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { SHORTEST_GRACE_MS, timeToEnd, until } from '../../testing/waiting.js'
import { CLR_ON_NODE20, type DoorRun } from '../../testing/doors.js'
import { E2eSetup, type E2eOptions } from '../../testing/e2e-setup.js'
import { expectFailed, expectRefreshed } from './expectations.js'

const SLOW_ANSWER: E2eOptions = { token: { kind: 'ok', delayMs: 2000, rotateOn: 'arrival' } }

/** Less than the 60 s after which the CLI regards a lock as stale: a run that waits for that ends with `locked`. */
const SHORTER_THAN_STALE_S = 30

/** A `clr` during an exchange. */
async function midExchange(options: E2eOptions) {
  const setup = await E2eSetup.create(options)
  const started = setup.start(CLR_ON_NODE20)
  await setup.untilSent()
  return { setup, started, [Symbol.asyncDispose]: () => setup[Symbol.asyncDispose]() }
}

describe('clr during an exchange', () => {
  it.concurrent.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('waits for the new pair after a %s', async signal => {
    await using exchange = await midExchange(SLOW_ANSWER)
    const { setup, started } = exchange
    started.signal(signal)
    expectRefreshed(setup, await started.ended)
  })

  it.concurrent('says cancelled after a SIGTERM if no answer arrives', async () => {
    await using exchange = await midExchange({ token: { kind: 'hang' } })
    const { setup, started } = exchange
    started.signal('SIGTERM')
    expectFailed(setup, await started.ended, 'cancelled')
  })

  it.concurrent('ends at once at the second signal', async () => {
    await using exchange = await midExchange({ token: { kind: 'hang' } })
    const { setup, started } = exchange
    expect(await timeToEnd(started, 'SIGINT', 'SIGINT')).toBeLessThan(SHORTEST_GRACE_MS)
    expectFailed(setup, await started.ended, 'cancelled')
  })
})

describe('the run after one that was killed during an exchange', () => {
  it.concurrent('waits for an answer that has not arrived yet, and recovers the pair', async () => {
    await using setup = await killedMidExchange(SLOW_ANSWER)
    expectRefreshed(setup, await refreshBeforeStale(setup), { reason: 'recovered' })
  })

  it.concurrent('recovers a pair that has been stored in the meantime', async () => {
    await using setup = await killedMidExchange(SLOW_ANSWER)
    await until(() => setup.endpoint.requests.token[0]?.answeredAtMs !== undefined)
    await sleep(1000)
    expectRefreshed(setup, await refreshBeforeStale(setup), { reason: 'recovered' })
  })

  it.concurrent('ends a claude that hangs, and refreshes', async () => {
    await using setup = await killedMidExchange({ token: { kind: 'hang' } })
    setup.endpoint.token.reply = { kind: 'ok' }
    expectRefreshed(setup, await refreshBeforeStale(setup), { sends: 2 })
  })
})

function refreshBeforeStale(setup: E2eSetup): Promise<DoorRun> {
  return setup.refresh(CLR_ON_NODE20, { timeout: SHORTER_THAN_STALE_S })
}

async function killedMidExchange(options: E2eOptions): Promise<E2eSetup> {
  const { setup, started } = await midExchange(options)
  started.signal('SIGKILL')
  await started.ended
  expect(setup.leftovers).not.toEqual([])
  return setup
}

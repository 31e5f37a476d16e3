import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { SHORTEST_GRACE_MS, timeToEnd, until } from '../../testing/waiting.js'
import { CLR_ON_NODE20, type DoorRun } from '../../testing/doors.js'
import { E2eSetup, type E2eOptions } from '../../testing/e2e-setup.js'
import type { Running } from '../../testing/program.js'
import { expectFailed, expectRefreshed } from './expectations.js'

const SLOW_ANSWER: E2eOptions = { token: { kind: 'ok', delayMs: 2000, rotateOn: 'arrival' } }

/** Less than the 60 s after which the CLI takes a lock for stale, so who waits for that ends with `locked`. */
const SHORT_OF_STALE_S = 30

/** A `clr` in the middle of an exchange. */
interface MidExchange extends AsyncDisposable {
  readonly setup: E2eSetup
  readonly started: Running<DoorRun>
}

async function midExchange(options: E2eOptions): Promise<MidExchange> {
  const setup = await E2eSetup.create(options)
  const started = setup.start(CLR_ON_NODE20)
  await setup.untilSent()
  return { setup, started, [Symbol.asyncDispose]: () => setup[Symbol.asyncDispose]() }
}

describe('clr in the middle of an exchange', () => {
  it.concurrent.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('lets it land after a %s', async signal => {
    await using exchange = await midExchange(SLOW_ANSWER)
    const { setup, started } = exchange
    started.signal(signal)
    expectRefreshed(setup, await started.ended)
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('says cancelled after a SIGTERM where no answer comes', async () => {
    await using exchange = await midExchange({ token: { kind: 'hang' } })
    const { setup, started } = exchange
    started.signal('SIGTERM')
    expectFailed(setup, await started.ended, 'cancelled')
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('ends at once at the second signal', async () => {
    await using exchange = await midExchange({ token: { kind: 'hang' } })
    const { setup, started } = exchange
    expect(await timeToEnd(started, 'SIGINT', 'SIGINT')).toBeLessThan(SHORTEST_GRACE_MS)
    expectFailed(setup, await started.ended, 'cancelled')
  })
})

describe('the run after one that was killed in the middle of an exchange', () => {
  it.concurrent('waits for the answer that is still on its way, and recovers the pair', async () => {
    await using setup = await killedMidExchange(SLOW_ANSWER)
    const run = await setup.refresh(CLR_ON_NODE20, { timeout: SHORT_OF_STALE_S })
    expectRefreshed(setup, run, 'recovered')
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('recovers the pair that has landed meanwhile', async () => {
    await using setup = await killedMidExchange(SLOW_ANSWER)
    await until(() => setup.endpoint.requests.token[0]?.answeredAtMs !== undefined)
    await sleep(1000)
    const run = await setup.refresh(CLR_ON_NODE20, { timeout: SHORT_OF_STALE_S })
    expectRefreshed(setup, run, 'recovered')
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('ends what hangs, and refreshes', async () => {
    await using setup = await killedMidExchange({ token: { kind: 'hang' } })
    setup.endpoint.token.reply = { kind: 'ok' }
    const run = await setup.refresh(CLR_ON_NODE20, { timeout: SHORT_OF_STALE_S })
    expectRefreshed(setup, run)
    expect(setup.endpoint.requests.token).toHaveLength(2)
  })
})

async function killedMidExchange(options: E2eOptions): Promise<E2eSetup> {
  const { setup, started } = await midExchange(options)
  started.signal('SIGKILL')
  await started.ended
  expect(setup.leftovers).not.toEqual([])
  return setup
}

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { SHORTEST_GRACE_MS, timeToEnd } from '../../testing/ending.js'
import { until } from '../../testing/waiting.js'
import { CLR_ON_NODE20, type OpenDoor } from '../../testing/doors.js'
import { Stage, type StageOptions } from '../../testing/stage.js'
import { expectFailed, expectRefreshed } from './expectations.js'

const SLOW_ANSWER: StageOptions = { token: { kind: 'ok', delayMs: 2000, rotateOn: 'arrival' } }

/** Less than the 60 s after which the CLI takes a lock for stale, so who waits for that ends with `locked`. */
const SHORT_OF_STALE_S = 30

/** A `clr` in the middle of an exchange. */
interface MidExchange extends AsyncDisposable {
  readonly stage: Stage
  readonly open: OpenDoor
}

async function midExchange(options: StageOptions): Promise<MidExchange> {
  const stage = await Stage.set(options)
  const open = await stage.begin(CLR_ON_NODE20)
  await stage.untilSent()
  return { stage, open, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() }
}

describe('clr in the middle of an exchange', () => {
  it.concurrent.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('lets it land after a %s', async signal => {
    await using scene = await midExchange(SLOW_ANSWER)
    const { stage, open } = scene
    open.running.signal(signal)
    await expectRefreshed(stage, await open.ended)
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('says cancelled after a SIGTERM where no answer comes', async () => {
    await using scene = await midExchange({ token: { kind: 'hang' } })
    const { stage, open } = scene
    open.running.signal('SIGTERM')
    await expectFailed(stage, await open.ended, 'cancelled')
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('ends at once at the second signal', async () => {
    await using scene = await midExchange({ token: { kind: 'hang' } })
    const { stage, open } = scene
    expect(await timeToEnd(open.running, 'SIGINT', 'SIGINT')).toBeLessThan(SHORTEST_GRACE_MS)
    await expectFailed(stage, await open.ended, 'cancelled')
  })
})

describe('the run after one that was killed in the middle of an exchange', () => {
  it.concurrent('waits for the answer that is still on its way, and recovers the pair', async () => {
    await using stage = await killedMidExchange(SLOW_ANSWER)
    const run = await stage.refresh(CLR_ON_NODE20, { timeout: SHORT_OF_STALE_S })
    await expectRefreshed(stage, run, 'recovered')
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('recovers the pair that has landed meanwhile', async () => {
    await using stage = await killedMidExchange(SLOW_ANSWER)
    await until(() => stage.endpoint.requests.token[0]?.answeredAtMs !== undefined)
    await sleep(1000)
    const run = await stage.refresh(CLR_ON_NODE20, { timeout: SHORT_OF_STALE_S })
    await expectRefreshed(stage, run, 'recovered')
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('ends what hangs, and refreshes', async () => {
    await using stage = await killedMidExchange({ token: { kind: 'hang' } })
    stage.endpoint.token.reply = { kind: 'ok' }
    const run = await stage.refresh(CLR_ON_NODE20, { timeout: SHORT_OF_STALE_S })
    await expectRefreshed(stage, run)
    expect(stage.endpoint.requests.token).toHaveLength(2)
  })
})

async function killedMidExchange(options: StageOptions): Promise<Stage> {
  const { stage, open } = await midExchange(options)
  open.running.signal('SIGKILL')
  await open.running.ended
  expect(await stage.leftovers()).not.toEqual([])
  return stage
}

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { closedPort, refusingProxy } from '../../testing/endpoint/broken-proxy.js'
import { ACTION, CLR_ON_NODE20 } from '../../testing/doors.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { expectFailed, expectRefreshed } from './expectations.js'

// Each of these tests waits for seconds, so they run at the same time.

const TOO_MANY: TokenReply = { kind: 'status', status: 429, retryAfter: 1 }

/** The least time between the first attempt and the last. */
const SHORTEST_WAIT_MS = 900

describe.each([CLR_ON_NODE20, ACTION])('$name', door => {
  it.concurrent('retries twice after a 429, with a pause, then says rate-limited', async () => {
    await using setup = await E2eSetup.create({ token: TOO_MANY })
    const run = await setup.refresh(door, { trace: true })
    const arrivals = setup.endpoint.requests.token.map(({ atMs }) => atMs)
    expectFailed(setup, run, 'rate-limited', { sends: arrivals.length })
    // Not the sends: after a 429 the CLI itself may send again before a busy machine has ended it. And the third attempt must
    // begin within 10 s, which a busy machine may need for two.
    expect([1, 2]).toContain(run.shown.match(/# 429, trying again in [13] s/g)?.length)
    expect(run.shown.match(/# claude starts in /g)).toHaveLength(1)
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(SHORTEST_WAIT_MS)
  })

  it.concurrent('refreshes if the second attempt succeeds', async () => {
    await using setup = await E2eSetup.create()
    setup.endpoint.token.inTurn(TOO_MANY, { kind: 'ok' })
    expectRefreshed(setup, await setup.refresh(door), { sends: 2 })
  })

  it.concurrent('does not retry if the deadline is near', async () => {
    await using setup = await E2eSetup.create()
    setup.endpoint.token.reply = { ...TOO_MANY, after: sleep(28_000) }
    expectFailed(setup, await setup.refresh(door, { timeout: 30 }), 'rate-limited')
  })

  // The debug log then has `GrowthBook: pre-init OAuth refresh failed (timeout)`, although the exchange is not over.
  it.concurrent('waits for an answer that takes more than 5 s', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'ok', delayMs: 6500 } })
    expectRefreshed(setup, await setup.refresh(door))
  })

  it.concurrent('says timeout if no answer arrives', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang' } })
    expectFailed(setup, await setup.refresh(door, { timeout: 20 }), 'timeout', { code: 2 })
  })

  it.concurrent('accepts an answer that arrives soon after the deadline', async () => {
    // Timed from the start of the run, like the deadline: a busy machine may need seconds until the token is sent.
    await using setup = await E2eSetup.create()
    setup.endpoint.token.reply = { kind: 'ok', after: sleep(22_000) }
    expectRefreshed(setup, await setup.refresh(door, { timeout: 20 }))
  })

  it.concurrent('says network if nothing listens at the address of the proxy', async () => {
    await using setup = await E2eSetup.create()
    const run = await setup.refresh(door, { env: await closedPort() })
    expectFailed(setup, run, 'network', { sends: 0 })
  })

  it.concurrent.each([407, 502])('says network if the proxy refuses with %d', async status => {
    await using setup = await E2eSetup.create()
    using proxy = await refusingProxy(status)
    const run = await setup.refresh(door, { env: proxy.environment })
    expectFailed(setup, run, 'network', { sends: 0 })
  })
})

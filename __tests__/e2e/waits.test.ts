import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { closedPort, refusingProxy } from '../../testing/endpoint/broken-proxy.js'
import { ACTION, CLR_ON_NODE20 } from '../../testing/doors.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { expectFailed, expectRefreshed } from './expectations.js'

// These take seconds of waiting each: they wait at the same time.

const TOO_MANY: TokenReply = { kind: 'status', status: 429, retryAfter: 1 }

/** The tries are at least this far apart. */
const SHORTEST_WAIT_MS = 900

describe.each([CLR_ON_NODE20, ACTION])('$name, with the real CLI', door => {
  it.concurrent('tries again after a 429, twice and not at once, then says rate-limited', async () => {
    await using setup = await E2eSetup.create({ token: TOO_MANY })
    const run = await setup.refresh(door)
    expectFailed(setup, run, 'rate-limited')
    const arrivals = setup.endpoint.requests.token.map(({ atMs }) => atMs)
    expect([2, 3]).toContain(arrivals.length) // the third has to begin within 10 s, which a busy machine may need for two
    for (const [index, atMs] of arrivals.slice(1).entries()) {
      expect(atMs - (arrivals[index] ?? 0)).toBeGreaterThan(SHORTEST_WAIT_MS)
    }
  })

  it.concurrent('refreshes where a second try gets through', async () => {
    await using setup = await E2eSetup.create()
    setup.endpoint.token.inTurn(TOO_MANY, { kind: 'ok' })
    expectRefreshed(setup, await setup.refresh(door))
    expect(setup.endpoint.requests.token).toHaveLength(2)
  })

  it.concurrent('does not try again if the deadline is near', async () => {
    await using setup = await E2eSetup.create()
    setup.endpoint.token.reply = { ...TOO_MANY, after: sleep(28_000) }
    expectFailed(setup, await setup.refresh(door, { timeout: 30 }), 'rate-limited')
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  // The debug log then says `GrowthBook: pre-init OAuth refresh failed (timeout)` while the exchange still goes on.
  it.concurrent('waits for an answer that takes more than 5 s', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'ok', delayMs: 6500 } })
    expectRefreshed(setup, await setup.refresh(door))
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('says timeout if no answer comes', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang' } })
    expectFailed(setup, await setup.refresh(door, { timeout: 20 }), 'timeout', 2)
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('counts an answer that lands soon after the deadline', async () => {
    // Counted from the start of the run, as the deadline is: a busy machine may need seconds until the token is sent.
    await using setup = await E2eSetup.create()
    setup.endpoint.token.reply = { kind: 'ok', after: sleep(22_000) }
    expectRefreshed(setup, await setup.refresh(door, { timeout: 20 }))
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it.concurrent('says network where the proxy is not there', async () => {
    await using setup = await E2eSetup.create()
    const run = await setup.refresh(door, { env: await closedPort() })
    expectFailed(setup, run, 'network')
    expect(setup.endpoint.requests.token).toEqual([])
  })

  it.concurrent.each([407, 502])('says network where the proxy refuses with %d', async status => {
    await using setup = await E2eSetup.create()
    using proxy = await refusingProxy(status)
    const run = await setup.refresh(door, { env: proxy.environment })
    expectFailed(setup, run, 'network')
    expect(setup.endpoint.requests.token).toEqual([])
  })
})

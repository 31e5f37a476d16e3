import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, it, jest } from '@jest/globals'
import { expectRefreshed } from '../../testing/expectations.js'
import { refreshInProcess } from '../../testing/refresh-in-process.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'

const LC_LINE = 'OAuth refresh failed (expected): Request failed with status code 500'

/** Stores a new pair in the isolated HOME, as `claude` does. */
function storeNewPair(home: TestHome): void {
  const text = sampleText({ ...NEW_PAIR, expiresAt: Date.now() + 28_800_000 })
  for (const isolated of home.isolatedHomes) writeFileSync(path.join(isolated, CREDENTIALS), text)
}

/** Calls back when `claude` is killed: by then `clr` has made its last check for a new pair before the kill. */
function onKill(act: () => void): void {
  const kill = process.kill.bind(process)
  jest.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    if (signal === 'SIGKILL') act()
    return kill(pid, signal)
  })
}

/** Stores the pair between the kill and the moment when the event loop can report the death of `claude`. */
function storeWhileDying(home: TestHome): void {
  onKill(() => {
    process.nextTick(storeNewPair, home)
  })
}

afterEach(() => {
  jest.restoreAllMocks()
})

describe('a new pair that claude stores while it is being killed', () => {
  it.each([
    ['the deadline has passed', 'hangs', { timeoutSeconds: 1 }],
    ['its log shows a failure', 'logs-a-failure', {}],
    ['its exchange ended without a result', 'gives-up-and-asks-the-model', {}]
  ])('is written back if %s', async (_why, claude, options) => {
    using home = new TestHome()
    storeWhileDying(home)
    const environment = { ...home.environment(claude), LC_LINE }
    expectRefreshed(home, await refreshInProcess(home, claude, { ...options, environment }))
  })

  it('is written back if the run was cancelled', async () => {
    using home = new TestHome()
    storeWhileDying(home)
    const cancel = new AbortController()
    const refreshed = refreshInProcess(home, 'hangs', { cancel: cancel.signal })
    await until(() => home.isolatedHomes.some(isolated => existsSync(path.join(isolated, 'claude.stat'))))
    cancel.abort()
    expectRefreshed(home, await refreshed)
  })

  it('is written back if claude ended by itself', async () => {
    using home = new TestHome()
    onKill(() => {
      storeNewPair(home)
    })
    expectRefreshed(home, await refreshInProcess(home, 'fails-at-once'))
  })
})

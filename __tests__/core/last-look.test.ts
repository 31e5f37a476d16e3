import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import type { RefreshOptions } from '../../src/core/options.js'
import { refresh } from '../../src/core/refresh.js'
import type { RefreshReport } from '../../src/core/report.js'
import { smallClaude } from '../../testing/paths.js'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'

const SERVER_ERROR = 'OAuth refresh failed (expected): Request failed with status code 500'

/** Puts a new pair where `claude` stores it. */
function land(home: TestHome): void {
  const text = sampleText({ ...NEW_PAIR, expiresAt: Date.now() + 28_800_000 })
  for (const isolated of home.isolatedHomes) writeFileSync(path.join(isolated, '.claude/.credentials.json'), text)
}

/** Does something when `claude` is killed: whoever kills it has seen no pair by then. */
function onKill(act: () => void): void {
  const kill = process.kill.bind(process)
  jest.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    if (signal === 'SIGKILL') act()
    return kill(pid, signal)
  })
}

/** Lets the pair land between the kill and the death of `claude`, of which nobody can know before the event loop turns. */
function landWhileDying(home: TestHome): void {
  onKill(() => {
    process.nextTick(land, home)
  })
}

/** Refreshes in this very process, by a small program. */
function refreshBy(home: TestHome, claude: string, options: Partial<RefreshOptions> = {}): Promise<RefreshReport> {
  const never = new AbortController().signal
  const environment = { PATH: `${smallClaude(claude)}:/usr/bin:/bin`, LC_LINE: SERVER_ERROR, LC_NOTES: home.notesPath }
  const given = {
    credsPath: home.creds,
    timeoutSeconds: 0,
    minValidityMs: 0,
    cancel: never,
    insist: never,
    environment
  }
  return refresh({ ...given, ...options }, { trace: () => undefined, claudeOutput: () => undefined })
}

afterEach(() => {
  jest.restoreAllMocks()
})

describe('a new pair that lands when claude is already dying', () => {
  it.each([
    ['the deadline has passed', 'hangs', { timeoutSeconds: 1 }],
    ['its log tells of a failure', 'logs-a-failure', {}],
    ['its exchange is over without a result', 'gives-up-and-asks-the-model', {}]
  ])('is written back if %s', async (_why, claude, options) => {
    using home = new TestHome()
    landWhileDying(home)
    expect(await refreshBy(home, claude, options)).toMatchObject({ reason: 'refreshed', exitCode: 0 })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('is written back if the run was cancelled', async () => {
    using home = new TestHome()
    landWhileDying(home)
    const cancel = new AbortController()
    const refreshed = refreshBy(home, 'hangs', { cancel: cancel.signal })
    await until(() => home.isolatedHomes.some(isolated => existsSync(path.join(isolated, 'claude.stat'))))
    cancel.abort()
    expect(await refreshed).toMatchObject({ reason: 'refreshed', exitCode: 0 })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('is written back if claude has ended by itself', async () => {
    using home = new TestHome()
    onKill(() => {
      land(home)
    })
    expect(await refreshBy(home, 'fails-at-once')).toMatchObject({ reason: 'refreshed', exitCode: 0 })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})

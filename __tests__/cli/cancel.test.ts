import { describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseJson } from '../../src/core/json.js'
import { parseIdentity } from '../../src/core/system/process-identity.js'
import { smallClaude, CLR } from '../../testing/paths.js'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR, OLD_PAIR } from '../../testing/sample-login.js'
import { SHORTEST_GRACE_MS, timeToEnd, isExchangeUnderWay, until } from '../../testing/waiting.js'

/** Starts `clr`, signals it once its `claude` is at work, and waits until it has ended. */
async function cancel(home: TestHome, claude: string, first: NodeJS.Signals, second?: NodeJS.Signals) {
  const run = home.startClr(['refresh', '--json', '--creds', home.creds], { claude })
  await untilAtWork(home, claude)
  const tookMs = await timeToEnd(run, first, second)
  return { ...(await run.ended), tookMs }
}

/** Waits until `claude` is in its exchange; `hangs`, which never starts one, is at work once its record is there. */
async function untilAtWork(home: TestHome, claude: string): Promise<void> {
  const isAtWork = (isolated: string) =>
    claude === 'hangs' ? existsSync(path.join(isolated, 'claude.stat')) : isExchangeUnderWay(isolated)
  await until(() => home.isolatedHomes.some(isAtWork))
}

describe('clr, when it gets a signal to end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends at once on %s before the exchange has begun',
    async signal => {
      using home = new TestHome()
      const { exitCode, report, tookMs } = await cancel(home, 'hangs', signal)
      expect([exitCode, report]).toMatchObject([1, { reason: 'cancelled', refreshed: false, exitCode: 1 }])
      expect(tookMs).toBeLessThan(SHORTEST_GRACE_MS)
      expect([home.login, home.leftovers]).toMatchObject([OLD_PAIR, []])
    }
  )

  it('lets an exchange under way finish, writes the new pair back, and succeeds', async () => {
    using home = new TestHome()
    const { exitCode, report } = await cancel(home, 'refreshes-late', 'SIGTERM')
    expect([exitCode, report]).toMatchObject([0, { reason: 'refreshed' }])
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('waits the grace period for an exchange that hangs, then ends it', async () => {
    using home = new TestHome()
    const { exitCode, report, tookMs } = await cancel(home, 'hangs-in-the-exchange', 'SIGINT')
    expect([exitCode, report]).toMatchObject([1, { reason: 'cancelled' }])
    expect(tookMs).toBeGreaterThan(SHORTEST_GRACE_MS)
    expect([home.login, home.leftovers]).toMatchObject([OLD_PAIR, []])
  })

  it('ends at once on a second signal', async () => {
    using home = new TestHome()
    const { exitCode, report, tookMs } = await cancel(home, 'hangs-in-the-exchange', 'SIGINT', 'SIGTERM')
    expect([exitCode, report]).toMatchObject([1, { reason: 'cancelled' }])
    expect(tookMs).toBeLessThan(SHORTEST_GRACE_MS)
    expect([home.login, home.leftovers]).toMatchObject([OLD_PAIR, []])
  })
})

describe('clr on a terminal', () => {
  it('shows the seconds, and lets an exchange under way finish when it gets a signal to end', async () => {
    using home = new TestHome()
    const command = [process.execPath, CLR, 'refresh', '--creds', home.creds].join(' ')
    const terminal = spawn('script', ['-qec', command, '/dev/null'], {
      env: {
        PATH: `${smallClaude('refreshes-late')}:/usr/bin:/bin`,
        HOME: home.path,
        TERM: 'xterm',
        SHELL: '/bin/sh',
        LC_AFTER_MS: '4000'
      },
      stdio: ['ignore', 'pipe', 'ignore']
    })
    let screen = ''
    terminal.stdout.setEncoding('utf8').on('data', (shown: string) => (screen += shown))
    const closed = once(terminal, 'close')
    await untilAtWork(home, 'refreshes-late')
    await until(() => /refreshing the login, \d+ s/.test(screen))
    process.kill(holderPid(home), 'SIGTERM')
    await closed
    expect(screen).toMatch(/refreshed \S+: valid until/)
    expect([terminal.exitCode, home.login, home.leftovers]).toMatchObject([0, NEW_PAIR, []])
  })
})

/** The pid of the run that holds the lock of the file. */
function holderPid(home: TestHome): number {
  const owner = parseIdentity(parseJson(home.text('.claude/.credentials.json.clr/lock/owner.json')))
  return owner?.pid ?? Number.NaN
}

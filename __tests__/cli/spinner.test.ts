import { existsSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { Deadline } from '../../src/core/deadline.js'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { whileLocked } from '../../src/core/locks/locks.js'
import { Dialogue, PYTHON } from '../../testing/dialogue.js'
import { needing } from '../../testing/needs.js'
import { CLR } from '../../testing/paths.js'
import { NEW_PAIR, OLD_PAIR } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'

const CTRL_C = '\u0003'

/** Starts `clr refresh` on a pseudo-terminal. */
function refreshOnTerminal(home: TestHome, claude: string, args: readonly string[] = [], env = {}): Dialogue {
  const command = [process.execPath, CLR, 'refresh', '--creds', home.creds, '--timeout', '300', ...args]
  return Dialogue.onTerminal(command, { ...home.environment(claude), ...env })
}

needing(PYTHON, existsSync(PYTHON)).describe('the spinner of clr refresh on a terminal', () => {
  it('says that the login is refreshed, and for how many seconds', async () => {
    using home = new TestHome()
    const terminal = refreshOnTerminal(home, 'refreshes-late', [], { LC_AFTER_MS: '4000' })
    await terminal.untilShown(/refreshing the login, \d+ s/)
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.shown).toMatch(/refreshed .*valid until/)
    expect(home.login).toMatchObject(NEW_PAIR)
  })

  it('says which run it waits for, and then that the login is refreshed', async () => {
    using home = new TestHome()
    const patience = { deadline: Deadline.after(0), cancel: new AbortController().signal }
    const terminal = await whileLocked(findCredentialsFile(home.creds), patience, async () => {
      const waiting = refreshOnTerminal(home, 'refreshes-late', [], { LC_AFTER_MS: '4000' })
      const [, pid] = await waiting.untilShown(/waiting for another run[^\r]*\(pid (\d+)\), \d+ s/)
      expect(Number(pid)).toBe(process.pid)
      return waiting
    })
    await terminal.untilShown(/refreshing the login, \d+ s/)
    expect((await terminal.ended).exitCode).toBe(0)
  })

  it('says after Ctrl-C that it waits for the refresh to finish, and what a second Ctrl-C would do', async () => {
    using home = new TestHome()
    const terminal = refreshOnTerminal(home, 'hangs-in-the-exchange')
    await home.exchangeUnderWay()
    terminal.type(CTRL_C)
    await terminal.untilShown(/stopping: waiting up to 5 s for the refresh to finish/)
    terminal.type(CTRL_C)
    expect((await terminal.ended).exitCode).toBe(1)
    expect(terminal.shown.replace(/\s+/g, ' ')).toContain('Ctrl-C again gives up and may lose the login')
    expect(home.login).toMatchObject(OLD_PAIR)
  })

  it('does not wait for a refresh after a Ctrl-C before anything was sent', async () => {
    using home = new TestHome()
    const terminal = refreshOnTerminal(home, 'hangs')
    await terminal.untilShown(/refreshing the login, \d+ s/)
    terminal.type(CTRL_C)
    expect((await terminal.ended).exitCode).toBe(1)
    expect(terminal.shown).toContain('clr: cancelled: ')
    expect(terminal.shown).not.toMatch(/under way|may lose/)
  })

  it.each([{ TERM: 'dumb' }, { CI: 'true' }, { CI: '' }])(
    'is not there if no line can be written over, or in CI: %j',
    async variables => {
      using home = new TestHome()
      const env = { LC_AFTER_MS: '3000', ...variables }
      const terminal = refreshOnTerminal(home, 'refreshes-late', [], env)
      expect((await terminal.ended).exitCode).toBe(0)
      expect(terminal.shown.replaceAll('\r', '')).toMatch(/^refreshed [^]*valid until [^]*\n$/)
      expect(terminal.shown).not.toContain('refreshing')
    }
  )

  it('is not there with --json, whose only output is the report', async () => {
    using home = new TestHome()
    const terminal = refreshOnTerminal(home, 'refreshes-late', ['--json'], { LC_AFTER_MS: '3000' })
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.shown).toMatch(/^\{"refreshed":true,[^\r\n]*\}\r?\n$/)
  })
})

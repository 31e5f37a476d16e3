import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import { Dialogue, PYTHON } from '../../testing/dialogue.js'
import { needing } from '../../testing/needs.js'
import { CLR } from '../../testing/paths.js'
import { processesOf } from '../../testing/processes.js'
import { NEW_PAIR } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'
import { isPending, until } from '../../testing/waiting.js'

/** Ctrl-S stops the output of a terminal, so that a write to it blocks; Ctrl-Q lets it go on. */
const CTRL_S = '\u0013'
const CTRL_Q = '\u0011'

/** Starts `clr refresh --trace` on a pseudo-terminal, and stops the terminal in the middle of the exchange. */
async function stoppedInTheExchange(home: TestHome, claude: string): Promise<Dialogue> {
  const command = [process.execPath, CLR, 'refresh', '--trace', '--creds', home.creds, '--timeout', '300']
  const terminal = Dialogue.onTerminal(command, { ...home.environment(claude), LC_TOLD: home.at('told') })
  await terminal.untilShown(/refreshing the login, \d+ s/)
  await home.exchangeUnderWay()
  terminal.type(CTRL_S)
  await untilStill(terminal)
  return terminal
}

function commandOf(pid: number): string {
  return readTextOrEmpty(`/proc/${pid}/cmdline`)
}

/** The spinner moves many times a second, so the terminal is stopped once nothing is shown for a while. */
async function untilStill(terminal: Dialogue): Promise<void> {
  for (let seen: string | null = null; seen !== terminal.shown;) {
    seen = terminal.shown
    await sleep(1500)
  }
}

needing(PYTHON, existsSync(PYTHON)).describe('clr refresh --trace on a terminal that is stopped', () => {
  it('stores the new tokens before it writes what claude printed', async () => {
    using home = new TestHome()
    const terminal = await stoppedInTheExchange(home, 'refreshes-when-told')
    home.write('told', '')
    await until(() => home.text('.claude/.credentials.json').includes(NEW_PAIR.refreshToken))
    expect(await isPending(terminal.ended, 1000)).toBe(true)
    expect(terminal.shown).not.toContain('claude printed')
    terminal.type(CTRL_Q)
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.shown).toMatch(/# claude printed nothing[^]*refreshed .*valid until/)
  })

  it('still obeys a signal, and stores the tokens under way', async () => {
    using home = new TestHome()
    const terminal = await stoppedInTheExchange(home, 'refreshes-on-sigterm')
    const [clr = 0] = processesOf(home.path).filter(pid => commandOf(pid).startsWith(process.execPath))
    process.kill(clr, 'SIGTERM')
    await until(() => home.text('.claude/.credentials.json').includes(NEW_PAIR.refreshToken))
    expect(terminal.shown).not.toContain('claude printed')
    terminal.type(CTRL_Q)
    expect((await terminal.ended).exitCode).toBe(0)
  })
})

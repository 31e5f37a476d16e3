import { closeSync, copyFileSync, openSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { smallClaude } from '../../testing/paths.js'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'

/** A `claude` that is open for writing, as while it is updated: the system does not start it (ETXTBSY). */
class BusyHome extends TestHome {
  readonly #writer: number

  constructor() {
    super()
    this.write('login.js', '')
    copyFileSync(`${smallClaude('refreshes')}/../login.js`, this.at('login.js'))
    const program = this.write('bin/claude', '', 0o755)
    copyFileSync(`${smallClaude('refreshes')}/claude`, program)
    this.write('package.json', '{"type":"module"}')
    this.#writer = openSync(program, 'r+')
  }

  /** Starts `clr` with the `claude` of a folder, and calls back once its first could not be started. */
  async refreshAnd(onBusy: () => void, folder = 'bin') {
    const PATH = `${this.at(folder)}:/usr/bin:/bin`
    const { ended } = this.startClr(['refresh', '--json', '--trace'], { env: { PATH } })
    let isOver = false
    void ended.then(() => (isOver = true))
    await until(() => this.#isRefused() || isOver)
    onBusy()
    const { report, stderr: said } = await ended
    return { report, said }
  }

  /** Whether a `claude` could not be started, by what the shell said in the isolated HOME. */
  #isRefused(): boolean {
    try {
      const names = readdirSync(this.at('.claude'), { recursive: true, encoding: 'utf8' })
      const logs = names.filter(name => /\/stderr-\d+\.log$/.test(name))
      return logs.some(log => /text file busy/i.test(this.text(path.join('.claude', log))))
    } catch {
      return false // one of the folders is gone by now
    }
  }

  finishWriting(): void {
    closeSync(this.#writer)
  }
}

describe('a claude that cannot be started because it is being written', () => {
  it('is started again after a pause, and refreshes if it is whole by then', async () => {
    using home = new BusyHome()
    const { report } = await home.refreshAnd(() => {
      home.finishWriting()
    })
    expect(report).toMatchObject({ reason: 'refreshed' })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('is said to be so if that lasts, and the login is as it was', async () => {
    using home = new BusyHome()
    const { report, said } = await home.refreshAnd(() => undefined)
    home.finishWriting()
    expect(report).toMatchObject({
      reason: 'claude-failed',
      message: `${home.at('bin/claude')} could not be started, because another program is writing to it, as an update does; this run did not send the refresh token, and left the login unharmed`,
      remedy: 'Run it again when the update is done.'
    })
    expect(said.match(/^# claude starts in /gm)?.length).toBeGreaterThan(1)
    expect([home.text('.claude/.credentials.json'), home.leftovers]).toEqual([home.originalText, []])
  })

  it('is named, and not the script that runs it', async () => {
    using home = new BusyHome()
    home.write('wrapper/claude', `#!/bin/sh\nexec "${home.at('bin/claude')}" "$@"\n`, 0o755)
    const { report } = await home.refreshAnd(() => undefined, 'wrapper')
    home.finishWriting()
    const message = expect.stringContaining(`${home.at('bin/claude')} could not be started, because another program`)
    expect(report).toMatchObject({ reason: 'claude-failed', message })
  })
})

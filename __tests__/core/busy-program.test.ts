import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { orNull } from '../../src/core/or-null.js'
import { expectRefreshed, expectUnchanged } from '../../testing/expectations.js'
import { smallClaude } from '../../testing/paths.js'
import { TestHome } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'

/** A HOME whose `claude` is open for writing, as during an update: the system refuses to start it (ETXTBSY). */
class BusyHome extends TestHome {
  readonly #writer: number

  constructor() {
    super()
    const folder = smallClaude('refreshes')
    this.write('package.json', '{"type":"module"}')
    this.write('login.js', readFileSync(`${folder}/../login.js`))
    this.#writer = openSync(this.write('bin/claude', readFileSync(`${folder}/claude`), 0o755), 'r+')
  }

  /** Runs `clr` with the `claude` of a folder, and calls back after the first start of it was refused. */
  async refreshAnd(onBusy: () => void, folder = 'bin') {
    const PATH = `${this.at(folder)}:/usr/bin:/bin`
    const { ended } = this.startClr(['refresh', '--json', '--trace'], { env: { PATH } })
    let isOver = false
    void ended.then(() => (isOver = true))
    await until(() => this.#isRefused() || isOver)
    onBusy()
    return ended
  }

  /** Whether a start was refused, according to what the shell wrote in the isolated HOME; false if that is gone. */
  #isRefused(): boolean {
    const names = orNull(() => readdirSync(this.at('.claude'), { recursive: true, encoding: 'utf8' })) ?? []
    const logs = names.filter(name => /\/stderr-\d+\.log$/.test(name))
    return logs.some(log => /text file busy/i.test(orNull(() => this.text(path.join('.claude', log))) ?? ''))
  }

  finishWriting(): void {
    closeSync(this.#writer)
  }
}

describe('a claude that another program is writing to', () => {
  it('is started again after a pause, and refreshes if the writing has finished', async () => {
    using home = new BusyHome()
    const run = await home.refreshAnd(() => {
      home.finishWriting()
    })
    expectRefreshed(home, run)
  })

  it('is reported as being updated if the writing goes on, and the login is unchanged', async () => {
    using home = new BusyHome()
    const { report, stderr } = await home.refreshAnd(() => undefined)
    home.finishWriting()
    expect(report).toMatchObject({
      reason: 'claude-failed',
      message: `${home.at('bin/claude')} could not be started, because another program, perhaps an update, is writing to it; this run did not use the refresh token`,
      remedy: 'Run it again in a minute.'
    })
    expect(stderr).toMatch(/^# .* is writing to it, trying again in \d+ s$/m)
    expectUnchanged(home)
  })

  it('is named in the message instead of the script that runs it', async () => {
    using home = new BusyHome()
    home.write('wrapper/claude', `#!/bin/sh\nexec "${home.at('bin/claude')}" "$@"\n`, 0o755)
    const { report } = await home.refreshAnd(() => undefined, 'wrapper')
    home.finishWriting()
    const message = expect.stringContaining(`${home.at('bin/claude')} could not be started, because another program`)
    expect(report).toMatchObject({ reason: 'claude-failed', message })
  })
})

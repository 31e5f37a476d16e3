import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { mountOverItself, unmountAll } from '../../testing/mounts.js'
import { TestHome } from '../../testing/test-home.js'
import { asRootThatMayMount } from '../../testing/needs.js'
import { sampleText } from '../../testing/sample-login.js'

const REFUSED = { exitCode: 1, report: { reason: 'creds-not-writable' } }

/** A HOME whose credentials file is mounted over itself, as with `docker run -v creds.json:/root/.claude/.credentials.json`. */
class MountedHome extends TestHome {
  constructor() {
    super()
    mountOverItself(this.creds)
  }

  override [Symbol.dispose](): void {
    unmountAll()
    super[Symbol.dispose]()
  }
}

asRootThatMayMount().describe('a file that is mounted by itself', () => {
  it('is refused before anything is sent, with the lines that mount its folder', async () => {
    using home = new MountedHome()
    const run = await home.refresh('says-who-it-is')
    const folder = path.dirname(home.creds)
    expect(run).toMatchObject(REFUSED)
    const lines = [`docker run and compose: HOST_FOLDER:${folder}`, `source=HOST_FOLDER,target=${folder},type=bind`]
    for (const line of lines) expect(run.report).toMatchObject({ message: expect.stringContaining(line) })
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
    expect([existsSync(home.notesPath), home.leftovers]).toEqual([false, []])
  })

  it('is still read: a login that is good for longer than asked is still valid', async () => {
    using home = new MountedHome()
    const run = await home.refresh('says-who-it-is', ['--min-validity', '1h'])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
  })

  it('is not written even if a pair waits beside it, which the message names', async () => {
    using home = new MountedHome()
    const rescue = `.claude/.credentials.json.clr/rescue-20261126T000000Z-${'0'.repeat(64)}.json`
    const waiting = home.write(rescue, sampleText({ refreshToken: 'sk-ant-ort01-test-waiting' }))
    execFileSync('chmod', ['700', path.dirname(waiting)])
    for (const command of [['refresh'], ['recover']]) {
      const run = await home.clr([...command, '--json'], { claude: 'says-who-it-is' })
      expect(run).toMatchObject(REFUSED)
      expect(run.report).toMatchObject({ message: expect.stringContaining(waiting) })
    }
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
    expect(existsSync(waiting)).toBe(true)
  })
})

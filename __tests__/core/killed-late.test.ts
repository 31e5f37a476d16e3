import { writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR } from '../../testing/sample-login.js'

const WORK_FOLDER = '.claude/.credentials.json.clr'
const KILL = `process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)`

describe('a run that is killed while it clears its HOME away', () => {
  it('has renamed it by then, so that nobody takes what is left of it for a HOME to recover', async () => {
    using home = new TestHome()
    const killed = await home.refresh('refreshes', [], home.happening('rmSync', 'gone-home-', KILL))
    expect([killed.exitCode, home.login]).toMatchObject([null, NEW_PAIR])
    expect(home.names(WORK_FOLDER).filter(name => name.startsWith('home-'))).toEqual([])
    const next = await home.clr(['recover', '--json'])
    expect(next.report).toMatchObject({ reason: 'still-valid' })
    expect(home.leftovers).toEqual([])
  })
})

describe('what runs leave that are killed while they take the lock', () => {
  it('is cleared away by the next run', async () => {
    using home = new TestHome()
    home.write(`${WORK_FOLDER}/lock-0123456789abcdef/owner.json`, '{"nonce":')
    home.write(`${WORK_FOLDER}/lock-taken-0123456789abcdef`, '')
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'refreshed' })
    expect(home.leftovers).toEqual([])
  })
})

describe('a disk on which claude would be short of room', () => {
  it.each([
    ['bytes', 'bavail: 10, bsize: 4096, files: 1000, ffree: 1000'],
    ['inodes', 'bavail: 1e6, bsize: 4096, files: 1000, ffree: 10']
  ])('is named before claude is started: too few %s', async (_what, stats) => {
    using home = new TestHome()
    const preload = home.at('preload.cjs')
    writeFileSync(preload, `const fs = require('node:fs')\nfs.statfsSync = () => ({ type: 0xef53, ${stats} })`)
    const run = await home.refresh('says-who-it-is', [], { NODE_OPTIONS: `--require ${preload}` })
    expect(run).toMatchObject({
      exitCode: 1,
      report: {
        reason: 'creds-not-writable',
        message: expect.stringContaining('there is no space left on the disk (ENOSPC)'),
        remedy: 'Free some disk space. This run did not send the refresh token.'
      }
    })
    expect([home.text('.claude/.credentials.json'), home.leftovers]).toEqual([home.originalText, []])
  })
})

import { existsSync, mkdirSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { ownIdentity } from '../../src/core/system/process-identity.js'
import { refreshInProcess } from '../../testing/refresh-in-process.js'
import { CREDENTIALS, TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const OWNER = `${WORK_FOLDER}/lock/owner.json`
const OTHER_OWNER = JSON.stringify({ nonce: 'bbbbbbbbbbbbbbbb', ...ownIdentity() })
const LOCKED = { exitCode: 2, report: { reason: 'locked', exitCode: 2 } }

/** Refreshes, and does something just before `claude` is started, when all locks are held. */
function refreshWhile(home: TestHome, act: () => void) {
  return refreshInProcess(home, 'refreshes-under-lock', {
    timeoutSeconds: 20,
    trace: line => {
      if (existsSync(home.at(OWNER)) && line.startsWith('# claude starts')) act()
    }
  })
}

describe('a run whose lock was taken over by another while the machine slept', () => {
  it.each(['.claude/.oauth_refresh.lock', '.claude.lock'])('sends nothing if it was %s', async name => {
    using home = new TestHome()
    const run = await refreshWhile(home, () => {
      rmdirSync(home.at(name))
      mkdirSync(home.at(name))
      utimesSync(home.at(name), new Date(), new Date(Date.now() + 21_000))
    })
    expect(run).toMatchObject(LOCKED)
    expect([existsSync(home.notesPath), existsSync(home.at(name))]).toEqual([false, true])
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
  })

  it('sends nothing if it was the lock of clr itself', async () => {
    using home = new TestHome()
    const run = await refreshWhile(home, () => {
      writeFileSync(home.at(OWNER), OTHER_OWNER)
    })
    expect(run).toMatchObject(LOCKED)
    expect(existsSync(home.notesPath)).toBe(false)
    expect(home.names(WORK_FOLDER)).toEqual(['.gitignore', 'lock'])
  })

  it('sends nothing even if that happened while space on a slow disk was reserved', async () => {
    using home = new TestHome()
    const script = `fs.writeFileSync(${JSON.stringify(home.at(OWNER))}, ${JSON.stringify(OTHER_OWNER)})`
    const env = home.scriptBefore('openSync', 'replacement-', script)
    expect(await home.refresh('refreshes-under-lock', [], env)).toMatchObject(LOCKED)
    expect([existsSync(home.notesPath), home.text(CREDENTIALS)]).toEqual([false, home.originalText])
  })
})

describe('a run that still holds its locks', () => {
  it('sends its token', async () => {
    using home = new TestHome()
    expect(await refreshWhile(home, () => undefined)).toMatchObject({ report: { reason: 'refreshed' } })
    expect(existsSync(home.notesPath)).toBe(true)
  })
})

import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR } from '../../testing/sample-login.js'

const LOCKS = [
  '.claude/.oauth_refresh.lock',
  '.claude.lock',
  '.claude/.storage-write.lock',
  '.claude/.credentials.json.clr/lock',
  '.claude/.credentials.json.clr'
]

/** What can stand in the place of a lock of the CLI's, by the words for it. */
const NO_LOCKS: Readonly<Record<string, (lock: string) => void>> = {
  'a file': lock => {
    writeFileSync(lock, '')
  },
  'a link': lock => {
    symlinkSync('nowhere', lock)
  },
  'a folder that is not empty': lock => {
    mkdirSync(path.join(lock, 'x'), { recursive: true })
  }
}

/** Without a limit of time: who waits, waits for ever. */
const refresh = (home: TestHome) => home.refresh('says-who-it-is', ['--timeout', '0'])

describe('what stands in the place of a lock', () => {
  it.each(LOCKS)('is named if it is a file, and nobody waits for it: %s', async name => {
    using home = new TestHome()
    const lock = home.at(name)
    mkdirSync(path.dirname(lock), { recursive: true, mode: 0o700 })
    writeFileSync(lock, '')
    const run = await refresh(home)
    expect(run).toMatchObject({
      exitCode: 1,
      report: {
        reason: 'creds-not-writable',
        message: expect.stringContaining(`${lock} is in the way`),
        remedy: `Move ${lock} away, or remove it. This run did not send the refresh token.`
      }
    })
    expect([existsSync(home.notesPath), readFileSync(home.creds, 'utf8')]).toEqual([false, home.originalText])
    rmSync(lock)
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'refreshed' })
    expect(home.leftovers).toEqual([])
  })

  const others = LOCKS.slice(0, 3).flatMap(name =>
    Object.entries(NO_LOCKS).map(([what, make]) => ({ what, name, make }))
  )
  it.each(others)(
    'is named if it is $what in the place of a lock of the CLI’s: $name',
    async ({ what, name, make }) => {
      using home = new TestHome()
      make(home.at(name))
      const run = await refresh(home)
      const said = `${home.at(name)} is in the way: it is ${what}, where \`claude\` makes an empty folder as its lock`
      expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-not-writable', message: said } })
      expect(existsSync(home.notesPath)).toBe(false)
    }
  )

  it('is named if it is our lock’s record of who holds it, and can’t be one', async () => {
    using home = new TestHome()
    const record = '.claude/.credentials.json.clr/lock/owner.json'
    mkdirSync(home.at(record), { recursive: true })
    const { report } = await refresh(home)
    const message = expect.stringContaining(
      `cannot read ${home.at(record)}: not a regular file; it tells who holds the lock`
    )
    expect(report).toMatchObject({ reason: 'creds-unreadable', message })
  })

  it('keeps no new pair from the file if it comes there during the refresh', async () => {
    using home = new TestHome()
    const lock = home.at('.claude/.storage-write.lock')
    const script = `fs.writeFileSync(${JSON.stringify(lock)}, '')`
    const run = await home.refresh('refreshes', [], home.happening('mkdirSync', '.storage-write.lock', script))
    expect(run.report).toMatchObject({ reason: 'refreshed' })
    expect(run.wallMs).toBeLessThan(10_000) // a session that holds the lock would be waited for, for 15 s
    expect(home.login).toMatchObject(NEW_PAIR)
  })
})

import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { expectRefreshed } from '../../testing/expectations.js'
import { NEW_PAIR } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const CLI_LOCKS = ['.claude/.oauth_refresh.lock', '.claude.lock', '.claude/.storage-write.lock']

/** What can be in the place of a lock of the CLI, by its name in the message. */
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

/** Refreshes without a deadline: a run that waited would wait for ever. */
const refresh = (home: TestHome) => home.refresh('notes-its-user', ['--timeout', '0'])

describe('something else in the place of a lock', () => {
  it.each([...CLI_LOCKS, `${WORK_FOLDER}/lock`, WORK_FOLDER])(
    'is reported instead of waited for if it is a file: %s',
    async name => {
      using home = new TestHome()
      const lock = home.at(name)
      mkdirSync(path.dirname(lock), { recursive: true, mode: 0o700 })
      writeFileSync(lock, '')
      expect(await refresh(home)).toMatchObject({
        exitCode: 1,
        report: {
          reason: 'creds-not-writable',
          message: expect.stringContaining(`${lock} is in the way`),
          remedy: `Move ${lock} away, or delete it. This run did not use the refresh token.`
        }
      })
      expect([existsSync(home.notesPath), home.text(CREDENTIALS)]).toEqual([false, home.originalText])
      rmSync(lock)
      expectRefreshed(home, await home.refresh('refreshes'))
    }
  )

  it.each(CLI_LOCKS.flatMap(name => Object.entries(NO_LOCKS).map(([what, make]) => ({ what, name, make }))))(
    'is reported if it is $what in the place of a lock of the CLI: $name',
    async ({ what, name, make }) => {
      using home = new TestHome()
      make(home.at(name))
      const message = `${home.at(name)} is in the way: it is ${what}, but \`claude\` needs an empty folder there as its lock`
      expect(await refresh(home)).toMatchObject({ exitCode: 1, report: { reason: 'creds-not-writable', message } })
      expect(existsSync(home.notesPath)).toBe(false)
    }
  )

  it('is reported if it is a folder in the place of the record of who holds our lock', async () => {
    using home = new TestHome()
    const record = `${WORK_FOLDER}/lock/owner.json`
    mkdirSync(home.at(record), { recursive: true })
    const { report } = await refresh(home)
    const message = expect.stringContaining(
      `cannot read ${home.at(record)}: not a regular file; it says who holds the lock`
    )
    const remedy = `Move ${home.at(record)} away, or delete it.`
    expect(report).toMatchObject({ reason: 'creds-unreadable', message, remedy })
  })

  it('does not prevent the write-back if it appears during the refresh', async () => {
    using home = new TestHome()
    const lock = home.at('.claude/.storage-write.lock')
    const script = `fs.writeFileSync(${JSON.stringify(lock)}, '')`
    const run = await home.refresh('refreshes', [], home.scriptBefore('mkdirSync', '.storage-write.lock', script))
    expect(run.report).toMatchObject({ reason: 'refreshed' })
    expect(run.wallMs).toBeLessThan(10_000) // a lock held by a session would be waited for, up to 15 s
    expect(home.login).toMatchObject(NEW_PAIR)
  })
})

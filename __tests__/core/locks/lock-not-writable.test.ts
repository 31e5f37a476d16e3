import { chmodSync, chownSync, existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome, faultAt } from '../../../testing/test-home.js'
import { NEW_PAIR } from '../../../testing/sample-login.js'

/** No file mode keeps root from writing, so if the tests run as root, `clr` runs as `nobody`. */
const ORDINARY_USER = process.getuid?.() === 0 ? 65_534 : undefined

/** A HOME of an ordinary user. */
class UsersHome extends TestHome {
  refreshAsUser() {
    const options = { claude: 'refreshes' }
    if (ORDINARY_USER === undefined) return this.clr(['refresh', '--json'], options)
    for (const entry of ['.', '.claude', '.claude/.credentials.json'])
      chownSync(this.at(entry), ORDINARY_USER, ORDINARY_USER)
    return this.clr(['refresh', '--json'], { ...options, uid: ORDINARY_USER })
  }

  override [Symbol.dispose](): void {
    chmodSync(this.path, 0o700)
    super[Symbol.dispose]()
  }
}

describe('a lock of the CLI that cannot be made', () => {
  const locks = ['/.claude/.oauth_refresh.lock', '/.claude.lock']
  const codes = ['EACCES', 'EPERM', 'EROFS']
  it.each(locks.flatMap(lock => codes.map(code => [lock, code] as const)))(
    'does not prevent the refresh, and a warning names it: %s, %s',
    async (lock, code) => {
      using home = new TestHome()
      const { report } = await home.refresh('refreshes', [], faultAt('mkdirSync', home.path + lock, code))
      const warning = expect.stringMatching(`^cannot take the lock ${home.path}${lock}: .* \\(${code}\\); `)
      expect(report).toMatchObject({ reason: 'refreshed', warnings: [warning] })
      expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
    }
  )

  it('does not prevent the refresh of a user who may not write in the folder above, as in a container', async () => {
    using home = new UsersHome()
    chmodSync(home.path, 0o555)
    const { report } = await home.refreshAsUser()
    const warning = expect.stringMatching(
      `^cannot take the lock ${home.path}/.claude.lock: .* \\(EACCES\\); .*2\\.1\\.112`
    )
    expect(report).toMatchObject({ reason: 'refreshed', warnings: [warning] })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})

describe('our own lock, if it cannot be made', () => {
  it.each([
    ['EACCES', 'permission denied (EACCES)', 'Make sure '],
    ['EROFS', 'the file system is read-only (EROFS)', 'Mount it writable'],
    ['ENOSPC', 'there is no space left on the disk (ENOSPC)', 'Free some disk space.']
  ])('ends the run before the token is sent, with the reason and what to do: %s', async (code, words, remedy) => {
    using home = new TestHome()
    const run = await home.refresh('notes-its-user', [], faultAt('mkdirSync', '.credentials.json.clr', code))
    expect(run).toMatchObject({
      exitCode: 1,
      report: {
        reason: 'creds-not-writable',
        message: expect.stringContaining(words),
        remedy: expect.stringContaining(remedy)
      }
    })
    expect([existsSync(home.notesPath), home.leftovers, home.text('.claude/.credentials.json')]).toEqual([
      false,
      [],
      home.originalText
    ])
  })

  it('ends the run of an ordinary user who may not write in the folder, before the token is sent', async () => {
    using home = new UsersHome()
    chmodSync(home.at('.claude'), 0o555)
    const { report } = await home.refreshAsUser()
    expect(report).toMatchObject({
      reason: 'creds-not-writable',
      message: `cannot write in ${home.at('.claude')}, where the new tokens have to be stored: permission denied (EACCES)`
    })
    chmodSync(home.at('.claude'), 0o700)
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
  })
})

import { mkdirSync, rmSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parseJson } from '../../../src/core/json.js'
import { AS_ON_MACOS, LOGIN_ITEM, MACOS_PROGRAMS } from '../../../testing/mac.js'
import { sampleText } from '../../../testing/sample-login.js'
import { TestHome } from '../../../testing/test-home.js'

const FAR = { expiresAt: Date.UTC(2086, 0), refreshTokenExpiresAt: Date.UTC(2087, 0) }

/** Runs `clr status --json` as on a Mac whose Keychain has these items. */
async function statusOnMac(home: TestHome, items: object, args: readonly string[] = [], isLocked = false) {
  const keychain = home.write('keychain.json', JSON.stringify({ isLocked, items }))
  const env = { ...AS_ON_MACOS, PATH: `${MACOS_PROGRAMS}:${process.execPath.replace(/\/node$/, '')}:/usr/bin:/bin` }
  return home.clr(['status', '--json', ...args], { env: { ...env, USER: 'anna', LC_KEYCHAIN: keychain } })
}

const ITEM = { [`${LOGIN_ITEM} of anna`]: 'secret' }
const NOTE = expect.stringContaining(
  `the Keychain holds a login ("${LOGIN_ITEM}"), and \`claude\` uses and refreshes that login, not this file`
)

describe('clr status on macOS', () => {
  it('says that the Keychain has a login which claude uses in place of the file, and never reads it', async () => {
    using home = new TestHome(sampleText(FAR))
    const { exitCode, report, stdout } = await statusOnMac(home, ITEM)
    expect([exitCode, report]).toMatchObject([0, { files: [{ state: 'ok', keychainItem: LOGIN_ITEM, notes: [NOTE] }] }])
    expect(stdout).not.toContain('secret')
    const calls = home.text('keychain.json.log').trim().split('\n').map(parseJson)
    expect(calls).toEqual([['find-generic-password', '-a', 'anna', '-s', LOGIN_ITEM]])
  })

  it('says so too if there is no file', async () => {
    using home = new TestHome(null)
    mkdirSync(home.at('.claude'))
    const { report } = await statusOnMac(home, ITEM)
    const remedy = expect.stringContaining('Make a separate login for `clr`')
    expect(report).toMatchObject({ files: [{ state: 'missing', keychainItem: LOGIN_ITEM, notes: [NOTE], remedy }] })
  })

  it.each([
    ['there is no such item', {}, false],
    ['the Keychain is locked, and does not say', ITEM, true]
  ])('says nothing if %s', async (_what, items, isLocked) => {
    using home = new TestHome(sampleText(FAR))
    const { report } = await statusOnMac(home, items, [], isLocked)
    expect(report).toMatchObject({ files: [{ state: 'ok', keychainItem: null, notes: [] }] })
  })

  it('does not ask the Keychain about a file that claude itself does not use', async () => {
    using home = new TestHome(sampleText(FAR))
    const other = home.write('other.json', sampleText(FAR))
    rmSync(home.creds)
    const { report } = await statusOnMac(home, ITEM, [other, home.at('none.json')])
    expect(report).toMatchObject({ files: [{ keychainItem: null }, { keychainItem: null }] })
    expect(home.names()).not.toContain('keychain.json.log')
  })
})

import { chmodSync, chownSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parseLogin } from '../../src/core/credentials/credentials.js'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { dryRun, type DryRunOptions } from '../../src/core/dry-run.js'
import type { RefreshReport } from '../../src/core/report.js'
import { withRightsOf } from '../../src/core/system/rights.js'
import { utcMinute } from '../../src/core/times.js'
import { NOTING_CLAUDE } from '../../testing/dry-run.js'
import { contentOf } from '../../testing/folder-state.js'
import { asOrdinaryUser, asRoot } from '../../testing/needs.js'
import { OLD_PAIR, OTHER_PAIR, sampleCredentials, sampleText } from '../../testing/sample-login.js'
import { TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const SOMEBODY = { uid: 12_345, gid: 12_345 }

/** Makes a dry run in this process, and expects that it changed nothing in the HOME and started no `claude`. */
async function dryRunInProcess(home: TestHome, given: Partial<DryRunOptions> = {}): Promise<RefreshReport> {
  const before = contentOf(home.path)
  const report = await dryRun(
    {
      credsPath: home.creds,
      timeoutSeconds: 0,
      environment: home.environment(NOTING_CLAUDE),
      cancel: new AbortController().signal,
      incoming: sampleCredentials(),
      findsClaude: true,
      ...given
    },
    { trace: () => undefined, claudeOutput: () => undefined }
  )
  expect(contentOf(home.path)).toEqual(before)
  return report
}

/** A HOME without a credentials file; its folder exists if there is a name for it. */
function homeWithout(...folders: readonly string[]): TestHome {
  const home = new TestHome(null)
  for (const folder of folders) rmSync(home.write(`${folder}/x`, ''))
  return home
}

describe('a dry run with a login that comes in', () => {
  it.each([
    ['there is no file', ['.claude']],
    ['there is no folder for the file', []]
  ])('is ready if %s, and says that it can be made', async (_what, folders) => {
    using home = homeWithout(...folders)
    const expiresAt = Date.now() + 8 * 3_600_000
    const validity = `valid until ${utcMinute(expiresAt)} UTC`
    const message = expect.stringMatching(
      new RegExp(
        `: the file can be created; its access token is ${validity} .*; no token was sent, and no file was changed$`
      )
    )
    const dates = { expiresAt: new Date(expiresAt).toISOString() }
    expect(await dryRunInProcess(home, { incoming: sampleCredentials({ expiresAt }) })).toMatchObject({
      reason: 'ready',
      exitCode: 0,
      refreshed: false,
      message,
      ...dates
    })
  })

  it('is ready if several folders above the file are missing', async () => {
    using home = homeWithout()
    const report = await dryRunInProcess(home, { credsPath: home.at('a/b/c/creds.json') })
    expect(report).toMatchObject({ reason: 'ready', creds: home.at('a/b/c/creds.json') })
  })

  it.each([
    ['the same login', sampleText()],
    ['a blanked login', sampleText({ accessToken: '', refreshToken: '' })]
  ])('is ready if the file has %s', async (_what, text) => {
    using home = new TestHome(text)
    expect(await dryRunInProcess(home)).toMatchObject({ reason: 'ready' })
  })

  it('says that a newer pair of an interrupted run is put back first', async () => {
    using home = new TestHome()
    const rescue = home.writeRescue(sampleText(OTHER_PAIR), fingerprint(OLD_PAIR))
    const message = expect.stringContaining(
      `the next run first puts the new tokens of an interrupted run into the file, from ${rescue}`
    )
    expect(await dryRunInProcess(home)).toMatchObject({ reason: 'ready', message })
  })

  it('refuses one that was rejected not long ago', async () => {
    using home = new TestHome()
    await home.refresh('blanks-the-file')
    writeFileSync(home.creds, sampleText({ accessToken: '', refreshToken: '' }))
    expect(await dryRunInProcess(home)).toMatchObject({ reason: 'login-rejected' })
  })

  it('refuses one without a refresh token', async () => {
    using home = homeWithout('.claude')
    const incoming = parseLogin(sampleText({ refreshToken: undefined }))
    expect(await dryRunInProcess(home, { incoming })).toMatchObject({ reason: 'creds-invalid', exitCode: 1 })
  })

  it('looks for no claude if one will be installed', async () => {
    using home = homeWithout('.claude')
    const report = await dryRunInProcess(home, { environment: { PATH: '' }, findsClaude: false })
    expect(report).toMatchObject({ reason: 'ready', claude: null })
    expect(report.message).toMatch(/^ready to refresh \S+: the file can be created/)
  })

  it('refuses a link that leads nowhere, which no file may replace', async () => {
    using home = homeWithout('.claude')
    symlinkSync('nowhere', home.creds)
    expect(await dryRunInProcess(home)).toMatchObject({ reason: 'creds-not-found' })
  })

  it('says which folder cannot be made if a file is in its place', async () => {
    using home = homeWithout()
    home.write('.claude', 'a file')
    const message = expect.stringContaining(`cannot create the folder ${home.at('.claude')}: `)
    expect(await dryRunInProcess(home)).toMatchObject({ reason: 'creds-not-writable', message })
  })

  it('refuses a folder that everybody may write to', async () => {
    using home = homeWithout('.claude')
    chmodSync(home.at('.claude'), 0o777)
    expect(await dryRunInProcess(home)).toMatchObject({ reason: 'creds-not-writable' })
  })

  it('is cancelled if the caller has cancelled', async () => {
    using home = homeWithout('.claude')
    expect(await dryRunInProcess(home, { cancel: AbortSignal.abort() })).toMatchObject({ reason: 'cancelled' })
  })
})

asOrdinaryUser.describe('a dry run with a login that comes in, and a read-only folder', () => {
  it.each([
    ['of the file', ['.claude'], '.claude', 'cannot write in'],
    ['above the missing folder of the file', [], '.', 'cannot create the folder']
  ])('is refused: the folder %s', async (_what, folders, name, part) => {
    using home = homeWithout(...folders)
    chmodSync(home.at(name), 0o500)
    const report = await dryRunInProcess(home)
    chmodSync(home.at(name), 0o700)
    expect(report).toMatchObject({ reason: 'creds-not-writable', message: expect.stringContaining(part) })
  })
})

asRoot.describe("a dry run with another user's rights", () => {
  it('is ready in a folder of that user, although root itself would be refused there', async () => {
    using home = homeWithout('.claude')
    chmodSync(home.path, 0o755)
    chownSync(home.at('.claude'), SOMEBODY.uid, SOMEBODY.gid)
    expect(await dryRunInProcess(home)).toMatchObject({ reason: 'creds-not-writable' })
    const lock = home.at('.claude.lock')
    const warnings = [expect.stringContaining(`cannot take the lock ${lock}: `)]
    expect(await withRightsOf(SOMEBODY, () => dryRunInProcess(home))).toMatchObject({ reason: 'ready', warnings })
    expect(process.geteuid?.()).toBe(0)
  })

  it('is refused in a folder in which that user may not write', async () => {
    using home = homeWithout('.claude')
    for (const name of ['.', '.claude']) chmodSync(home.at(name), 0o755)
    const report = await withRightsOf(SOMEBODY, () => dryRunInProcess(home))
    expect(report).toMatchObject({ reason: 'creds-not-writable' })
    expect(existsSync(home.at(WORK_FOLDER))).toBe(false)
  })
})

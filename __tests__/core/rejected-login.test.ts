import { chmodSync, chownSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { Deadline } from '../../src/core/deadline.js'
import { whileLocked } from '../../src/core/locks/locks.js'
import { expectRefreshed } from '../../testing/expectations.js'
import { asRoot } from '../../testing/needs.js'
import { untilEndedIn } from '../../testing/processes.js'
import { refreshInProcess } from '../../testing/refresh-in-process.js'
import { ageRejection, REJECTION, REJECTION_NAMES, rejectionIn } from '../../testing/rejection-record.js'
import { NEW_PAIR, OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, faultAt, TestHome, WORK_FOLDER, type ClrRun } from '../../testing/test-home.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** An ordinary user, with a group of its own. */
const UID = 12345
const MESSAGE = 'the token endpoint rejected the login: its refresh token is used up or revoked'
const STATUS = 'OAuth refresh failed (expected): Request failed with status code'

/** A HOME whose login was just rejected. */
async function rejectedHome(): Promise<TestHome> {
  const home = new TestHome()
  expectRejected(home, await home.refresh('blanks-the-file'))
  return home
}

/** Expects that a run says that the login was rejected, and that only the record of that was left. */
function expectRejected(home: TestHome, run: Pick<ClrRun, 'exitCode' | 'report'>): void {
  expect(run).toMatchObject({ exitCode: 1, report: { reason: 'login-rejected', exitCode: 1, refreshed: false } })
  expect([home.text(CREDENTIALS), home.leftovers]).toEqual([home.originalText, ['.credentials.json.clr']])
  expect(home.names(WORK_FOLDER)).toEqual(REJECTION_NAMES)
}

/** Expects that a run was refused without starting `claude`. */
function expectRefused(home: TestHome, run: Pick<ClrRun, 'exitCode' | 'report'>): void {
  expectRejected(home, run)
  expect(run.report).toMatchObject({ claude: null, message: expect.stringContaining('; rejected since ') })
}

const rejected = (message: string) => ({ report: { reason: 'login-rejected', message } })

describe('the run after one whose login was rejected', () => {
  it('says the same, since when, when it is tried next and how to try now, and does not start claude', async () => {
    using home = new TestHome()
    const first = await home.refresh('blanks-the-file')
    expect(first).toMatchObject(rejected(MESSAGE))
    const second = await home.refresh('refreshes')
    expectRefused(home, second)
    expect(second.report).toMatchObject({
      message: expect.stringMatching(
        new RegExp(
          `^${MESSAGE}; rejected since .* UTC \\((?:just now|\\d+ min ago)\\); this run did not use .* UTC \\(in (?:1 h|\\d\\d min)\\)`
        )
      ),
      remedy: expect.stringMatching(/^Sign in again with .* delete .*\.clr\/rejection\.json and run it again\.$/)
    })
    expect(second.report).toMatchObject({ remedy: expect.stringContaining(`delete ${home.at(REJECTION)} `) })
  })

  it('prints it for people, too', async () => {
    using home = await rejectedHome()
    const { exitCode, stdout, stderr } = await home.clr(['refresh'], { claude: 'refreshes' })
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(
      /^clr: login-rejected: the token endpoint rejected .*; rejected since .*\n {5}Sign in again with .*\n {5}More: .*#login-rejected\n$/
    )
  })

  it('tries again if the user has deleted the record', async () => {
    using home = await rejectedHome()
    rmSync(home.at(REJECTION))
    expectRefreshed(home, await home.refresh('refreshes'))
  })

  it('tries again after an hour, and waits for two if the login is rejected again', async () => {
    using home = await rejectedHome()
    ageRejection(home, HOUR_MS + 1000)
    expect(await home.refresh('blanks-the-file')).toMatchObject(rejected(MESSAGE))
    ageRejection(home, HOUR_MS + 1000)
    const third = await home.refresh('refreshes')
    expectRefused(home, third)
    expect(third.report).toMatchObject({
      message: expect.stringMatching(/, 2 times so far; .* \(in (?:1 h|\d\d min)\)/)
    })
    ageRejection(home, 2 * HOUR_MS + 1000)
    expectRefreshed(home, await home.refresh('refreshes'))
  })

  it('uses another login that was put into the file, and removes the record', async () => {
    using home = await rejectedHome()
    home.writeCredentials(sampleText(OTHER_PAIR))
    expectRefreshed(home, await home.refresh('refreshes'))
  })

  it('removes the record of another login even if it fails', async () => {
    using home = await rejectedHome()
    home.writeCredentials(sampleText(OTHER_PAIR))
    expect(await home.refresh('fails-at-once')).toMatchObject({ report: { reason: 'claude-failed' } })
    expect(home.leftovers).toEqual([])
  })

  it('says that the token is still valid if it is, for longer than min-validity', async () => {
    using home = await rejectedHome()
    expect((await home.refresh('none', ['--min-validity', '1h'])).report).toMatchObject({ reason: 'still-valid' })
    expect(home.names(WORK_FOLDER)).toEqual(REJECTION_NAMES)
  })

  it('puts back a pair that waits, and removes the record', async () => {
    using home = await rejectedHome()
    home.writeRescue(sampleText(NEW_PAIR), fingerprint(OLD_PAIR))
    expect((await home.refresh('none')).report).toMatchObject({ reason: 'recovered' })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('reports the new pair of another run for which it had to wait', async () => {
    using home = await rejectedHome()
    const forever = { deadline: Deadline.after(0), cancel: new AbortController().signal }
    const { waiting } = await whileLocked(findCredentialsFile(home.creds), forever, async () => {
      const waiting = refreshInProcess(home, 'none')
      await setImmediate() // until it has read the file, and waits for the lock
      writeFileSync(home.creds, sampleText({ ...OTHER_PAIR, expiresAt: Date.now() + HOUR_MS }))
      return { waiting }
    })
    expect((await waiting).report).toMatchObject({ reason: 'refreshed', claude: null })
    expect([home.login, home.leftovers]).toMatchObject([OTHER_PAIR, []])
  })

  it('does not say that an earlier run left something, if the file is gone', async () => {
    using home = await rejectedHome()
    rmSync(home.creds)
    const { report } = await home.refresh('none')
    expect(report).toMatchObject({
      reason: 'creds-not-found',
      message: expect.not.stringContaining('an earlier run')
    })
  })

  it.each([
    ['an access token only', sampleText({ refreshToken: '' })],
    ['no login', '{}']
  ])('refuses a file with %s as if nothing was left, without a lock', async (_what, text) => {
    using home = await rejectedHome()
    home.writeCredentials(text)
    const run = await home.refresh('none', [], faultAt('renameSync', '/lock', 'EROFS'))
    expect(run.report).toMatchObject({ reason: 'creds-invalid' })
  })

  it('has nothing to recover, and needs no lock for that', async () => {
    using home = await rejectedHome()
    const run = await home.clr(['recover', '--json'], { env: faultAt('renameSync', '/lock', 'EROFS') })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expect(home.names(WORK_FOLDER)).toEqual(REJECTION_NAMES)
  })
})

describe('a rejection is remembered', () => {
  it('if the debug log of a claude that blanks nothing names it (400)', async () => {
    using home = new TestHome()
    const env = { LC_LINE: `${STATUS} 400` }
    const first = await home.refresh('fails-once-then-refreshes', [], env)
    expectRejected(home, first)
    expectRefused(home, await home.refresh('fails-once-then-refreshes', [], env))
    expect(home.text('notes')).toBe('sent\n')
  })

  it('by the next run, if the run was killed before it could write the record', async () => {
    using home = new TestHome()
    const fault = faultAt('renameSync', '/rejection.json', 'SIGKILL')
    expect(await home.refresh('blanks-the-file', [], fault)).toMatchObject({ exitCode: null })
    await untilEndedIn(home.path)
    expect(home.isolatedHomes).toHaveLength(1)
    expectRefused(home, await home.refresh('refreshes'))
  })

  it('once, if the run was killed right after it wrote the record', async () => {
    using home = new TestHome()
    const kill = `process.kill(process.pid, 'SIGKILL')
      for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)`
    const killed = await home.refresh('blanks-the-file', [], home.scriptBefore('renameSync', '.clr/home-', kill))
    expect([killed.exitCode, rejectionIn(home).count]).toEqual([null, 1])
    await untilEndedIn(home.path)
    expect(home.isolatedHomes).toHaveLength(1)
    expectRefused(home, await home.refresh('refreshes'))
    expect(rejectionIn(home)).toMatchObject({ count: 1 })
  })

  it('since the time when claude blanked its file, if the next run comes later', async () => {
    using home = new TestHome()
    await home.refresh('blanks-the-file', [], faultAt('renameSync', '/rejection.json', 'SIGKILL'))
    await untilEndedIn(home.path)
    const blankedAt = ageBlanked(home, 20 * MINUTE_MS)
    expectRefused(home, await home.refresh('refreshes'))
    expect(rejectionIn(home)).toMatchObject({ count: 1, firstAtMs: blankedAt, lastAtMs: blankedAt })
  })

  it('since now, if claude seems to have blanked its file later, because a clock was wrong', async () => {
    using home = new TestHome()
    await home.refresh('blanks-the-file', [], faultAt('renameSync', '/rejection.json', 'SIGKILL'))
    await untilEndedIn(home.path)
    ageBlanked(home, -10 * HOUR_MS)
    expectRefused(home, await home.refresh('refreshes'))
    expect(rejectionIn(home).lastAtMs).toBeLessThanOrEqual(Date.now())
  })

  it('for an hour only, if the next run comes later than that: the killed run sent the token only once', async () => {
    using home = new TestHome()
    const kill = `process.kill(process.pid, 'SIGKILL')
      for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)`
    await home.refresh('blanks-the-file', [], home.scriptBefore('renameSync', '.clr/home-', kill))
    await untilEndedIn(home.path)
    ageBlanked(home, HOUR_MS + 2000)
    ageRejection(home, HOUR_MS + 1000)
    expectRefreshed(home, await home.refresh('refreshes'))
  })
})

/** Makes the blanked file in the HOME that a killed run left as old as this. @returns its time, in milliseconds since 1970 */
function ageBlanked(home: TestHome, ms: number): number {
  const [isolated = ''] = home.isolatedHomes
  const atSeconds = Math.floor((Date.now() - ms) / 1000)
  utimesSync(path.join(isolated, CREDENTIALS), atSeconds, atSeconds)
  return atSeconds * 1000
}

describe('a rejection is reported, but not remembered', () => {
  it.each([401, 403])('if it is a %d, which a proxy may have sent', async status => {
    using home = new TestHome()
    const env = { LC_LINE: `${STATUS} ${status}` }
    expect(await home.refresh('logs-a-failure', [], env)).toMatchObject({ report: { reason: 'login-rejected' } })
    expect([home.text(CREDENTIALS), home.leftovers]).toEqual([home.originalText, []])
    expectRefreshed(home, await home.refresh('refreshes'))
  })

  it('if claude only prints it', async () => {
    using home = new TestHome()
    const env = { LC_SAYS: 'Failed to authenticate: OAuth session expired and could not be refreshed' }
    expect(await home.refresh('prints-its-error-late', [], env)).toMatchObject({ report: { reason: 'login-rejected' } })
    expect(home.leftovers).toEqual([])
  })

  it.each([
    ['the disk is full', 'writeFileSync', '/replacement-rejection.json', 'ENOSPC'],
    ['the folder has become read-only', 'renameSync', '/rejection.json', 'EROFS']
  ])('if the record cannot be written: %s', async (_what, call, end, code) => {
    using home = new TestHome()
    const run = await home.refresh('blanks-the-file', [], faultAt(call, end, code))
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.any(String), ...rejected(MESSAGE) })
    expect([home.text(CREDENTIALS), home.leftovers]).toEqual([home.originalText, []])
  })
})

/** Starts a run whose login is rejected, in a folder with this owner, mode, and group of the ordinary user. */
async function rejectIn(
  home: TestHome,
  folder: { readonly owner: number; readonly mode: number },
  uid: number
): Promise<unknown> {
  for (const entry of [home.path, home.at('.claude'), home.creds]) chownSync(entry, UID, UID)
  chownSync(home.at('.claude'), folder.owner, UID)
  chownSync(home.creds, uid, UID)
  chmodSync(home.at('.claude'), folder.mode)
  return (await home.clr(['refresh', '--json'], { claude: 'blanks-the-file', uid })).report
}

asRoot.describe('a rejection', () => {
  it.each([
    ['belongs to the user who ran it', { owner: UID, mode: 0o775 }, UID],
    ['only root may write, who ran it', { owner: 0, mode: 0o755 }, 0],
    ['is sticky, and root ran it', { owner: 0, mode: 0o1777 }, 0]
  ])('is remembered in a folder that %s', async (_what, folder, uid) => {
    using home = new TestHome()
    expect(await rejectIn(home, folder, uid)).toMatchObject({ reason: 'login-rejected' })
    expect(home.names(WORK_FOLDER)).toEqual(REJECTION_NAMES)
  })

  it.each([
    ['root', 0],
    ['a member', UID]
  ])(
    'is not remembered in a folder of root and a group if %s ran it: the record would be in the way of the other',
    async (_who, uid) => {
      using home = new TestHome()
      expect(await rejectIn(home, { owner: 0, mode: 0o775 }, uid)).toMatchObject({ reason: 'login-rejected' })
      expect(home.leftovers).toEqual([])
      home.writeCredentials(sampleText(OTHER_PAIR))
      const other = uid === 0 ? UID : 0
      chownSync(home.creds, other, UID)
      expectRefreshed(home, await home.clr(['refresh', '--json'], { claude: 'refreshes', uid: other }))
    }
  )
})

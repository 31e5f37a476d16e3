import { writeFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { Deadline } from '../../src/core/deadline.js'
import { whileLocked } from '../../src/core/locks/locks.js'
import { expectRefreshed } from '../../testing/expectations.js'
import { refreshInProcess } from '../../testing/refresh-in-process.js'
import { REJECTION_NAMES, ageRejection } from '../../testing/rejection-record.js'
import { NEW_PAIR, OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MINUTE_MS = 60_000

/** A HOME with a login that ends after so many milliseconds, and whose access token expired two hours before that. */
function homeEnding(ms: number, changes: object = {}): TestHome {
  const endMs = Date.now() + ms
  return new TestHome(sampleText({ expiresAt: endMs - 2 * HOUR_MS, refreshTokenExpiresAt: endMs, ...changes }))
}

const REJECTED_AND_ENDED =
  /^the token endpoint rejected the login: .* revoked; .*the login ended on 20\d\d-.* UTC \(3 days ago\), the date set at its sign-in$/

describe('a login that is rejected after its stated end', () => {
  it('has ended: the reason says so, and the remedy has the exact command', async () => {
    using home = homeEnding(-3 * DAY_MS)
    const run = await home.refresh('blanks-the-file')
    expect(run).toMatchObject({
      exitCode: 1,
      report: {
        reason: 'login-expired',
        exitCode: 1,
        refreshed: false,
        loginEndsSoon: true,
        loginExpiresAt: expect.stringMatching(/^20/),
        message: expect.stringMatching(
          /^the token endpoint rejected the login: its refresh token is used up or revoked; the login ended on .* \(3 days ago\), the date set at its sign-in$/
        ),
        remedy: `Sign in again with \`clr login --creds ${home.creds}\`.`
      }
    })
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
  })

  it('has ended for later runs too, which do not send the token again', async () => {
    using home = homeEnding(-3 * DAY_MS)
    await home.refresh('blanks-the-file')
    expect(home.names(WORK_FOLDER)).toEqual(REJECTION_NAMES)
    const run = await home.refresh('refreshes')
    expect(run.report).toMatchObject({
      reason: 'login-expired',
      claude: null,
      message: expect.stringMatching(REJECTED_AND_ENDED),
      remedy: expect.stringMatching(
        /^Sign in again with `clr login --creds \S+`\. To try the same login before then, delete \S+rejection\.json and run it again\.$/
      )
    })
  })

  it('is sent again once the wait is over, since a date can be wrong', async () => {
    using home = homeEnding(-3 * DAY_MS)
    await home.refresh('blanks-the-file')
    ageRejection(home, 2 * HOUR_MS)
    expectRefreshed(home, await home.refresh('refreshes'))
  })

  it('has ended if a proxy may have rejected it, and the remedy says so', async () => {
    using home = homeEnding(-DAY_MS)
    const env = { LC_LINE: 'OAuth refresh failed (expected): Request failed with status code 403' }
    expect((await home.refresh('logs-a-failure', [], env)).report).toMatchObject({
      reason: 'login-expired',
      remedy: expect.stringMatching(/^If there is a proxy, .* Sign in again with `clr login --creds \S+`\.$/)
    })
  })

  it('is printed for people in the same words, without a second warning', async () => {
    using home = homeEnding(-3 * DAY_MS)
    const { exitCode, stdout, stderr } = await home.clr(['refresh'], { claude: 'blanks-the-file' })
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).not.toContain('warning')
    expect(stderr).toMatch(
      /^clr: login-expired: the token endpoint rejected .*\n {5}Sign in again with `clr login .*`\.\n {5}More: .*#login-expired\n$/m
    )
  })
})

describe('a login that is rejected, and has not ended', () => {
  it.each([
    ['its end is ahead', () => homeEnding(HOUR_MS)],
    ['its end date is not known', () => new TestHome()],
    ['its end was proven wrong by the last refresh', () => homeEnding(-3 * DAY_MS, { expiresAt: Date.now() - HOUR_MS })]
  ])('is only rejected if %s; the command then replaces it in any case', async (_what, create) => {
    using home = create()
    expect((await home.refresh('blanks-the-file')).report).toMatchObject({
      reason: 'login-rejected',
      message: expect.not.stringContaining('ended'),
      remedy: `Sign in again with \`clr login --creds ${home.creds} --replace\`.`
    })
  })

  it('is judged by its own end, if somebody put it into the file while the run waited', async () => {
    using home = homeEnding(-3 * DAY_MS)
    const forever = { deadline: Deadline.after(0), cancel: new AbortController().signal }
    const { waiting } = await whileLocked(findCredentialsFile(home.creds), forever, async () => {
      const waiting = refreshInProcess(home, 'blanks-the-file')
      await setImmediate() // until it has read the file, and waits for the lock
      const another = { ...OTHER_PAIR, expiresAt: Date.now() - HOUR_MS, refreshTokenExpiresAt: Date.now() + DAY_MS }
      writeFileSync(home.creds, sampleText(another))
      return { waiting }
    })
    expect((await waiting).report).toMatchObject({ reason: 'login-rejected', loginEndsSoon: true })
  })
})

describe('a refresh that succeeds after the stated end', () => {
  it('proves the date wrong: the end counts as unknown, and the run says so in one warning', async () => {
    using home = homeEnding(-3 * DAY_MS)
    const run = await home.refresh('refreshes')
    expectRefreshed(home, run)
    expect(run.report).toMatchObject({
      loginExpiresAt: null,
      loginEndsSoon: false,
      message: expect.not.stringContaining('the login end'),
      warnings: [expect.stringMatching(/refreshed after 20.* UTC \(3 days ago\), the end .* counts as unknown$/)]
    })
  })

  it.each([3 * DAY_MS, MINUTE_MS])(
    'is said only once, and later runs know no end either (ended %d ms ago)',
    async ms => {
      using home = homeEnding(-ms)
      await home.refresh('refreshes')
      const later = [await home.refresh('none', ['--min-validity', '1h']), await home.clr(['recover', '--json'])]
      const LC_STORES = JSON.stringify(OTHER_PAIR)
      later.push(await home.refresh('stores-given-fields', [], { LC_STORES }))
      for (const { report } of later) {
        expect(report).toMatchObject({ exitCode: 0, loginExpiresAt: null, loginEndsSoon: false, warnings: [] })
      }
    }
  )

  it('is said by the run that recovers the pair of a killed run, which could not say it', async () => {
    using home = homeEnding(-3 * DAY_MS)
    const fresh = { ...NEW_PAIR, expiresAt: Date.now() + 7 * HOUR_MS, refreshTokenExpiresAt: Date.now() - 3 * DAY_MS }
    home.writeRescue(sampleText(fresh), fingerprint(OLD_PAIR))
    expect((await home.refresh('none')).report).toMatchObject({
      reason: 'recovered',
      loginExpiresAt: null,
      warnings: [expect.stringContaining('counts as unknown')]
    })
  })
})

describe('the end of a login in the report', () => {
  it.each([
    ['refreshed', 'refreshes', []],
    ['still-valid', 'none', ['--min-validity', '1h']],
    ['claude-not-found', undefined, []],
    ['claude-failed', 'fails-at-once', []],
    ['timeout', 'hangs', ['--timeout', '1']]
  ])('is there for the reason %s, and whether it is soon', async (reason, claude, args) => {
    const soonMs = Date.now() + 6.9 * DAY_MS
    using home = new TestHome(sampleText({ expiresAt: Date.now() + 2 * HOUR_MS, refreshTokenExpiresAt: soonMs }))
    const loginExpiresAt = new Date(soonMs).toISOString()
    const { report } = await home.clr(['refresh', '--json', ...args], claude === undefined ? {} : { claude })
    expect(report).toMatchObject({ reason, loginExpiresAt, loginEndsSoon: true, warnings: [] })
  })

  it('is not soon if it is more than 7 days away', async () => {
    using home = homeEnding(7 * DAY_MS + HOUR_MS)
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'refreshed', loginEndsSoon: false })
  })

  it('is past if only an old access token is left, which has not expired: no refresh was tried', async () => {
    using home = new TestHome(
      sampleText({ expiresAt: Date.now() + 2 * HOUR_MS, refreshTokenExpiresAt: Date.now() - HOUR_MS })
    )
    const { report } = await home.refresh('none', ['--min-validity', '1h'])
    expect(report).toMatchObject({ reason: 'still-valid', exitCode: 0, loginEndsSoon: true })
  })
})

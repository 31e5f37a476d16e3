import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../../src/core/credentials/fingerprint.js'
import { statusOf } from '../../../src/core/status.js'
import type { FileStatus } from '../../../src/core/status/file-status.js'
import { OTHER_ODD_LOGINS, REPORTED_LOGINS } from '../../../testing/odd-logins.js'
import { OLD_PAIR, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const NOW_MS = Date.UTC(2026, 10, 26, 12)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The status of a file with this text, at `NOW_MS`. */
function statusOfText(text: string, withinMs = 0): FileStatus {
  using temp = new TempFolder()
  return statusOf(temp.write('creds.json', text), 'creds', { nowMs: NOW_MS, withinMs, environment: {} })
}

/** The status of a login with its dates, in milliseconds from `NOW_MS`; null for no date. */
function statusWith(tokenMs: number | null, endMs: number | null, changes: object = {}, withinMs = 0): FileStatus {
  const date = (ms: number | null): number | undefined => (ms === null ? undefined : NOW_MS + ms)
  return statusOfText(
    sampleText({ expiresAt: date(tokenMs), refreshTokenExpiresAt: date(endMs), ...changes }),
    withinMs
  )
}

/** Only an access token, as `claude setup-token` makes it. */
const NO_REFRESH_TOKEN = { refreshToken: undefined }

const STATES: readonly (readonly [string, FileStatus['state'], boolean, () => FileStatus, RegExp])[] = [
  ['valid', 'ok', false, () => statusWith(5 * HOUR_MS, 20 * DAY_MS), /valid until 2026-11-26 17:00 UTC \(in 5 h\)$/],
  ['valid, without an end date', 'ok', false, () => statusWith(5 * HOUR_MS, null), /valid until/],
  [
    'with an expired access token',
    'refresh-due',
    false,
    () => statusWith(-3 * HOUR_MS, 20 * DAY_MS),
    /expired on 2026-11-26 09:00 UTC \(3 h ago\); the next refresh gets a new one$/
  ],
  ['without an expiry', 'refresh-due', false, () => statusWith(null, 20 * DAY_MS), /not known; the next refresh/],
  [
    'that claude does not use',
    'refresh-due',
    false,
    () => statusWith(5 * HOUR_MS, 20 * DAY_MS, { scopes: [] }),
    /`claude` ignores this login.*; the next refresh fixes that$/
  ],
  [
    'that ends in 6 days',
    'ends-soon',
    false,
    () => statusWith(5 * HOUR_MS, 6 * DAY_MS),
    /ends on 2026-12-02 12:00 UTC \(in 6 days\), and a refresh does not extend it$/
  ],
  ['that ends in 8 days', 'ok', false, () => statusWith(5 * HOUR_MS, 8 * DAY_MS), /valid until/],
  [
    'that ends within the time asked for',
    'ends-soon',
    true,
    () => statusWith(5 * HOUR_MS, 8 * DAY_MS, {}, 9 * DAY_MS),
    /in 8 days/
  ],
  [
    'that ends soon, but not within the time asked for',
    'ends-soon',
    false,
    () => statusWith(5 * HOUR_MS, 6 * DAY_MS, {}, 5 * DAY_MS),
    /in 6 days/
  ],
  [
    'that has ended',
    'ended',
    true,
    () => statusWith(-2 * HOUR_MS, -HOUR_MS),
    /^according to the date set at sign-in, the login ended on 2026-11-26 11:00 UTC \(1 h ago\)$/
  ],
  [
    'that has ended, with an access token that is still valid',
    'ended',
    true,
    () => statusWith(2 * HOUR_MS, -HOUR_MS),
    /; its last access token is valid until 2026-11-26 14:00 UTC \(in 2 h\)$/
  ],
  [
    'that was refreshed after its stated end, which proves that date wrong',
    'ok',
    false,
    () => statusWith(7 * HOUR_MS, -3 * HOUR_MS),
    /valid until/
  ],
  [
    'that was refreshed after its stated end, even if that access token has expired since',
    'refresh-due',
    false,
    () => statusWith(-HOUR_MS, -30 * DAY_MS),
    /expired on .*; the next refresh gets a new one$/
  ],
  [
    'that has ended, with an access token for a year, which proves nothing',
    'ended',
    true,
    () => statusWith(300 * DAY_MS, -HOUR_MS),
    /^according to the date set at sign-in, the login ended on .* days\)$/
  ],
  [
    'with only an access token',
    'ok',
    false,
    () => statusWith(300 * DAY_MS, null, NO_REFRESH_TOKEN),
    /valid until .* \(in 300 days\); it has no refresh token, and is never refreshed$/
  ],
  [
    'with only an access token that expires in 6 days',
    'ends-soon',
    false,
    () => statusWith(6 * DAY_MS, null, NO_REFRESH_TOKEN),
    /ends on .* \(in 6 days\), and it has no refresh token$/
  ],
  [
    'with only an access token that expires within the time asked for',
    'ends-soon',
    true,
    () => statusWith(30 * DAY_MS, null, NO_REFRESH_TOKEN, 40 * DAY_MS),
    /in 30 days/
  ],
  [
    'with only an access token that has expired',
    'ended',
    true,
    () => statusWith(-DAY_MS, null, NO_REFRESH_TOKEN),
    /expired on 2026-11-25 12:00 UTC \(24 h ago\), and there is no refresh token$/
  ],
  [
    'with only an access token without an expiry',
    'ok',
    false,
    () => statusWith(null, null, NO_REFRESH_TOKEN),
    /not known; it has no refresh token, and is never refreshed$/
  ],
  [
    'blanked by claude',
    'blanked',
    true,
    () => statusOfText('{"claudeAiOauth":{"accessToken":"","refreshToken":"","expiresAt":0}}'),
    /both tokens are empty/
  ]
]

describe('the state of a login', () => {
  it.each(STATES)('%s is %s (needs a person: %s)', (_what, state, needsPerson, look, message) => {
    const status = look()
    expect(status).toMatchObject({ state, needsPerson, message: expect.stringMatching(message) })
    expect(status.remedy === null).toBe(state === 'ok' || state === 'refresh-due')
  })

  it.each([...REPORTED_LOGINS, ...OTHER_ODD_LOGINS])(
    'does not need a person if claude would repair it: $name',
    ({ set, ends = null }) => {
      const { state, needsPerson, message, loginExpiresAtMs } = statusOfText(sampleText(set))
      expect([needsPerson, loginExpiresAtMs]).toEqual([false, ends === null ? null : Date.parse(ends)])
      expect(['ok', 'refresh-due']).toContain(state)
      expect(message).not.toMatch(/1970|NaN|Invalid/)
    }
  )

  it('says of a login with only an access token why claude does not use it', () => {
    const { state, notes } = statusWith(DAY_MS * 300, null, { ...NO_REFRESH_TOKEN, scopes: [] })
    expect([state, notes]).toEqual(['ok', [expect.stringContaining('`claude` ignores this login')]])
  })
})

describe('a login that was rejected', () => {
  /** The status of a login whose last rejection was this long before `NOW_MS`. */
  function rejectedBefore(ms: number): FileStatus {
    using temp = new TempFolder()
    const file = temp.write('creds.json', sampleText({ expiresAt: NOW_MS + HOUR_MS }))
    const lastAtMs = NOW_MS - ms
    const record = { pair: fingerprint(OLD_PAIR), message: 'rejected', firstAtMs: lastAtMs, lastAtMs, count: 1 }
    temp.write('creds.json.clr/rejection.json', JSON.stringify(record))
    return statusOf(file, 'creds', { nowMs: NOW_MS, withinMs: 0, environment: {} })
  }

  it.each([
    [
      'in the minute after the wait is over',
      HOUR_MS - 90_500,
      /; no run tries it again before 2026-11-26 12:02 UTC \(in 2 min\)$/
    ],
    ['at the next run, if the wait is over', HOUR_MS, /; the next run tries it again$/]
  ])('is tried again %s', (_when, ms, message) => {
    expect(rejectedBefore(ms)).toMatchObject({ state: 'rejected', message: expect.stringMatching(message) })
  })
})

describe('a file that holds an API key', () => {
  it.each([
    ['{"apiKey":"sk-ant-api03-test-key"}'],
    ['"sk-ant-api03-test-key"'],
    ['sk-ant-api03-test-key\n'],
    [sampleText({ accessToken: 'sk-ant-api03-test-key', expiresAt: undefined, ...NO_REFRESH_TOKEN })]
  ])('needs no person, and no refresh: %s', text => {
    expect(statusOfText(text)).toMatchObject({ state: 'ok', kind: 'api-key', needsPerson: false, expiresAtMs: null })
  })

  it('needs a person once the key has expired', () => {
    const status = statusWith(-DAY_MS, null, { accessToken: 'sk-ant-api03-test-key', ...NO_REFRESH_TOKEN })
    expect(status).toMatchObject({ state: 'ended', kind: 'api-key', needsPerson: true })
  })
})

describe('a file that is no login', () => {
  it.each([
    ['an empty file', '', /the file is empty/],
    ['a text', 'hello', /not JSON/],
    ['a list', '[]', /must be a JSON object, not a list/],
    ['a bare token', 'sk-ant-oat01-test-bare', /only a token/],
    ['no login in it', '{"mcpOAuth":{}}', /claudeAiOauth is missing/],
    ['a login that is a text', '{"claudeAiOauth":"x"}', /claudeAiOauth must be an object/],
    ['no access token', sampleText({ accessToken: undefined }), /claudeAiOauth.accessToken is missing/],
    ['a blank access token', sampleText({ accessToken: ' ' }), /claudeAiOauth.accessToken is blank/],
    ['a refresh token that is a number', sampleText({ refreshToken: 5 }), /refreshToken must be a string/],
    ['more than 1 MiB', 'x'.repeat(1024 * 1024 + 1), /larger than 1 MiB/],
    ['too many levels', '{"a":'.repeat(300), /nests its JSON more than 200 levels deep/]
  ])('needs a person, and the message says why: %s', (_what, text, why) => {
    const message = expect.stringMatching(why)
    expect(statusOfText(text)).toMatchObject({ state: 'not-a-login', needsPerson: true, kind: null, message })
  })

  it.each([
    ['{"cut', true],
    ['[]', true],
    ['', false],
    ['{"mcpOAuth":{}}', false]
  ])('is to be moved away first if clr login would refuse to replace it: %j', (text, isMoved) => {
    const command = isMoved ? /^mv -n .* && clr login --creds / : /^clr login --creds /
    expect(statusOfText(text).remedy).toMatchObject({ command: expect.stringMatching(command) })
  })
})

import { describe, expect, it } from '@jest/globals'
import { parseLogin } from '../../../src/core/credentials/credentials.js'
import { describeEnd, endOf, endsWithin, LOGIN_WARNING_MS } from '../../../src/core/credentials/login-end.js'
import { sampleText } from '../../../testing/sample-login.js'

const NOW_MS = Date.UTC(2026, 10, 26, 12)
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The end of a login with these dates, in milliseconds from `NOW_MS`; null if it is not known. */
function endWith(tokenMs: number | null, endMs: number | null, changes: object = {}): number | null {
  const date = (ms: number | null): number | undefined => (ms === null ? undefined : NOW_MS + ms)
  const login = parseLogin(sampleText({ expiresAt: date(tokenMs), refreshTokenExpiresAt: date(endMs), ...changes }))
  const end = endOf(login, NOW_MS)
  return end === null ? null : end - NOW_MS
}

describe('the end of a login', () => {
  it.each([
    ['is ahead', 5 * HOUR_MS, 20 * DAY_MS],
    ['is past, and the access token was issued before it', 2 * HOUR_MS, -HOUR_MS],
    ['is past, and the access token was issued before it and has expired', -20 * DAY_MS, -15 * DAY_MS],
    ['is the moment in which the access token was issued', 8 * HOUR_MS, 0],
    ['is past, and when the access token expires is not known', null, -DAY_MS],
    ['is past, and the access token is valid for a year', 365 * DAY_MS, -DAY_MS],
    ['is ahead, and the access token is valid for a year', 365 * DAY_MS, 20 * DAY_MS],
    ['is past, and the access token is valid until 2086', Date.UTC(2086, 0) - NOW_MS, -DAY_MS]
  ])('is the date that its sign-in stated if that %s', (_what, tokenMs, endMs) => {
    expect(endWith(tokenMs, endMs)).toBe(endMs)
  })

  it.each([
    ['a minute after that date', 7 * HOUR_MS, -HOUR_MS - MINUTE_MS],
    ['a moment ago', 8 * HOUR_MS, -1],
    ['a moment ago, by a clock that is ahead', 8 * HOUR_MS + 30 * MINUTE_MS, -DAY_MS],
    ['weeks ago, and that token has expired since', -20 * DAY_MS, -25 * DAY_MS]
  ])('is not known if a token was issued after that date: %s', (_when, tokenMs, endMs) => {
    expect(endWith(tokenMs, endMs)).toBeNull()
  })

  it('is not known if the file has no date', () => {
    expect(endWith(5 * HOUR_MS, null)).toBeNull()
  })

  it('is when its access token expires if it has no refresh token', () => {
    const setupToken = { refreshToken: undefined }
    expect(endWith(300 * DAY_MS, null, setupToken)).toBe(300 * DAY_MS)
    expect(endWith(null, 20 * DAY_MS, setupToken)).toBeNull()
  })
})

describe('a login ends soon', () => {
  it.each([
    [true, 'is 7 days away', 7 * DAY_MS],
    [false, 'is a minute further away', 7 * DAY_MS + MINUTE_MS],
    [true, 'is past', -DAY_MS]
  ])('by default (%j) if its end %s', (endsSoon, _what, ms) => {
    expect(endsWithin(NOW_MS + ms, LOGIN_WARNING_MS, NOW_MS)).toBe(endsSoon)
  })

  it('only once it has ended, if the time is 0', () => {
    expect([1, 0, -1].map(ms => endsWithin(NOW_MS + ms, 0, NOW_MS))).toEqual([false, true, true])
  })

  it('never, if its end is not known', () => {
    expect(endsWithin(null, LOGIN_WARNING_MS, NOW_MS)).toBe(false)
  })
})

describe('the clause about the end', () => {
  it('says when, and whether that is past', () => {
    expect(describeEnd(NOW_MS + 28 * DAY_MS, NOW_MS)).toBe('the login ends on 2026-12-24 12:00 UTC (in 28 days)')
    expect(describeEnd(NOW_MS - 3 * DAY_MS, NOW_MS)).toBe('the login ended on 2026-11-23 12:00 UTC (3 days ago)')
  })
})

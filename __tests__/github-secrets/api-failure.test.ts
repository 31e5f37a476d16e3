import { describe, expect, it } from '@jest/globals'
import { ApiFailure } from '../../src/github-secrets/api-failure.js'

/** GitHub's clock, an hour ahead of ours, in whole seconds. */
const NOW_MS = Math.floor(Date.now() / 1_000) * 1_000 + 3_600_000
const DATE = new Date(NOW_MS).toUTCString()

/** The wait, in milliseconds, that an answer with these headers asks for. */
function waitMsOf(headers: Readonly<Record<string, string>>, status = 403): number | null {
  return new ApiFailure(status, '', { date: DATE, ...headers }).waitMs
}

/** The header with the time that is so many seconds after GitHub's clock. */
function resetIn(seconds: number): Readonly<Record<string, string>> {
  return { 'x-ratelimit-reset': String(NOW_MS / 1_000 + seconds) }
}

describe('the wait that GitHub asks for', () => {
  it.each([
    ['seconds', '90'],
    ['a date, which counts from its own clock', new Date(NOW_MS + 90_000).toUTCString()]
  ])('is in retry-after as %s', (_form, value) => {
    expect(waitMsOf({ 'retry-after': value })).toBe(90_000)
  })

  it('is none if the date in retry-after has passed', () => {
    expect(waitMsOf({ 'retry-after': new Date(NOW_MS - 90_000).toUTCString() })).toBe(0)
  })

  it('lasts until the reset if no requests remain, by the clock of GitHub', () => {
    expect(waitMsOf({ 'x-ratelimit-remaining': '0', ...resetIn(600) })).toBe(600_000)
  })

  it('is the longer one if there are two', () => {
    expect(waitMsOf({ 'retry-after': '60', 'x-ratelimit-remaining': '0', ...resetIn(600) })).toBe(600_000)
    expect(waitMsOf({ 'retry-after': '900', 'x-ratelimit-remaining': '0', ...resetIn(600) })).toBe(900_000)
  })

  it('ignores the reset while requests remain', () => {
    expect(waitMsOf({ 'retry-after': '60', 'x-ratelimit-remaining': '4711', ...resetIn(600) })).toBe(60_000)
  })

  it.each(['', 'soon', '-5', '1.5.'])('is a minute if a 429 says nothing that can be understood: %j', value => {
    expect(waitMsOf({ 'retry-after': value }, 429)).toBe(60_000)
  })

  it.each([
    ['retry-after', { 'retry-after': '9'.repeat(400) }],
    ['retry-after as a date', { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }],
    ['a reset in milliseconds', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW_MS + 60_000) }]
  ])('is a minute if more than a day is asked for: %s', (_where, headers) => {
    expect(waitMsOf(headers)).toBe(60_000)
    expect(new ApiFailure(403, '', headers).isRateLimit).toBe(true)
  })

  it.each(['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 01 Jan 2100 00:00:00 GMT'])(
    'counts from our clock if the answer has an impossible date: %s',
    date => {
      const resetSeconds = Math.floor(Date.now() / 1_000) + 600
      const headers = { date, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetSeconds) }
      expect(Math.abs((waitMsOf(headers) ?? 0) - 600_000)).toBeLessThan(60_000)
      expect(waitMsOf({ date, 'retry-after': '5' })).toBe(5_000)
    }
  )

  it('is none if a 403 is no refusal by the rate limit', () => {
    expect(waitMsOf({ 'x-ratelimit-remaining': '4711', ...resetIn(600) })).toBeNull()
  })
})

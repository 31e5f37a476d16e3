import { describe, expect, it } from '@jest/globals'
import { DEFAULTS, parseMinValidityMs, parseTimeoutSeconds, quote } from '../../src/core/options.js'
import { refusalOf } from '../../testing/refusal.js'

function expectUsageError(parse: () => unknown, message: RegExp): void {
  expect(refusalOf(parse)).toMatchObject({ reason: 'usage', message: expect.stringMatching(message) })
}

describe('parseTimeoutSeconds', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['45', 45],
    ['007', 7],
    [' 45\r\n', 45],
    ['1000000', 1_000_000],
    ['63072000', 63_072_000],
    ['9'.repeat(30), Number.MAX_SAFE_INTEGER]
  ])('accepts %j as %d s', (text, seconds) => {
    expect(parseTimeoutSeconds(text)).toBe(seconds)
  })

  it.each(['', ' ', '-1', '+5', '1.5', '45s', '1e3', '0x10', 'soon', '4_5', '45.0', '4 5', '٤٥', 'Infinity', 'NaN'])(
    'refuses %j',
    text => {
      expectUsageError(() => parseTimeoutSeconds(text), /^`--timeout` must be a whole number of seconds/)
    }
  )
})

describe('parseMinValidityMs', () => {
  it.each([
    ['0', 0],
    ['3600', 3_600_000],
    ['10s', 10_000],
    ['90m', 5_400_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    [' 2h\r\n', 7_200_000],
    ['999999999', 999_999_999_000],
    ['36500d', 36_500 * 86_400_000]
  ])('accepts %j as %d ms', (text, ms) => {
    expect(parseMinValidityMs(text)).toBe(ms)
  })

  it.each(['', '-1', '1.5h', '2 h', '2H', '1w', '90min', 'h', '1h30m', '5\nm', 'constructor'])('refuses %j', text => {
    expectUsageError(() => parseMinValidityMs(text), /^`--min-validity` must be a duration/)
  })

  it.each(['36501d', '876001h', '9'.repeat(30)])('refuses %s, since no token is valid for so long', text => {
    expectUsageError(() => parseMinValidityMs(text), /^`--min-validity` must be at most 36500d, got /)
  })
})

describe('DEFAULTS', () => {
  it('are accepted: 45 s, and a refresh at every run', () => {
    expect(parseTimeoutSeconds(DEFAULTS.timeout)).toBe(45)
    expect(parseMinValidityMs(DEFAULTS.minValidity)).toBe(0)
  })
})

describe('quote', () => {
  it('escapes control characters, and shortens long text', () => {
    expect(quote('a\u001b[31m\n"')).toBe(String.raw`"a\u001b[31m\n\""`)
    expect(quote('x'.repeat(100))).toHaveLength(63)
  })
})

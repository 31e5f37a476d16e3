import { describe, expect, it } from '@jest/globals'
import { endWarning } from '../../src/core/end-warning.js'
import { allReasons } from '../../src/core/reasons.js'

const NOW_MS = Date.parse('2026-11-26T12:00:00Z')
const SOON = { loginExpiresAt: '2026-11-29T12:00:00.000Z', loginEndsSoon: true, reason: 'refreshed' } as const

describe('the warning about the end of a login', () => {
  it('says when the login ends, and that only a sign-in changes that', () => {
    expect(endWarning(SOON, NOW_MS)).toEqual({
      endMs: Date.parse(SOON.loginExpiresAt),
      hasEnded: false,
      sentence:
        'the login ends on 2026-11-29 12:00 UTC (in 3 days), and a refresh does not extend it; sign in again before then'
    })
  })

  it('says when it ended', () => {
    expect(endWarning({ ...SOON, loginExpiresAt: '2026-11-24T12:00:00.000Z' }, NOW_MS)).toEqual({
      endMs: Date.parse('2026-11-24T12:00:00.000Z'),
      hasEnded: true,
      sentence: 'the login ended on 2026-11-24 12:00 UTC (2 days ago); sign in again'
    })
  })

  it.each([{ loginEndsSoon: false }, { loginExpiresAt: null }, { loginExpiresAt: 'soon' }])(
    'is not given for %j',
    changes => {
      expect(endWarning({ ...SOON, ...changes }, NOW_MS)).toBeNull()
    }
  )

  it('is given after every other failure, too: only three reasons are themselves about the login', () => {
    const silent = allReasons().filter(reason => endWarning({ ...SOON, reason }, NOW_MS) === null)
    expect(silent).toEqual(['creds-invalid', 'login-rejected', 'login-expired'])
  })
})

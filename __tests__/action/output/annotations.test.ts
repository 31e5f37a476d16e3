import { describe, expect, it } from '@jest/globals'
import { annotate, loginWarning } from '../../../src/action/output/annotations.js'
import { recordingToolkit } from '../../../testing/recording-toolkit.js'
import { NOW_MS, REFRESHED, REJECTED } from '../../../testing/sample-report.js'

const OPTIONS = { nowMs: NOW_MS, loginCommand: 'clr login --secret X' }

/** What a report says about a login that ends in so many days. */
const ending = (days: number) => ({
  loginExpiresAt: new Date(NOW_MS + days * 86_400_000).toISOString(),
  loginEndsSoon: true
})

describe('annotate', () => {
  it('is silent after a success', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, REFRESHED, OPTIONS)
    expect(calls).toEqual([])
  })

  it('names reason, message and remedy of a failure', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, REJECTED, OPTIONS)
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatch(/^error: \[Login rejected \(login-rejected\)] the endpoint rejected .*\nSign in again with /)
  })

  it('shows the warnings of clr, also after a success', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, { ...REFRESHED, warnings: ['one thing', 'another'] }, OPTIONS)
    expect(calls).toEqual(['warning: [Warning of clr refresh] one thing', 'warning: [Warning of clr refresh] another'])
  })

  it('warns if the login ends soon, also after a success, with the date and the exact command', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, { ...REFRESHED, ...ending(3) }, OPTIONS)
    expect(calls).toEqual([
      'warning: [This login ends soon] The login ends 2026-02-03 01:05 UTC (in 3 days), and no refresh changes that; sign in again before that: `clr login --secret X`'
    ])
  })
})

describe('loginWarning', () => {
  it('says that a login has ended, and when', () => {
    expect(loginWarning({ ...REFRESHED, ...ending(-2) }, OPTIONS)).toEqual({
      title: 'By its own date, this login has ended',
      message: 'The login ended 2026-01-29 01:05 UTC (2 days ago); sign in again: `clr login --secret X`'
    })
  })

  it('says in words what to do if the inputs do not say where the login is kept', () => {
    expect(loginWarning({ ...REFRESHED, ...ending(3) }, { ...OPTIONS, loginCommand: '' })).toMatchObject({
      message: expect.stringMatching(/sign in again before that with `clr login`, and store the new login where/)
    })
  })

  it.each(['login-rejected', 'login-expired'] as const)('is silent after %s, whose remedy says it', reason => {
    expect(loginWarning({ ...REJECTED, ...ending(-1), reason }, OPTIONS)).toBeNull()
  })

  it.each([
    { loginExpiresAt: null },
    { loginExpiresAt: 'soon' },
    { loginExpiresAt: ending(7).loginExpiresAt, loginEndsSoon: false }
  ])('is silent for %j', changes => {
    expect(loginWarning({ ...REFRESHED, loginEndsSoon: true, ...changes }, OPTIONS)).toBeNull()
  })
})

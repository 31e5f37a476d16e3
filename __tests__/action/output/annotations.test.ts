import { describe, expect, it } from '@jest/globals'
import { annotate, loginWarning, withVisibleAnnotations } from '../../../src/action/output/annotations.js'
import { troubleshootingUrl } from '../../../src/core/project.js'
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

  it('names the failure in the title, and says why, what to do, and where to read more', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, { ...REJECTED, remedy: 'Sign in again.' }, OPTIONS)
    expect(calls).toEqual([
      `error: [Login rejected (login-rejected)] The endpoint rejected the refresh token.\nSign in again.\n${troubleshootingUrl('login-rejected')}`
    ])
  })

  it('has no empty line if there is nothing to do', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, { ...REJECTED, remedy: '' }, OPTIONS)
    expect(calls[0]).not.toContain('\n\n')
  })

  it('shows the warnings of clr, also after a success, as sentences', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, { ...REFRESHED, warnings: ['cannot take the lock /x', 'something new'] }, OPTIONS)
    expect(calls).toEqual([
      'warning: [About this Claude login] Cannot take the lock /x',
      'warning: [About this Claude login] Something new.'
    ])
  })

  it('warns if the login ends soon, also after a success, with the date and the exact command', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, { ...REFRESHED, ...ending(3) }, OPTIONS)
    expect(calls).toEqual([
      'warning: [This login ends soon] It ends on 2026-02-03 01:05 UTC (in 3 days), and a refresh does not extend it. Sign in again before then with `clr login --secret X`.'
    ])
  })
})

describe('loginWarning', () => {
  it('says that a login has ended, and when', () => {
    expect(loginWarning({ ...REFRESHED, ...ending(-2) }, OPTIONS)).toEqual({
      title: 'This login has probably ended',
      message: 'Its stored end date was 2026-01-29 01:05 UTC (2 days ago). Sign in again with `clr login --secret X`.'
    })
  })

  it('says in words what to do if the inputs do not say where the login is kept', () => {
    expect(loginWarning({ ...REFRESHED, ...ending(3) }, { ...OPTIONS, loginCommand: '' })).toMatchObject({
      message: expect.stringMatching(
        /Sign in again before then with `clr login`, and store the new login where this workflow reads it/
      )
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

it('no annotation has a character that is invisible or changes the order of others; lines stay lines', () => {
  const { toolkit, calls } = recordingToolkit()
  const visible = withVisibleAnnotations(toolkit)
  visible.error('no file at /a\u202egpj\nTry \u200bagain.', { title: 'T' })
  visible.warning('\u2066x\r')
  expect(calls).toEqual(['error: [T] no file at /a gpj\nTry  again.', 'warning:  x '])
})

import { describe, expect, it } from '@jest/globals'
import { annotate, loginWarning } from '../../../src/action/output/annotations.js'
import { recordingToolkit } from '../../../testing/recording-toolkit.js'
import { NOW_MS, REFRESHED, REJECTED } from '../../../testing/sample-report.js'

const inDays = (days: number): string => new Date(NOW_MS + days * 86_400_000).toISOString()

describe('annotate', () => {
  it('is silent after a success', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, REFRESHED, NOW_MS)
    expect(calls).toEqual([])
  })

  it('names reason, message and remedy of a failure', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, REJECTED, NOW_MS)
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatch(/^error: \[Login rejected \(login-rejected\)] the endpoint rejected .*\nSign in again: /)
  })

  it('shows the warnings of clr, also after a success', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, { ...REFRESHED, warnings: ['one thing', 'another'] }, NOW_MS)
    expect(calls).toEqual(['warning: [Warning of clr refresh] one thing', 'warning: [Warning of clr refresh] another'])
  })

  it('warns if the login itself ends soon, also after a success', () => {
    const { toolkit, calls } = recordingToolkit()
    annotate(toolkit, { ...REFRESHED, loginExpiresAt: inDays(3) }, NOW_MS)
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatch(/^warning: \[This login ends soon] .* ends in 3 days/)
  })
})

describe('loginWarning', () => {
  it('says when a login ended', () => {
    expect(loginWarning(inDays(-2), NOW_MS)).toMatchObject({
      title: 'This login has ended',
      message: expect.stringContaining('ended 2 days ago')
    })
  })

  it.each([null, 'soon', inDays(7), inDays(30)])('is silent for %j', when => {
    expect(loginWarning(when, NOW_MS)).toBeNull()
  })
})

import { describe, expect, it } from '@jest/globals'
import { parseReport, reportFrom } from '../../../src/action/clr/report.js'
import { REFRESHED, REJECTED } from '../../../testing/sample-report.js'

describe('reportFrom', () => {
  it.each([REFRESHED, REJECTED, { ...REFRESHED, warnings: ['one', 'another'] }])(
    'takes the report of clr as it is',
    report => {
      const result = { exitCode: report.exitCode, stdout: `${JSON.stringify(report)}\n`, stderr: '' }
      expect(reportFrom(result)).toEqual(report)
    }
  )

  it('is internal if there is no report, and quotes the end of stderr without tokens', () => {
    const stderr = `${'long ago '.repeat(100)}\nTypeError: sk-ant-oat01-test-1\n    at here\n\nNode.js v24\n`
    const report = reportFrom({ exitCode: 7, stdout: 'garbage', stderr })
    expect(report).toMatchObject({ reason: 'internal', exitCode: 1, refreshed: false })
    expect(report.message).toMatch(/^clr ended with exit status 7, and did not report a result: .*TypeError: \*\*\*; /)
    expect(report.message.length).toBeLessThan(450)
  })

  it('says that this run did not send the token if clr did not begin', () => {
    const report = reportFrom({ exitCode: null, stdout: '', stderr: '' })
    expect(report.message).toMatch(/; this run did not use the refresh token/)
    expect(report.remedy).not.toContain('login-rejected')
  })

  it('says that the login may be lost if clr was refreshing', () => {
    const report = reportFrom({ exitCode: null, stdout: '', stderr: '# clr refresh, pid 7\n' })
    expect(report.message).toMatch(/; the refresh token may have been used up, so the login may be lost$/)
    expect(report.remedy).toMatch(/they are recovered at the end of the job, or by the next run\..*login-rejected/)
  })

  it.each(['', '# clr recover, pid 7\n'])('says what an earlier run may have done if clr recovers: %j', stderr => {
    const report = reportFrom({ exitCode: null, stdout: '', stderr }, 'recover')
    expect(report.message).toMatch(
      /; a run that was killed may have used up the refresh token, so the login may be lost$/
    )
    expect(report.remedy).toMatch(/the next run recovers them\..*login-rejected/)
    expect(report.remedy).not.toContain('end of the job')
  })

  it.each([
    [REFRESHED, null, /^clr did not finish, but reported refreshed: /],
    [{ ...REFRESHED, reason: 'still-valid', refreshed: false }, null, /did not finish, but reported still-valid: /],
    [REJECTED, 7, /^clr ended with exit status 7, but reported login-rejected: /]
  ])('is internal, and quotes the report, if clr fails after it: %j', (given, exitCode, expected) => {
    const result = { exitCode, stdout: JSON.stringify(given), stderr: '# clr refresh, pid 7\n' }
    const report = reportFrom(result)
    expect(report).toMatchObject({ reason: 'internal', exitCode: 1, refreshed: false })
    expect(report.message).toMatch(expected)
    expect(report.message).toContain(given.message)
    expect(report.message).not.toContain('may be lost')
    expect(report.remedy).toContain(given.remedy)
  })

  it('is internal if the report contradicts the exit status', () => {
    const report = reportFrom({ exitCode: 1, stdout: JSON.stringify(REFRESHED), stderr: '' })
    expect(report).toMatchObject({
      reason: 'internal',
      refreshed: false,
      message: expect.stringContaining('refreshed')
    })
  })
})

describe('parseReport', () => {
  it.each([
    '',
    '[]',
    'null',
    '{}',
    JSON.stringify({ ...REFRESHED, reason: 'splendid' }),
    JSON.stringify({ ...REFRESHED, reason: 'toString' }),
    JSON.stringify({ ...REFRESHED, refreshed: 'true' }),
    JSON.stringify({ ...REFRESHED, exitCode: 1 }),
    `${JSON.stringify(REFRESHED)}\n${JSON.stringify(REFRESHED)}`
  ])('returns null for %j', text => {
    expect(parseReport(text)).toBeNull()
  })

  it('ignores fields of the wrong type', () => {
    const odd = {
      ...REFRESHED,
      creds: 1,
      expiresAt: {},
      elapsedMs: -1,
      claude: 'x',
      phases: [1, { ms: 'x' }],
      warnings: [1, 'kept'],
      message: 2
    }
    expect(parseReport(JSON.stringify(odd))).toMatchObject({
      creds: null,
      expiresAt: null,
      elapsedMs: 0,
      claude: null,
      phases: [{ name: '', ms: 0 }],
      warnings: ['kept'],
      message: ''
    })
  })
})

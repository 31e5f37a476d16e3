import { describe, expect, it } from '@jest/globals'
import { parseReport, reportFrom } from '../../src/action/clr-report.js'
import { REFRESHED, REJECTED } from './sample-report.js'

describe('reportFrom', () => {
  it.each([REFRESHED, REJECTED, { ...REFRESHED, warnings: ['one', 'another'] }])(
    'takes the report of clr as it is',
    report => {
      const result = { exitCode: report.exitCode, stdout: `${JSON.stringify(report)}\n`, stderr: '' }
      expect(reportFrom(result)).toEqual(report)
    }
  )

  it('is internal where there is no report, and quotes the end of stderr without tokens', () => {
    const stderr = `${'long ago '.repeat(100)}\nTypeError: sk-ant-oat01-test-1\n    at here\n\nNode.js v24\n`
    const report = reportFrom({ exitCode: 7, stdout: 'garbage', stderr })
    expect(report).toMatchObject({ reason: 'internal', exitCode: 1, refreshed: false })
    expect(report.message).toMatch(/^clr ended with exit code 7 without a report: .*TypeError: \*\*\*; /)
    expect(report.message.length).toBeLessThan(450)
  })

  it('is internal where clr did not run to its end', () => {
    const report = reportFrom({ exitCode: null, stdout: JSON.stringify(REFRESHED), stderr: '' })
    expect(report).toMatchObject({ reason: 'internal', message: expect.stringContaining('did not run to its end') })
  })

  it.each([
    ['nothing was sent, if clr never came to its work', '', 'the refresh token was not sent'],
    ['nothing was sent, if clr was only to recover', '# clr recover, pid 7\n', 'the refresh token was not sent'],
    ['the login may be lost, if clr was refreshing', '# clr refresh, pid 7\n', 'the login may be lost']
  ])('says of a clr that was killed: %s', (_what, stderr, expected) => {
    const report = reportFrom({ exitCode: null, stdout: '', stderr })
    expect(report).toMatchObject({ reason: 'internal', message: expect.stringContaining(expected) })
    expect(report.remedy.includes('login-rejected')).toBe(expected === 'the login may be lost')
  })

  it('is internal where the report contradicts the exit status', () => {
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
  ])('takes %j for no report', text => {
    expect(parseReport(text)).toBeNull()
  })

  it('passes over fields that are not what they should be', () => {
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

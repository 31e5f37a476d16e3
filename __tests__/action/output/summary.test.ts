import { afterEach, describe, expect, it } from '@jest/globals'
import { summary } from '@actions/core'
import { composeSummary, timelineOf } from '../../../src/action/output/summary.js'
import { reportOf, type RefreshReport } from '../../../src/core/report.js'
import { NOW_MS, REFRESHED, REJECTED } from '../../../testing/sample-report.js'

afterEach(() => {
  summary.emptyBuffer()
})

function textOf(report: RefreshReport, loginCommand = 'clr login'): string {
  composeSummary(summary, { report, sealed: null, loginCommand }, NOW_MS)
  return summary.stringify()
}

describe('composeSummary', () => {
  it('shows status, message, table and timeline of a refresh', () => {
    const text = textOf(REFRESHED)
    expect(text).toMatch(/^<h3>✅ Credentials refreshed<\/h3>\n\nRefreshed; valid for 8 h\n\n<table>/)
    for (const row of [
      '<tr><th>File</th><td><code>/home/me/.claude/.credentials.json</code></td></tr>',
      '<tr><th>Reason</th><td><code>refreshed</code></td></tr>',
      '<tr><th>Expiry before</th><td>2026-01-31 00:05 UTC (60 min ago)</td></tr>',
      '<tr><th>Expiry now</th><td>2026-01-31 09:05 UTC (in 8 h)</td></tr>',
      '<tr><th>Login ends</th><td>2026-03-01 00:00 UTC (in 29 days)</td></tr>',
      '<tr><th>claude</th><td><code>/usr/bin/claude</code> 2.1.330</td></tr>',
      '<tr><th>Time taken</th><td>0.42 s</td></tr>'
    ]) {
      expect(text).toContain(row)
    }
    expect(text).toContain('</table>\n\n```mermaid\ngantt\n')
    expect(text).not.toContain('What to do')
  })

  it('lists what a dry run has proven, with its markup escaped', () => {
    const proven = ['no lock is held', 'found <b>']
    composeSummary(
      summary,
      {
        report: reportOf('ready', 'ready to refresh'),
        sealed: null,
        loginCommand: '',
        dryRun: { proven, ahead: null }
      },
      NOW_MS
    )
    const text = summary.stringify()
    expect(text).toMatch(/^<h3>✅ Ready to refresh<\/h3>/)
    expect(text).toContain('<ul><li>no lock is held</li><li>found &#60;b&#62;</li></ul>')
  })

  it('warns of what a real run would lose, below the message of a dry run', () => {
    const dryRun = { proven: [], ahead: 'it would <b> be lost' }
    composeSummary(
      summary,
      { report: reportOf('ready', 'ready to refresh'), sealed: null, loginCommand: '', dryRun },
      NOW_MS
    )
    expect(summary.stringify()).toMatch(/<\/h3>\n\nready to refresh\n\n⚠️ it would &#60;b&#62; be lost\n\n<table>/)
  })

  it('shows no expiry from before a dry run, and no timeline, since nothing was refreshed', () => {
    const report = { ...REFRESHED, refreshed: false, reason: 'ready' } satisfies RefreshReport
    composeSummary(summary, { report, sealed: null, loginCommand: '', dryRun: { proven: [], ahead: null } }, NOW_MS)
    const text = summary.stringify()
    expect(text).toContain('<tr><th>Expiry</th><td>2026-01-31 09:05 UTC (in 8 h)</td></tr>')
    expect(text).not.toMatch(/Expiry (before|now)|mermaid/)
  })

  it('says what to do after a failure', () => {
    const text = textOf(REJECTED)
    expect(text).toMatch(/^<h3>❌ Login rejected<\/h3>/)
    expect(text).toContain('\n\n**What to do:** Sign in again with ')
  })

  it('leaves out unknown values', () => {
    const text = textOf(reportOf('timeout', 'too late'))
    expect(text).toMatch(/^<h3>⏱️ Timed out<\/h3>/)
    expect(text.match(/<th>[^<]+/g)).toEqual(['<th>Reason', '<th>Time taken'])
    expect(text).not.toContain('mermaid')
  })

  it('warns if the login ends soon, with the date and the command', () => {
    const soon = { ...REFRESHED, loginExpiresAt: '2026-02-02T01:05:00Z', loginEndsSoon: true }
    expect(textOf(soon)).toContain(
      '\n\n⚠️ The login ends 2026-02-02 01:05 UTC (in 2 days), and no refresh changes that; sign in again before that: `clr login`\n'
    )
  })

  it('does not warn of an end that is far away', () => {
    expect(textOf(REFRESHED)).not.toContain('⚠️')
  })

  it('shows a path as plain text', () => {
    const text = textOf({ ...REFRESHED, creds: '/a|`<script>\n\n# b', message: '[x](y)\n::error::' })
    expect(text).toContain('<code>/a&#124;&#96;&#60;script&#62; &#35; b</code>')
    expect(text).toContain('\n\n&#91;x&#93;(y) ::error::\n\n')
  })
})

describe('timelineOf', () => {
  it('shows one phase after the other, each at least a millisecond long', () => {
    expect(timelineOf(REFRESHED.phases).split('\n')).toEqual([
      '```mermaid',
      'gantt',
      '  dateFormat x',
      '  axisFormat %Q ms',
      '  todayMarker off',
      '  read 2 ms :0, 2ms',
      '  exchange 391 ms :2, 391ms',
      '  write back 0 ms :393, 1ms',
      '```'
    ])
  })

  it('is empty if there is nothing to show', () => {
    expect(timelineOf([])).toBe('')
  })

  it('is not broken by any name', () => {
    expect(timelineOf([{ name: 'a: b;\n```#%% c', ms: 1 }])).toContain('\n  a b c 1 ms :0, 1ms\n')
    expect(timelineOf([{ name: ':::', ms: 1 }])).toContain('\n  step 1 ms :0, 1ms\n')
  })
})

import { afterEach, describe, expect, it } from '@jest/globals'
import { summary } from '@actions/core'
import { composeSummary, type ShownEnd } from '../../../src/action/output/summary.js'
import { runLinks } from '../../../src/action/output/run-links.js'
import { signInSentence } from '../../../src/action/output/text.js'
import { NOT_SENT, outcomeOf } from '../../../src/core/reasons.js'
import { reportOf, type RefreshReport } from '../../../src/core/report.js'
import { NOW_MS, REFRESHED, REJECTED, storedIn, TIMES } from '../../../testing/sample-report.js'

afterEach(() => {
  summary.emptyBuffer()
})

const LINE = 'clr login --secret CLAUDE_CREDENTIALS --repo octo/demo --env claude'
const LINKS = runLinks({
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo/demo',
  GITHUB_RUN_ID: '7',
  GITHUB_WORKFLOW_REF: 'octo/demo/.github/workflows/keepalive.yml@refs/heads/main',
  GITHUB_ACTION_REPOSITORY: 'org/clr-refresh',
  GITHUB_ACTION_REF: 'v1'
})
const NPX = `npx github:org/clr-refresh#v1${LINE.slice('clr'.length)}`
const BLOCKS = [`\`\`\`sh\n${NPX}\n\`\`\``, 'Or, if `clr` is installed:', `\`\`\`sh\n${LINE}\n\`\`\``]
const PATH = '/home/me/.claude/.credentials.json'

function textOf(end: Partial<ShownEnd> & Pick<ShownEnd, 'report'>): string {
  const usual = { secrets: [], sealed: null, loginCommand: LINE, links: LINKS, times: TIMES, isFileKnown: true }
  composeSummary(summary, { ...usual, ...end }, NOW_MS)
  return summary.stringify()
}

const SECRETS = [storedIn('CLAUDE_CREDENTIALS', 'credentials'), storedIn('CLAUDE_CODE_OAUTH_TOKEN', 'access token')]
const DRY = {
  ...REFRESHED,
  refreshed: false,
  reason: 'ready',
  message: `ready to refresh ${PATH}`
} satisfies RefreshReport

describe('the summary of a success', () => {
  it('begins with how long the token is good, and when a person has to sign in again', () => {
    expect(textOf({ report: REFRESHED })).toMatch(
      /^<h3>✅ Credentials refreshed<\/h3>\n\nGood until \*\*2026-01-31 09:05 UTC\*\* \(in 8 h\)\. Next sign-in needed by \*\*2026-03-01\*\* \(in 29 days\)\.\n\n<table>/
    )
  })

  it('says so if the end of the login is not known', () => {
    expect(textOf({ report: { ...REFRESHED, loginExpiresAt: null } })).toContain(
      'It is not known when the next sign-in is needed: usually about four weeks after the last one.'
    )
  })

  it('gives the time of day of a sign-in that is needed within two days', () => {
    const report = { ...REFRESHED, loginExpiresAt: '2026-02-01T08:00:00Z' }
    expect(textOf({ report })).toContain('Next sign-in needed by **2026-02-01 08:00 UTC** (in 31 h).')
  })

  it('has a short table: where it was stored, the access token before and now, the end, claude, the file', () => {
    const text = textOf({ report: REFRESHED, secrets: SECRETS })
    const place = 'of environment <code>claude</code> of <code>octo/demo</code>'
    expect(text.match(/<tr><th>.*?<\/tr>/g)).toEqual([
      `<tr><th>Secret</th><td>stored in <code>CLAUDE_CREDENTIALS</code> ${place}</td></tr>`,
      `<tr><th>Access token</th><td>stored in <code>CLAUDE_CODE_OAUTH_TOKEN</code> ${place}</td></tr>`,
      '<tr><th>Access token expires</th><td>2026-01-31 00:05 → 2026-01-31 09:05 UTC (in 8 h)</td></tr>',
      '<tr><th>Login ends</th><td>2026-03-01 00:00 UTC (in 29 days)</td></tr>',
      '<tr><th>claude</th><td>2.1.330</td></tr>',
      `<tr><th>File</th><td><code>${PATH}</code></td></tr>`
    ])
  })

  it('has the times of the whole step below, collapsed, with what is in no phase', () => {
    const [details = ''] = /<details>.*<\/details>/.exec(textOf({ report: REFRESHED })) ?? []
    expect(details).toMatch(/^<details><summary>Times: 6\.2 s in all<\/summary><table>/)
    expect(details.match(/<td>[^<]+<\/td><td align="right">[^<]+/g)).toEqual([
      '<td>install claude</td><td align="right">3.1 s',
      '<td>clr: exchange</td><td align="right">0.39 s',
      '<td>everything else</td><td align="right">2.7 s'
    ])
    expect(details.match(/█+/g)?.map(bar => bar.length)).toEqual([12, 2, 10])
  })

  it('warns in one sentence if the login ends soon, with the line that renews it in a block', () => {
    const soon = { ...REFRESHED, loginExpiresAt: '2026-02-03T01:05:00Z', loginEndsSoon: true }
    expect(textOf({ report: soon })).toContain(
      `needed by **2026-02-03** (in 3 days).\n\n⚠️ The login ends soon, and a refresh does not extend it. Sign in again before then, on any computer with \`claude\` and \`gh\` (needs Node 20.4 or newer; no installation):\n\n\`\`\`sh\n${NPX}\n\`\`\`\n`
    )
  })

  it('says that a valid token was not refreshed, and that the secret is unchanged', () => {
    const secrets = [{ ...storedIn('X', 'credentials'), state: 'unchanged' as const }]
    const text = textOf({ report: { ...REFRESHED, refreshed: false, reason: 'still-valid' }, secrets })
    expect(text).toContain('Nothing was refreshed, because the access token is valid for longer than `min-validity`.')
    expect(text).toMatch(/<td>not changed: <code>X<\/code> of environment .* already has these tokens<\/td>/)
    expect(text).toContain('<th>Access token expires</th><td>2026-01-31 09:05 UTC (in 8 h)</td>')
  })

  it('says where recovered tokens came from', () => {
    expect(textOf({ report: { ...REFRESHED, reason: 'recovered' } })).toContain(
      'An interrupted run had left these tokens'
    )
  })

  it('shows the warnings of the run', () => {
    expect(textOf({ report: { ...REFRESHED, warnings: ['a <b> `c`'] } })).toContain('\n\n⚠️ A &#60;b&#62; `c`.\n')
  })

  it('says so if the expiry of the new token is not known', () => {
    expect(textOf({ report: { ...REFRESHED, expiresAt: null } })).toMatch(
      /<\/h3>\n\nIt is not known how long the access token is valid: /
    )
  })
})

describe('the summary of a dry run', () => {
  it('lists what it has proven, with its markup escaped', () => {
    const dryRun = { proven: ['no lock is held', 'found <b>'], ahead: null }
    expect(textOf({ report: DRY, dryRun })).toMatch(
      /^<h3>✅ Ready to refresh<\/h3>\n\nReady to refresh .*\n\n- no lock is held\n- found &#60;b&#62;\n\n<table>/
    )
  })

  it('does not call it something to do that the refresh token was not used', () => {
    const text = textOf({ report: reportOf('usage', '`timeout` must be a number', NOT_SENT) })
    expect(text).toContain(`\n\n${NOT_SENT}\n\n`)
    expect(text).not.toContain('What to do')
  })

  it('warns of what is stored in no secret', () => {
    const loss = 'it would <b> be lost'
    expect(textOf({ report: REFRESHED, loss })).toContain('\n\n⚠️ It would &#60;b&#62; be lost.\n\n<table>')
  })

  it('has no times, no expiry from before, and the path only once', () => {
    const text = textOf({ report: DRY, dryRun: { proven: [], ahead: null } })
    expect(text).toContain('<th>Access token expires</th><td>2026-01-31 09:05 UTC (in 8 h)</td>')
    expect(text).not.toContain('<details>')
    expect(text.split(PATH)).toHaveLength(2)
  })
})

describe('the summary of a failure', () => {
  const remedy = `${signInSentence(LINE)} To try the same login now, delete /x.`

  it.each(['login-rejected', 'login-expired'] as const)(
    'has the line that renews a login, with and without an installed clr, and the way to run the workflow again: %s',
    reason => {
      const text = textOf({ report: { ...REJECTED, reason, remedy } })
      const again = 'https://github.com/octo/demo/actions/workflows/keepalive.yml'
      expect(text).toContain(
        [
          'The endpoint rejected the refresh token.',
          '**What to do:** Sign in again, on any computer with `claude` and `gh` (needs Node 20.4 or newer; no installation):',
          ...BLOCKS,
          `Then [run the workflow again](<${again}>). To try the same login now, delete /x.`,
          `[More about \`${reason}\`](<https://github.com/org/clr-refresh/blob/v1/docs/troubleshooting.md#${reason}>)`
        ].join('\n\n')
      )
    }
  )

  it('has what to try before the sign-in above its line', () => {
    const text = textOf({ report: { ...REJECTED, remedy: `Check the proxy. Otherwise the login is lost. ${remedy}` } })
    const blocks = BLOCKS.join('\n\n')
    expect(text).toMatch(
      /\n\n\*\*What to do:\*\* Check the proxy\. Otherwise the login is lost\. Sign in again, on any computer [^:]*:\n\n```sh\nnpx/
    )
    expect(text).toContain(`${blocks}\n\nThen [run the workflow again]`)
    expect(text.match(/Otherwise/g)).toHaveLength(1)
  })

  it('shows the line that stores the login of a missing secret in blocks, too', () => {
    const report = reportOf(
      'creds-not-found',
      'creds-json is empty',
      `Is it? If not, store a login with \`${LINE}\`. Or not.`
    )
    expect(textOf({ report })).toContain(
      [
        '**What to do:** Is it? If not, store a login, on any computer with `claude` and `gh` (needs Node 20.4 or newer; no installation):',
        ...BLOCKS,
        'Or not.'
      ].join('\n\n')
    )
  })

  it.each(['login-rejected', 'login-expired'] as const)('shows no dates as if the login were alive: %s', reason => {
    const text = textOf({ report: { ...REJECTED, reason } })
    expect(text).not.toMatch(/Access token expires|Login ends/)
    expect(text).toContain('<th>claude</th>')
    expect(textOf({ report: { ...REJECTED, reason: 'network' } })).toMatch(/Access token expires.*Login ends/)
  })

  it('names no file in its table if there is none', () => {
    expect(textOf({ report: REJECTED })).toContain('<th>File</th>')
    summary.emptyBuffer()
    expect(textOf({ report: REJECTED, isFileKnown: false })).not.toContain('<th>File</th>')
  })

  it('says in words how to sign in if the inputs do not say where the login is kept', () => {
    const text = textOf({ report: { ...REJECTED, remedy: signInSentence('') }, loginCommand: '' })
    expect(text).toMatch(
      /\*\*What to do:\*\* Sign in again with `clr login`, and store .* Then \[run the workflow again\]/
    )
  })

  it('has no times, and only known values in its table', () => {
    const text = textOf({ report: reportOf('timeout', 'too late') })
    expect(text).toMatch(/^<h3>⏱️ Timed out<\/h3>\n\nToo late\.\n\n\*\*What to do:\*\* /)
    expect(text).not.toMatch(/<table>|<details>/)
  })

  it('has the commands to store a login by hand above the table, and no other advice', () => {
    const sealed = '**What to do:** Store it:\n\n```sh\ngh api -X PUT\n```'
    const { remedy } = outcomeOf('secret-write-failed')
    const report = { ...REFRESHED, reason: 'secret-write-failed', exitCode: 1, remedy } satisfies RefreshReport
    const secrets = [{ ...storedIn('X', 'credentials'), state: 'not-stored' as const }]
    const text = textOf({ report, sealed, secrets })
    expect(text).toMatch(
      /^<h3>❌ Secret not written<\/h3>[^]*gh api -X PUT\n```\n[^]*<table><tr><th>Secret<\/th><td>not stored in/
    )
    expect(text.match(/What to do/g)).toHaveLength(1)
  })

  it('warns with the date if the login ends soon, which the failure does not say', () => {
    const soon = { loginExpiresAt: '2026-02-02T01:05:00Z', loginEndsSoon: true }
    const report = { ...REJECTED, reason: 'network', remedy: 'Wait.', ...soon } satisfies RefreshReport
    expect(textOf({ report })).toContain(
      '⚠️ The login ends on **2026-02-02 01:05 UTC (in 2 days)**, and a refresh does not extend it.'
    )
  })

  it('shows a path as plain text, and only once', () => {
    const text = textOf({ report: { ...REJECTED, creds: '/a|`<script>\n\n# b', message: '[x](y)\n::error::' } })
    expect(text).toContain('<code>/a&#124;&#96;&#60;script&#62; &#35; b</code>')
    expect(text).toContain('\n\n&#91;x&#93;(y) ::error::\n\n')
    expect(textOf({ report: { ...REJECTED, message: `${PATH}: odd` } }).split(PATH)).toHaveLength(2)
  })
})

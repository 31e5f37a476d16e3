import { describe, expect, it } from '@jest/globals'
import { aboutLogin } from '../../src/action/about-login.js'
import { replaceCommand, signInCommand, withCommand } from '../../src/core/login-command.js'
import { WITH_CLR_LOGIN } from '../../src/core/reasons.js'
import { reportOf } from '../../src/core/report.js'
import { inputVariables, type Inputs } from '../../testing/runner-files.js'
import { sampleText } from '../../testing/sample-login.js'
import { NOW_MS, REFRESHED, REJECTED } from '../../testing/sample-report.js'
import { TempFolder } from '../../testing/temp-folder.js'

const DAY_MS = 86_400_000
const CREDS = '/nonexistent/c.json'

function about(report: typeof REFRESHED, inputs: Inputs = {}, creds = CREDS) {
  const env = { GITHUB_REPOSITORY: 'acme/app', ...inputVariables(inputs) }
  return aboutLogin(report, creds, env, NOW_MS)
}

/** What a report says about a login that ends in so many days. */
const ending = (days: number) => ({ loginExpiresAt: new Date(NOW_MS + days * DAY_MS).toISOString() })

describe('a login ends soon', () => {
  it.each([
    ['', 7, true],
    ['', 7.1, false],
    ['10d', 9, true],
    ['12h', 0.4, true],
    ['12h', 0.6, false],
    ['0', 0.1, false],
    ['0', -0.1, true],
    ['soon', 6, true]
  ])('by the input login-warning %j, %d days before its end: %j', (warning, days, endsSoon) => {
    const { report } = about({ ...REFRESHED, ...ending(days) }, { 'login-warning': warning })
    expect(report.loginEndsSoon).toBe(endsSoon)
  })

  it('not if its end is not known, whatever clr says', () => {
    const { report } = about({ ...REFRESHED, loginExpiresAt: null, loginEndsSoon: true })
    expect(report.loginEndsSoon).toBe(false)
  })
})

describe('the end of a login', () => {
  const text = sampleText({ refreshTokenExpiresAt: NOW_MS + 3 * DAY_MS })
  const known = { ...ending(3), loginEndsSoon: true }

  it('is that of creds-json after a failure before clr was started', () => {
    expect(about(reportOf('secret-not-writable', 'no'), { 'creds-json': text }).report).toMatchObject(known)
  })

  it('is that of the file after such a failure, without creds-json', () => {
    using temp = new TempFolder()
    const creds = temp.write('c.json', text)
    expect(about(reportOf('usage', 'no'), {}, creds).report).toMatchObject(known)
  })

  it('stays unknown after a success: the refresh has proven the date wrong', () => {
    using temp = new TempFolder()
    const creds = temp.write('c.json', text)
    const { report } = about({ ...REFRESHED, loginExpiresAt: null }, {}, creds)
    expect(report).toMatchObject({ loginExpiresAt: null, loginEndsSoon: false })
  })

  it.each(['', 'no JSON', '{"claudeAiOauth":{}}'])(
    'is not known after a failure with the credentials %j',
    credsJson => {
      expect(about(reportOf('usage', 'no'), { 'creds-json': credsJson }).report.loginExpiresAt).toBeNull()
    }
  )
})

describe('the remedy for a lost login', () => {
  const secret = { 'creds-json': sampleText(), 'secret-name': 'S', 'secret-environment': 'claude' }
  const line = 'clr login --secret S --repo acme/app --env claude'

  it.each([WITH_CLR_LOGIN, withCommand(signInCommand(CREDS)), withCommand(replaceCommand(CREDS))])(
    'has the line for the secret in place of what clr says: %s',
    said => {
      const report = { ...REJECTED, creds: CREDS, remedy: `If so, sign in again ${said}. Or not.` }
      expect(about(report, secret)).toMatchObject({
        loginCommand: line,
        report: { remedy: `If so, sign in again with \`${line}\`. Or not.` }
      })
    }
  )

  it('keeps the path in the line, whatever words are in it', () => {
    const creds = '/home/me/a`run it again`/--creds/c.json'
    const said = withCommand(signInCommand(creds))
    const { report, loginCommand } = about(
      { ...REJECTED, creds, remedy: `Run it again, or sign in ${said}.` },
      {},
      creds
    )
    expect(report.remedy).toBe(`Run the workflow again, or sign in with \`${loginCommand}\`.`)
    expect(loginCommand).toContain(creds)
  })

  it('says in words where the login is kept if the line cannot be shown as it is', () => {
    const { report, loginCommand } = about(REJECTED, { ...secret, 'secret-environment': 'x##[error]y' })
    expect(loginCommand).toContain("--env 'x##[error]y'")
    expect(report.remedy).toMatch(
      /^Sign in again with `clr login` for the secret `S` of `acme\/app`, in the environment /
    )
    expect(report.remedy).not.toContain('##')
  })

  it('says in words what to do if the inputs do not say where the login is kept', () => {
    const { report, loginCommand } = about(REJECTED, { 'creds-json': sampleText() })
    expect(loginCommand).toBe('')
    expect(report.remedy).toBe('Sign in again with `clr login`, and store the new login where this workflow reads it.')
  })

  it('has inputs in place of options', () => {
    const remedy = 'Give `--creds`.'
    expect(about({ ...REJECTED, remedy, warnings: [remedy] }, secret).report).toMatchObject({
      remedy: 'Give `creds`.',
      warnings: ['Give `creds`.']
    })
  })

  it('leaves every other remedy unchanged', () => {
    expect(about({ ...REJECTED, remedy: 'Wait.' }, secret).report.remedy).toBe('Wait.')
  })
})

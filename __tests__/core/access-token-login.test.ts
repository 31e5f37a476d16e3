import { describe, expect, it } from '@jest/globals'
import { expectUnchanged, expectUntouched } from '../../testing/expectations.js'
import { sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome } from '../../testing/test-home.js'

const DAY_MS = 24 * 3_600_000
const NEEDS_NONE =
  /this login has no refresh token, and needs none until 20\d\d-\d\d-\d\d \d\d:\d\d UTC \(in 300 days\)/
const HOUR = ['--min-validity', '1h']

/** A login as `claude setup-token` makes it: valid for a year, without a refresh token. */
function textOf(changes: object = {}): string {
  return sampleText({ refreshToken: undefined, expiresAt: Date.now() + 300 * DAY_MS, ...changes })
}

describe('a login without a refresh token', () => {
  it.each([undefined, null, '', '  '])('is still valid if it lasts for long enough (refreshToken: %j)', async token => {
    using home = new TestHome(textOf({ refreshToken: token }))
    const run = await home.clr(['refresh', '--json', '--min-validity', '7d'])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid', refreshed: false, warnings: [] } })
    expect(run.report).toMatchObject({ message: expect.stringMatching(/valid until .* \(in 300 days\)/) })
    expectUnchanged(home)
  })

  it.each([
    ['no minimum validity is given', []],
    ['the minimum validity is 0', ['--min-validity', '0']],
    ['the minimum validity is longer than it lasts', ['--min-validity', '301d']]
  ])('is not refreshed, and the message says when it expires, if %s', async (_what, args) => {
    using home = new TestHome(textOf())
    const run = await home.refresh('notes-its-user', args)
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid', claude: null, phases: [] } })
    expect(run.report).toMatchObject({
      message: expect.stringMatching(NEEDS_NONE),
      remedy: expect.stringMatching(/`--min-validity`.*setup-token/),
      expiresAt: expect.stringMatching(/^20/)
    })
    expectUntouched(home)
  })

  it('cannot be refreshed after it has expired, and the remedy is a new token', async () => {
    using home = new TestHome(textOf({ expiresAt: Date.now() - 3 * DAY_MS }))
    const { report } = await home.refresh('notes-its-user', HOUR)
    const message = expect.stringMatching(/cannot be refreshed; its access token expired on .*3 days ago/)
    const remedy = expect.stringMatching(
      /^Make a new token with `claude setup-token`\. .* sign in with `clr login --creds \S+`\.$/
    )
    expect(report).toMatchObject({ reason: 'creds-invalid', message, remedy })
  })

  it.each([0, 9_999_999_999_999, undefined])(
    'cannot be refreshed if its expiry is unknown, and the remedy is to keep using it (expiresAt: %j)',
    async expiresAt => {
      using home = new TestHome(textOf({ expiresAt }))
      const { report } = await home.refresh('notes-its-user', HOUR)
      const message = `${home.creds}: this login has no refresh token, so it cannot be refreshed; the expiry of its access token is not known`
      const remedy = 'Use the access token as it is. If it is rejected, make a new one with `claude setup-token`.'
      expect(report).toMatchObject({ reason: 'creds-invalid', message, remedy })
    }
  )

  it('is not overwritten if another program puts it into the file during an exchange', async () => {
    using home = new TestHome()
    const other = textOf({ accessToken: 'sk-ant-oat01-test-x', expiresAt: undefined })
    const run = await home.refresh('refreshes-while-the-file-changes', [], { LC_MEANWHILE: other })
    const message = expect.stringMatching(
      /another login was written to .*, and was kept; the new tokens are safe in .*rescue-/
    )
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'write-back-failed', message } })
    expect(home.text(CREDENTIALS)).toBe(other)
    expect(home.leftovers).toHaveLength(1)
  })

  it('is still valid for clr recover, which finds nothing to recover', async () => {
    using home = new TestHome(textOf())
    const { report } = await home.clr(['recover', '--json'])
    expect(report).toMatchObject({ reason: 'still-valid', message: expect.stringContaining('valid until') })
  })
})

describe('a login that lasts for long enough, but has no scopes, so that claude ignores it', () => {
  it.each([
    ['with a refresh token', sampleText({ scopes: [], expiresAt: Date.now() + DAY_MS })],
    ['without a refresh token', textOf({ scopes: undefined })]
  ])('is still valid, with a warning, %s', async (_what, text) => {
    using home = new TestHome(text)
    const { report } = await home.refresh('notes-its-user', HOUR)
    const warnings = [expect.stringMatching(/`claude` ignores this login.*scopes/)]
    expect(report).toMatchObject({ reason: 'still-valid', warnings })
  })
})

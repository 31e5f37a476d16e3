import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { sampleText } from '../../testing/sample-login.js'

const DAY_MS = 24 * 3_600_000
const NEEDS_NONE = /this login has no refresh token and needs none until 20\d\d-\d\d-\d\d \d\d:\d\d UTC \(in 300 days\)/

/** As `claude setup-token` makes one: good for a year, and without a refresh token. */
function textOf(changes: object = {}): string {
  return sampleText({ refreshToken: undefined, expiresAt: Date.now() + 300 * DAY_MS, ...changes })
}

describe('a login without a refresh token, in a file', () => {
  it.each([undefined, null, '', '  '])('is still valid if it is good for as long as asked: %j', async refreshToken => {
    using home = new TestHome(textOf({ refreshToken }))
    const run = await home.clr(['refresh', '--json', '--min-validity', '7d'])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid', refreshed: false, warnings: [] } })
    expect(run.report).toMatchObject({ message: expect.stringMatching(/valid until .* \(in 300 days\)/) })
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
    expect(home.leftovers).toEqual([])
  })

  it.each([
    ['nothing is asked', []],
    ['0 is asked', ['--min-validity', '0']],
    ['more is asked', ['--min-validity', '301d']]
  ])('needs no refresh until its date if %s, and nothing is run', async (_what, args) => {
    using home = new TestHome(textOf())
    const run = await home.refresh('says-who-it-is', args)
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid', claude: null, phases: [] } })
    expect(run.report).toMatchObject({
      message: expect.stringMatching(NEEDS_NONE),
      remedy: expect.stringMatching(/Make a new one in time.*setup-token.*min-validity/),
      expiresAt: expect.stringMatching(/^20/)
    })
    expect(existsSync(home.notesPath)).toBe(false)
    expect(home.leftovers).toEqual([])
  })

  it('that has expired cannot be refreshed, and the remedy is a new one', async () => {
    using home = new TestHome(textOf({ expiresAt: Date.now() - 3 * DAY_MS }))
    const { report } = await home.refresh('says-who-it-is', ['--min-validity', '1h'])
    const message = expect.stringMatching(/cannot be refreshed; its access token expired .*3 days ago/)
    const remedy = expect.stringMatching(/Make a new token with `claude setup-token`, or log in/)
    expect(report).toMatchObject({ reason: 'creds-invalid', message, remedy })
  })

  it.each([0, 9_999_999_999_999, undefined])(
    'of unknown end has nothing to refresh, and the remedy is to go on using it: %j',
    async expiresAt => {
      using home = new TestHome(textOf({ expiresAt }))
      const { report } = await home.refresh('says-who-it-is', ['--min-validity', '1h'])
      const message = `${home.creds}: there is nothing to refresh in this login: it has no refresh token, and when its access token expires is not known`
      const remedy = 'Go on using it. If it is rejected, make a new one with `claude setup-token`.'
      expect(report).toMatchObject({ reason: 'creds-invalid', message, remedy })
    }
  )

  it('is kept with all else in its file if another program puts it there during the exchange', async () => {
    using home = new TestHome()
    const other = textOf({ accessToken: 'sk-ant-oat01-test-x', expiresAt: undefined })
    const run = await home.refresh('refreshes-while-the-file-changes', [], { LC_MEANWHILE: other })
    const message = expect.stringMatching(
      /another login was put at .*, and was kept; the new pair is safe in .*rescue-/
    )
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'write-back-failed', message } })
    expect(home.text('.claude/.credentials.json')).toBe(other)
    expect(home.leftovers).toHaveLength(1)
  })

  it('has nothing to recover', async () => {
    using home = new TestHome(textOf())
    const { report } = await home.clr(['recover', '--json'])
    expect(report).toMatchObject({ reason: 'still-valid', message: expect.stringContaining('valid until') })
  })
})

describe('a login that is good for as long as asked, which claude does not use for its scopes', () => {
  it.each([
    ['with a refresh token', sampleText({ scopes: [], expiresAt: Date.now() + DAY_MS })],
    ['without a refresh token', textOf({ scopes: undefined })]
  ])('is still valid, with a warning: %s', async (_what, text) => {
    using home = new TestHome(text)
    const { report } = await home.refresh('says-who-it-is', ['--min-validity', '1h'])
    const warnings = [expect.stringMatching(/`claude` does not use this login.*scopes/)]
    expect(report).toMatchObject({ reason: 'still-valid', warnings })
  })
})

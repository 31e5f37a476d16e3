import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { OTHER_ODD_LOGINS, REPORTED_LOGINS } from '../../testing/odd-logins.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'

describe('a login with two tokens, whatever its other fields are', () => {
  it.each([...REPORTED_LOGINS, ...OTHER_ODD_LOGINS])('is refreshed: $name', async ({ set, ends = null }) => {
    using home = new TestHome(sampleText(set))
    const { exitCode, report } = await home.refresh('refreshes')
    expect({ exitCode, report }).toMatchObject({ exitCode: 0, report: { reason: 'refreshed', loginExpiresAt: ends } })
    expect(home.login).toMatchObject({ ...NEW_PAIR, expiresAt: expect.any(Number) })
    expect(home.document).toMatchObject({ mcpOAuth: { other: { accessToken: 'test-other' } } })
    expect(home.leftovers).toEqual([])
  })

  it.each([undefined, null, '', -1, 0, true, {}, '2086-01-01T00:00:00.000Z', Date.UTC(2086, 0) / 1000])(
    'is refreshed also with min-validity if nothing tells that the token is good for so long: expiresAt %j',
    async expiresAt => {
      using home = new TestHome(sampleText({ expiresAt }))
      const { report } = await home.refresh('refreshes', ['--min-validity', '1h'])
      expect(report).toMatchObject({ reason: 'refreshed', previousExpiresAt: null })
    }
  )

  it('is harmed in nothing by a version of claude that does not take it', async () => {
    using home = new TestHome(sampleText({ scopes: [], expiresAt: null }))
    const { report } = await home.refresh('fails-at-once')
    expect(report).toMatchObject({ reason: 'claude-failed', expiresAt: null, loginExpiresAt: null })
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
    expect(home.leftovers).toEqual([])
  })

  it('gets back what claude mended', async () => {
    using home = new TestHome(sampleText({ scopes: [], expiresAt: null, refreshTokenExpiresAt: 0 }))
    const mended = { scopes: ['user:inference'], refreshTokenExpiresAt: Date.UTC(2086, 0), subscriptionType: 'max' }
    const { report } = await home.refresh('stores-what-is-asked', [], { LC_STORES: JSON.stringify(mended) })
    expect(home.login).toMatchObject({ ...NEW_PAIR, ...mended })
    expect(report).toMatchObject({ loginExpiresAt: '2086-01-01T00:00:00.000Z' })
  })

  it('is told of without a date that makes no sense, if nothing is to be recovered', async () => {
    using home = new TestHome(sampleText({ expiresAt: 0, refreshTokenExpiresAt: 0 }))
    const { report } = await home.clr(['recover', '--json'])
    expect(report).toMatchObject({ reason: 'still-valid', expiresAt: null, loginExpiresAt: null })
    expect(report).toMatchObject({ message: expect.not.stringMatching(/1970|ago|valid until/) })
  })
})

describe('a new pair whose expiry makes no sense', () => {
  const past = Date.now() - 5_000
  it.each([undefined, null, 1, 0, -8_000_000, past, 1e20, 'soon'])(
    'is kept, and no date is told: %j',
    async expiresAt => {
      using home = new TestHome()
      const stores = expiresAt === undefined ? { without: ['expiresAt'] } : { expiresAt }
      const { exitCode, report } = await home.refresh('stores-what-is-asked', [], {
        LC_STORES: JSON.stringify(stores)
      })
      expect({ exitCode, report }).toMatchObject({ exitCode: 0, report: { reason: 'refreshed', expiresAt: null } })
      const says = expect.stringMatching(/the expiry that `claude` stored .* makes no sense/)
      expect(report).toMatchObject({ message: says, warnings: [] })
      expect(home.login).toMatchObject({ ...NEW_PAIR, expiresAt: 0 }) // with it `claude` refreshes at its next start
    }
  )

  it('is told of with the end of the login only if that is not past: the refresh has proved it wrong', async () => {
    using home = new TestHome(sampleText({ refreshTokenExpiresAt: Date.UTC(2026, 0) }))
    expect(await home.refresh('refreshes')).toMatchObject({ report: { reason: 'refreshed', loginExpiresAt: null } })
  })
})

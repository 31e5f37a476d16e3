import { describe, expect, it } from '@jest/globals'
import { expectRefreshed, expectUnchanged } from '../../testing/expectations.js'
import { OTHER_ODD_LOGINS, REPORTED_LOGINS } from '../../testing/odd-logins.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'

/** Refreshes by a `claude` that stores a new pair with these changes. */
function refreshStoring(home: TestHome, changes: object): Promise<ClrRun> {
  return home.refresh('stores-given-fields', [], { LC_STORES: JSON.stringify(changes) })
}

describe('a login with two tokens and odd fields', () => {
  it.each([...REPORTED_LOGINS, ...OTHER_ODD_LOGINS])('is refreshed: $name', async ({ set, ends = null }) => {
    using home = new TestHome(sampleText(set))
    const run = await home.refresh('refreshes')
    expectRefreshed(home, run)
    expect(run.report).toMatchObject({ loginExpiresAt: ends })
    expect(home.login).toMatchObject({ expiresAt: expect.any(Number) })
    expect(home.document).toMatchObject({ mcpOAuth: { other: { accessToken: 'test-other' } } })
  })

  it.each([undefined, null, '', -1, 0, true, {}, '2086-01-01T00:00:00.000Z', Date.UTC(2086, 0) / 1000])(
    'is refreshed despite min-validity if its expiry is unknown (expiresAt: %j)',
    async expiresAt => {
      using home = new TestHome(sampleText({ expiresAt }))
      const { report } = await home.refresh('refreshes', ['--min-validity', '1h'])
      expect(report).toMatchObject({ reason: 'refreshed', previousExpiresAt: null })
    }
  )

  it('is unchanged after a version of claude that cannot use it', async () => {
    using home = new TestHome(sampleText({ scopes: [], expiresAt: null }))
    const { report } = await home.refresh('fails-at-once')
    expect(report).toMatchObject({ reason: 'claude-failed', expiresAt: null, loginExpiresAt: null })
    expectUnchanged(home)
  })

  it('gets the fields that claude has repaired', async () => {
    using home = new TestHome(sampleText({ scopes: [], expiresAt: null, refreshTokenExpiresAt: 0 }))
    const repaired = { scopes: ['user:inference'], refreshTokenExpiresAt: Date.UTC(2086, 0), subscriptionType: 'max' }
    const { report } = await refreshStoring(home, repaired)
    expect(home.login).toMatchObject({ ...NEW_PAIR, ...repaired })
    expect(report).toMatchObject({ loginExpiresAt: '2086-01-01T00:00:00.000Z' })
  })

  it('is reported by clr recover without impossible dates', async () => {
    using home = new TestHome(sampleText({ expiresAt: 0, refreshTokenExpiresAt: 0 }))
    const { report } = await home.clr(['recover', '--json'])
    expect(report).toMatchObject({ reason: 'still-valid', expiresAt: null, loginExpiresAt: null })
    expect(report).toMatchObject({ message: expect.not.stringMatching(/1970|ago|valid until/) })
  })
})

describe('a new pair with impossible dates', () => {
  it.each([undefined, null, 1, 0, -8_000_000, Date.now() - 5_000, 1e20, 'soon'])(
    'is kept, and reported without an expiry (expiresAt: %j)',
    async expiresAt => {
      using home = new TestHome()
      const run = await refreshStoring(home, expiresAt === undefined ? { without: ['expiresAt'] } : { expiresAt })
      expectRefreshed(home, run)
      const message = expect.stringMatching(/`claude` stored an impossible expiry date with them/)
      expect(run.report).toMatchObject({ message, expiresAt: null, warnings: [] })
      expect(home.login).toMatchObject({ expiresAt: 0 }) // makes `claude` refresh at its next start
    }
  )

  it.each([1e20, -1, 'soon'])(
    'is kept with the end date that the file had (refreshTokenExpiresAt: %j)',
    async refreshTokenExpiresAt => {
      const endMs = Date.UTC(2027, 5, 1)
      using home = new TestHome(sampleText({ refreshTokenExpiresAt: endMs }))
      const run = await refreshStoring(home, { refreshTokenExpiresAt })
      expectRefreshed(home, run)
      expect(run.report).toMatchObject({ loginExpiresAt: '2027-06-01T00:00:00.000Z' })
      expect(home.login).toMatchObject({ refreshTokenExpiresAt: endMs })
      const next = await home.refresh('no-claude-at-all', ['--min-validity', '1h'])
      expect(next.report).toMatchObject({ reason: 'still-valid' })
    }
  )

  it('is reported without the end date in the file if that is past, since the refresh succeeded', async () => {
    using home = new TestHome(sampleText({ refreshTokenExpiresAt: Date.UTC(2026, 0) }))
    expect(await home.refresh('refreshes')).toMatchObject({ report: { reason: 'refreshed', loginExpiresAt: null } })
  })
})

import { describe, expect, it } from '@jest/globals'
import { expectRefreshed, expectUnchanged } from '../../testing/expectations.js'
import { objectFrom } from '../../testing/json-object.js'
import { NEW_PAIR, OLD_PAIR, OTHER_PAIR, sampleLogin, sampleText } from '../../testing/sample-login.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'

const HOUR_MS = 3_600_000

/** Refreshes by a `claude` that stores a new pair with these changes. */
function refreshStoring(home: TestHome, changes: object): Promise<ClrRun> {
  return home.refresh('stores-given-fields', [], { LC_STORES: JSON.stringify(changes) })
}

describe('a new pair of tokens', () => {
  it('replaces the old one, and everything else in the file stays', async () => {
    using home = new TestHome(sampleText({ newField: ['kept'] }))
    expectRefreshed(home, await home.refresh('refreshes'))
    expect(home.document).toEqual({
      claudeAiOauth: { ...sampleLogin({ newField: ['kept'] }), ...NEW_PAIR, expiresAt: expect.any(Number) },
      mcpOAuth: { other: { accessToken: 'test-other' } }
    })
  })

  it('is reported with its expiry date, the one before, and the claude that was run', async () => {
    using home = new TestHome(sampleText({ refreshTokenExpiresAt: Date.UTC(2027, 5, 1) }))
    const startMs = Date.now()
    const { report } = await home.refresh('refreshes')
    expect(report).toMatchObject({
      creds: home.creds,
      previousExpiresAt: '2027-01-15T08:00:00.000Z',
      loginExpiresAt: '2027-06-01T00:00:00.000Z',
      claude: { path: expect.stringMatching(/\/refreshes\/claude$/), version: null }
    })
    const expiresMs = Date.parse(String(objectFrom(report).expiresAt))
    expect(Math.abs(expiresMs - startMs - 8 * HOUR_MS)).toBeLessThan(30_000)
  })

  it.each([
    ['keeps running and ignores SIGTERM', 'refreshes-and-ignores-sigterm'],
    ['leaves a grandchild that holds its output open', 'refreshes-and-leaves-a-grandchild'],
    ['exits with status 1', 'exits-1-after-refreshing'],
    ['writes it in two halves', 'writes-in-halves'],
    ['dies before it renames its temporary file', 'dies-before-its-rename'],
    ['connects early to where the model should be', 'asks-the-model-in-the-exchange'],
    ['tries again by itself after a 400', 'recovers-from-a-400']
  ])('is accepted from a claude that %s, which is then ended', async (_what, claude) => {
    using home = new TestHome()
    expectRefreshed(home, await home.refresh(claude))
  })

  it.each([
    ['the old refresh token, because the answer had none', { refreshToken: OLD_PAIR.refreshToken }],
    ['an expiry in the past', { expiresAt: 0 }],
    ['an expiry before all dates', { expiresAt: -8_000_000 }],
    ['an expiry after all dates', { expiresAt: 1e20 }]
  ])('is accepted with %s', async (_what, changes) => {
    using home = new TestHome()
    const run = await refreshStoring(home, changes)
    expect(run).toMatchObject({ exitCode: 0, report: { refreshed: true, reason: 'refreshed' } })
    const refreshToken = 'refreshToken' in changes ? changes.refreshToken : NEW_PAIR.refreshToken
    expect(home.login).toMatchObject({ accessToken: NEW_PAIR.accessToken, refreshToken })
    expect(home.leftovers).toEqual([])
  })

  it('can be refreshed by the next run even if its expiry is nonsense', async () => {
    using home = new TestHome()
    await refreshStoring(home, { ...OTHER_PAIR, expiresAt: -1e20 })
    expect(home.login).toMatchObject(OTHER_PAIR)
    expectRefreshed(home, await refreshStoring(home, {}))
  })

  it.each([
    ['leaves fields out', { without: ['scopes', 'subscriptionType', 'rateLimitTier', 'refreshTokenExpiresAt'] }],
    ['makes fields null', { scopes: null, subscriptionType: null, rateLimitTier: null, refreshTokenExpiresAt: null }],
    ['narrows the scopes to none', { scopes: [] }]
  ])('replaces no other field of the file if claude %s', async (_what, changes) => {
    const old = { refreshTokenExpiresAt: Date.UTC(2027, 5, 1) }
    using home = new TestHome(sampleText(old))
    expectRefreshed(home, await refreshStoring(home, changes))
    expect(home.login).toEqual({ ...sampleLogin(old), ...NEW_PAIR, expiresAt: expect.any(Number) })
  })

  it.each([
    ['missing', {}],
    ['null', { subscriptionType: null, rateLimitTier: null }]
  ])('does not bring placeholder values into a file whose tiers are %s', async (_what, tiers) => {
    const login = { ...OLD_PAIR, expiresAt: 5, scopes: ['user:inference'], ...tiers }
    using home = new TestHome(JSON.stringify({ claudeAiOauth: login }))
    expectRefreshed(home, await home.refresh('refreshes'))
    expect(home.login).toEqual({ ...login, ...NEW_PAIR, expiresAt: expect.any(Number) })
  })

  it('brings the other fields of the answer into the file', async () => {
    using home = new TestHome()
    const more = { refreshTokenExpiresAt: Date.UTC(2027, 6, 1), subscriptionType: 'max', rateLimitTier: 'new' }
    const { report } = await refreshStoring(home, more)
    expect(home.login).toMatchObject(more)
    expect(report).toMatchObject({ loginExpiresAt: '2027-07-01T00:00:00.000Z' })
  })

  it('is accepted from an old claude that refuses one option after another', async () => {
    using home = new TestHome()
    expectRefreshed(home, await home.refresh('knows-few-options'))
    const calls = home.text('notes').trim().split('\n')
    expect(calls).toHaveLength(4)
    expect(calls[3]).toBe('--model claude-sonnet-4-6 --no-session-persistence --print .')
  })
})

describe('a token that is valid for another hour', () => {
  const inOneHour = sampleText({ expiresAt: Date.now() + HOUR_MS })

  it('is not refreshed if that is long enough, and claude need not be installed', async () => {
    using home = new TestHome(inOneHour)
    const run = await home.clr(['refresh', '--json', '--min-validity', '30m'])
    expect(run).toMatchObject({ exitCode: 0, report: { refreshed: false, reason: 'still-valid', claude: null } })
    expectUnchanged(home)
  })

  it.each([
    ['the minimum validity is longer', ['--min-validity', '2h']],
    ['no minimum validity is given', []],
    ['the minimum validity is 0', ['--min-validity', '0']]
  ])('is refreshed if %s', async (_what, args) => {
    using home = new TestHome(inOneHour)
    expectRefreshed(home, await home.refresh('refreshes', args))
  })
})

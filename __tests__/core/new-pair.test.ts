import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR, OLD_PAIR, sampleLogin, sampleText } from '../../testing/sample-login.js'

const HOUR_MS = 3_600_000
const REFRESHED = { exitCode: 0, report: { refreshed: true, reason: 'refreshed' } }

/** What a small `claude` that "stores what is asked" stores beside a new pair. */
const storing = (changes: object) => ({ LC_STORES: JSON.stringify(changes) })

describe('a new pair', () => {
  it('takes the old one’s place, and everything else stays', async () => {
    using home = new TestHome(sampleText({ newField: ['kept'] }))
    const run = await home.refresh('refreshes')
    expect(run).toMatchObject(REFRESHED)
    const expiresAt = expect.any(Number)
    expect(home.document).toEqual({
      claudeAiOauth: { ...sampleLogin({ newField: ['kept'] }), ...NEW_PAIR, expiresAt },
      mcpOAuth: { other: { accessToken: 'test-other' } }
    })
    expect(home.leftovers).toEqual([])
  })

  it('is told of with its expiry, the old one and what was run', async () => {
    using home = new TestHome(sampleText({ refreshTokenExpiresAt: Date.UTC(2027, 5, 1) }))
    const startMs = Date.now()
    const { report } = await home.refresh('refreshes')
    expect(report).toMatchObject({
      creds: home.creds,
      previousExpiresAt: '2027-01-15T08:00:00.000Z',
      loginExpiresAt: '2027-06-01T00:00:00.000Z',
      claude: { path: expect.stringMatching(/\/refreshes\/claude$/), version: null }
    })
    const expiresAt = report !== null && typeof report === 'object' && 'expiresAt' in report ? report.expiresAt : ''
    expect(Math.abs(Date.parse(String(expiresAt)) - startMs - 8 * HOUR_MS)).toBeLessThan(30_000)
  })

  it.each([
    ['refreshes-and-ignores-sigterm', 'that goes on and ignores SIGTERM'],
    ['refreshes-and-leaves-a-grandchild', 'that leaves a grandchild which holds its output'],
    ['exits-1-after-refreshing', 'that ends with exit status 1'],
    ['writes-in-halves', 'that writes one half after the other'],
    ['dies-before-its-rename', 'that dies before it renames its temporary file'],
    ['asks-the-model-in-the-exchange', 'that connects early to where the model should be'],
    ['mends-a-400', 'that mends a failed try by a second of its own']
  ])('counts from a claude %s (%s), of which nothing is left', async claude => {
    using home = new TestHome()
    expect(await home.refresh(claude)).toMatchObject(REFRESHED)
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(home.leftovers).toEqual([])
  })

  it.each([
    ['the old refresh token, where the answer brought none', { refreshToken: OLD_PAIR.refreshToken }],
    ['an expiry that is past', { expiresAt: 0 }],
    ['an expiry before all time', { expiresAt: -8_000_000 }],
    ['an expiry beyond all time', { expiresAt: 1e20 }]
  ])('counts with %s', async (_what, changes) => {
    using home = new TestHome()
    const run = await home.refresh('stores-what-is-asked', [], storing(changes))
    expect(run).toMatchObject(REFRESHED)
    const refreshToken = 'refreshToken' in changes ? changes.refreshToken : NEW_PAIR.refreshToken
    expect(home.login).toMatchObject({ accessToken: NEW_PAIR.accessToken, refreshToken })
    expect(home.leftovers).toEqual([])
  })

  it('leaves a file that the next run can use, however odd its expiry', async () => {
    using home = new TestHome()
    await home.refresh('stores-what-is-asked', [], storing({ expiresAt: -1e20 }))
    const next = storing({ accessToken: 'sk-ant-oat01-test-next', refreshToken: 'sk-ant-ort01-test-next' })
    expect(await home.refresh('stores-what-is-asked', [], next)).toMatchObject(REFRESHED)
    expect(home.login).toMatchObject({ refreshToken: 'sk-ant-ort01-test-next' })
  })

  it.each([
    ['leaves fields out', { without: ['scopes', 'subscriptionType', 'rateLimitTier', 'refreshTokenExpiresAt'] }],
    ['makes fields null', { scopes: null, subscriptionType: null, rateLimitTier: null, refreshTokenExpiresAt: null }],
    ['narrows the scopes to none', { scopes: [] }]
  ])('costs the file nothing where the CLI %s', async (_what, changes) => {
    const old = { refreshTokenExpiresAt: Date.UTC(2027, 5, 1) }
    using home = new TestHome(sampleText(old))
    expect(await home.refresh('stores-what-is-asked', [], storing(changes))).toMatchObject(REFRESHED)
    expect(home.login).toEqual({ ...sampleLogin(old), ...NEW_PAIR, expiresAt: expect.any(Number) })
  })

  it.each([
    ['missing', {}],
    ['null', { subscriptionType: null, rateLimitTier: null }]
  ])('brings none of our seeds into a file whose tier is %s', async (_what, tiers) => {
    const login = { ...OLD_PAIR, expiresAt: 5, scopes: ['user:inference'], ...tiers }
    using home = new TestHome(JSON.stringify({ claudeAiOauth: login }))
    expect(await home.refresh('refreshes')).toMatchObject(REFRESHED)
    expect(home.login).toEqual({ ...login, ...NEW_PAIR, expiresAt: expect.any(Number) })
  })

  it('takes over what else the answer brought', async () => {
    using home = new TestHome()
    const more = { refreshTokenExpiresAt: Date.UTC(2027, 6, 1), subscriptionType: 'max', rateLimitTier: 'new' }
    const { report } = await home.refresh('stores-what-is-asked', [], storing(more))
    expect(home.login).toMatchObject(more)
    expect(report).toMatchObject({ loginExpiresAt: '2027-07-01T00:00:00.000Z' })
  })

  it('comes of an old version that refuses one option after the other', async () => {
    using home = new TestHome()
    expect(await home.refresh('knows-few-options')).toMatchObject(REFRESHED)
    const calls = home.text('notes').trim().split('\n')
    expect(calls).toHaveLength(4)
    expect(calls[3]).toBe('--model claude-sonnet-4-6 --no-session-persistence --print .')
    expect(home.leftovers).toEqual([])
  })
})

describe('a token that is good for long enough', () => {
  const inOneHour = sampleText({ expiresAt: Date.now() + HOUR_MS })

  it('is left as it is where the caller asks so, and claude is not even looked for', async () => {
    using home = new TestHome(inOneHour)
    const run = await home.clr(['refresh', '--json', '--min-validity', '30m'])
    expect(run).toMatchObject({ exitCode: 0, report: { refreshed: false, reason: 'still-valid', claude: null } })
    expect(home.text('.claude/.credentials.json')).toBe(inOneHour)
    expect(home.leftovers).toEqual([])
  })

  it.each([
    ['it is good for less', ['--min-validity', '2h']],
    ['nothing is asked', []],
    ['0 is asked', ['--min-validity', '0']]
  ])('is refreshed where %s', async (_what, args) => {
    using home = new TestHome(inOneHour)
    expect(await home.refresh('refreshes', args)).toMatchObject(REFRESHED)
    expect(home.login).toMatchObject(NEW_PAIR)
  })
})

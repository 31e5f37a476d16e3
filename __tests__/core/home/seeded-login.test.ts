import { describe, expect, it } from '@jest/globals'
import { judgeText, originOf, seededLogin, UNKNOWN_ORIGIN } from '../../../src/core/home/seeded-login.js'
import { NEW_PAIR, OLD_PAIR, sampleCredentials, sampleLogin } from '../../../testing/sample-login.js'

const NEW = { ...NEW_PAIR, expiresAt: 1_900_000_000_000 }
const BLANKED = { accessToken: '', refreshToken: '', expiresAt: 0 }

/** The judgement of a login that `claude` got as `before` and changed. */
function judgeChanged(changes: object, before = sampleCredentials()): ReturnType<typeof judgeText> {
  return judgeText(JSON.stringify({ claudeAiOauth: { ...seededLogin(before), ...changes } }), originOf(before))
}

/** The user's login, merged with the fields taken from a changed one. */
function loginAfter(changes: object, before = sampleCredentials()): object {
  const judgement = judgeChanged(changes, before)
  if (judgement.kind !== 'pair') throw new Error(`no pair, but ${judgement.kind}`)
  return { ...before.fields, ...judgement.newPair.fields }
}

describe('seededLogin', () => {
  it('has expired, and names the source of its tier', () => {
    const { fields } = sampleCredentials()
    expect(seededLogin(sampleCredentials())).toEqual({ ...fields, expiresAt: 1, subscriptionTypeSource: 'sign_in' })
  })

  it.each([undefined, null])('has a placeholder for a tier that is %j in the file', tier => {
    const seeded = seededLogin(sampleCredentials({ subscriptionType: tier, rateLimitTier: tier }))
    expect(seeded).toMatchObject({ subscriptionType: expect.any(String), rateLimitTier: expect.any(String) })
  })

  it('keeps unknown fields, so that the CLI can keep them too', () => {
    expect(seededLogin(sampleCredentials({ newField: 5 }))).toMatchObject({ newField: 5 })
  })
})

describe('judge', () => {
  it('finds a new pair', () => {
    expect(loginAfter(NEW)).toEqual(sampleLogin(NEW))
  })

  it('accepts a new access token with the old refresh token, if the answer had none', () => {
    const changes = { accessToken: NEW.accessToken, expiresAt: NEW.expiresAt }
    expect(loginAfter(changes)).toEqual(sampleLogin(changes))
  })

  it.each([
    ['past', Date.UTC(2026, 0), Date.UTC(2026, 0)],
    ['long past', 1000, 0],
    ['the sentinel of the seeded login', 1, 0],
    ['0', 0, 0],
    ['negative', -5, 0],
    ['beyond the range of dates', 1e18, 0],
    ['null', null, 0],
    ['missing', undefined, 0],
    ['in words', 'soon', 0]
  ])('accepts a new pair if its expiry is %s: it is the only valid pair', (_what, stored, kept) => {
    expect(loginAfter({ ...NEW, expiresAt: stored })).toEqual(sampleLogin({ ...NEW, expiresAt: kept }))
  })

  it('keeps the other fields of the answer', () => {
    const more = { refreshTokenExpiresAt: 1_950_000_000_000, scopes: ['user:inference'], subscriptionType: 'team' }
    expect(loginAfter({ ...NEW, ...more })).toEqual(sampleLogin({ ...NEW, ...more }))
  })

  it.each([undefined, null])('drops our placeholders if the tiers in the file are %j', tier => {
    const tiers = { subscriptionType: tier, rateLimitTier: tier }
    const after = loginAfter(NEW, sampleCredentials(tiers))
    expect(JSON.parse(JSON.stringify(after))).toEqual(JSON.parse(JSON.stringify(sampleLogin({ ...NEW, ...tiers }))))
  })

  it.each([
    ['a tier that became null', { subscriptionType: null, rateLimitTier: null }],
    ['a tier that became a number', { subscriptionType: 5 }],
    ['missing fields', { subscriptionType: undefined, scopes: undefined }],
    ['scopes that became null', { scopes: null }],
    ['scopes that became empty', { scopes: [] }],
    ['scopes that became a text', { scopes: 'user:inference' }],
    ['scopes with a null in them', { scopes: ['user:inference', null] }],
    ['scopes without user:inference', { scopes: ['user:profile'] }],
    ['a login expiry that is not a date', { refreshTokenExpiresAt: 'later' }],
    ['a login expiry in 1970', { refreshTokenExpiresAt: 0 }],
    ['a negative login expiry', { refreshTokenExpiresAt: -1 }],
    ['a login expiry beyond the range of dates', { refreshTokenExpiresAt: 1e18 }],
    ['a login expiry that is null', { refreshTokenExpiresAt: null }]
  ])('keeps the value of the file instead of %s', (_what, loss) => {
    expect(loginAfter({ ...NEW, ...loss })).toEqual(sampleLogin(NEW))
  })

  it('keeps the value of the file if a field that clr does not know became null', () => {
    const before = sampleCredentials({ organizationUuid: 'acme' })
    expect(loginAfter({ ...NEW, organizationUuid: null }, before)).toEqual(
      sampleLogin({ ...NEW, organizationUuid: 'acme' })
    )
  })

  it('recognises blank tokens, by which the CLI says that the login was rejected', () => {
    expect(judgeChanged(BLANKED)).toEqual({ kind: 'blanked' })
  })

  it.each([
    ['a blank access token', { accessToken: '' }],
    ['no access token', { accessToken: undefined }],
    ['an access token that is null', { accessToken: null }],
    ['a refresh token of blanks', { refreshToken: '  ' }],
    ['no refresh token', { refreshToken: undefined }]
  ])('treats a new pair with %s as incomplete', (_what, lack) => {
    expect(judgeChanged({ ...NEW, ...lack })).toEqual({ kind: 'part' })
  })

  it.each([
    ['is unchanged', {}],
    ['has only another expiry', { expiresAt: NEW.expiresAt }],
    ['has only another tier', { subscriptionType: 'max' }],
    ['has the old pair in another order', { refreshToken: OLD_PAIR.refreshToken, accessToken: OLD_PAIR.accessToken }]
  ])('finds nothing new in a login that %s', (_what, changes) => {
    expect(judgeChanged(changes)).toEqual({ kind: 'nothing' })
  })

  it('finds nothing new in a login of unknown origin that is unchanged since it was seeded', () => {
    const seeded = JSON.stringify({ claudeAiOauth: seededLogin(sampleCredentials()) })
    expect(judgeText(seeded, UNKNOWN_ORIGIN)).toEqual({ kind: 'nothing' })
  })

  const whole = JSON.stringify({ claudeAiOauth: NEW })
  it.each([
    '',
    '{',
    whole.slice(0, whole.length / 2),
    whole.slice(0, -1),
    'null',
    '[]',
    '{}',
    '{"claudeAiOauth":null}'
  ])('finds nothing in an incomplete text: %s', text => {
    expect(judgeText(text, originOf(sampleCredentials()))).toEqual({ kind: 'nothing' })
  })
})

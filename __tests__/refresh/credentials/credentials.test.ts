import { describe, expect, it } from '@jest/globals'
import { parseCredentials } from '../../../src/refresh/credentials/credentials.js'
import { refusalOf } from '../../fixtures/refusal.js'
import { OLD_EXPIRY_MS, OLD_PAIR, sampleLogin, sampleText } from '../../fixtures/sample-login.js'

const HOUR_MS = 3_600_000

describe('parseCredentials', () => {
  it('reads the pair, its expiry and what else the file holds', () => {
    expect(parseCredentials(sampleText())).toMatchObject({
      ...OLD_PAIR,
      expiresAtMs: OLD_EXPIRY_MS,
      loginExpiresAtMs: null,
      login: sampleLogin(),
      document: { mcpOAuth: { other: { accessToken: 'test-other' } } }
    })
  })

  it('reads when the login itself ends, where the file tells', () => {
    expect(parseCredentials(sampleText({ refreshTokenExpiresAt: 5 * HOUR_MS })).loginExpiresAtMs).toBe(5 * HOUR_MS)
    expect(parseCredentials(sampleText({ refreshTokenExpiresAt: null })).loginExpiresAtMs).toBeNull()
  })

  it.each([
    ['an expiry in quotes, which the CLI takes as well', { expiresAt: String(OLD_EXPIRY_MS) }, OLD_EXPIRY_MS],
    ['an expiry of 0', { expiresAt: 0 }, 0],
    ['an expiry with a fraction', { expiresAt: 1.5 }, 1.5],
    ['a tier that is null', { subscriptionType: null, rateLimitTier: null }, OLD_EXPIRY_MS],
    ['a tier that is missing', { subscriptionType: undefined, rateLimitTier: undefined }, OLD_EXPIRY_MS],
    ['fields that nobody knows', { newField: [1, { a: null }] }, OLD_EXPIRY_MS],
    ['tokens of another kind', { accessToken: 'test', refreshToken: 'a.b/c+d=' }, OLD_EXPIRY_MS]
  ])('takes %s', (_what, changes, expiresAtMs) => {
    expect(parseCredentials(sampleText(changes)).expiresAtMs).toBe(expiresAtMs)
  })

  it.each([
    ['a byte order mark', `\uFEFF${sampleText()}`],
    ['CRLF line ends', JSON.stringify({ claudeAiOauth: sampleLogin() }, null, 2).replaceAll('\n', '\r\n')],
    ['a newline at its end', `${sampleText()}\n`]
  ])('reads a file with %s', (_what, text) => {
    expect(parseCredentials(text)).toMatchObject(OLD_PAIR)
  })

  it.each([
    ['accessToken', undefined, /missing/],
    ['accessToken', '', /blank/],
    ['accessToken', '  ', /blank/],
    ['accessToken', null, /token in quotes, not null/],
    ['accessToken', 5, /token in quotes, not a number/],
    ['accessToken', ['x'], /token in quotes, not a list/],
    ['accessToken', 'two words', /one word of ASCII/],
    ['accessToken', 'line\nend', /one word of ASCII/],
    ['accessToken', 'tökén', /one word of ASCII/],
    ['refreshToken', undefined, /missing/],
    ['refreshToken', '', /blank/],
    ['refreshToken', false, /token in quotes, not a boolean/],
    ['refreshToken', {}, /token in quotes, not an object/],
    ['refreshToken', 'with\ttab', /one word of ASCII/],
    ['expiresAt', undefined, /milliseconds since 1970/],
    ['expiresAt', null, /milliseconds since 1970, not null/],
    ['expiresAt', true, /milliseconds since 1970, not a boolean/],
    ['expiresAt', 'soon', /milliseconds since 1970, not a text/],
    ['expiresAt', '', /milliseconds since 1970, not a text/],
    ['expiresAt', '2027-01-15T08:00:00Z', /milliseconds since 1970, not a text/],
    ['expiresAt', -1, /milliseconds since 1970/],
    ['expiresAt', 8.64e15 + 1, /milliseconds since 1970/],
    ['expiresAt', '9'.repeat(400), /milliseconds since 1970/],
    ['refreshTokenExpiresAt', 'later', /milliseconds since 1970, not a text/],
    ['refreshTokenExpiresAt', -5, /milliseconds since 1970/],
    ['scopes', undefined, /should list "user:inference"/],
    ['scopes', null, /list of texts/],
    ['scopes', 'user:inference', /list of texts/],
    ['scopes', [1], /list of texts/],
    ['scopes', [], /lacks "user:inference"/],
    ['scopes', ['user:profile'], /lacks "user:inference"/],
    ['subscriptionType', 5, /text or null, not a number/],
    ['rateLimitTier', ['x'], /text or null, not a list/]
  ])('names %s where it is %j, and says what it should be', (field, value, shouldBe) => {
    const { reason, message } = refusalOf(() => parseCredentials(sampleText({ [field]: value })))
    expect(reason).toBe('creds-invalid')
    expect(message).toContain(`claudeAiOauth.${field} `)
    expect(message).toMatch(shouldBe)
  })

  it.each([
    ['an empty file', '', /empty/],
    ['a file of blanks', ' \r\n\t', /empty/],
    ['a file with NUL characters', 'a\0b', /UTF-8/],
    ['UTF-16 read as UTF-8', Buffer.from(sampleText(), 'utf16le').toString(), /UTF-8/],
    ['a file that is cut short', sampleText().slice(0, -9), /not JSON/],
    ['a page of HTML', '<!doctype html>', /not JSON/],
    ['a JSON list', '[]', /JSON object, not a list/],
    ['a JSON null', 'null', /JSON object, not null/],
    ['a JSON number', '5', /JSON object, not a number/],
    ['a bare token', 'sk-ant-oat01-test\n', /bare token/],
    ['a bare token in quotes', '"sk-ant-ort01-test"', /bare token/],
    ['a bare API key', 'sk-ant-api03-test', /API key/],
    ['an API key file', '{"apiKey":"sk-ant-api03-test"}', /API key.*claudeAiOauth/],
    ['a config file with an API key', '{"primaryApiKey":"sk-ant-api03-test"}', /API key.*claudeAiOauth/],
    ['an object without a login', '{"mcpOAuth":{}}', /claudeAiOauth is missing/],
    ['a login without its frame', JSON.stringify(sampleLogin()), /inside an object claudeAiOauth/],
    ['a login that is a list', '{"claudeAiOauth":[]}', /should be an object, not a list/],
    ['a login that is null', '{"claudeAiOauth":null}', /should be an object, not null/],
    ['a login that is a text', '{"claudeAiOauth":"sk-ant-oat01-test"}', /should be an object, not a text/],
    ['a blanked login', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }), /blank.*log in again/]
  ])('says what is wrong with %s, in one line', (_what, text, sentence) => {
    const { reason, message } = refusalOf(() => parseCredentials(text))
    expect(reason).toBe('creds-invalid')
    expect(message).toMatch(sentence)
    expect(message).not.toContain('\n')
  })

  it('never quotes what stands in the file', () => {
    const secret = 'sk-ant-oat01-test-secret'
    const texts = [
      secret,
      `{"claudeAiOauth":{"accessToken":"${secret}"`,
      `{"claudeAiOauth":"${secret}"}`,
      `{"apiKey":"${secret}"}`,
      sampleText({ accessToken: [secret] }),
      sampleText({ accessToken: `${secret} x` }),
      sampleText({ expiresAt: secret }),
      sampleText({ scopes: [secret] }),
      sampleText({ rateLimitTier: [secret] })
    ]
    for (const text of texts) expect(refusalOf(() => parseCredentials(text)).message).not.toContain('test-secret')
  })
})

import { describe, expect, it } from '@jest/globals'
import { parseLogin, type AnyLogin } from '../../../src/core/credentials/credentials.js'
import { refuseUnrefreshable } from '../../../src/core/credentials/validity.js'
import { OTHER_ODD_LOGINS, REPORTED_LOGINS } from '../../../testing/odd-logins.js'
import { refusalOf } from '../../../testing/refusal.js'
import { OLD_EXPIRY_MS, OLD_PAIR, sampleLogin, sampleText } from '../../../testing/sample-login.js'

/** What the remedy says if the file is not that of a subscription login, and if it is in another encoding. */
const OF_ANOTHER_FILE = /the path of a file with a subscription login/
const SAVE_AS_UTF8 = /as UTF-8/

function refusalToRefresh(login: AnyLogin): ReturnType<typeof refusalOf> {
  return refusalOf(() => {
    refuseUnrefreshable('the file', login, 0)
  })
}

describe('parseLogin', () => {
  it('reads the pair, its expiry and the rest of the file', () => {
    expect(parseLogin(sampleText())).toMatchObject({
      ...OLD_PAIR,
      expiresAtMs: OLD_EXPIRY_MS,
      loginExpiresAtMs: null,
      fields: sampleLogin(),
      document: { mcpOAuth: { other: { accessToken: 'test-other' } } }
    })
  })

  it('reads when the login itself expires, if the file says so', () => {
    expect(parseLogin(sampleText({ refreshTokenExpiresAt: OLD_EXPIRY_MS })).loginExpiresAtMs).toBe(OLD_EXPIRY_MS)
    expect(parseLogin(sampleText({ refreshTokenExpiresAt: null })).loginExpiresAtMs).toBeNull()
  })

  it.each([
    ['an expiry in quotes, which the CLI accepts too', { expiresAt: String(OLD_EXPIRY_MS) }, OLD_EXPIRY_MS],
    ['an expiry with a fraction', { expiresAt: OLD_EXPIRY_MS + 0.5 }, OLD_EXPIRY_MS + 0.5],
    ['an expiry of 0', { expiresAt: 0 }, null],
    ['an expiry in seconds, which the CLI reads as long past', { expiresAt: OLD_EXPIRY_MS / 1000 }, null],
    ['an expiry as ISO text, which keeps the CLI from refreshing', { expiresAt: '2027-01-15T08:00:00Z' }, null],
    ['no scopes', { scopes: undefined }, OLD_EXPIRY_MS],
    ['a tier that is null', { subscriptionType: null, rateLimitTier: null }, OLD_EXPIRY_MS],
    ['a tier that is missing', { subscriptionType: undefined, rateLimitTier: undefined }, OLD_EXPIRY_MS],
    ['unknown fields', { newField: [1, { a: null }] }, OLD_EXPIRY_MS],
    ['tokens of another kind', { accessToken: 'test', refreshToken: 'a.b/c+d=' }, OLD_EXPIRY_MS]
  ])('accepts %s', (_what, changes, expiresAtMs) => {
    expect(parseLogin(sampleText(changes)).expiresAtMs).toBe(expiresAtMs)
  })

  it.each(REPORTED_LOGINS.concat(OTHER_ODD_LOGINS))('accepts a login with two tokens: $name', ({ set, ends }) => {
    const loginExpiresAtMs = ends === undefined ? null : Date.parse(ends)
    expect(parseLogin(sampleText(set))).toMatchObject({ ...OLD_PAIR, loginExpiresAtMs })
  })

  it.each([
    ['a byte order mark', `\uFEFF${sampleText()}`],
    ['CRLF line ends', JSON.stringify({ claudeAiOauth: sampleLogin() }, null, 2).replaceAll('\n', '\r\n')],
    ['a newline at the end', `${sampleText()}\n`]
  ])('reads a file with %s', (_what, text) => {
    expect(parseLogin(text)).toMatchObject(OLD_PAIR)
  })

  it.each([
    ['accessToken', undefined, /missing/],
    ['accessToken', '', /blank/],
    ['accessToken', '  ', /blank/],
    ['accessToken', null, /must be a string, not null/],
    ['accessToken', 5, /must be a string, not a number/],
    ['accessToken', ['x'], /must be a string, not a list/],
    ['accessToken', 'two words', /must not contain spaces or non-ASCII characters/],
    ['accessToken', 'line\nend', /must not contain spaces or non-ASCII characters/],
    ['accessToken', 'tökén', /must not contain spaces or non-ASCII characters/],
    ['refreshToken', false, /must be a string, not a boolean/],
    ['refreshToken', {}, /must be a string, not an object/],
    ['refreshToken', 'with\ttab', /must not contain spaces or non-ASCII characters/]
  ])('names the invalid field %s (%j), and says what it should be', (field, value, shouldBe) => {
    const { reason, message } = refusalOf(() => parseLogin(sampleText({ [field]: value })))
    expect(reason).toBe('creds-invalid')
    expect(message).toContain(`claudeAiOauth.${field} `)
    expect(message).toMatch(shouldBe)
  })

  it.each([
    ['an empty file', '', /empty/],
    ['a file of blanks', ' \r\n\t', /empty/],
    ['a file with NUL characters', 'a\0b', /UTF-8/, SAVE_AS_UTF8],
    ['UTF-16 read as UTF-8', Buffer.from(sampleText(), 'utf16le').toString(), /UTF-8/, SAVE_AS_UTF8],
    ['a file that is cut short', sampleText().slice(0, -9), /not JSON/],
    ['a page of HTML', '<!doctype html>', /not JSON/],
    ['a JSON list', '[]', /JSON object, not a list/],
    ['a JSON null', 'null', /JSON object, not null/],
    ['a JSON number', '5', /JSON object, not a number/],
    ['a bare token', 'sk-ant-oat01-test\n', /only a token/, OF_ANOTHER_FILE],
    ['a bare token in quotes', '"sk-ant-ort01-test"', /only a token/, OF_ANOTHER_FILE],
    ['a bare API key', 'sk-ant-api03-test', /API key/, OF_ANOTHER_FILE],
    ['an API key file', '{"apiKey":"sk-ant-api03-test"}', /API key, which needs no refresh/, OF_ANOTHER_FILE],
    [
      'a config file with an API key',
      '{"primaryApiKey":"sk-ant-api03-test"}',
      /API key, which needs no refresh/,
      OF_ANOTHER_FILE
    ],
    ['an object without a login', '{"mcpOAuth":{}}', /claudeAiOauth is missing/],
    ['a login outside claudeAiOauth', JSON.stringify(sampleLogin()), /inside an object named claudeAiOauth/],
    ['a login that is a list', '{"claudeAiOauth":[]}', /must be an object, not a list/],
    ['a login that is null', '{"claudeAiOauth":null}', /must be an object, not null/],
    ['a login that is a text', '{"claudeAiOauth":"sk-ant-oat01-test"}', /must be an object, not a string/],
    [
      'a blanked login',
      sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }),
      /both tokens are empty.*rejected or you log out/
    ]
  ])('says in one line what is wrong with %s, and what to do', (_what, text, sentence, toDo = /`clr login`/) => {
    const { reason, message, remedy } = refusalOf(() => parseLogin(text))
    expect(reason).toBe('creds-invalid')
    expect(message).toMatch(sentence)
    expect(remedy).toMatch(toDo)
    expect(message).not.toContain('\n')
  })

  it('never quotes the file', () => {
    const secret = 'sk-ant-oat01-test-secret'
    const texts = [
      secret,
      `{"claudeAiOauth":{"accessToken":"${secret}"`,
      `{"claudeAiOauth":"${secret}"}`,
      `{"apiKey":"${secret}"}`,
      sampleText({ accessToken: [secret] }),
      sampleText({ accessToken: `${secret} x` })
    ]
    for (const text of texts) expect(refusalOf(() => parseLogin(text)).message).not.toContain('test-secret')
    const login = parseLogin(sampleText({ accessToken: secret, refreshToken: '', expiresAt: secret }))
    expect(refusalToRefresh(login).message).not.toContain('test-secret')
  })
})

describe('an access token without a refresh token', () => {
  it.each([undefined, null, '', ' '])('is a separate kind of login: refreshToken %j', refreshToken => {
    const login = parseLogin(sampleText({ refreshToken }))
    expect(login).toMatchObject({ ...OLD_PAIR, refreshToken: null, expiresAtMs: OLD_EXPIRY_MS })
  })

  it.each([OLD_EXPIRY_MS / 1000, '2027-01-15T08:00:00Z', String(OLD_EXPIRY_MS)])(
    'has the expiry that the user meant, because no refresh will correct it: %j',
    expiresAt => {
      expect(parseLogin(sampleText({ refreshToken: null, expiresAt }))).toMatchObject({ expiresAtMs: OLD_EXPIRY_MS })
    }
  )

  it('cannot be refreshed', () => {
    expect(refusalToRefresh(parseLogin(sampleText({ refreshToken: '' })))).toMatchObject({
      reason: 'creds-invalid',
      message: expect.stringContaining('no refresh token')
    })
  })
})

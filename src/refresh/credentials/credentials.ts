import { isJsonObject, isNestedTooDeep, MAX_JSON_DEPTH, parseJson, type JsonObject } from '../json.js'
import { RefreshError } from '../reasons.js'
import type { TokenPair } from './fingerprint.js'

/** The credentials of a Claude subscription login, checked field by field. */
export interface Credentials extends TokenPair {
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresAtMs: number
  /** When the login itself ends, in milliseconds since 1970; null where the file does not tell. */
  readonly loginExpiresAtMs: number | null
  /** `claudeAiOauth` as it stands in the file, with the fields that we do not know. */
  readonly login: JsonObject
  /** The whole document: its other keys hold other services' tokens, and must survive. */
  readonly document: JsonObject
}

/** Latest moment that a JavaScript `Date` can hold, in milliseconds since 1970 (ECMA-262, Time Values). */
export const MAX_DATE_MS = 8.64e15

/**
 * The credentials that a file's text holds. The sentence of the error begins with what is wrong; the caller says where.
 * @throws RefreshError `creds-invalid`
 */
export function parseCredentials(text: string): Credentials {
  const document = parseDocument(text)
  const login = parseLogin(document)
  refuseBlanked(login)
  const credentials = {
    accessToken: parseToken(login, 'accessToken'),
    refreshToken: parseToken(login, 'refreshToken'),
    expiresAtMs: parseMoment(login, 'expiresAt'),
    loginExpiresAtMs: login.refreshTokenExpiresAt == null ? null : parseMoment(login, 'refreshTokenExpiresAt'),
    login,
    document
  }
  checkScopes(login.scopes)
  checkOptionalText(login, 'subscriptionType')
  checkOptionalText(login, 'rateLimitTier')
  return credentials
}

function parseDocument(text: string): JsonObject {
  if (text.trim() === '') throw invalid('the file is empty')
  if (text.includes('\0')) throw invalid('the file is not UTF-8 text; save it as UTF-8 without a byte order mark')
  const document = parseJson(text.replace(/^\uFEFF/, ''))
  if (isJsonObject(document)) return document
  if (isNestedTooDeep(text)) throw invalid(`the file nests its JSON more than ${MAX_JSON_DEPTH} levels deep`)
  const bare = /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1]
  if (bare === 'api')
    throw invalid('the file holds an API key, which is never refreshed; a subscription login is needed')
  if (bare !== undefined) throw invalid('the file holds a bare token; the JSON that `claude` stores at login is needed')
  throw invalid(
    document === undefined ? 'the file is not JSON' : `the file should hold a JSON object, not ${kind(document)}`
  )
}

function parseLogin(document: JsonObject): JsonObject {
  const login = document.claudeAiOauth
  if (isJsonObject(login)) return login
  if (login !== undefined) throw invalid(`claudeAiOauth should be an object, not ${kind(login)}`)
  if (['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document)) {
    throw invalid('the file holds an API key, which is never refreshed; a subscription login (claudeAiOauth) is needed')
  }
  if ('accessToken' in document) throw invalid('accessToken and its like should stand inside an object claudeAiOauth')
  throw invalid('claudeAiOauth is missing: the file holds no subscription login')
}

/** The CLI writes such a file itself when the endpoint rejects the login (measured: shared facts). */
function refuseBlanked(login: JsonObject): void {
  if (login.accessToken === '' && login.refreshToken === '') {
    throw invalid('both tokens are blank: `claude` was logged out; log in again')
  }
}

function parseToken(login: JsonObject, name: 'accessToken' | 'refreshToken'): string {
  const value = login[name]
  if (value === undefined) throw invalid(`claudeAiOauth.${name} is missing`)
  if (typeof value !== 'string') throw invalid(`claudeAiOauth.${name} should be a token in quotes, not ${kind(value)}`)
  if (value.trim() === '') throw invalid(`claudeAiOauth.${name} is blank`)
  if (!isToken(value)) {
    throw invalid(`claudeAiOauth.${name} should be one word of ASCII characters; it holds blanks or others`)
  }
  return value
}

/** Whether a value can be a token: one word of visible ASCII, since it has to go into an HTTP header. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

/** The CLI takes a string of digits as well (measured: shared facts), so it is no reason to refuse a login. */
function parseMoment(login: JsonObject, name: 'expiresAt' | 'refreshTokenExpiresAt'): number {
  const value = login[name]
  const shouldBe = `claudeAiOauth.${name} should be milliseconds since 1970`
  if (value === undefined) throw invalid(`claudeAiOauth.${name} is missing; it should be milliseconds since 1970`)
  const ms = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof ms !== 'number') throw invalid(`${shouldBe}, not ${kind(value)}`)
  if (!Number.isFinite(ms) || ms < 0 || ms > MAX_DATE_MS) throw invalid(`${shouldBe}; ${ms} is no such moment`)
  return ms
}

function checkScopes(scopes: unknown): void {
  if (scopes === undefined) throw invalid('claudeAiOauth.scopes is missing; it should list "user:inference"')
  if (!Array.isArray(scopes) || !scopes.every(scope => typeof scope === 'string')) {
    throw invalid('claudeAiOauth.scopes should be a list of texts, such as ["user:inference","user:profile"]')
  }
  if (!scopes.includes('user:inference')) {
    throw invalid('claudeAiOauth.scopes lacks "user:inference": `claude` does not use such a login')
  }
}

function checkOptionalText(login: JsonObject, name: 'subscriptionType' | 'rateLimitTier'): void {
  const value = login[name]
  if (value != null && typeof value !== 'string') {
    throw invalid(`claudeAiOauth.${name} should be a text or null, not ${kind(value)}`)
  }
}

function invalid(sentence: string): RefreshError {
  return new RefreshError('creds-invalid', sentence)
}

function kind(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'a text'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

import { isJsonObject, isNestedTooDeep, MAX_JSON_DEPTH, parseJson, type JsonObject } from '../json.js'
import { RefreshError } from '../reasons.js'
import { millisecondsOf, momentOf } from './moment.js'

/** What is known of every login. */
interface LoginFacts {
  readonly accessToken: string
  /** When the access token ends, in milliseconds since 1970; null if the file does not tell, or not in a way that makes sense. */
  readonly expiresAtMs: number | null
  /** When the login itself ends; in the same way. */
  readonly loginExpiresAtMs: number | null
  /** `claudeAiOauth` as it is in the file, with the fields that we do not know. */
  readonly fields: JsonObject
  /** The whole document: its other keys hold other services' tokens, and must survive. */
  readonly document: JsonObject
}

/**
 * A login that can be refreshed, as it was read from a file or an input. Two tokens are all that it takes: `claude` mends,
 * or does without, whatever else is odd. What an exchange makes of it is a `NewPair`.
 */
export interface Credentials extends LoginFacts {
  readonly refreshToken: string
}

/** An access token without a refresh token, as `claude setup-token` makes it: good for a year, and never refreshed. */
export interface AccessTokenLogin extends LoginFacts {
  readonly refreshToken: null
}

/** What a credentials file can hold. */
export type AnyLogin = Credentials | AccessTokenLogin

/**
 * The login that a file's text holds, of either kind. The sentence of the error begins with what is wrong; the caller says
 * where. @throws RefreshError `creds-invalid`
 */
export function parseLogin(text: string): AnyLogin {
  return loginOf(parseDocument(text))
}

/** The login that a parsed file holds, of either kind. @throws RefreshError `creds-invalid`, as `parseLogin` */
export function loginOf(document: JsonObject): AnyLogin {
  const fields = fieldsIn(document)
  refuseBlanked(fields)
  const accessToken = parseToken(fields, 'accessToken')
  const loginExpiresAtMs = momentOf(fields.refreshTokenExpiresAt)
  const facts = { accessToken, loginExpiresAtMs, fields, document }
  if (isBlank(fields.refreshToken)) return { ...facts, refreshToken: null, expiresAtMs: momentOf(fields.expiresAt) }
  const refreshToken = parseToken(fields, 'refreshToken')
  // The CLI takes seconds for long past, and a text for no end at all (docs/claude-cli.md#odd-fields): unknown, so that a
  // refresh mends it.
  return { ...facts, refreshToken, expiresAtMs: millisecondsOf(fields.expiresAt) }
}

/** The same; null if there is none that could be used. */
export function loginOrNull(document: JsonObject): AnyLogin | null {
  try {
    return loginOf(document)
  } catch {
    return null
  }
}

function parseDocument(text: string): JsonObject {
  if (text.trim() === '') throw invalid('the file is empty')
  if (text.includes('\0')) throw invalid('the file is not UTF-8 text; save it as UTF-8 without a byte order mark')
  const document = parseJson(text)
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

function fieldsIn(document: JsonObject): JsonObject {
  const fields = document.claudeAiOauth
  if (isJsonObject(fields)) return fields
  if (fields !== undefined) throw invalid(`claudeAiOauth should be an object, not ${kind(fields)}`)
  if (['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document)) {
    throw invalid('the file holds an API key, which is never refreshed; a subscription login (claudeAiOauth) is needed')
  }
  if ('accessToken' in document) throw invalid('accessToken and its like should stand inside an object claudeAiOauth')
  throw invalid('claudeAiOauth is missing: the file holds no subscription login')
}

/** The CLI writes such a file itself when the endpoint rejects the login (docs/claude-cli.md#what-each-failure-leaves). */
function refuseBlanked({ accessToken, refreshToken }: JsonObject): void {
  if (accessToken === '' && refreshToken === '') {
    throw invalid('both tokens are blank: `claude` was logged out; log in again')
  }
}

function isBlank(value: unknown): boolean {
  return value == null || (typeof value === 'string' && value.trim() === '')
}

function parseToken(fields: JsonObject, name: 'accessToken' | 'refreshToken'): string {
  const value = fields[name]
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

function invalid(sentence: string): RefreshError {
  return new RefreshError('creds-invalid', sentence)
}

function kind(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'a text'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

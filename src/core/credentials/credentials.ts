import { isJsonObject, isNestedTooDeep, MAX_JSON_DEPTH, parseJson, type JsonObject } from '../json.js'
import { orNull } from '../or-null.js'
import { RefreshError, WITH_CLR_LOGIN } from '../reasons.js'
import { millisecondsOf, momentOf } from './plausible-date.js'

/** What every login has. */
interface LoginFacts {
  readonly accessToken: string
  /** When the access token expires, in milliseconds since 1970; null if the file has no plausible date for it. */
  readonly expiresAtMs: number | null
  /** When the login itself expires, in milliseconds since 1970; null if the file has no plausible date for it. */
  readonly loginExpiresAtMs: number | null
  /** `claudeAiOauth` as it is in the file, including fields that we do not know. */
  readonly fields: JsonObject
  /** The whole document. Its other keys hold other services' tokens and must be kept. */
  readonly document: JsonObject
}

/**
 * A login that can be refreshed, as read from a file or an input. Only the two tokens are required: if anything else is odd,
 * `claude` repairs it or works without it. An exchange turns it into a `NewPair`.
 */
export interface Credentials extends LoginFacts {
  readonly refreshToken: string
}

/** An access token without a refresh token, as made by `claude setup-token`: valid for a year, and never refreshed. */
export interface AccessTokenLogin extends LoginFacts {
  readonly refreshToken: null
}

/** What a credentials file can hold. */
export type AnyLogin = Credentials | AccessTokenLogin

/**
 * The login in a text, of either kind. @throws RefreshError `creds-invalid`, with what is wrong; the caller adds where the
 * text came from
 */
export function parseLogin(text: string): AnyLogin {
  return loginOf(parseDocument(text))
}

/** The login in a parsed file, of either kind. @throws RefreshError `creds-invalid`, as `parseLogin` */
export function loginOf(document: JsonObject): AnyLogin {
  const fields = fieldsIn(document)
  refuseBlanked(fields)
  const accessToken = parseToken(fields, 'accessToken')
  const loginExpiresAtMs = momentOf(fields.refreshTokenExpiresAt)
  const facts = { accessToken, loginExpiresAtMs, fields, document }
  if (isBlank(fields.refreshToken)) return { ...facts, refreshToken: null, expiresAtMs: momentOf(fields.expiresAt) }
  const refreshToken = parseToken(fields, 'refreshToken')
  // The CLI reads an expiry in seconds as long past, and a date in words as none (docs/claude-cli.md#odd-fields). Both are
  // unknown here, so that a refresh corrects them.
  return { ...facts, refreshToken, expiresAtMs: millisecondsOf(fields.expiresAt) }
}

/** The login in a parsed file, as `loginOf`, but null if there is no valid one. */
export function loginOrNull(document: JsonObject): AnyLogin | null {
  return orNull(() => loginOf(document))
}

/** What a text that is no login is instead; `other` if that is not known. */
export function kindWithoutLogin(text: string): 'blanked' | 'api-key' | 'other' {
  const document = parseJson(text)
  if (!isJsonObject(document)) return bareTokenIn(text) === 'api' ? 'api-key' : 'other'
  const { claudeAiOauth: fields } = document
  if (fields === undefined) return isApiKeyIn(document) ? 'api-key' : 'other'
  return isJsonObject(fields) && isBlanked(fields) ? 'blanked' : 'other'
}

function parseDocument(text: string): JsonObject {
  if (text.trim() === '') throw invalid('the file is empty', CHECK_FILE)
  if (text.includes('\0')) throw invalid('the file is not UTF-8 text', SAVE_AS_UTF8)
  const document = parseJson(text)
  if (isJsonObject(document)) return document
  if (isNestedTooDeep(text)) throw invalid(`the file nests its JSON more than ${MAX_JSON_DEPTH} levels deep`, MOVE_AWAY)
  const bare = bareTokenIn(text)
  if (bare === 'api') throw invalid('the file holds an API key, which needs no refresh', NEEDS_LOGIN)
  if (bare !== undefined)
    throw invalid('the file holds only a token, not the JSON that `claude` stores at sign-in', NEEDS_LOGIN)
  if (document !== undefined) throw invalid(`the file must be a JSON object, not ${kind(document)}`, MOVE_AWAY)
  throw invalid('the file is not JSON', isOtherFile(text) ? NEEDS_LOGIN : MOVE_AWAY)
}

/** Whether a text that is not JSON was never meant to be: probably the path is wrong, and the file must stay where it is. */
export function isOtherFile(text: string): boolean {
  return parseJson(text) === undefined && !text.trimStart().startsWith('{')
}

function fieldsIn(document: JsonObject): JsonObject {
  const fields = document.claudeAiOauth
  if (isJsonObject(fields)) return fields
  if (fields !== undefined) throw invalid(`claudeAiOauth must be an object, not ${kind(fields)}`)
  if (isApiKeyIn(document)) throw invalid('the file holds an API key, which needs no refresh', NEEDS_LOGIN)
  if ('accessToken' in document) throw invalid('the tokens must be inside an object named claudeAiOauth', CHECK_FILE)
  throw invalid('claudeAiOauth is missing: the file holds no subscription login', CHECK_FILE)
}

/** The three characters that say what kind of token a text begins with: `api` for an API key. */
function bareTokenIn(text: string): string | undefined {
  return /^\s*"?sk-ant-(\w{3})/.exec(text)?.[1]
}

function isApiKeyIn(document: JsonObject): boolean {
  return ['apiKey', 'api_key', 'primaryApiKey', 'ANTHROPIC_API_KEY'].some(name => name in document)
}

function refuseBlanked(fields: JsonObject): void {
  if (isBlanked(fields)) throw invalid(BLANKED)
}

/** What it means if both tokens are blank. */
export const BLANKED = 'both tokens are empty; `claude` clears them when the login is rejected or you log out'

/** The CLI itself blanks both tokens when the endpoint rejects the login (docs/claude-cli.md#what-each-failure-leaves). */
function isBlanked({ accessToken, refreshToken }: JsonObject): boolean {
  return accessToken === '' && refreshToken === ''
}

function isBlank(value: unknown): boolean {
  return value == null || (typeof value === 'string' && value.trim() === '')
}

function parseToken(fields: JsonObject, name: 'accessToken' | 'refreshToken'): string {
  const value = fields[name]
  if (value === undefined) throw invalid(`claudeAiOauth.${name} is missing`)
  if (typeof value !== 'string') throw invalid(`claudeAiOauth.${name} must be a string, not ${kind(value)}`)
  if (value.trim() === '') throw invalid(`claudeAiOauth.${name} is blank`)
  if (!isToken(value)) {
    throw invalid(`claudeAiOauth.${name} must not contain spaces or non-ASCII characters`)
  }
  return value
}

/** Whether a value can be a token: one word of visible ASCII, because it goes into an HTTP header. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

function invalid(sentence: string, remedy?: string): RefreshError {
  return new RefreshError('creds-invalid', sentence, remedy)
}

/** The remedy for a file in another encoding. */
export const SAVE_AS_UTF8 = 'Save it as UTF-8, without a byte order mark.'

/** The remedy for a file that `clr login` refuses to replace. */
const MOVE_AWAY = `Check the path, or move this file away and sign in ${WITH_CLR_LOGIN}.`

/** The remedy for a file that a new login can be put into, but that may be the wrong one. */
const CHECK_FILE = `Check whether this is the right file, or sign in ${WITH_CLR_LOGIN}.`

/** The remedy for a file that holds something else than a subscription login. */
export const NEEDS_LOGIN = 'Give the path of a file with a subscription login. `clr login` makes one.'

function kind(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'a string'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

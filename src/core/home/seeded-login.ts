import type { Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { millisecondsOf } from '../credentials/moment.js'
import { newPairIn, type NewPair } from '../credentials/new-pair.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'

/** An expiry long past: with it the CLI refreshes at start-up, however long the token is still good. */
const SENTINEL_EXPIRES_AT_MS = 1

/** Stands for an expiry that is not known: with it the CLI refreshes at its next start, which tells. */
const UNKNOWN_EXPIRES_AT_MS = 0

/** With any values here, but no null, the CLI asks for no profile first (docs/claude-cli.md#the-profile-request). */
const SEEDS: JsonObject = {
  subscriptionType: 'max',
  rateLimitTier: 'default_claude_max_20x'
}

/** Tells where an isolated login comes from, in a HOME that may outlive its run; says nothing of its tokens. */
export interface Origin {
  /** The fingerprint of the pair that it started from. */
  readonly from: string
  /** The fields that were added for the CLI's sake, and must never go back to the user's file. */
  readonly invented: readonly string[]
}

/** The login as the isolated `claude` gets it: expired, and complete enough to need no profile. */
export function seededLogin({ fields }: Credentials): JsonObject {
  return {
    ...SEEDS,
    ...Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== null || !(name in SEEDS))),
    expiresAt: SENTINEL_EXPIRES_AT_MS,
    subscriptionTypeSource: 'sign_in'
  }
}

/** The origin of a login that is about to be isolated. */
export function originOf(credentials: Credentials): Origin {
  return { from: fingerprint(credentials), invented: [...inventedFor(credentials.fields), 'subscriptionTypeSource'] }
}

/** Of a pair that nobody can tell the origin of: it is no pair's descendant. */
export const UNKNOWN_ORIGIN: Origin = {
  from: '0'.repeat(64),
  invented: [...Object.keys(SEEDS), 'subscriptionTypeSource']
}

function inventedFor(fields: JsonObject): readonly string[] {
  return Object.keys(SEEDS).filter(name => fields[name] == null)
}

/**
 * What `claude` made of the login: a new pair, blanked tokens (the endpoint rejected it), a part of a pair (the endpoint's
 * answer lacked the rest), or nothing new.
 */
export type Judgement =
  | { readonly kind: 'pair'; readonly newPair: NewPair }
  | { readonly kind: 'blanked' }
  | { readonly kind: 'part' }
  | { readonly kind: 'nothing' }

/** Judges by content alone: exit status and "the bytes changed" both lie (docs/claude-cli.md#what-each-failure-leaves). */
export function judge(text: string, origin: Origin): Judgement {
  const document = parseJson(text)
  const fields = isJsonObject(document) ? document.claudeAiOauth : undefined
  if (!isJsonObject(fields)) return { kind: 'nothing' }
  if (fields.accessToken === '' && fields.refreshToken === '') return { kind: 'blanked' }
  const pair = newPairIn(fields, origin.from)
  if (pair === null) return { kind: 'part' }
  if (fingerprint(pair) === origin.from) return { kind: 'nothing' }
  // Of a pair of unknown origin only the expiry that we put there tells that it is still the old one.
  if (origin.from === UNKNOWN_ORIGIN.from && fields.expiresAt === SENTINEL_EXPIRES_AT_MS) return { kind: 'nothing' }
  return { kind: 'pair', newPair: { ...pair, fields: fieldsToKeep(fields, origin) } }
}

/** A pair that `claude` has just stored: an expiry that is past already makes no sense (docs/claude-cli.md#odd-answers). */
export function withCredibleExpiry(newPair: NewPair): NewPair {
  const expiresAtMs = millisecondsOf(newPair.fields.expiresAt) ?? 0
  if (expiresAtMs > Date.now()) return newPair
  return { ...newPair, fields: { ...newPair.fields, expiresAt: UNKNOWN_EXPIRES_AT_MS } }
}

/**
 * What goes back to the user's file. Our seeds do not, null never replaces a value (old versions write `subscriptionType:
 * null` when their profile request fails: docs/claude-cli.md#the-profile-request), nor does what makes no sense.
 */
function fieldsToKeep(fields: JsonObject, { invented }: Origin): JsonObject {
  const fit = Object.entries(fields).filter(([name, value]) => !invented.includes(name) && isFit(name, value))
  return { ...Object.fromEntries(fit), expiresAt: millisecondsOf(fields.expiresAt) ?? UNKNOWN_EXPIRES_AT_MS }
}

function isFit(name: string, value: unknown): boolean {
  if (name === 'scopes') return isListOfTexts(value) && value.includes('user:inference')
  if (name === 'refreshTokenExpiresAt') return typeof value === 'number' && millisecondsOf(value) === value
  if (name in SEEDS) return typeof value === 'string'
  return value !== null
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

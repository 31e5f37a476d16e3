import type { Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { millisecondsOf } from '../credentials/plausible-date.js'
import { newPairIn, type NewPair } from '../credentials/new-pair.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'

/** A date long past: the CLI then refreshes at start-up even if the token is still valid. */
const SENTINEL_EXPIRES_AT_MS = 1

/** Written for an unknown expiry: the CLI then refreshes at its next start, which gives a new one. */
const UNKNOWN_EXPIRES_AT_MS = 0

/** With any values here except null, the CLI requests no profile first (docs/claude-cli.md#the-profile-request). */
const SEEDS: JsonObject = { subscriptionType: 'max', rateLimitTier: 'default_claude_max_20x' }

/** The origin of a login that was copied into an isolated HOME. Reveals no token, because the HOME may outlive its run. */
export interface Origin {
  /** The fingerprint of the pair that was copied. */
  readonly from: string
  /** The fields added for the CLI, which must never be written to the user's file. */
  readonly invented: readonly string[]
  /** Whether the HOME is for a sign-in: nothing was copied, and `from` is the login in the file that the new one replaces. */
  readonly isSignIn?: boolean
}

/** The login for the isolated `claude`: expired, and complete enough that no profile is requested. */
export function seededLogin({ fields }: Credentials): JsonObject {
  return {
    ...SEEDS,
    ...Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== null || !(name in SEEDS))),
    expiresAt: SENTINEL_EXPIRES_AT_MS,
    subscriptionTypeSource: 'sign_in'
  }
}

/** The origin of a login that will be copied into an isolated HOME. */
export function originOf(credentials: Credentials): Origin {
  const missing = Object.keys(SEEDS).filter(name => credentials.fields[name] == null)
  return { from: fingerprint(credentials), invented: [...missing, 'subscriptionTypeSource'] }
}

/** An origin that is not known; `from` is the fingerprint of no pair. */
export const UNKNOWN_ORIGIN: Origin = {
  from: '0'.repeat(64),
  invented: [...Object.keys(SEEDS), 'subscriptionTypeSource']
}

/** The origin of a new login. @param replaced the fingerprint of the login that it replaces; null if there is none */
export function signInOrigin(replaced: string | null): Origin {
  return { from: replaced ?? UNKNOWN_ORIGIN.from, invented: [], isSignIn: true }
}

/**
 * What `claude` did with the login: a new pair, blank tokens (the endpoint rejected the login), part of a pair (the
 * endpoint's answer lacked the rest), or nothing new.
 */
export type Judgement =
  | { readonly kind: 'pair'; readonly newPair: NewPair }
  | { readonly kind: 'blanked' }
  | { readonly kind: 'part' }
  | { readonly kind: 'nothing' }

/** Judges only by content: exit status and changed bytes are both misleading (docs/claude-cli.md#what-each-failure-leaves). */
export function judgeText(text: string, origin: Origin): Judgement {
  const document = parseJson(text)
  const fields = isJsonObject(document) ? document.claudeAiOauth : undefined
  if (!isJsonObject(fields)) return { kind: 'nothing' }
  if (fields.accessToken === '' && fields.refreshToken === '') return { kind: 'blanked' }
  const pair = newPairIn(fields, origin.from)
  if (pair === null) return { kind: 'part' }
  if (fingerprint(pair) === origin.from) return { kind: 'nothing' }
  // If the origin is unknown, only the sentinel expiry shows that this is still the old pair.
  if (origin.from === UNKNOWN_ORIGIN.from && fields.expiresAt === SENTINEL_EXPIRES_AT_MS) return { kind: 'nothing' }
  return { kind: 'pair', newPair: { ...pair, fields: fieldsToKeep(fields, origin), isNewLogin: origin.isSignIn } }
}

/** A pair that `claude` has just stored; an expiry already past becomes unknown (docs/claude-cli.md#odd-answers). */
export function withCredibleExpiry(newPair: NewPair): NewPair {
  const expiresAtMs = millisecondsOf(newPair.fields.expiresAt) ?? 0
  if (expiresAtMs > Date.now()) return newPair
  return { ...newPair, fields: { ...newPair.fields, expiresAt: UNKNOWN_EXPIRES_AT_MS } }
}

/**
 * The fields for the user's file: no invented field, no null (old versions write `subscriptionType: null` if their profile
 * request fails: docs/claude-cli.md#the-profile-request), and no implausible value.
 */
function fieldsToKeep(fields: JsonObject, { invented }: Origin): JsonObject {
  const kept = Object.entries(fields).filter(([name, value]) => !invented.includes(name) && isPlausible(name, value))
  return { ...Object.fromEntries(kept), expiresAt: millisecondsOf(fields.expiresAt) ?? UNKNOWN_EXPIRES_AT_MS }
}

function isPlausible(name: string, value: unknown): boolean {
  if (name === 'scopes') return Array.isArray(value) && value.every(isText) && value.includes('user:inference')
  if (name === 'refreshTokenExpiresAt') return typeof value === 'number' && millisecondsOf(value) === value
  if (name in SEEDS) return isText(value)
  return value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

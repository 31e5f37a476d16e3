import { isDeepStrictEqual } from 'node:util'
import { MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_SIZE } from '../credentials/bounds.js'
import type { StoredCredentials } from '../credentials/credentials-file.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { loginOrNull, type AnyLogin, type Credentials } from '../credentials/credentials.js'
import { fingerprint, isAccessTokenOf } from '../credentials/fingerprint.js'
import type { NewPair } from '../credentials/new-pair.js'
import { isOfUse } from '../credentials/validity.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { RefreshError } from '../reasons.js'
import { readTextIfExists } from '../system/read.js'

/** By so many bytes at most a new pair makes the file larger: tokens have a few hundred characters. */
const ROOM_FOR_LOGIN_BYTES = 16 * 1024

/** At most so many times as long a JSON text gets when it is parsed and serialised again: `1e20` becomes 21 digits. */
const MOST_GROWTH = 6

/** What a credentials file is to hold. */
export interface Composition {
  readonly credentials: Credentials
  /** The whole file. */
  readonly text: string
}

/**
 * Composes what a file should hold: the new pair in what the file holds at each call. As long as that is the same text,
 * nothing is parsed or serialised again.
 * @param before what the file held when the pair was made; empty if that is not known
 * @returns a function that throws RefreshError `write-back-failed` if what the file holds must not be replaced, or makes no
 * usable login with the pair, and the failed system call's error
 */
export function composerFor(file: CredentialsPath, newPair: NewPair, before: JsonObject): () => Composition {
  let last: { readonly existing: string; readonly composition: Composition } | null = null
  return () => {
    const existing = readTextIfExists(file.real) ?? ''
    if (last?.existing !== existing) {
      const document = parseJson(existing)
      last = { existing, composition: compose(file, isJsonObject(document) ? document : {}, { newPair, before }) }
    }
    return last.composition
  }
}

interface Addition {
  readonly newPair: NewPair
  readonly before: JsonObject
}

function compose(file: CredentialsPath, existing: JsonObject, { newPair, before }: Addition): Composition {
  if (isAnotherLogin(existing, newPair)) {
    throw new RefreshError('write-back-failed', `another login was put at ${file.given} meanwhile, and was kept`)
  }
  const credentials = credentialsOrNull(merge(existing, newPair, before))
  if (credentials !== null) return { credentials, text: JSON.stringify(credentials.document) }
  throw new RefreshError('write-back-failed', 'the new pair and what stands in the file make no usable login')
}

/** Asked before the file is touched: what is no login that can be refreshed never takes the place of one. */
function credentialsOrNull(document: JsonObject): Credentials | null {
  const login = loginOrNull(document)
  return login?.refreshToken == null ? null : login
}

/** A login of use that is neither the one that the pair descends from, nor the pair itself, nor what is left of either. */
function isAnotherLogin(existing: JsonObject, newPair: NewPair): boolean {
  const login = loginOrNull(existing)
  if (login === null || !isOfUse(login) || isRemnant(login, newPair)) return false
  return fingerprint(login) !== newPair.from && login.refreshToken !== newPair.refreshToken
}

/** Whether a login is what is left of the pair that a new one descends from, or of the new one: its access token. */
export function isRemnant({ accessToken, refreshToken }: AnyLogin, newPair: NewPair): boolean {
  return refreshToken === null && (isAccessTokenOf(accessToken, newPair.from) || accessToken === newPair.accessToken)
}

/**
 * The document with a new pair in it. Whatever else changed in the file since the pair was made is kept; a login that was
 * blanked keeps nothing blank of its own.
 */
export function merge(existing: JsonObject, { fields }: Pick<NewPair, 'fields'>, before: JsonObject): JsonObject {
  const old = fieldsIn(before)
  const now = fieldsIn(existing)
  const isBlanked = now.accessToken === '' && now.refreshToken === ''
  const changed = Object.entries(fields).filter(([name, value]) => !isDeepStrictEqual(value, old[name]))
  const login = { ...old, ...(isBlanked ? {} : withoutBlanks(now)), ...Object.fromEntries(changed) }
  return { ...(Object.keys(existing).length > 0 ? existing : before), claudeAiOauth: login }
}

function fieldsIn({ claudeAiOauth: fields }: JsonObject): JsonObject {
  return isJsonObject(fields) ? fields : {}
}

function withoutBlanks(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null))
}

/**
 * Refuses a file that would be too large with a new pair in it, before anything is sent.
 * @throws RefreshError `creds-invalid`
 */
export function refuseTooLarge(file: CredentialsPath, { document, stats }: StoredCredentials): void {
  const room = MAX_CREDENTIALS_BYTES - ROOM_FOR_LOGIN_BYTES
  if (stats.size * MOST_GROWTH <= room || Buffer.byteLength(JSON.stringify(document)) <= room) return
  const why = `is too large: with a new pair it would have more than ${MAX_CREDENTIALS_SIZE}`
  throw new RefreshError('creds-invalid', `${file.given} ${why}`)
}

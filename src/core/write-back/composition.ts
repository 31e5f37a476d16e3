import { isDeepStrictEqual } from 'node:util'
import { MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_SIZE } from '../credentials/credentials-file.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { loginOrNull, type AnyLogin, type Credentials } from '../credentials/credentials.js'
import { fingerprint, isAccessTokenOf } from '../credentials/fingerprint.js'
import type { NewPair } from '../credentials/new-pair.js'
import { isUsable } from '../credentials/validity.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { readTextIfExists } from '../system/read.js'

/** The file has another login, which must not be replaced. */
export class AnotherLogin extends RefreshError {}

/** The new content of a credentials file. */
export interface Composition {
  readonly credentials: Credentials
  /** The whole file. */
  readonly text: string
}

/**
 * Returns a function that merges the new pair into the file's current content. While that content does not change, the function
 * returns the same result without parsing or serialising again. It throws RefreshError `write-back-failed` if the file has
 * another login, which must not be replaced, or if the merged login is invalid; else the failed system call's error.
 * @param before the file's content when the pair was made; empty if unknown
 */
export function composerFor(file: CredentialsPath, newPair: NewPair, before: JsonObject): () => Composition {
  let last: { readonly existing: string; readonly composition: Composition } | null = null
  return () => {
    const existing = readTextIfExists(file.real) ?? ''
    if (last?.existing !== existing) last = { existing, composition: compose(existing) }
    return last.composition
  }

  function compose(text: string): Composition {
    const document = parseJson(text)
    const existing = isJsonObject(document) ? document : {}
    if (isAnotherLogin(existing, newPair)) {
      throw new AnotherLogin(
        'write-back-failed',
        `another login was written to ${file.given} during this run, and was kept`
      )
    }
    const login = loginOrNull(merge(existing, newPair, before))
    // Checked before the file is replaced: the new login must be one that can be refreshed.
    if (login?.refreshToken != null) return { credentials: login, text: JSON.stringify(login.document) }
    throw new RefreshError(
      'write-back-failed',
      'the new tokens, together with the other content of the file, are not a usable login'
    )
  }
}

/** Whether the file has a usable login that is not the pair's predecessor, nor the pair itself, nor a remnant of either. */
function isAnotherLogin(existing: JsonObject, newPair: NewPair): boolean {
  const login = loginOrNull(existing)
  if (login === null || !isUsable(login) || isRemnant(login, newPair)) return false
  return fingerprint(login) !== newPair.from && login.refreshToken !== newPair.refreshToken
}

/** Whether a login is a remnant of a new pair or of its predecessor: only the access token is left. */
export function isRemnant({ accessToken, refreshToken }: AnyLogin, newPair: NewPair): boolean {
  return refreshToken === null && (isAccessTokenOf(accessToken, newPair.from) || accessToken === newPair.accessToken)
}

/**
 * The document with a new pair in it. All other changes to the file since the pair was made are kept, except blank fields and
 * the fields of a blanked login.
 */
export function merge(existing: JsonObject, { fields, isNewLogin }: NewPair, before: JsonObject): JsonObject {
  const document = Object.keys(existing).length > 0 ? existing : before
  if (isNewLogin === true) return { ...document, claudeAiOauth: fields }
  const old = fieldsOrEmpty(before)
  const now = fieldsOrEmpty(existing)
  const isBlanked = now.accessToken === '' && now.refreshToken === ''
  const changed = Object.entries(fields).filter(([name, value]) => !isDeepStrictEqual(value, old[name]))
  const login = { ...old, ...(isBlanked ? {} : withoutBlanks(now)), ...Object.fromEntries(changed) }
  return { ...document, claudeAiOauth: login }
}

function fieldsOrEmpty({ claudeAiOauth: fields }: JsonObject): JsonObject {
  return isJsonObject(fields) ? fields : {}
}

function withoutBlanks(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null))
}

/** A new pair adds at most this many bytes to a file: tokens have a few hundred characters. */
const ROOM_FOR_LOGIN_BYTES = 16 * 1024

/** JSON text grows at most by this factor when it is parsed and serialised: `1e20` becomes 21 digits. */
const MAX_GROWTH = 6

/** A file's content, with its size in bytes. */
export interface Sized {
  readonly document: JsonObject
  readonly stats: { readonly size: number }
}

/** Refuses a file that a new pair would make too large, before the token is sent. @throws RefreshError `creds-invalid` */
export function refuseTooLarge(file: CredentialsPath, { document, stats }: Sized): void {
  const room = MAX_CREDENTIALS_BYTES - ROOM_FOR_LOGIN_BYTES
  if (stats.size * MAX_GROWTH <= room || Buffer.byteLength(JSON.stringify(document)) <= room) return
  const what = `${file.given} is too large: with new tokens it would have more than ${MAX_CREDENTIALS_SIZE}`
  throw new RefreshError('creds-invalid', what, `Remove everything except the login from it. ${NOT_SENT}`)
}

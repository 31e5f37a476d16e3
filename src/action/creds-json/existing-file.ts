import { lstatSync } from 'node:fs'
import { readContent } from '../../core/credentials/credentials-file.js'
import { findCredentialsFile, type CredentialsPath } from '../../core/credentials/credentials-path.js'
import { loginOf, loginOrNull, parseLogin, type AnyLogin } from '../../core/credentials/credentials.js'
import { isJsonObject, parseJson, type JsonObject } from '../../core/json.js'
import { orNull } from '../../core/or-null.js'
import { NOT_SENT, RefreshError } from '../../core/reasons.js'
import { statIfAny } from '../../core/system/read.js'
import { WorkFolder } from '../../core/work-folder.js'
import { isDescendant, readLineage } from '../../core/write-back/lineage.js'

/**
 * The login in the file at an absolute path. Null only if there certainly is none: there is no file, or it is empty, blanked
 * or logged out. If the file holds anything else, it may hold a token.
 * @throws RefreshError `usage`, `creds-unreadable`, `creds-invalid`
 */
export function loginAt(creds: string): AnyLogin | null {
  if (statIfAny(creds)?.isFile() === false) return null // the path is a folder or a pipe
  try {
    return loginInText(readContent(findCredentialsFile(creds)).bytes.toString('utf8'))
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    if (error.reason === 'creds-not-found') return null
    const isNamed = error.message.includes(creds)
    throw isNamed ? error : new RefreshError(error.reason, `${creds}: ${error.message}`, error.remedy)
  }
}

function loginInText(text: string): AnyLogin | null {
  if (text.trim() === '') return null
  const document = parseJson(text)
  if (!isJsonObject(document)) return parseLogin(text) // throws, and says what is wrong with it
  return hasNoLogin(document) ? null : loginOf(document)
}

/** The remedy if there is another login at the path for `creds-json`. */
export const USE_ANOTHER_PATH = `Set \`creds\` to another path: a file with a different login is never overwritten. ${NOT_SENT}`

/** What is at the path where `creds-json` is to be placed. */
export type ExistingFile =
  | { readonly kind: 'none' }
  /** Blanked, logged out, or empty. */
  | (Found & { readonly kind: 'no-login'; readonly document: JsonObject })
  /**
   * `same`: it has the same refresh token, or the same access token if there is no refresh token. `descendant`: it descends
   * from the same login by refreshes that are on record.
   */
  | (Found & { readonly kind: 'same' | 'descendant'; readonly credentials: AnyLogin })

interface Found {
  readonly file: CredentialsPath
  /** The file's owner. */
  readonly uid: number
}

/**
 * Reads what is at an absolute path and compares it with the login that is to be placed there. Changes nothing.
 * @throws RefreshError `usage`: another login is there; `creds-unreadable`, `creds-invalid`, `creds-not-found`
 */
export function existingFileAt(given: string, incoming: AnyLogin): ExistingFile {
  const file = fileAt(given)
  if (file === null) return { kind: 'none' }
  const { bytes, stats } = readContent(file)
  const text = bytes.toString('utf8')
  const found = { file, uid: stats.uid }
  if (text.trim() === '') return { ...found, kind: 'no-login', document: {} }
  const document = parseJson(text)
  if (isJsonObject(document) && hasNoLogin(document)) return { ...found, kind: 'no-login', document }
  const credentials = isJsonObject(document) ? loginOrNull(document) : null
  if (credentials !== null && isSame(credentials, incoming)) return { ...found, kind: 'same', credentials }
  if (credentials === null || !isOnRecord(file, credentials, incoming)) {
    throw new RefreshError('usage', `${given} has a different login than creds-json`, USE_ANOTHER_PATH)
  }
  return { ...found, kind: 'descendant', credentials }
}

function fileAt(given: string): CredentialsPath | null {
  try {
    return findCredentialsFile(given)
  } catch (error) {
    const isMissing = error instanceof RefreshError && error.reason === 'creds-not-found'
    if (isMissing && orNull(() => lstatSync(given).isSymbolicLink()) !== true) return null
    throw error // a dangling link, or a path that cannot be reached
  }
}

/**
 * The CLI blanks both tokens when the endpoint rejects them. A logout removes the login, and only keys such as `mcpOAuth`
 * remain. A file with any other key is not a credentials file of the CLI.
 */
function hasNoLogin(document: JsonObject): boolean {
  const { claudeAiOauth: login } = document
  if (login === undefined) return Object.keys(document).every(name => name.startsWith('mcp'))
  return isJsonObject(login) && login.accessToken === '' && login.refreshToken === ''
}

function isSame(one: AnyLogin, other: AnyLogin): boolean {
  const [ours, theirs] = [one, other].map(({ accessToken, refreshToken }) => refreshToken ?? accessToken)
  return ours === theirs
}

function isOnRecord(file: CredentialsPath, existing: AnyLogin, incoming: AnyLogin): boolean {
  const folder = WorkFolder.find(file)
  return folder !== null && isDescendant(readLineage(folder), existing, incoming)
}

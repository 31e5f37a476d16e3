import { lstatSync } from 'node:fs'
import { readContent } from '../../core/credentials/credentials-file.js'
import { findCredentialsFile, type CredentialsPath } from '../../core/credentials/credentials-path.js'
import { loginOrNull, type AnyLogin } from '../../core/credentials/credentials.js'
import { WorkFolder } from '../../core/work-folder.js'
import { isJsonObject, parseJson, type JsonObject } from '../../core/json.js'
import { RefreshError } from '../../core/reasons.js'
import { isDescendant, readLineage } from '../../core/write-back/lineage.js'

/**
 * What is at the path where credentials are to be placed: no file; one without any login (blanked, logged out, empty); one
 * with the same refresh token, or the same access token if there is no other; or one that descends from the same login by
 * refreshes that are on record.
 */
export type ExistingFile =
  | { readonly kind: 'none' }
  | (Found & { readonly kind: 'no-login'; readonly document: JsonObject })
  | (Found & { readonly kind: 'same' | 'descendant'; readonly credentials: AnyLogin })

interface Found {
  readonly file: CredentialsPath
  /** Whose file it is. */
  readonly uid: number
}

/**
 * Judges what is at an absolute path, by content, and touches nothing.
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
    throw new RefreshError(
      'usage',
      `another login stands at ${given}; set \`creds\` to a path of its own for creds-json`
    )
  }
  return { ...found, kind: 'descendant', credentials }
}

function fileAt(given: string): CredentialsPath | null {
  try {
    return findCredentialsFile(given)
  } catch (error) {
    const isMissing = error instanceof RefreshError && error.reason === 'creds-not-found'
    if (isMissing && !isLink(given)) return null
    throw error // a link to nowhere, or a path that cannot be reached
  }
}

function isLink(given: string): boolean {
  try {
    return lstatSync(given).isSymbolicLink()
  } catch {
    return false
  }
}

/**
 * The CLI blanks the tokens when the endpoint rejects them, and takes the login out when a user logs out; what is left then
 * is `mcpOAuth` and its like. A file with anything else in it is no credentials file of the CLI.
 */
export function hasNoLogin(document: JsonObject): boolean {
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

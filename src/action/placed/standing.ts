import { lstatSync, readFileSync } from 'node:fs'
import { findCredentialsFile, type CredentialsPath } from '../../refresh/credentials/credentials-path.js'
import { parseCredentials, type Credentials } from '../../refresh/credentials/credentials.js'
import { WorkFolder } from '../../refresh/credentials/work-folder.js'
import { isJsonObject, parseJson, type JsonObject } from '../../refresh/json.js'
import { RefreshError } from '../../refresh/reasons.js'
import { errorCode } from '../../refresh/system/system-error.js'
import { isDescendant, readLineage } from '../../refresh/write-back/lineage.js'

/**
 * What stands where credentials are to be placed: no file; one without any login (blanked, logged out, empty); one with the
 * same refresh token; or one that came of the same login by refreshes that are on record.
 */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'no-login'; readonly file: CredentialsPath; readonly document: JsonObject }
  | { readonly kind: 'same' | 'descendant'; readonly file: CredentialsPath; readonly credentials: Credentials }

/**
 * Judges what stands at an absolute path, by content, and touches nothing.
 * @throws RefreshError `usage`: another login stands there; `creds-unreadable`, `creds-invalid`, `creds-not-found`
 */
export function standingAt(given: string, incoming: Credentials): Standing {
  const file = fileAt(given)
  if (file === null) return { kind: 'none' }
  const text = readText(file)
  const document = parseJson(text.replace(/^\uFEFF/, ''))
  if (text.trim() === '') return { kind: 'no-login', file, document: {} }
  if (isJsonObject(document) && hasNoLogin(document)) return { kind: 'no-login', file, document }
  const credentials = parseOrNull(text)
  if (credentials?.refreshToken === incoming.refreshToken) return { kind: 'same', file, credentials }
  if (credentials === null || !isOnRecord(file, credentials, incoming)) {
    throw new RefreshError(
      'usage',
      `another login stands at ${given}; set \`creds\` to a path of its own for creds-json`
    )
  }
  return { kind: 'descendant', file, credentials }
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

function readText({ given, real }: CredentialsPath): string {
  try {
    return readFileSync(real, 'utf8')
  } catch (error) {
    throw new RefreshError('creds-unreadable', `cannot read ${given}: ${errorCode(error)}`)
  }
}

/**
 * The CLI blanks the tokens when the endpoint rejects them, and takes the login out when a user logs out; what is left then
 * is `mcpOAuth` and its like. A file with anything else in it is no credentials file of the CLI.
 */
function hasNoLogin(document: JsonObject): boolean {
  const { claudeAiOauth: login } = document
  if (login === undefined) return Object.keys(document).every(name => name.startsWith('mcp'))
  return isJsonObject(login) && login.accessToken === '' && login.refreshToken === ''
}

function parseOrNull(text: string): Credentials | null {
  try {
    return parseCredentials(text)
  } catch {
    return null
  }
}

function isOnRecord(file: CredentialsPath, standing: Credentials, incoming: Credentials): boolean {
  return WorkFolder.isThere(file) && isDescendant(readLineage(WorkFolder.open(file)), standing, incoming)
}

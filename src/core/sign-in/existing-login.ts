import type { Stats } from 'node:fs'
import { readContent } from '../credentials/credentials-file.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { loginOrNull, parseLogin, type AnyLogin } from '../credentials/credentials.js'
import { endOf, hasEnded } from '../credentials/login-end.js'
import { describeValidity, isUsable } from '../credentials/validity.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { RefreshError } from '../reasons.js'
import { readRejection } from '../rejections.js'
import { describeMoment } from '../times.js'
import { WorkFolder } from '../work-folder.js'

/** A file that a new login is put into. */
export interface ExistingFile {
  readonly stats: Stats
  /** Its whole content, of which all but the login is kept. */
  readonly document: JsonObject
  /** Null if there is none that anything can use. */
  readonly login: AnyLogin | null
}

/**
 * The file at a path; null if there is none. An empty file counts as one without a login.
 * @throws RefreshError `creds-invalid`: it holds something else, which must not be lost; `creds-unreadable`
 */
export function readExistingFile(file: CredentialsPath): ExistingFile | null {
  const content = contentOf(file)
  if (content === null) return null
  const text = content.bytes.toString('utf8')
  const document = text.trim() === '' ? {} : parseJson(text)
  if (!isJsonObject(document)) throw notCredentials(file, text)
  return { stats: content.stats, document, login: loginOrNull(document) }
}

/** Whether a new login may replace the one in a file, because nothing can use that one any more. */
export function isReplaceable(file: CredentialsPath, { login }: ExistingFile): boolean {
  return login === null || !isUsable(login) || hasEnded(endOf(login)) || isRejected(file, login)
}

/** Whether a run on this disk has seen the endpoint reject a login. If the CLI then blanked its tokens, it is none at all. */
function isRejected(file: CredentialsPath, login: AnyLogin): boolean {
  const folder = WorkFolder.find(file)
  return folder !== null && readRejection(folder, login) !== null
}

/** What is known about a good login, as clauses for a message. */
export function describeLogin(login: AnyLogin): string {
  const endMs = endOf(login)
  if (login.refreshToken === null) return `it has no refresh token, and ${describeValidity(login)}`
  return endMs === null ? 'its end date is not known' : `it ends on ${describeMoment(endMs, Date.now())}`
}

function contentOf(file: CredentialsPath): ReturnType<typeof readContent> | null {
  try {
    return readContent(file)
  } catch (error) {
    if (error instanceof RefreshError && error.reason === 'creds-not-found') return null
    throw error
  }
}

function notCredentials({ given }: CredentialsPath, text: string): RefreshError {
  const remedy = `Move ${given} away, or name another file with \`--creds\`.`
  try {
    parseLogin(text)
  } catch (error) {
    if (error instanceof RefreshError) return new RefreshError('creds-invalid', `${given}: ${error.message}`, remedy)
    throw error
  }
  throw new Error('a text that is no JSON object has a login')
}

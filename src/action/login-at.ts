import { readContent } from '../core/credentials/credentials-file.js'
import { findCredentialsFile } from '../core/credentials/credentials-path.js'
import { loginOf, parseLogin, type AnyLogin } from '../core/credentials/credentials.js'
import { isJsonObject, parseJson } from '../core/json.js'
import { RefreshError } from '../core/reasons.js'
import { statIfAny } from '../core/system/read.js'
import { hasNoLogin } from './creds-json/existing-file.js'

/**
 * The login in the file at an absolute path. Null only if there certainly is none: no file, or an empty, blanked or logged-out
 * one. A file that holds anything else may hold a token.
 * @throws RefreshError `usage`, `creds-unreadable`, `creds-invalid`
 */
export function loginAt(creds: string): AnyLogin | null {
  if (statIfAny(creds)?.isFile() === false) return null // a folder in its place, or a pipe
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
  if (!isJsonObject(document)) return parseLogin(text) // says what is wrong with it
  return hasNoLogin(document) ? null : loginOf(document)
}

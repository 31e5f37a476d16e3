import { lstatSync, type Stats } from 'node:fs'
import { RefreshError } from '../reasons.js'
import { readRegularFile, type FileContent } from '../system/read.js'
import { errorCode, explainSystemError, remedyFor } from '../system/system-error.js'
import { MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_SIZE } from './bounds.js'
import type { CredentialsPath } from './credentials-path.js'
import { parseLogin, type AnyLogin, type Credentials } from './credentials.js'
import { isOfUse } from './validity.js'
import { WorkFolder } from '../work-folder.js'

/** The file as it was when its login was read: the new file gets its mode and owner. */
interface Stored {
  readonly stats: Stats
}

/** Credentials as they were read from a file. */
export type StoredCredentials = Credentials & Stored

/** The same of a login of either kind. */
export type StoredLogin = AnyLogin & Stored

/** The login in a file. @throws RefreshError `creds-not-found`, `creds-unreadable`, `creds-invalid` */
export function readLogin(file: CredentialsPath): StoredLogin {
  const { bytes, stats } = readContent(file)
  const text = decode(file, bytes)
  try {
    return { ...parseLogin(text), stats }
  } catch (error) {
    if (error instanceof RefreshError)
      throw new RefreshError(error.reason, `${file.given}: ${error.message}`, error.remedy)
    throw error
  }
}

/** The login in a file, or null if it holds none that can be of use. @throws RefreshError if it cannot be read */
export function readGoodLogin(file: CredentialsPath): StoredLogin | null {
  try {
    const login = readLogin(file)
    return isOfUse(login) ? login : null
  } catch (error) {
    if (error instanceof RefreshError && error.reason === 'creds-invalid') return null
    throw error
  }
}

/**
 * What can be said of a file before its locks are held: null where it holds no good login, but an earlier run may have left
 * what mends it. @throws RefreshError as `readLogin`
 */
export function readBeforeLock(file: CredentialsPath): StoredLogin | null {
  return WorkFolder.exists(file) ? readGoodLogin(file) : readLogin(file)
}

/** The bytes of a credentials file, whatever they are. @throws RefreshError as `readCredentials` */
export function readContent(file: CredentialsPath): FileContent {
  try {
    return readRegularFile(file.real, MAX_CREDENTIALS_BYTES)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT') throw new RefreshError('creds-not-found', `no credentials file at ${file.given}`)
    if (code === 'EFBIG') {
      const why = `is larger than ${MAX_CREDENTIALS_SIZE}; a credentials file has a few kB, so this is something else`
      throw new RefreshError('creds-invalid', `${file.given} ${why}`)
    }
    const why = `${explainSystemError(error)}${ownerNote(file, code)}`
    throw new RefreshError('creds-unreadable', `cannot read ${file.given}: ${why}`, remedyFor(error))
  }
}

/** As root in another user's folder a run has that user's rights, which may come as a surprise. */
function ownerNote({ real }: CredentialsPath, code: string): string {
  try {
    const [owner, uid] = [lstatSync(real).uid, process.geteuid?.()]
    return code === 'EACCES' && owner !== uid
      ? `: it belongs to uid ${owner}, and this run works as uid ${uid ?? '?'}`
      : ''
  } catch {
    return ''
  }
}

function decode(file: CredentialsPath, bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new RefreshError('creds-invalid', `${file.given} is in UTF-16; save it as UTF-8`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new RefreshError('creds-invalid', `${file.given} is not UTF-8 text`)
  }
}

import { lstatSync, type Stats } from 'node:fs'
import { orNull } from '../or-null.js'
import { RefreshError } from '../reasons.js'
import { readRegularFile, type FileContent } from '../system/read.js'
import { errorCode, explainSystemError, remedyFor } from '../system/system-error.js'
import { WorkFolder } from '../work-folder.js'
import type { CredentialsPath } from './credentials-path.js'
import { parseLogin, SAVE_AS_UTF8, type AnyLogin, type Credentials } from './credentials.js'
import { isUsable } from './validity.js'

/**
 * The largest credentials accepted, in bytes. A file has 1 or 2 kB, or more if other services' tokens are in it. The action
 * masks everything up to this size, and more.
 */
export const MAX_CREDENTIALS_BYTES = 1024 * 1024

/** `MAX_CREDENTIALS_BYTES` as a text for messages. */
export const MAX_CREDENTIALS_SIZE = '1 MiB'

interface Stored {
  /** From when the file was read; the new file gets the same mode and owner. */
  readonly stats: Stats
}

/** Credentials read from a file. */
export type StoredCredentials = Credentials & Stored

/** A login of either kind, read from a file. */
export type StoredLogin = AnyLogin & Stored

/** The login in a file. @throws RefreshError `creds-not-found`, `creds-unreadable`, `creds-invalid` */
export function readLogin(file: CredentialsPath): StoredLogin {
  const { text, stats } = readCredentialsText(file)
  try {
    return { ...parseLogin(text), stats }
  } catch (error) {
    if (error instanceof RefreshError)
      throw new RefreshError(error.reason, `${file.given}: ${error.message}`, error.remedy)
    throw error
  }
}

/** The text of a credentials file. @throws RefreshError as `readLogin`; `creds-invalid` only if it is too large or not UTF-8 */
export function readCredentialsText(file: CredentialsPath): Stored & { readonly text: string } {
  const { bytes, stats } = readContent(file)
  return { text: decode(file, bytes), stats }
}

/** The login in a file, or null if the file has no usable one. @throws RefreshError `creds-not-found`, `creds-unreadable` */
export function readGoodLogin(file: CredentialsPath): StoredLogin | null {
  try {
    const login = readLogin(file)
    return isUsable(login) ? login : null
  } catch (error) {
    if (error instanceof RefreshError && error.reason === 'creds-invalid') return null
    throw error
  }
}

/**
 * The login in a file whose locks are not held yet. Null if the file has no usable login, but an earlier run may have left
 * one that replaces it. @throws RefreshError as `readLogin`
 */
export function readBeforeLock(file: CredentialsPath): StoredLogin | null {
  return WorkFolder.isInUse(file) ? readGoodLogin(file) : readLogin(file)
}

/** The raw content of a credentials file. @throws RefreshError as `readLogin`; `creds-invalid` only if it is too large */
export function readContent(file: CredentialsPath): FileContent {
  try {
    return readRegularFile(file.real, MAX_CREDENTIALS_BYTES)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT') throw new RefreshError('creds-not-found', `no credentials file at ${file.given}`)
    if (code === 'EFBIG') {
      const what = `${file.given} is larger than ${MAX_CREDENTIALS_SIZE}; a credentials file is only a few kB`
      throw new RefreshError('creds-invalid', what, 'Give the path of the credentials file.')
    }
    const why = `${explainSystemError(error)}${ownerNote(file, code)}`
    throw new RefreshError('creds-unreadable', `cannot read ${file.given}: ${why}`, remedyFor(error))
  }
}

/** A run by root in another user's folder acts as that user: the message says so, because people do not expect it. */
function ownerNote({ real }: CredentialsPath, code: string): string {
  const owner = orNull(() => lstatSync(real).uid)
  const uid = process.geteuid?.()
  if (code !== 'EACCES' || owner === null || owner === uid) return ''
  return `: it belongs to uid ${owner}, and this run acts as uid ${uid ?? '?'}`
}

function decode(file: CredentialsPath, bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new RefreshError('creds-invalid', `${file.given} is in UTF-16`, SAVE_AS_UTF8)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new RefreshError('creds-invalid', `${file.given} is not UTF-8 text`, SAVE_AS_UTF8)
  }
}

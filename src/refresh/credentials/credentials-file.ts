import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'
import { MAX_CREDENTIALS_BYTES } from './bounds.js'
import type { CredentialsPath } from './credentials-path.js'
import { parseCredentials, type Credentials } from './credentials.js'
import { WorkFolder } from './work-folder.js'

/** The credentials in a file. @throws RefreshError `creds-not-found`, `creds-unreadable`, `creds-invalid` */
export function readCredentials(file: CredentialsPath): Credentials {
  const text = readText(file)
  try {
    return parseCredentials(text)
  } catch (error) {
    if (error instanceof RefreshError) throw new RefreshError(error.reason, `${file.given}: ${error.message}`)
    throw error
  }
}

/** The credentials in a file, or null where it holds none that could be used. @throws RefreshError where it cannot be read */
export function readGoodCredentials(file: CredentialsPath): Credentials | null {
  try {
    return readCredentials(file)
  } catch (error) {
    if (error instanceof RefreshError && error.reason === 'creds-invalid') return null
    throw error
  }
}

/**
 * What can be said of a file before its locks are held: null where it holds no good login, but an earlier run may have left
 * what mends it. @throws RefreshError as `readCredentials`
 */
export function readBeforeLock(file: CredentialsPath): Credentials | null {
  return WorkFolder.isThere(file) ? readGoodCredentials(file) : readCredentials(file)
}

function readText(file: CredentialsPath): string {
  try {
    const fd = openSync(file.real, constants.O_RDONLY)
    try {
      const { size } = fstatSync(fd)
      if (size > MAX_CREDENTIALS_BYTES) throw tooLarge(file, size)
      return decode(file, readFileSync(fd))
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    if (error instanceof RefreshError) throw error
    if (errorCode(error) === 'ENOENT') throw new RefreshError('creds-not-found', `no credentials file at ${file.given}`)
    throw new RefreshError('creds-unreadable', `cannot read ${file.given}: ${errorCode(error)}`)
  }
}

function tooLarge(file: CredentialsPath, sizeBytes: number): RefreshError {
  const megabytes = (sizeBytes / 1024 / 1024).toFixed(1)
  return new RefreshError(
    'creds-invalid',
    `${file.given} has ${megabytes} MB; a credentials file has a few kB, so this is something else`
  )
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

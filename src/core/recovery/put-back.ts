import { lstatSync } from 'node:fs'
import { readGoodLogin } from '../credentials/credentials-file.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { AnyLogin, Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { credentialsOf, type NewPair } from '../credentials/new-pair.js'
import type { JsonObject } from '../json.js'
import { RefreshError, withoutTokenNote } from '../reasons.js'
import { unlessMissing } from '../system/read.js'
import { orUnreadable } from '../unreadable.js'
import { isRemnant } from '../write-back/composition.js'
import { makeFile } from '../write-back/new-file.js'
import { Replacement } from '../write-back/replacement.js'
import { writeBack, type Destination, type LockedFile } from '../write-back/write-back.js'

/** The new pair of an earlier run that may not have been written back. */
export interface PendingPair extends Pick<Destination, 'keepSafe'> {
  readonly newPair: NewPair
  /** The file's other keys, if known, in case the file itself is damaged or gone. */
  readonly otherKeys: JsonObject
  /** The file with the pair, for a message. */
  readonly path: () => string
  readonly replacementPath: string
}

/**
 * Puts a pending pair into the file if the pair there is its predecessor, or the file has no usable login. If there is no file,
 * only a new login makes one: a file that was refreshed before has been removed by somebody.
 * @returns the credentials now in the file; `in-file` if it already had the pair; `another-login` if it has a login that is not
 * the predecessor, and keeps it
 * @throws RefreshError `write-back-failed`, `creds-unreadable`
 */
export async function putBack(
  { file, folder }: LockedFile,
  { newPair, otherKeys, path, replacementPath, keepSafe }: PendingPair
): Promise<Credentials | 'in-file' | 'another-login'> {
  const place = { file, folder }
  if (newPair.isNewLogin === true && isMissing(file)) {
    const document = { ...otherKeys, claudeAiOauth: newPair.fields }
    const isMade = orWaiting(path, () => makeFile(place, document))
    return isMade ? credentialsOf(newPair) : 'another-login'
  }
  const login = readGoodLogin(file)
  const outlook = outlookFor(newPair, login)
  if (outlook !== 'put-back') return outlook
  const existing = login === null || isRemnant(login, newPair) ? null : login
  const replacement = orWaiting(path, () => Replacement.reserve(file, replacementPath))
  try {
    return await writeBack({ ...place, replacement, keepSafe }, newPair, existing?.document ?? otherKeys)
  } finally {
    replacement.discard()
  }
}

/**
 * What `putBack` does with a pending pair: nothing if the file has it already, or has another login.
 * @param login the usable login in the file; null if it has none
 */
export function outlookFor(newPair: NewPair, login: AnyLogin | null): 'put-back' | 'in-file' | 'another-login' {
  if (login === null || isRemnant(login, newPair)) return 'put-back'
  if (fingerprint(login) === fingerprint(newPair)) return 'in-file'
  return fingerprint(login) === newPair.from ? 'put-back' : 'another-login'
}

/**
 * Does the first step of putting a pair back. An earlier run used up a token, so if it fails, the message must say where the new
 * pair is. @throws RefreshError `write-back-failed`
 */
export function orWaiting<T>(pairPath: () => string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const where = `the new tokens of an interrupted run are still in ${pairPath()}`
    const remedy = `${withoutTokenNote(error.remedy)} The next run then puts those tokens into the file.`
    throw new RefreshError('write-back-failed', `${error.message}; ${where}`, remedy)
  }
}

function isMissing({ real }: CredentialsPath): boolean {
  return orUnreadable(real, () => unlessMissing(() => lstatSync(real))) === null
}

/** A document without its login. */
export function otherKeysOf(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'claudeAiOauth'))
}

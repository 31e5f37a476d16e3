import { findIfMoved, type CredentialsPath } from '../credentials/credentials-path.js'
import { readGoodLogin } from '../credentials/credentials-file.js'
import type { Credentials } from '../credentials/credentials.js'
import { fromFileCommand, withCommand } from '../login-command.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { whyOthersMayWrite } from '../credentials/why-others-may-write.js'
import type { NewPair } from '../credentials/new-pair.js'
import type { JsonObject } from '../json.js'
import { whileStoreLocked } from '../locks/store-lock.js'
import { RefreshError } from '../reasons.js'
import { explainSystemError } from '../system/system-error.js'
import { WorkFolder } from '../work-folder.js'
import { AnotherLogin, composerFor, merge, type Composition } from './composition.js'
import { Replacement } from './replacement.js'

/** A credentials file and its work folder, while the file's locks are held. */
export interface LockedFile {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
}

/** The destination of a new pair. */
export interface Destination extends LockedFile {
  readonly replacement: Replacement
  /** Saves the credentials elsewhere if they cannot be written back. @returns the path */
  readonly keepSafe: (document: JsonObject) => string
  /** How long to wait for a session that is writing the file, in milliseconds; 15 s by default. */
  readonly storePatienceMs?: number
}

/**
 * Merges a new pair into the file's current content by compare-and-swap, while no session can write the file. If that fails,
 * the pair is saved elsewhere. No deadline interrupts it.
 * @param before the file's content when the pair was made; empty if unknown
 * @returns the credentials now in the file
 * @throws RefreshError `write-back-failed`: the message says where the pair is
 */
export async function writeBack(destination: Destination, newPair: NewPair, before: JsonObject): Promise<Credentials> {
  const { file, replacement, keepSafe, storePatienceMs } = destination
  const compose = composerFor(file, newPair, before)
  try {
    replacement.settle(compose) // the slow part, done before any session has to wait
    const commit = (): Composition => {
      const written = replacement.commit(compose)
      return replaceIfMoved(file, newPair, before) ?? written
    }
    return (await whileStoreLocked(destination, commit, storePatienceMs)).credentials
  } catch (error) {
    const why =
      error instanceof RefreshError ? error.message : `cannot replace ${file.given}: ${explainSystemError(error)}`
    const path = keepSafe(merge({}, newPair, before))
    const remedy = error instanceof AnotherLogin ? chooseLogin(file, path) : undefined
    throw new RefreshError('write-back-failed', `${why}; the new tokens are safe in ${path}`, remedy)
  }
}

/** No run can know which of the two logins is wanted. */
function chooseLogin(file: CredentialsPath, path: string): string {
  const put = `put its login into the file ${withCommand(fromFileCommand(file.given, path))}`
  return `Keep one of the two logins: delete ${path}, or ${put}.`
}

/** A session that stores anything replaces a link by a file (docs/claude-cli.md#where-it-is): then both have the old pair. */
function replaceIfMoved(file: CredentialsPath, newPair: NewPair, before: JsonObject): Composition | null {
  const moved = findIfMoved(file)
  if (moved === null || !holdsOldPair(moved, newPair)) return null
  const folder = WorkFolder.open(moved)
  const replacement = new Replacement(moved, folder.newReplacementPath())
  try {
    return replacement.commit(composerFor(moved, newPair, before))
  } finally {
    replacement.discard()
    folder.close()
  }
}

/**
 * Only a file that belongs to this user, is in a folder where no one else may write, and has the old pair gets the new one.
 */
function holdsOldPair(file: CredentialsPath, { from }: NewPair): boolean {
  const login = readGoodLogin(file)
  const isOurs = login?.stats.uid === process.geteuid?.() && whyOthersMayWrite(file) === null
  return login !== null && isOurs && fingerprint(login) === from
}

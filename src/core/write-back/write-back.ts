import { findIfMoved, type CredentialsPath } from '../credentials/credentials-path.js'
import { readGoodLogin } from '../credentials/credentials-file.js'
import type { Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { whyOthersMayWrite } from '../credentials/why-others-may-write.js'
import type { NewPair } from '../credentials/new-pair.js'
import { WorkFolder } from '../work-folder.js'
import type { JsonObject } from '../json.js'
import { whileStoreLocked } from '../locks/store-lock.js'
import { RefreshError } from '../reasons.js'
import { explainSystemError } from '../system/system-error.js'
import { composerFor, merge, type Composition } from './composition.js'
import { Replacement } from './replacement.js'

/** Where a pair goes. */
export interface Destination {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
  readonly replacement: Replacement
  /** Keeps the credentials elsewhere, should it come to that, and says where. */
  readonly keepSafe: (document: JsonObject) => string
  /** How long to wait for a session that is writing the file, in milliseconds; 15 s unless given. */
  readonly storePatienceMs?: number
}

/**
 * Puts a new pair into what the file holds now, under compare-and-swap and while no session can write it. If that fails, the
 * pair is kept safe. No deadline cuts it short.
 * @param before what the file held when the pair was made; empty if that is not known
 * @returns what the file holds then
 * @throws RefreshError `write-back-failed`: the message says where the pair is
 */
export async function writeBack(destination: Destination, newPair: NewPair, before: JsonObject): Promise<Credentials> {
  const { file, replacement, keepSafe, storePatienceMs } = destination
  const compose = composerFor(file, newPair, before)
  try {
    replacement.settle(compose) // what takes its time: no session has to wait for it
    const commit = (): Composition => {
      const written = replacement.commit(compose)
      return replaceIfMoved(file, newPair, before) ?? written
    }
    return (await whileStoreLocked(destination, commit, storePatienceMs)).credentials
  } catch (error) {
    throw failed(
      error instanceof RefreshError ? error.message : `cannot replace ${file.given}: ${explainSystemError(error)}`
    )
  }

  function failed(why: string): RefreshError {
    const path = keepSafe(merge({}, newPair, before))
    const how = 'the next run takes it up by itself if it still can; else move it over the file, or delete it'
    return new RefreshError('write-back-failed', `${why}; the new pair is safe in ${path} (${how})`)
  }
}

/** A session that stores anything replaces a link by a file (docs/claude-cli.md#where-it-is): the old pair is in both then. */
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

/** A file that others may have put there, or that holds anything else, gets no login. */
function holdsOldPair(file: CredentialsPath, { from }: NewPair): boolean {
  const login = readGoodLogin(file)
  const isOurs = login?.stats.uid === process.geteuid?.() && whyOthersMayWrite(file) === null
  return login !== null && isOurs && fingerprint(login) === from
}

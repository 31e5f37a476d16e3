import path from 'node:path'
import { findIfMoved, type CredentialsPath } from '../credentials/credentials-path.js'
import { refuseMountedFile } from '../credentials/mounted-file.js'
import type { Patience } from '../deadline.js'
import { orNull } from '../or-null.js'
import { NOT_SENT_HERE, RefreshError } from '../reasons.js'
import { waitingNote } from '../waiting-pairs.js'
import type { WorkFolder } from '../work-folder.js'
import { cliLocksFor } from './cli-lock-paths.js'
import { removeLocksOfTheDead } from './cli-lock-record.js'
import { CliLocks } from './cli-locks.js'
import { LockWatch } from './lock-watch.js'
import type { FileLock } from './own-lock.js'
import { takeOwnLock } from './take-own-lock.js'
import { describeSession, waitForTurn } from './wait-for-turn.js'

/** The locks of one file, while they are held. */
export interface HeldLocks {
  /** The file; another one than before if a link to it led elsewhere by the time the locks were ours. */
  readonly file: CredentialsPath
  readonly folder: WorkFolder
  /** What a person should know, a sentence each: who is not kept off, because a lock can't be made, or who may read. */
  readonly warnings: readonly string[]
  /** @throws RefreshError `locked`: another has taken over a lock of ours (a machine that slept), nothing was sent yet */
  readonly check: () => void
}

/**
 * Does some work while no other run and no live session of the CLI can refresh the same file.
 * @throws RefreshError `locked`, `cancelled`, `creds-not-writable`, and whatever the work throws
 */
export async function whileLocked<T>(
  file: CredentialsPath,
  patience: Patience,
  work: (locks: HeldLocks) => Promise<T>
): Promise<T> {
  for (let current = file; ;) {
    const end = await tryWhileLocked(current, patience, work)
    if ('result' in end) return end.result
    current = end.movedTo
  }
}

async function tryWhileLocked<T>(
  file: CredentialsPath,
  patience: Patience,
  work: (locks: HeldLocks) => Promise<T>
): Promise<{ readonly result: T } | { readonly movedTo: CredentialsPath }> {
  refuseMountedFile(file)
  const watch = new LockWatch()
  const { own, folder } = await orSayWhatWaits(file, () => takeOwnLock(file, patience, watch))
  const cli = new CliLocks(folder, watch)
  try {
    removeLocksOfTheDead(folder)
    await takeCliLocks(file, patience, cli)
    const movedTo = findIfMoved(file)
    if (movedTo !== null) return { movedTo }
    const warnings = [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...cli.warnings]
    return {
      result: await work({
        file,
        folder,
        warnings,
        check: () => {
          refuseIfLost(own, cli)
        }
      })
    }
  } finally {
    cli.release()
    own.release()
    folder.close()
  }
}

/** A run that can write nothing here can't recover either: so its message says what an interrupted run may have sent. */
async function orSayWhatWaits<T>(file: CredentialsPath, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefreshError) || error.reason !== 'creds-not-writable') throw error
    const note = orNull(() => waitingNote(file)) ?? ''
    throw new RefreshError(error.reason, `${error.message}${note}`, error.remedy)
  }
}

async function takeCliLocks(file: CredentialsPath, patience: Patience, cli: CliLocks): Promise<void> {
  const locks = cliLocksFor(file)
  for (const lock of locks) {
    while (!cli.tryTake(lock)) await waitForTurn(patience, () => describeSession(lock))
  }
  for (const lock of locks) cli.removeOwnerRecord(lock)
}

function refuseIfLost(own: FileLock, cli: CliLocks): void {
  if (own.isHeld() && !cli.isLost()) return
  throw new RefreshError('locked', `another run took over while this one slept; ${NOT_SENT_HERE}`)
}

/** Such a file system shows one mode for every file, so nothing follows from it: it is used all the same. */
function noModesWarning({ real }: CredentialsPath): string {
  return `the file system of ${path.dirname(real)} keeps no modes, so other users of this machine may be able to read the login there`
}

import path from 'node:path'
import { findIfMoved, type CredentialsPath } from '../credentials/credentials-path.js'
import { orNull } from '../or-null.js'
import { NOT_SENT_HERE, RefreshError } from '../reasons.js'
import { waitingNote, type WorkFolder } from '../work-folder.js'
import { cliLocksFor } from './cli-lock-paths.js'
import { removeLocksOfKilledRun } from './cli-lock-record.js'
import { CliLocks } from './cli-locks.js'
import { LockWatch } from './lock-watch.js'
import { takeOwnLock } from './take-own-lock.js'
import { describeSession, waitForTurn, type LockPatience } from './wait-for-turn.js'

/** The locks of one file, while they are held. */
export interface HeldLocks {
  /** The file to work on. Not the one that was asked for if a link to it led elsewhere once the locks were taken. */
  readonly file: CredentialsPath
  readonly folder: WorkFolder
  /**
   * What a person should know, one sentence each: which sessions are not blocked because a lock can't be created, or who may
   * read the file.
   */
  readonly warnings: readonly string[]
  /** @throws RefreshError `locked`: another process has taken over a lock (the machine slept), and nothing was sent yet */
  readonly check: () => void
}

/**
 * Does some work while no other run and no live session of the CLI can refresh the same file.
 * @throws RefreshError `locked`, `cancelled`, `creds-not-writable`, and whatever the work throws
 */
export async function whileLocked<T>(
  file: CredentialsPath,
  patience: LockPatience,
  work: (locks: HeldLocks) => Promise<T>
): Promise<T> {
  const watch = new LockWatch()
  const { own, folder } = await takeOwnLock(file, patience, watch).catch((error: unknown) => {
    throw withWaitingNote(file, error)
  })
  const cli = new CliLocks(folder, watch)
  let movedTo: CredentialsPath | null
  try {
    removeLocksOfKilledRun(folder)
    await takeCliLocks(file, patience, cli)
    movedTo = findIfMoved(file)
    if (movedTo === null) {
      const warnings = [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...cli.warnings]
      const check = () => {
        if (own.isHeld() && !cli.isLost()) return
        throw new RefreshError(
          'locked',
          `another process took over the lock while this machine or this run was suspended; ${NOT_SENT_HERE}`
        )
      }
      return await work({ file, folder, warnings, check })
    }
  } finally {
    cli.release()
    own.release()
    folder.close()
  }
  return whileLocked(movedTo, patience, work)
}

/**
 * The error to throw instead of one that says that a run cannot write here: the run cannot recover either, so it also names the
 * tokens that an interrupted run may have left. Any other error, and one that names them already, is returned unchanged.
 */
export function withWaitingNote(file: CredentialsPath, error: unknown): unknown {
  if (!(error instanceof RefreshError) || error.reason !== 'creds-not-writable') return error
  const note = orNull(() => waitingNote(file)) ?? ''
  return error.message.includes(note) ? error : new RefreshError(error.reason, `${error.message}${note}`, error.remedy)
}

async function takeCliLocks(file: CredentialsPath, patience: LockPatience, cli: CliLocks): Promise<void> {
  const locks = cliLocksFor(file)
  for (const lock of locks) {
    while (!cli.tryTake(lock)) await waitForTurn(patience, () => describeSession(lock))
  }
  for (const lock of locks) cli.removeOwnerRecord(lock)
}

/**
 * Such a file system shows one mode for every file, which proves nothing about this one, so the file is used anyway.
 */
export function noModesWarning({ real }: CredentialsPath): string {
  return `the file system of ${path.dirname(real)} does not support file permissions, so other users of this machine may be able to read the login there`
}

import { existsSync, lstatSync } from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { cliLocksFor, cliLocksIn, isCliFile, type CliLock } from '../locks/cli-lock-paths.js'
import { readLockRecord, recordedLocks } from '../locks/cli-lock-record.js'
import { warningIfNotWritable, whyIgnored } from '../locks/cli-locks.js'
import { noModesWarning, withWaitingNote, type HeldLocks } from '../locks/locks.js'
import { findHolder, refuseEntryAtLock } from '../locks/own-lock.js'
import { workFolderOpener } from '../locks/take-own-lock.js'
import { describeRun, describeSession } from '../locks/wait-for-turn.js'
import { NOT_SENT_HERE, RefreshError } from '../reasons.js'
import { cliLockStatus, isHeld, ownLockStatus } from '../status/locks.js'
import { assertMayMakeIn } from '../system/may-make.js'
import { orUnreadable } from '../unreadable.js'
import { WorkFolder } from '../work-folder.js'

/**
 * Looks at the locks that `whileLocked` would take, and refuses what it would refuse; takes none of them, and waits for none.
 * @returns the work folder, which is made if there is none, for the caller to close, and warnings as `whileLocked` gives them
 * @throws RefreshError `locked`: another process holds one of them; `creds-not-writable`, `creds-unreadable`
 */
export function lookAtLocks(file: CredentialsPath): Pick<HeldLocks, 'folder' | 'warnings'> {
  const folder = openUnlessLocked(file)
  try {
    readLockRecord(folder) // a refresh refuses one that can't be read
    const warnings = cliLocksFor(file).flatMap(lock => lookAtCliLock(lock, folder) ?? [])
    return { folder, warnings: [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...warnings] }
  } catch (error) {
    folder.close()
    throw error
  }
}

/**
 * As `lookAtLocks`, for a file whose folder does not exist: only the lock beside that folder can be held.
 * @param given absolute path of the file
 * @param folder an empty work folder
 * @returns warnings
 */
export function lookBesideMissingFolder(given: string, folder: WorkFolder): readonly string[] {
  const missing = path.dirname(given)
  if (!existsSync(path.dirname(missing))) return []
  // The new folder would be our own, so only root and we have sessions there, as in the root folder.
  const locks = cliLocksIn(missing).filter(({ isLegacy }) => isLegacy && isCliFile(given))
  return locks.flatMap(lock => lookAtCliLock({ ...lock, configFolder: path.parse(given).root }, folder) ?? [])
}

function openUnlessLocked(file: CredentialsPath): WorkFolder {
  try {
    const folder = workFolderOpener(file, at => WorkFolder.openBriefly(at))()
    try {
      refuseHeldByRun(folder)
      return folder
    } catch (error) {
      folder.close()
      throw error
    }
  } catch (error) {
    throw withWaitingNote(file, error)
  }
}

/** The lock of a dead run, or one that was not renewed for a long time, counts as free. */
function refuseHeldByRun(folder: WorkFolder): void {
  orUnreadable(
    folder.path,
    () => {
      refuseEntryAtLock(folder)
      const own = ownLockStatus(folder)
      if (own !== null && isHeld(own, Date.now())) throw locked(describeRun(findHolder(folder)?.identity ?? null))
    },
    'it says who holds the lock'
  )
}

/** @returns a warning if the lock is free, but could not be taken; null if it could */
function lookAtCliLock(lock: CliLock, folder: WorkFolder): string | null {
  try {
    const warning = whyIgnored(lock)
    if (warning !== null) return warning
    const stats = lstatSync(lock.path, { throwIfNoEntry: false })
    const isOfRun = recordedLocks(folder).includes(lock.path) // a killed one, because our own lock is free
    if (stats !== undefined && !isOfRun && isHeld(cliLockStatus(lock, stats), Date.now())) {
      throw locked(describeSession(lock))
    }
    assertMayMakeIn(path.dirname(lock.path))
    return null
  } catch (error) {
    return warningIfNotWritable(lock, error)
  }
}

function locked(holder: string): RefreshError {
  return new RefreshError('locked', `${holder} holds the lock, and a dry run does not wait for it; ${NOT_SENT_HERE}`)
}

import { rmSync } from 'node:fs'
import { findPlace } from '../../refresh/credentials/credentials-path.js'
import { fingerprint } from '../../refresh/credentials/fingerprint.js'
import { WorkFolder } from '../../refresh/credentials/work-folder.js'
import { Deadline } from '../../refresh/deadline.js'
import { whileLocked, type HeldLocks } from '../../refresh/locks/locks.js'
import { whileStoreLocked } from '../../refresh/locks/store-lock.js'
import { ownerToActFor, withRightsOf } from '../../refresh/system/rights.js'
import { readLineage, removeLineage } from '../../refresh/write-back/lineage.js'
import { loginAt } from '../store-login.js'

/** Longer than a refresh that a live session may be in the middle of, in seconds. */
const LOCK_TIMEOUT_SECONDS = 75

/**
 * Removes the credentials file where the action made it, and the record of that; a file that was there before stays.
 * @param creds absolute path of the credentials file
 * @param held fingerprint of what the secret holds; null where none was named, so that nothing has to be stored first
 * @returns false where the file holds another login than the secret, and is still there
 * @throws RefreshError `locked`, `cancelled`, `creds-not-writable`, `creds-unreadable`
 */
export async function removePlaced(creds: string, held: string | null, cancel: AbortSignal): Promise<boolean> {
  const file = findPlace(creds)
  if (file === null || !WorkFolder.isThere(file)) return true
  const patience = { deadline: Deadline.after(LOCK_TIMEOUT_SECONDS), cancel }
  return withRightsOf(ownerToActFor(file.real), () =>
    whileLocked(file, patience, locks => whileStoreLocked(locks, () => removeUnderLock(locks, held)))
  )
}

function removeUnderLock({ file, folder }: HeldLocks, held: string | null): boolean {
  const lineage = readLineage(folder)
  if (lineage === null) return true
  const login = held === null ? null : loginAt(file.given)
  if (login !== null && fingerprint(login) !== held) return false
  if (lineage.isFileMade) rmSync(file.real, { force: true })
  // Where the file stays and no secret holds what is in it, the next job needs the record.
  if (lineage.isFileMade || held !== null) removeLineage(folder)
  return true
}

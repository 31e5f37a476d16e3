import { rmSync } from 'node:fs'
import { findPlace } from '../../core/credentials/credentials-path.js'
import { fingerprint } from '../../core/credentials/fingerprint.js'
import { WorkFolder } from '../../core/work-folder.js'
import { Deadline } from '../../core/deadline.js'
import { whileLocked, type HeldLocks } from '../../core/locks/locks.js'
import { whileStoreLocked } from '../../core/locks/store-lock.js'
import { notWritable } from '../../core/not-writable.js'
import { RefreshError } from '../../core/reasons.js'
import { forgetRejection } from '../../core/rejections.js'
import { ownerToActFor, withRightsOf } from '../../core/system/rights.js'
import { readLineage, removeLineage } from '../../core/write-back/lineage.js'
import { loginAt } from './existing-file.js'

/** How long to wait for the locks, in seconds: longer than a refresh by a running session of `claude` takes. */
const LOCK_TIMEOUT_SECONDS = 75

/** What is also stored outside the file. */
export interface Elsewhere {
  /** Fingerprints of the pairs that need not be kept in the file. */
  readonly pairs: readonly string[]
  /** Whether they are in a secret. */
  readonly isInSecret: boolean
}

/**
 * Removes the credentials file if the action created it, with the records about it. A file that existed before stays.
 * @param creds absolute path of the credentials file
 * @returns false if the file stays because it holds, or may hold, a login that is stored nowhere else
 * @throws RefreshError `locked`, `cancelled`, `creds-not-writable`, `creds-unreadable`
 */
export async function removePlaced(creds: string, elsewhere: Elsewhere, cancel: AbortSignal): Promise<boolean> {
  const file = findPlace(creds)
  if (file === null || !WorkFolder.exists(file)) return true
  const patience = { deadline: Deadline.after(LOCK_TIMEOUT_SECONDS), cancel }
  return withRightsOf(ownerToActFor(file.real), () =>
    whileLocked(file, patience, locks => whileStoreLocked(locks, () => removeUnderLock(locks, elsewhere)))
  )
}

function removeUnderLock({ file, folder }: HeldLocks, { pairs, isInSecret }: Elsewhere): boolean {
  const lineage = readLineage(folder)
  // If the file stays and no secret holds its pair, the next job needs the record.
  if (lineage === null || (!lineage.isFileMade && !isInSecret)) return true
  if (mayHoldAnother(file.given, pairs)) return false
  try {
    if (lineage.isFileMade) {
      rmSync(file.real, { force: true })
      forgetRejection(folder)
    }
    removeLineage(folder)
    return true
  } catch (error) {
    // It is a folder, or immutable, or on a read-only disk.
    throw notWritable(`cannot remove the file, or its record`, error)
  }
}

/** Checked again while the locks are held, because their previous holder may have refreshed the login. */
function mayHoldAnother(creds: string, pairs: readonly string[]): boolean {
  try {
    const login = loginAt(creds)
    return login !== null && !pairs.includes(fingerprint(login))
  } catch (error) {
    if (error instanceof RefreshError && error.reason === 'creds-invalid') return true
    throw error
  }
}

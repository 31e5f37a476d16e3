import fs from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'
import type { WorkFolder } from '../work-folder.js'
import { isJsonObject, parseJson } from '../json.js'
import { notWritable } from '../not-writable.js'
import { readTextIfExists } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { errorCode } from '../system/system-error.js'
import { orUnreadable } from '../unreadable.js'

/** Lists the CLI locks that we made, so that a run after a killed one can tell them from those of a live session. */
const RECORD = 'cli-locks.jsonl'

/** Distinguishes a lock folder from any other that is ever at its path. */
interface LockIdentity {
  readonly path: string
  /** The inode. Not enough by itself: a later folder may have the same one. */
  readonly ino: string
  readonly bornNs: string
}

/**
 * Makes a lock folder, and appends it to the record, so that the next run can remove it if we are killed. After a kill before
 * the line is written, the lock can only be taken over once it has become stale.
 * @returns false if there is one already
 * @throws the failed system call's error; RefreshError `creds-not-writable` if the record itself cannot be written
 */
export function makeRecordedLock(lockPath: string, folder: WorkFolder): boolean {
  // On a read-only file system, mkdir does not fail with EEXIST for a lock that another process holds.
  if (fs.lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined) return false
  try {
    fs.mkdirSync(lockPath)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
  try {
    fs.appendFileSync(folder.at(RECORD), `${JSON.stringify(lockIdentity(lockPath))}\n`, { mode: 0o600 })
    return true
  } catch (error) {
    removeLock(lockPath)
    throw notWritable(`cannot write in ${folder.path}`, error)
  }
}

/** Removes the record. Call it once all locks are released. Never throws. */
export function removeLockRecord(folder: WorkFolder): void {
  removeIfPossible(folder.at(RECORD))
}

/**
 * Removes the CLI locks that a killed run left. Call it only while our own lock is held: it proves that the run is dead.
 * @throws RefreshError `creds-unreadable`
 */
export function removeLocksOfKilledRun(folder: WorkFolder): void {
  for (const line of readLockRecord(folder).split('\n')) {
    const recorded = parseLockIdentity(parseJson(line))
    if (recorded !== null && isStillThere(recorded)) removeLock(recorded.path)
  }
  removeLockRecord(folder)
}

/** The text of the record; empty if there is none. @throws RefreshError `creds-unreadable` */
export function readLockRecord(folder: WorkFolder): string {
  const record = folder.at(RECORD)
  return orUnreadable(record, () => readTextIfExists(record)) ?? ''
}

/** The paths of the CLI locks that a run of `clr` made and that are still there, only to look at them. Never throws. */
export function recordedLocks(folder: WorkFolder): readonly string[] {
  const recorded = (orNull(() => readLockRecord(folder)) ?? '')
    .split('\n')
    .map(line => parseLockIdentity(parseJson(line)))
  return recorded.flatMap(lock => (lock !== null && isStillThere(lock) ? [lock.path] : []))
}

/** Removes a lock folder, unless it is not empty and so is not a lock. Never throws. */
export function removeLock(lockPath: string): void {
  orNull(() => {
    fs.rmdirSync(lockPath)
  })
}

function parseLockIdentity(value: unknown): LockIdentity | null {
  if (!isJsonObject(value)) return null
  const { path: lockPath, ino, bornNs } = value
  if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string') return null
  return path.isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null
}

/** A file system without birth times says 0. That proves nothing: the lock of a live session may have the same inode. */
function isStillThere(recorded: LockIdentity): boolean {
  const now = orNull(() => lockIdentity(recorded.path))
  return now?.ino === recorded.ino && now.bornNs === recorded.bornNs && now.bornNs !== '0'
}

function lockIdentity(lockPath: string): LockIdentity {
  const { ino, birthtimeNs } = fs.lstatSync(lockPath, { bigint: true })
  return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) }
}

import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import type { WorkFolder } from '../work-folder.js'
import { describeObstacle, isForeign, refuseObstacle, storeLockPaths } from './cli-lock-paths.js'
import { makeRecordedLock, removeLock } from './cli-lock-record.js'
import { LockWatch } from './lock-watch.js'
import type { HeldLocks } from './locks.js'

/**
 * How long to wait for the locks, in milliseconds: after this time a session considers a lock stale
 * (docs/claude-cli.md#the-lock-of-the-store).
 */
const STORE_PATIENCE_MS = 15_000

/** A lock that was not renewed for this part of the wait is abandoned: a session would renew it every 7.5 s. */
const ABANDONED_AFTER_PART = 0.9

const RETRY_EVERY_MS = 10

/**
 * Fails, before the refresh token is sent, if a store lock can never be taken, by us or by a session, because something else
 * is at its path. @throws RefreshError `creds-not-writable`
 */
export function refuseStoreThatCannotBeLocked(file: CredentialsPath): void {
  for (const lockPath of storeLockPaths(file)) {
    try {
      if (!isForeign({ path: lockPath, configFolder: path.dirname(lockPath) })) refuseObstacle(lockPath)
    } catch (error) {
      throw error instanceof RefreshError ? error : notWritable(`cannot look at the lock ${lockPath}`, error)
    }
  }
}

/**
 * Writes a file of the CLI while no session can. A session holds `.storage-write.lock`, an empty folder, from before it
 * reads the file until it has replaced it, so it could put back what it read before our write. If a session holds the lock
 * for all of `patienceMs`, or the lock cannot be made, the file is written without it. Hold the lock for as short a time as
 * possible: a session that waits in vain for 23 s loses the pair that it has just received.
 * @throws what `write` throws
 */
export async function whileStoreLocked<T>(
  { file, folder }: Pick<HeldLocks, 'file' | 'folder'>,
  write: () => T,
  patienceMs = STORE_PATIENCE_MS
): Promise<T> {
  const untilMs = performance.now() + patienceMs
  const taken: string[] = []
  try {
    for (const lockPath of storeLockPaths(file)) {
      if (await take(lockPath, folder, { patienceMs, untilMs })) taken.push(lockPath)
    }
    return write()
  } finally {
    for (const lockPath of taken) removeLock(lockPath)
  }
}

/** @param untilMs when the patience for all locks ends, on the clock of `performance.now()` */
async function take(
  lockPath: string,
  folder: WorkFolder,
  { patienceMs, untilMs }: Readonly<Record<'patienceMs' | 'untilMs', number>>
): Promise<boolean> {
  const watch = new LockWatch()
  try {
    while (!makeRecordedLock(lockPath, folder)) {
      if (describeObstacle(lockPath) !== null) return false
      const unrenewedMs = watch.look(lockPath)
      if (performance.now() > untilMs) {
        if (unrenewedMs < patienceMs * ABANDONED_AFTER_PART) return false
        removeLock(lockPath)
        return makeRecordedLock(lockPath, folder)
      }
      await sleep(RETRY_EVERY_MS)
    }
    return true
  } catch {
    return false
  }
}

import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { WorkFolder } from '../work-folder.js'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { isForeign, refuseWhatIsNoLock, storeLockPaths, whatIsNoLock } from './cli-lock-paths.js'
import { LockRecord, removeLock } from './cli-lock-record.js'
import { LockWatch } from './lock-watch.js'

/** After so long a session takes another's for stale (docs/claude-cli.md#the-lock-of-the-store). In milliseconds. */
const STORE_PATIENCE_MS = 15_000

/** A lock that was not renewed for this part of the wait is abandoned: a session would renew it every 7.5 s. */
const ABANDONED_AFTER_PART = 0.9

const ASK_EVERY_MS = 10

/**
 * Refuses, before anything is spent, what is in the place of the lock and is none: with it no session, nor we, could ever
 * lock the store. @throws RefreshError `creds-not-writable`
 */
export function refuseStoreThatCannotBeLocked(file: CredentialsPath): void {
  for (const lockPath of storeLockPaths(file)) {
    try {
      if (!isForeign({ path: lockPath, configFolder: path.dirname(lockPath) })) refuseWhatIsNoLock(lockPath)
    } catch (error) {
      throw error instanceof RefreshError ? error : notWritable(`cannot see the lock ${lockPath}`, error)
    }
  }
}

/** A file of the CLI, and where the locks that this run makes for it are on record. */
export interface Store {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
}

/**
 * Writes a file of the CLI while no session can: each holds `.storage-write.lock`, an empty folder, from before it reads the
 * file until its own text has replaced it, and would else put back what it has read. If a session holds it for all of
 * `patienceMs`, or it cannot be made, the file is written all the same. It must be held for as short as possible: a session
 * that waits in vain for 23 s loses the pair that it has just got.
 * @throws what `write` throws
 */
export async function whileStoreLocked<T>(
  { file, folder }: Store,
  write: () => T,
  patienceMs = STORE_PATIENCE_MS
): Promise<T> {
  const taking = { record: new LockRecord(folder), watch: new LockWatch(), patienceMs, startMs: performance.now() }
  const taken: string[] = []
  try {
    for (const lockPath of storeLockPaths(file)) if (await take(lockPath, taking)) taken.push(lockPath)
    return write()
  } finally {
    for (const lockPath of taken) removeLock(lockPath)
  }
}

interface Taking {
  readonly record: LockRecord
  readonly watch: LockWatch
  readonly patienceMs: number
  readonly startMs: number
}

async function take(lockPath: string, { record, watch, patienceMs, startMs }: Taking): Promise<boolean> {
  try {
    while (!record.make(lockPath)) {
      if (whatIsNoLock(lockPath) !== null) return false
      const unrenewedMs = watch.look(lockPath)
      if (performance.now() - startMs > patienceMs) {
        if (unrenewedMs < patienceMs * ABANDONED_AFTER_PART) return false
        removeLock(lockPath)
        return record.make(lockPath)
      }
      await sleep(ASK_EVERY_MS)
    }
    return true
  } catch {
    return false
  }
}

import { lstatSync, type Stats } from 'node:fs'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { cliLocksFor, describeObstacle, isForeign, type CliLock } from '../locks/cli-lock-paths.js'
import { recordedLocks } from '../locks/cli-lock-record.js'
import { ownerOf } from '../locks/cli-owner-record.js'
import { findHolder } from '../locks/own-lock.js'
import { isElsewhere } from '../locks/wait-for-turn.js'
import { isOnNetwork } from '../system/file-system.js'
import { isAlive } from '../system/process-identity.js'
import type { WorkFolder } from '../work-folder.js'
import type { LockStatus } from './file-status.js'

/** Who holds our own lock; null if it is free. @throws the failed system call's error; RefreshError `creds-unreadable` */
export function ownLockStatus(folder: WorkFolder): LockStatus | null {
  const holder = findHolder(folder)
  const stats = holder === null ? undefined : lstatSync(holder.path, { throwIfNoEntry: false })
  if (holder === null || stats === undefined) return null
  const { path, identity } = holder
  const alive = identity === null ? 'unknown' : isAlive(identity)
  return {
    path,
    holder: 'clr',
    pid: identity?.pid ?? null,
    isElsewhere: identity !== null && isElsewhere(identity),
    isAlive: alive === 'unknown' ? null : alive === 'yes',
    ...timesOf(stats)
  }
}

/**
 * Who holds the locks that the CLI takes before a refresh, and what is at their paths that can't be a lock, a sentence each. A
 * lock that a run of `clr` made is left out: our own lock says more.
 * @throws the failed system call's error
 */
export function cliLockStatuses(
  file: CredentialsPath,
  folder: WorkFolder | null
): { readonly locks: readonly LockStatus[]; readonly obstacles: readonly string[] } {
  const ours = folder === null ? [] : recordedLocks(folder)
  const locks: LockStatus[] = []
  const obstacles: string[] = []
  for (const lock of cliLocksFor(file).filter(({ path }) => !ours.includes(path))) {
    const stats = lstatSync(lock.path, { throwIfNoEntry: false })
    if (stats === undefined || isForeign(lock)) continue
    const obstacle = describeObstacle(lock.path)
    if (obstacle === null) locks.push(cliLockStatus(lock, stats))
    else
      obstacles.push(
        `${lock.path} is ${obstacle}, but \`claude\` needs an empty folder there as its lock: no refresh is possible until you remove it`
      )
  }
  return { locks, obstacles }
}

/** Who holds a lock of the CLI that exists. @param stats of the lock */
export function cliLockStatus(lock: CliLock, stats: Stats): LockStatus {
  const owner = ownerOf(lock)
  const isProven = owner !== null && (owner.isAlive || owner.isDead)
  return {
    path: lock.path,
    holder: 'claude',
    pid: owner?.pid ?? null,
    isElsewhere: owner?.isElsewhere ?? false,
    isAlive: isProven ? owner.isAlive : null,
    ...timesOf(stats)
  }
}

/** A lock that was not renewed for this time is probably abandoned, in milliseconds; on a network file system, the second. */
const STALE_AFTER_MS = 20_000
const STALE_ON_NETWORK_AFTER_MS = 120_000

/** Whether a lock is held as far as we can see: its holder is alive, or has renewed it not long ago. */
export function isHeld({ path, isAlive: alive, renewedAtMs }: LockStatus, nowMs: number): boolean {
  if (alive !== null) return alive
  const ageMs = nowMs - renewedAtMs
  return ageMs <= STALE_AFTER_MS || (ageMs <= STALE_ON_NETWORK_AFTER_MS && isOnNetwork(path))
}

function timesOf({ birthtimeMs, mtimeMs }: Stats): Pick<LockStatus, 'sinceMs' | 'renewedAtMs'> {
  // 0 on a file system without birth times
  return { sinceMs: birthtimeMs > 0 ? birthtimeMs : null, renewedAtMs: mtimeMs }
}

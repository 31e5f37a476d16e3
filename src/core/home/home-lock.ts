import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'

/** The lock in a HOME that every version takes before an exchange (docs/claude-cli.md#two-locks-around-a-refresh). */
const LOCK = '.claude.lock'

/** One holding of the lock, from taking it to releasing it. */
export interface LockHolding {
  /** Different for each holding. */
  readonly id: string
  readonly ageMs: number
}

/** The path of the lock in a HOME. */
export function lockPathOf(home: string): string {
  return path.join(home, LOCK)
}

/** Whether a name in a HOME is the lock's. */
export function isLockName(name: string): boolean {
  return name === LOCK
}

/** Takes the lock the way the CLI does. @returns false if it is held, or cannot be created */
export function lockHome(home: string): boolean {
  try {
    mkdirSync(lockPathOf(home), { mode: 0o700 })
    return true
  } catch {
    return false
  }
}

/**
 * Whether the lock in a HOME is still the one made when the HOME was seeded; false if that cannot be read. `claude` takes its
 * own lock after its start was recorded. Only the holder renews a lock, so the seed lock keeps the time of the seeding.
 */
export function isSeedLockIn(home: string, startRecord: string): boolean {
  const seen = orNull(() => [lockPathOf(home), startRecord].map(at => statSync(at, { throwIfNoEntry: false })))
  const [lock, start] = seen ?? []
  return lock !== undefined && (start === undefined || lock.mtimeMs <= start.mtimeMs)
}

/**
 * The current holding of the lock in a HOME; null if the lock is free. Each exchange happens within one holding, which starts
 * at least 20 ms before the token is sent and ends when the pair is stored or the answer held none
 * (docs/claude-cli.md#two-locks-around-a-refresh).
 */
export function lockHoldingIn(home: string): LockHolding | null {
  try {
    const stats = statSync(lockPathOf(home), { bigint: true, throwIfNoEntry: false })
    if (stats === undefined) return null
    // With the birth time, because some file systems reuse an inode at once.
    return { id: `${stats.ino}:${stats.birthtimeNs}`, ageMs: Date.now() - Number(stats.birthtimeMs) }
  } catch {
    return { id: 'unknown', ageMs: Infinity } // unreadable: assume that it is held, and has been for a long time
  }
}

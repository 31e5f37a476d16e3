import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** The lock, in a HOME, that every version takes before an exchange (docs/claude-cli.md#two-locks-around-a-refresh). */
const LOCK = '.claude.lock'

/** One holding of the lock, from when it is taken until it is let go. */
export interface LockHolding {
  /** Tells it from every other. */
  readonly id: string
  readonly ageMs: number
}

/** The path of the lock in a HOME. */
export function lockPathOf(home: string): string {
  return path.join(home, LOCK)
}

/** Whether a name in a HOME is that of the lock. */
export function isLockName(name: string): boolean {
  return name === LOCK
}

/** Takes the lock in the CLI's own manner. @returns false if it is held, or can't be made */
export function lockHome(home: string): boolean {
  try {
    mkdirSync(lockPathOf(home), { mode: 0o700 })
    return true
  } catch {
    return false
  }
}

/**
 * Whether the lock in a HOME is still the one that it is seeded with: `claude` takes its own after it has put its start on
 * record. Its owner alone renews a lock, so the time of ours stays that of the seeding.
 */
export function isSeedLockIn(home: string, startRecord: string): boolean {
  try {
    const [lock, start] = [lockPathOf(home), startRecord].map(at => statSync(at, { throwIfNoEntry: false }))
    return lock !== undefined && (start === undefined || lock.mtimeMs <= start.mtimeMs)
  } catch {
    return false // nothing follows from what can't be seen
  }
}

/**
 * The holding that goes on in a HOME; null while the lock is free. Each exchange lies within one holding: from 20 ms or
 * more before the token is sent until the pair is stored, or the answer was none (docs/claude-cli.md#two-locks-around-a-refresh).
 */
export function lockHoldingIn(home: string): LockHolding | null {
  try {
    const stats = statSync(lockPathOf(home), { bigint: true, throwIfNoEntry: false })
    if (stats === undefined) return null
    // The inode alone is used again at once by some file systems.
    return { id: `${stats.ino}:${stats.birthtimeNs}`, ageMs: Date.now() - Number(stats.birthtimeMs) }
  } catch {
    return { id: 'unknown', ageMs: Infinity } // it cannot be seen: nothing follows from that
  }
}

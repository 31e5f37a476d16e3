import fs from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { WorkFolder } from '../work-folder.js'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { errorCode, explain } from '../system/system-error.js'
import type { CliLock } from './cli-lock-paths.js'
import { ownerOf, removeOwnerRecord } from './cli-owner-record.js'
import { isForeign, refuseWhatIsNoLock } from './no-lock.js'
import { LockRecord, removeLock, removeLocksOfTheDead } from './cli-lock-record.js'
import type { LockWatch } from './lock-watch.js'

/** 2.1.30 takes a lock for stale after 10 s, newer versions after 60 s (docs/claude-cli.md#two-locks-around-a-refresh). */
const RENEW_EVERY_MS = 2000

/** How often to see whether it is time to renew: a wall clock that has jumped makes a fresh lock look stale to a session. */
const LOOK_EVERY_MS = 50
const JUMP_MS = 1000

/** How a system call fails where we may not write, or cannot. */
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * The locks that a live session of the CLI takes before it refreshes; held, they keep it off the same token. A lock is an
 * empty folder, made by one `mkdir`, whose modification time its holder renews: the manner of the npm package
 * `proper-lockfile`, which is the CLI's. Each needs our own lock to be held.
 */
export class CliLocks {
  /** When each was renewed last, in milliseconds since 1970. */
  readonly #held = new Map<string, number>()
  readonly #warnings: string[] = []
  #renewedAtMs = performance.now()
  #driftMs = driftMs()
  #isLost = false
  #renewal: NodeJS.Timeout | undefined
  readonly #record: LockRecord

  constructor(
    private readonly folder: WorkFolder,
    private readonly watch: LockWatch
  ) {
    this.#record = new LockRecord(folder)
  }

  /** Our own lock is held, so whoever left a record of its locks is dead. @throws RefreshError `creds-unreadable` */
  removeThoseOfTheDead(): void {
    removeLocksOfTheDead(this.folder)
  }

  /** Which locks could not be taken because we may not write there, a sentence each. */
  get warnings(): readonly string[] {
    return this.#warnings
  }

  /** @returns false while another holds the lock. @throws RefreshError `creds-not-writable` */
  tryTake(lock: CliLock): boolean {
    try {
      if (isForeign(lock)) {
        this.#warnings.push(`${lock.path} belongs to another user, so it is no lock of a session, and was left alone`)
        return true
      }
      refuseWhatIsNoLock(lock.path)
      if (this.#make(lock.path)) return true
      this.#removeIfAbandoned(lock) // the next try takes it
      return false
    } catch (error) {
      if (error instanceof RefreshError) throw error
      if (READ_ONLY.has(errorCode(error))) {
        this.#warnings.push(notKeptOff(lock, error))
        return true
      }
      throw notWritable(`cannot take the lock ${lock.path}`, error)
    }
  }

  /** Takes away what a dead session wrote of itself beside its locks, once all of them are ours. */
  removeOwnerRecord(lock: CliLock): void {
    if (this.#held.has(lock.path)) removeOwnerRecord(lock)
  }

  /** Whether another has taken over a lock of ours: it can only where the machine, or this process, slept for long. */
  isLost(): boolean {
    this.#renewAll()
    return this.#isLost
  }

  release(): void {
    clearInterval(this.#renewal)
    for (const lockPath of [...this.#held.keys()].reverse()) if (this.#isOurs(lockPath)) removeLock(lockPath)
    this.#record.remove()
  }

  #make(lockPath: string): boolean {
    if (!this.#record.make(lockPath)) return false
    this.#held.set(lockPath, Date.now())
    this.#renew(lockPath) // by our own clock, which a file server may not have
    this.#renewal ??= setInterval(() => {
      this.#renewWhenDue()
    }, LOOK_EVERY_MS).unref()
    return true
  }

  /** A session that is alive by its own record keeps its lock, however long it has not renewed it. */
  #removeIfAbandoned(lock: CliLock): void {
    const owner = ownerOf(lock)
    if (owner?.isAlive === true) return
    if (owner?.isDead === true || this.watch.isAbandoned(lock.path)) removeAbandoned(lock.path)
  }

  #renewWhenDue(): void {
    const isDue = performance.now() - this.#renewedAtMs > RENEW_EVERY_MS
    if (isDue || Math.abs(driftMs() - this.#driftMs) > JUMP_MS) this.#renewAll()
  }

  #renewAll(): void {
    this.#renewedAtMs = performance.now()
    this.#driftMs = driftMs()
    for (const lockPath of this.#held.keys()) {
      if (this.#isOurs(lockPath)) this.#renew(lockPath)
      else this.#isLost = true
    }
  }

  #renew(lockPath: string): void {
    try {
      // Never back in time: it would look stale to others. Nor before its birth, which macOS would then move (APFS, HFS+).
      const nowMs = Date.now() + 1 - Math.min(0, driftMs())
      fs.utimesSync(lockPath, nowMs / 1000, nowMs / 1000)
      this.#held.set(lockPath, nowMs)
    } catch {
      // Just taken away: the next look tells. Where it stays so, the lock gets stale, and then another's.
    }
  }

  /** Whoever takes over does so long after our last renewal, and the folder has another time then. */
  #isOurs(lockPath: string): boolean {
    try {
      const stats = fs.lstatSync(lockPath, { throwIfNoEntry: false })
      return Math.abs((stats?.mtimeMs ?? 0) - (this.#held.get(lockPath) ?? 0)) < RENEW_EVERY_MS
    } catch {
      return true // nobody lets us see it now, and nothing says that it is another's
    }
  }
}

/** By how much the wall clock has jumped since this process began, in milliseconds. */
function driftMs(): number {
  return Date.now() - (performance.timeOrigin + performance.now())
}

function notKeptOff({ path, isLegacy }: CliLock, error: unknown): string {
  const who = isLegacy ? 'sessions of `claude` 2.1.112 and older' : 'live sessions of `claude`'
  return `cannot take the lock ${path}: ${explain(error)}; ${who} are not kept from refreshing the same login`
}

/** What is not empty is no lock. @throws the failed system call's error */
function removeAbandoned(lockPath: string): void {
  try {
    fs.rmdirSync(lockPath)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

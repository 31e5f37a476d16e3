import fs from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { WorkFolder } from '../credentials/work-folder.js'
import { RefreshError } from '../reasons.js'
import { errorCode, explain } from '../system/system-error.js'
import { LockRecord, removeLock, removeLocksOfTheDead, removeSuspect, type Suspect } from './lock-record.js'

/** The file name by which the CLI knows its credentials. */
const CLI_FILE_NAME = '.credentials.json'

/** The CLI's own numbers: a lock is stale after 60 s; 2.1.30 thinks so after 10 s, so it is renewed every 2 s (shared facts). */
const STALE_AFTER_MS = 60_000
const RENEW_EVERY_MS = 2000

/** How often to see whether it is time to renew: a wall clock that has jumped makes a fresh lock look stale to a session. */
const LOOK_EVERY_MS = 50
const JUMP_MS = 1000

/**
 * A session renews its lock every 5 s (shared facts): one that was not for so long, in milliseconds, is nobody's where it is
 * stale, or came just when a run of ours died in taking it. To be stale alone is not enough: a machine that wakes, or whose
 * clock jumps, sees its live sessions' locks so.
 */
const UNRENEWED_MS = 12_000

/**
 * The two locks that the CLI takes before it refreshes, in its order; none where the file is not a CLI's. Each needs our
 * own lock to be held.
 */
export function cliLockPaths(file: CredentialsPath): readonly string[] {
  const folders = [file.given, file.real]
    .filter(name => path.basename(name) === CLI_FILE_NAME)
    .map(name => fs.realpathSync(path.dirname(name)))
  return [...new Set(folders)].flatMap(folder => [path.join(folder, '.oauth_refresh.lock'), `${folder}.lock`])
}

/**
 * The locks that a live session of the CLI takes before it refreshes; held, they keep it off the same token. A lock is an
 * empty folder, made by one `mkdir`, whose modification time its holder renews: the manner of the npm package
 * `proper-lockfile`, which is the CLI's.
 */
export class CliLocks {
  /** When each was renewed last, in milliseconds since 1970. */
  readonly #held = new Map<string, number>()
  #renewedAtMs = performance.now()
  #driftMs = driftMs()
  /** The locks of others: with which time they were seen first, and when that was. */
  readonly #seen = new Map<string, { readonly mtimeMs: number; readonly sinceMs: number }>()
  #isLost = false
  #renewal: NodeJS.Timeout | undefined
  readonly #record: LockRecord
  readonly #suspects: readonly Suspect[]

  constructor(folder: WorkFolder) {
    this.#suspects = removeLocksOfTheDead(folder)
    this.#record = new LockRecord(folder)
  }

  /** @returns false while another holds the lock. @throws RefreshError `creds-not-writable` */
  tryTake(lockPath: string): boolean {
    try {
      if (this.#make(lockPath)) return true
      this.#removeIfNobodys(lockPath) // the next try takes it
      return false
    } catch (error) {
      const code = errorCode(error)
      // Where we may not write, no session of ours can either: there is nobody to keep off.
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return true
      const why = ['ENOTDIR', 'ENOTEMPTY'].includes(code) ? `something is in its way (${code})` : explain(error)
      throw new RefreshError('creds-not-writable', `cannot take the lock ${lockPath}: ${why}`)
    }
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

  #removeIfNobodys(lockPath: string): void {
    const stats = fs.lstatSync(lockPath, { throwIfNoEntry: false })
    if (stats === undefined) return
    if (!stats.isDirectory()) throw Object.assign(new Error('in the way'), { code: 'ENOTDIR' })
    const suspect = this.#suspects.find(({ path: at }) => at === lockPath)
    if (suspect !== undefined) removeSuspect(suspect, UNRENEWED_MS)
    const isStale = Math.abs(Date.now() - stats.mtimeMs) > STALE_AFTER_MS
    if (this.#isUnrenewed(lockPath, stats.mtimeMs) && isStale) removeStale(lockPath)
  }

  /** Whether we have seen a lock with the same time for so long, by a clock that does not jump. */
  #isUnrenewed(lockPath: string, mtimeMs: number): boolean {
    const seen = this.#seen.get(lockPath)
    if (seen?.mtimeMs === mtimeMs) return performance.now() - seen.sinceMs > UNRENEWED_MS
    this.#seen.set(lockPath, { mtimeMs, sinceMs: performance.now() })
    return false
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
      const nowMs = Date.now() - Math.min(0, driftMs()) // never back in time: it would look stale to others
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

/** What is not empty is no lock. @throws the failed system call's error */
function removeStale(lockPath: string): void {
  try {
    fs.rmdirSync(lockPath)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

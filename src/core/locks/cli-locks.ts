import fs from 'node:fs'
import type { WorkFolder } from '../work-folder.js'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { unlessMissing } from '../system/read.js'
import { errorCode, explainSystemError } from '../system/system-error.js'
import { type CliLock, isForeign, refuseObstacle } from './cli-lock-paths.js'
import { ownerOf, removeOwnerRecord } from './cli-owner-record.js'
import { makeRecordedLock, removeLockRecord } from './cli-lock-record.js'
import type { LockWatch } from './lock-watch.js'
import { RenewedLocks } from './renewed-locks.js'

/** The codes of a system call that fails because we may not, or cannot, write there. */
const NOT_WRITABLE_CODES = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * The locks that a live session of the CLI takes before it refreshes; while we hold them, it cannot send the same token. The
 * CLI takes them by the npm package `proper-lockfile`: a lock is an empty folder, made by one `mkdir`, and its holder renews
 * the modification time. Call all of this only while our own lock is held.
 */
export class CliLocks {
  readonly #held = new RenewedLocks()
  readonly #warnings: string[] = []

  constructor(
    private readonly folder: WorkFolder,
    private readonly watch: LockWatch
  ) {}

  /** A sentence for each lock that could not be taken because we may not write there. */
  get warnings(): readonly string[] {
    return this.#warnings
  }

  /** @returns false while another process holds the lock. @throws RefreshError `creds-not-writable` */
  tryTake(lock: CliLock): boolean {
    try {
      const warning = whyIgnored(lock)
      if (warning !== null) {
        this.#warnings.push(warning)
        return true
      }
      const isMade = makeRecordedLock(lock.path, this.folder)
      if (isMade) this.#held.add(lock.path)
      else this.#removeIfAbandoned(lock) // then the next try takes it
      return isMade
    } catch (error) {
      this.#warnings.push(warningIfNotWritable(lock, error))
      return true
    }
  }

  /** Removes the record of a dead session beside its locks, if this lock is ours. Call it once all of them are taken. */
  removeOwnerRecord(lock: CliLock): void {
    if (this.#held.has(lock.path)) removeOwnerRecord(lock)
  }

  /** Whether another process has taken over one of our locks; only possible if the machine, or this process, slept for long. */
  isLost(): boolean {
    return this.#held.isLost()
  }

  release(): void {
    this.#held.release()
    removeLockRecord(this.folder)
  }

  /** A session that is alive by its own record keeps its lock, even if it has not renewed it for long. */
  #removeIfAbandoned(lock: CliLock): void {
    const owner = ownerOf(lock)
    if (owner?.isAlive === true) return
    if (owner?.isDead !== true && !this.watch.isAbandoned(lock.path)) return
    unlessMissing(() => {
      fs.rmdirSync(lock.path)
    })
  }
}

/**
 * Why a lock is ignored: something of another user is at its path. Null if it must be taken.
 * @returns a sentence, to warn
 * @throws RefreshError `creds-not-writable`: something else is in its way; or the failed system call's error
 */
export function whyIgnored(lock: CliLock): string | null {
  if (isForeign(lock))
    return `${lock.path} belongs to another user, so it cannot be a lock of your \`claude\` sessions and was ignored`
  refuseObstacle(lock.path)
  return null
}

/**
 * The warning to give if a lock can't be taken because we may not write there.
 * @throws RefreshError `creds-not-writable` for any other failure
 */
export function warningIfNotWritable(lock: CliLock, error: unknown): string {
  if (error instanceof RefreshError) throw error
  if (NOT_WRITABLE_CODES.has(errorCode(error))) return notTakenWarning(lock, error)
  throw notWritable(`cannot take the lock ${lock.path}`, error)
}

function notTakenWarning({ path, isLegacy }: CliLock, error: unknown): string {
  const who = isLegacy ? 'sessions of `claude` 2.1.112 and older' : 'live sessions of `claude`'
  return `cannot take the lock ${path}: ${explainSystemError(error)}; ${who} can refresh the same login at the same time`
}

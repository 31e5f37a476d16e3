import fs from 'node:fs'
import type { WorkFolder } from '../work-folder.js'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { errorCode, explainSystemError } from '../system/system-error.js'
import { type CliLock, isForeign, refuseWhatIsNoLock } from './cli-lock-paths.js'
import { ownerOf, removeOwnerRecord } from './cli-owner-record.js'
import { LockRecord } from './cli-lock-record.js'
import type { LockWatch } from './lock-watch.js'
import { RenewedLocks } from './renewed-locks.js'

/** How a system call fails if we may not write, or cannot. */
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * The locks that a live session of the CLI takes before it refreshes; held, they keep it off the same token. A lock is an
 * empty folder, made by one `mkdir`, whose modification time its holder renews: the manner of the npm package
 * `proper-lockfile`, which is the CLI's. Each needs our own lock to be held.
 */
export class CliLocks {
  readonly #held = new RenewedLocks()
  readonly #warnings: string[] = []
  readonly #record: LockRecord

  constructor(
    folder: WorkFolder,
    private readonly watch: LockWatch
  ) {
    this.#record = new LockRecord(folder)
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
      const isMade = this.#record.make(lock.path)
      if (isMade) this.#held.add(lock.path)
      else this.#removeIfAbandoned(lock) // the next try takes it
      return isMade
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

  /** Whether another has taken over a lock of ours: it can only if the machine, or this process, slept for long. */
  isLost(): boolean {
    return this.#held.isLost()
  }

  release(): void {
    this.#held.release()
    this.#record.remove()
  }

  /** A session that is alive by its own record keeps its lock, however long it has not renewed it. */
  #removeIfAbandoned(lock: CliLock): void {
    const owner = ownerOf(lock)
    if (owner?.isAlive === true) return
    if (owner?.isDead === true || this.watch.isAbandoned(lock.path)) removeAbandoned(lock.path)
  }
}

function notKeptOff({ path, isLegacy }: CliLock, error: unknown): string {
  const who = isLegacy ? 'sessions of `claude` 2.1.112 and older' : 'live sessions of `claude`'
  return `cannot take the lock ${path}: ${explainSystemError(error)}; ${who} are not kept from refreshing the same login`
}

/** What is not empty is no lock. @throws the failed system call's error */
function removeAbandoned(lockPath: string): void {
  try {
    fs.rmdirSync(lockPath)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

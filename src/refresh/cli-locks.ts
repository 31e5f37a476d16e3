import fs from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from './credentials-path.js'
import { LockRecord, removeLocksOfTheDead, removeSuspect, type Suspect } from './lock-record.js'
import { RefreshError } from './reasons.js'
import { errorCode } from './system-error.js'
import type { WorkFolder } from './work-folder.js'

/** The file name by which the CLI knows its credentials. */
const CLI_FILE_NAME = '.credentials.json'

/** The CLI's own numbers: a lock is stale after 60 s; 2.1.30 thinks so after 10 s, so it is renewed every 2 s (shared facts). */
const STALE_AFTER_MS = 60_000
const RENEW_EVERY_MS = 2000

/**
 * A session renews its lock every 5 s (shared facts): one that was not for so long, in milliseconds, and came just when a
 * run of ours died in taking it, is nobody's.
 */
const SUSPECT_AFTER_MS = 12_000

/**
 * What `proper-lockfile` locks, so that its folders (`<file>.lock`) are the two of the CLI, in the CLI's order; none where
 * the file is not a CLI's. Each needs our own lock to be held.
 */
export function cliLockTargets(file: CredentialsPath): readonly string[] {
  const folders = [file.given, file.real]
    .filter(name => path.basename(name) === CLI_FILE_NAME)
    .map(name => fs.realpathSync(path.dirname(name)))
  return [...new Set(folders)].flatMap(folder => [path.join(folder, '.oauth_refresh'), folder])
}

/** The locks that a live session of the CLI takes before it refreshes; held, they keep it off the same token. */
export class CliLocks {
  readonly #releases: (() => Promise<void>)[] = []
  #isLost = false
  readonly #record: LockRecord
  readonly #suspects: readonly Suspect[]

  constructor(folder: WorkFolder) {
    this.#suspects = removeLocksOfTheDead(folder)
    this.#record = new LockRecord(folder)
  }

  /** @returns false while a live session holds the lock. @throws RefreshError `creds-not-writable` */
  async tryTake(target: string): Promise<boolean> {
    const { default: lockfile } = await import('proper-lockfile')
    try {
      const release = await lockfile.lock(target, {
        realpath: false,
        stale: STALE_AFTER_MS,
        update: RENEW_EVERY_MS,
        fs: { ...fs, mkdir: this.#mkdirOnRecord },
        onCompromised: () => {
          this.#isLost = true
        }
      })
      this.#releases.push(release)
      return true
    } catch (error) {
      const code = errorCode(error)
      if (code === 'ELOCKED' && isFolder(`${target}.lock`)) {
        const suspect = this.#suspects.find(({ path: at }) => at === `${target}.lock`)
        if (suspect !== undefined) removeSuspect(suspect, SUSPECT_AFTER_MS)
        return false
      }
      // Where we may not write, no session of ours can either: there is nobody to keep off.
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return true
      throw new RefreshError(
        'creds-not-writable',
        `cannot take the lock ${target}.lock, is something in its way? (${code})`
      )
    }
  }

  get isLost(): boolean {
    return this.#isLost
  }

  async release(): Promise<void> {
    for (const release of this.#releases.reverse()) await release().catch(() => undefined)
    this.#record.remove()
  }

  readonly #mkdirOnRecord = (lockPath: string, callback: (error: NodeJS.ErrnoException | null) => void): void => {
    try {
      this.#record.make(lockPath)
      callback(null)
    } catch (error) {
      callback(Object.assign(new Error('mkdir failed'), { code: errorCode(error) }))
    }
  }
}

function isFolder(entry: string): boolean {
  return fs.statSync(entry, { throwIfNoEntry: false })?.isDirectory() ?? true
}

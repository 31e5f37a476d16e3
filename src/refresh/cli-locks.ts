import fs from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from './credentials-path.js'
import { isJsonObject, parseJson } from './json.js'
import { readTextIfAny } from './read.js'
import { RefreshError } from './reasons.js'
import { removeIfPossible } from './remove.js'
import { errorCode } from './system-error.js'
import type { WorkFolder } from './work-folder.js'

/** The file name by which the CLI knows its credentials. */
const CLI_FILE_NAME = '.credentials.json'

/** The CLI's own numbers: a lock is stale after 60 s; 2.1.30 thinks so after 10 s, so it is renewed every 2 s (shared facts). */
const STALE_AFTER_MS = 60_000
const RENEW_EVERY_MS = 2000

/** Which of the CLI's locks were ours, so that a run that comes after our death can tell them from a live session's. */
const RECORD = 'cli-locks.json'

/** A lock folder that we made, told from any other that ever stands at its path. */
interface Made {
  readonly path: string
  readonly ino: string
  readonly bornNs: string
}

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
  readonly #made: Made[] = []
  #isLost = false

  constructor(private readonly folder: WorkFolder) {
    removeThoseOfTheDead(folder)
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
      if (code === 'ELOCKED' && isFolder(`${target}.lock`)) return false
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
    removeIfPossible(this.folder.at(RECORD))
  }

  /** The record follows in the same breath: whoever is killed between the two leaves a lock that only time can free. */
  readonly #mkdirOnRecord = (lockPath: string, callback: (error: NodeJS.ErrnoException | null) => void): void => {
    try {
      fs.mkdirSync(lockPath)
      this.#made.push(describe(lockPath))
      fs.writeFileSync(this.folder.at(RECORD), JSON.stringify(this.#made), { mode: 0o600 })
      callback(null)
    } catch (error) {
      callback(Object.assign(new Error('mkdir failed'), { code: errorCode(error) }))
    }
  }
}

/** We hold our own lock, so whoever left this record is dead, and its locks are nobody's. */
function removeThoseOfTheDead(folder: WorkFolder): void {
  const record = parseJson(readTextIfAny(folder.at(RECORD)))
  for (const made of Array.isArray(record) ? record.map(parseMade) : []) {
    if (made === null) continue
    try {
      const now = describe(made.path)
      if (now.ino === made.ino && now.bornNs === made.bornNs) fs.rmdirSync(made.path)
    } catch {
      // No longer there.
    }
  }
  removeIfPossible(folder.at(RECORD))
}

function parseMade(value: unknown): Made | null {
  if (!isJsonObject(value)) return null
  const { path: lockPath, ino, bornNs } = value
  if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string') return null
  return path.isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null
}

/** The inode alone could have been used again for another folder. */
function describe(lockPath: string): Made {
  const { ino, birthtimeNs } = fs.lstatSync(lockPath, { bigint: true })
  return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) }
}

function isFolder(entry: string): boolean {
  return fs.statSync(entry, { throwIfNoEntry: false })?.isDirectory() ?? true
}

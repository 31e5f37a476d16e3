import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { RefreshError } from '../reasons.js'
import { namesIn } from '../system/read.js'
import { errorCode, explain } from '../system/system-error.js'
import type { CredentialsPath } from './credentials-path.js'

const GITIGNORE = '.gitignore'

/** What the names in it begin with: of isolated HOMEs, of those that nobody needs any more, */
export const HOME_PREFIX = 'home-'
export const GONE_PREFIX = 'gone-'

/** and of the files that wait to replace another. */
export const REPLACEMENT_PREFIX = 'replacement-'

/**
 * `<file>.clr/`: all that a run needs on disk, and nothing else. It lies beside the file because a temporary folder is
 * emptied between jobs and at a reboot, because a later run finds it there, and because the last rename must not leave
 * the file system. It is there only while it is needed.
 */
export class WorkFolder {
  private constructor(readonly path: string) {}

  /** The folder of a credentials file, made where there is none yet. @throws RefreshError `creds-not-writable` */
  static open(file: CredentialsPath): WorkFolder {
    const folder = new WorkFolder(`${file.real}.clr`)
    while (!makeOrFind(folder.path)) continue
    try {
      folder.hideFromGit()
      return folder
    } catch (error) {
      folder.close()
      throw error
    }
  }

  /** Whether a credentials file has such a folder: a run is at work, or has left something. */
  static isThere(file: CredentialsPath): boolean {
    return existsSync(`${file.real}.clr`)
  }

  /** A path inside. */
  at(name: string): string {
    return path.join(this.path, name)
  }

  /** A new path for a file that is to replace another. */
  newReplacementPath(): string {
    return newReplacementPathIn(this.path)
  }

  /** The names of what lies in it, without the file that hides it from git. */
  names(): readonly string[] {
    return namesIn(this.path).filter(name => name !== GITIGNORE)
  }

  /** Takes the folder away, unless something still needs it. */
  close(): void {
    if (this.names().length > 0) return
    try {
      rmSync(this.at(GITIGNORE), { force: true })
      rmdirSync(this.path)
    } catch {
      // Another run has just begun to use it, or has just taken it away: both are fine.
    }
  }

  /** Made again by whoever takes the lock, in case another run was just taking the folder away. */
  hideFromGit(): void {
    try {
      writeFileSync(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 })
    } catch (error) {
      const code = errorCode(error)
      if (code !== 'EEXIST' && code !== 'ENOENT') throw cannotMake(this.path, error)
    }
  }
}

/** A new path, in this folder, for a file that is to replace another. */
export function newReplacementPathIn(folder: string): string {
  return path.join(folder, `${REPLACEMENT_PREFIX}${randomBytes(4).toString('hex')}.json`)
}

/** @returns false where a run that ended took the folder away under our hands. */
function makeOrFind(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw cannotMake(folder, error)
  }
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) return false
  if (!stats.isDirectory()) {
    throw new RefreshError('creds-not-writable', `${folder} is in the way: it should be a folder of ours; move it away`)
  }
  if (stats.uid !== process.getuid?.()) {
    throw new RefreshError(
      'creds-not-writable',
      `${folder} belongs to another user (uid ${stats.uid}); have it removed`
    )
  }
  if ((stats.mode & 0o777) === 0o700) return true
  try {
    chmodSync(folder, 0o700)
    return true
  } catch (error) {
    throw cannotMake(folder, error)
  }
}

function cannotMake(folder: string, error: unknown): RefreshError {
  return new RefreshError(
    'creds-not-writable',
    `cannot write in ${path.dirname(folder)}, where the new credentials must be put: ${explain(error)}`
  )
}

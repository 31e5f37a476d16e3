import { randomBytes } from 'node:crypto'
import { lstatSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { notWritable } from './not-writable.js'
import { makePrivateFolder, type PrivateFolder } from './private-folder.js'
import { RefreshError } from './reasons.js'
import { namesIn, unlessMissing } from './system/read.js'
import { errorCode } from './system/system-error.js'
import { orUnreadable } from './unreadable.js'
import type { CredentialsPath } from './credentials/credentials-path.js'

const GITIGNORE = '.gitignore'

/** What the names in a work folder begin with: isolated HOMEs, and those that are being removed; */
export const HOME_PREFIX = 'home-'
export const GONE_PREFIX = 'gone-'

/** files that are to replace another, and pairs that could not be written back. */
export const REPLACEMENT_PREFIX = 'replacement-'
export const RESCUE_PREFIX = 'rescue-'

/** The path of a credentials file's work folder, whether it is there or not. */
export function workFolderPath({ real }: CredentialsPath): string {
  return `${real}.clr`
}

/**
 * `<file>.clr/`: all that a run needs on disk, and nothing else. It lies beside the file because a temporary folder is
 * emptied between jobs and at a reboot, because a later run finds it there, and because the last rename must not leave
 * the file system. It is there only while it is needed.
 */
export class WorkFolder implements PrivateFolder {
  private constructor(
    readonly path: string,
    readonly keepsModes: boolean
  ) {}

  /** The folder of a credentials file, made if there is none yet. @throws RefreshError `creds-not-writable` */
  static open(file: CredentialsPath): WorkFolder {
    const folder = WorkFolder.#make(workFolderPath(file))
    try {
      folder.hideFromGit()
      return folder
    } catch (error) {
      folder.close()
      throw error
    }
  }

  static #make(at: string): WorkFolder {
    try {
      return new WorkFolder(at, makePrivateFolder(at).keepsModes)
    } catch (error) {
      throw error instanceof RefreshError ? error : cannotMake(at, error)
    }
  }

  /** The folder of a credentials file, to look into whoever's it is; null if there is none. @throws as `exists` */
  static find(file: CredentialsPath): WorkFolder | null {
    return WorkFolder.exists(file) ? new WorkFolder(workFolderPath(file), true) : null
  }

  /**
   * Whether a credentials file has such a folder: a run is at work, or has left something.
   * @throws RefreshError `creds-unreadable`
   */
  static exists(file: CredentialsPath): boolean {
    const folder = workFolderPath(file)
    return orUnreadable(folder, () => unlessMissing(() => lstatSync(folder))) !== null
  }

  /** A path inside. */
  at(name: string): string {
    return path.join(this.path, name)
  }

  /** A new path for a file that is to replace another. */
  newReplacementPath(): string {
    return newReplacementPathIn(this.path)
  }

  /** The names of what lies in it, without the file that hides it from git. @throws RefreshError `creds-unreadable` */
  names(): readonly string[] {
    return orUnreadable(this.path, () => namesIn(this.path)).filter(name => name !== GITIGNORE)
  }

  /** Removes the folder, unless something is still in it. */
  close(): void {
    try {
      if (this.names().length > 0) return
      rmSync(this.at(GITIGNORE), { force: true })
      rmdirSync(this.path)
    } catch {
      // Another run has just begun to use it, or has just removed it, or it can't be read: it stays.
    }
  }

  /** Called again by whoever takes the lock, in case another run was just removing the folder. */
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

function cannotMake(folder: string, error: unknown): RefreshError {
  return notWritable(`cannot write in ${path.dirname(folder)}, where the new credentials must be put`, error)
}

import { randomBytes } from 'node:crypto'
import { lstatSync, renameSync, rmdirSync, rmSync, writeFileSync, type Stats } from 'node:fs'
import path from 'node:path'
import { notWritable } from './not-writable.js'
import { orNull } from './or-null.js'
import { borrowPrivateFolder, DRY_RUN_PREFIX, makePrivateFolder } from './private-folder.js'
import { RefreshError } from './reasons.js'
import { namesIn, unlessMissing } from './system/read.js'
import { removeIfPossible } from './system/remove.js'
import { errorCode } from './system/system-error.js'
import { orUnreadable } from './unreadable.js'
import type { CredentialsPath } from './credentials/credentials-path.js'

const GITIGNORE = '.gitignore'

/** Name prefixes in a work folder: isolated HOMEs, and those that are being removed. */
export const HOME_PREFIX = 'home-'
export const GONE_PREFIX = 'gone-'

/** Name prefixes of files: those that will replace another file, and pairs that could not be written back. */
export const REPLACEMENT_PREFIX = 'replacement-'
export const RESCUE_PREFIX = 'rescue-'

/** The name of the record of a rejected login (rejections.ts), which may stay although no run needs the folder. */
export const REJECTION_RECORD = 'rejection.json'

/** The path of a credentials file's work folder, which may not exist. */
export function workFolderPath({ real }: CredentialsPath): string {
  return `${real}.clr`
}

/**
 * `<file>.clr/`: everything that a run needs on disk, and nothing else. It is beside the file because a temporary folder is
 * emptied between jobs and at a reboot, because a later run finds it there, and because the last rename must not leave
 * the file system. It exists only while it is needed, or while it has a record.
 */
export class WorkFolder {
  private constructor(
    readonly path: string,
    /** Whether its file system keeps modes: see `makePrivateFolder`. Of a folder only to look into: whether that is certain. */
    readonly keepsModes: boolean,
    private readonly remover: (folder: WorkFolder) => void = removeUnlessInUse
  ) {}

  /** The folder of a credentials file, made if there is none yet. @throws RefreshError `creds-not-writable` */
  static open(file: CredentialsPath): WorkFolder {
    return WorkFolder.openAt(workFolderPath(file))
  }

  /** A folder at an absolute path, made if there is none yet. @throws RefreshError `creds-not-writable` */
  static openAt(at: string): WorkFolder {
    const folder = WorkFolder.#make(at)
    try {
      folder.hideFromGit()
      return folder
    } catch (error) {
      folder.close()
      throw error
    }
  }

  /**
   * As `openAt`, but for what holds no secret, and is removed at once: without a `.gitignore`. A folder that exists keeps its mode,
   * and `close` leaves it there.
   */
  static openBriefly(at: string): WorkFolder {
    return WorkFolder.#orCannotMake(at, () => {
      const { isMade, keepsModes } = borrowPrivateFolder(at)
      return new WorkFolder(at, keepsModes, isMade ? removeMade : () => undefined)
    })
  }

  static #make(at: string): WorkFolder {
    return WorkFolder.#orCannotMake(at, () => new WorkFolder(at, makePrivateFolder(at)))
  }

  static #orCannotMake(at: string, open: () => WorkFolder): WorkFolder {
    try {
      return open()
    } catch (error) {
      throw error instanceof RefreshError ? error : cannotMake(at, error)
    }
  }

  /** The folder of a credentials file, only to look into, even if it is another user's; null if there is none. @throws as `exists` */
  static find(file: CredentialsPath): WorkFolder | null {
    return WorkFolder.findAt(workFolderPath(file))
  }

  /** The folder at an absolute path, as `find`. */
  static findAt(at: string): WorkFolder | null {
    const stats = statsOf(at)
    return stats === null ? null : new WorkFolder(at, (stats.mode & 0o777) === 0o700)
  }

  /**
   * Whether a run is at work on a credentials file, or has left something; the record of a rejected login does not count.
   * If the folder can't be read, there may be something in it. @throws as `exists`
   */
  static isInUse(file: CredentialsPath): boolean {
    if (!WorkFolder.exists(file)) return false
    const names = orNull(() => WorkFolder.find(file)?.names()) ?? []
    return names.length !== 1 || names[0] !== REJECTION_RECORD
  }

  /** Whether a credentials file has such a folder. @throws RefreshError `creds-unreadable` */
  static exists(file: CredentialsPath): boolean {
    return statsOf(workFolderPath(file)) !== null
  }

  /** The path of an entry in the folder. */
  at(name: string): string {
    return path.join(this.path, name)
  }

  /** A new path for a file that will replace another. */
  newReplacementPath(): string {
    return newReplacementPathIn(this.path)
  }

  /** The names of its entries, without the file that hides it from git. @throws RefreshError `creds-unreadable` */
  names(): readonly string[] {
    return orUnreadable(this.path, () => namesIn(this.path)).filter(name => name !== GITIGNORE)
  }

  /** Writes a record, mode 600: a kill leaves the old one or the new one. @throws the failed system call's error */
  writeRecord(name: string, content: object): void {
    const staged = this.at(`${REPLACEMENT_PREFIX}${name}`) // recovery removes files with this prefix
    rmSync(staged, { force: true })
    try {
      writeFileSync(staged, JSON.stringify(content), { mode: 0o600, flag: 'wx' })
      renameSync(staged, this.at(name))
    } catch (error) {
      removeIfPossible(staged)
      throw error
    }
  }

  /** Removes the folder, unless something is still in it. */
  close(): void {
    this.remover(this)
  }

  /**
   * Creates a `.gitignore`. Call it again once the lock is taken, because another run may just have been removing the
   * folder.
   */
  hideFromGit(): void {
    try {
      writeFileSync(this.at(GITIGNORE), '*\n', { flag: 'wx', mode: 0o600 })
    } catch (error) {
      const code = errorCode(error)
      if (code !== 'EEXIST' && code !== 'ENOENT') throw cannotMake(this.path, error)
    }
  }
}

function removeUnlessInUse(folder: WorkFolder): void {
  try {
    if (folder.names().length > 0) return
    rmSync(folder.at(GITIGNORE), { force: true })
    rmdirSync(folder.path)
  } catch (error) {
    // It stays if another run has just started to use it or has just removed it, or if it can't be read.
    orNull(() => {
      if (errorCode(error) === 'ENOTEMPTY') folder.hideFromGit()
    })
  }
}

/** How often, and after which time in milliseconds, a folder is removed again if another dry run still uses it. */
const MAX_REMOVALS = 20
const REMOVE_AGAIN_AFTER_MS = 10

/** Removes a folder that this dry run has made, once no other dry run has anything in it; a refresh that uses it removes it. */
function removeMade(folder: WorkFolder): void {
  orNull(() => {
    for (let removals = 1; ; removals += 1) {
      try {
        rmdirSync(folder.path)
        return
      } catch (error) {
        const isOfDryRuns = namesIn(folder.path).every(name => name.startsWith(DRY_RUN_PREFIX))
        if (errorCode(error) !== 'ENOTEMPTY' || !isOfDryRuns || removals === MAX_REMOVALS) return
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REMOVE_AGAIN_AFTER_MS)
      }
    }
  })
}

function statsOf(folder: string): Stats | null {
  return orUnreadable(folder, () => unlessMissing(() => lstatSync(folder)))
}

/** A new path, in this folder, for a file that will replace another. */
export function newReplacementPathIn(folder: string): string {
  return path.join(folder, `${REPLACEMENT_PREFIX}${randomBytes(4).toString('hex')}.json`)
}

/** Whether an earlier run has left what may be a newer pair than the one in the file. @throws RefreshError `creds-unreadable` */
export function isPairWaiting(file: CredentialsPath): boolean {
  return waitingPairs(file).length > 0
}

/** Names the places of newer pairs, as the end of a sentence; empty if there are none. @throws RefreshError `creds-unreadable` */
export function waitingNote(file: CredentialsPath): string {
  const waiting = waitingPairs(file)
  return waiting.length === 0
    ? ''
    : `; an interrupted run may have used up the refresh token, and its new tokens may be in ${waiting.join(', ')}`
}

/** The paths of the isolated HOMEs and rescue files in the work folder. */
function waitingPairs(file: CredentialsPath): readonly string[] {
  const folder = workFolderPath(file)
  return orUnreadable(folder, () => namesIn(folder))
    .filter(name => name.startsWith(HOME_PREFIX) || name.startsWith(RESCUE_PREFIX))
    .map(name => path.join(folder, name))
}

function cannotMake(folder: string, error: unknown): RefreshError {
  return notWritable(`cannot write in ${path.dirname(folder)}, where the new tokens have to be stored`, error)
}

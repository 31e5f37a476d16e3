import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { inTheWay, notWritable } from './not-writable.js'
import { RefreshError } from './reasons.js'
import { namesIn, unlessMissing } from './system/read.js'
import { errorCode } from './system/system-error.js'
import { orUnreadable } from './unreadable.js'
import type { CredentialsPath } from './credentials/credentials-path.js'

const GITIGNORE = '.gitignore'

/** What the names in it begin with: of isolated HOMEs, of those that nobody needs any more, */
export const HOME_PREFIX = 'home-'
export const GONE_PREFIX = 'gone-'

/** of the files that wait to replace another, and of the pairs that could not be written back. */
export const REPLACEMENT_PREFIX = 'replacement-'
export const RESCUE_PREFIX = 'rescue-'

/**
 * `<file>.clr/`: all that a run needs on disk, and nothing else. It lies beside the file because a temporary folder is
 * emptied between jobs and at a reboot, because a later run finds it there, and because the last rename must not leave
 * the file system. It is there only while it is needed.
 */
export class WorkFolder {
  private constructor(
    readonly path: string,
    /** Whether its file system keeps modes at all: a drive of Windows and the like shows one mode for every file. */
    readonly keepsModes: boolean
  ) {}

  /** The folder of a credentials file, made if there is none yet. @throws RefreshError `creds-not-writable` */
  static open(file: CredentialsPath): WorkFolder {
    const at = `${file.real}.clr`
    let made = makeOrFind(at)
    while (made === null) made = makeOrFind(at)
    const folder = new WorkFolder(at, made.keepsModes)
    try {
      folder.hideFromGit()
      return folder
    } catch (error) {
      folder.close()
      throw error
    }
  }

  /** The folder of a credentials file, to look into whoever's it is; null if there is none. @throws as `isThere` */
  static find(file: CredentialsPath): WorkFolder | null {
    return WorkFolder.isThere(file) ? new WorkFolder(`${file.real}.clr`, true) : null
  }

  /** Whether a credentials file has such a folder: a run is at work, or has left something. */
  static isThere(file: CredentialsPath): boolean {
    const folder = `${file.real}.clr`
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

  /** Takes the folder away, unless something still needs it. */
  close(): void {
    try {
      if (this.names().length > 0) return
      rmSync(this.at(GITIGNORE), { force: true })
      rmdirSync(this.path)
    } catch {
      // Another run has just begun to use it, or has just removed it, or it can't be read: it stays.
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

/** Whether an earlier run has left what may be a newer pair than the file's. @throws RefreshError `creds-unreadable` */
export function isPairWaiting(file: CredentialsPath): boolean {
  return waitingIn(file).length > 0
}

/** The isolated HOMEs and rescue files that lie beside a file, by their paths. @throws RefreshError `creds-unreadable` */
function waitingIn({ real }: CredentialsPath): readonly string[] {
  const folder = `${real}.clr`
  return orUnreadable(folder, () => namesIn(folder))
    .filter(name => name.startsWith(HOME_PREFIX) || name.startsWith(RESCUE_PREFIX))
    .map(name => path.join(folder, name))
}

/** Where such may be, as the end of a sentence; empty if there are none. @throws RefreshError `creds-unreadable` */
export function waitingNote(file: CredentialsPath): string {
  const waiting = waitingIn(file)
  return waiting.length === 0
    ? ''
    : `; an interrupted run may have sent the refresh token, and its new tokens may be in ${waiting.join(', ')}`
}

/** A new path, in this folder, for a file that is to replace another. */
export function newReplacementPathIn(folder: string): string {
  return path.join(folder, `${REPLACEMENT_PREFIX}${randomBytes(4).toString('hex')}.json`)
}

/** @returns whether modes are kept there; null if a run that ended has just removed the folder. */
function makeOrFind(folder: string): { readonly keepsModes: boolean } | null {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw cannotMake(folder, error)
  }
  try {
    return makePrivate(folder)
  } catch (error) {
    if (error instanceof RefreshError) throw error
    const code = errorCode(error)
    if (code === 'ENOENT') return null
    if (code !== 'ENOTDIR' && code !== 'ELOOP') throw cannotMake(folder, error)
    throw inTheWay(folder, 'it should be a folder of ours')
  }
}

/** By its descriptor, never through a link: a name can lead elsewhere a moment later. */
function makePrivate(folder: string): { readonly keepsModes: boolean } {
  const fd = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    const { uid } = fstatSync(fd)
    if (uid !== process.geteuid?.()) {
      throw new RefreshError(
        'creds-not-writable',
        `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run: let that user run \`clr recover\`, which removes it`
      )
    }
    if (!isPrivate(fd)) chmodIfPossible(fd)
    return { keepsModes: isPrivate(fd) }
  } finally {
    closeSync(fd)
  }
}

function isPrivate(fd: number): boolean {
  return (fstatSync(fd).mode & 0o777) === 0o700
}

function chmodIfPossible(fd: number): void {
  try {
    fchmodSync(fd, 0o700)
  } catch {
    // A file system without modes refuses, or says nothing: the mode tells.
  }
}

function cannotMake(folder: string, error: unknown): RefreshError {
  return notWritable(`cannot write in ${path.dirname(folder)}, where the new credentials must be put`, error)
}

import { closeSync, constants, fchmodSync, fstatSync, mkdirSync, openSync } from 'node:fs'
import { inTheWay } from './not-writable.js'
import { RefreshError } from './reasons.js'
import { errorCode } from './system/system-error.js'

/** What is known of a folder of our own. */
export interface PrivateFolder {
  /** Whether its file system keeps modes at all: a drive of Windows and the like shows one mode for every file. */
  readonly keepsModes: boolean
}

/**
 * Makes a folder that only we may enter, or makes one of ours so that is there already.
 * @throws RefreshError `creds-not-writable` if it is not ours, or something else has its name; else the failed system call's
 * error
 */
export function makePrivateFolder(folder: string): PrivateFolder {
  for (;;) {
    try {
      mkdirSync(folder, { mode: 0o700 })
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    const found = unlessGone(folder)
    if (found !== null) return found
  }
}

/** @returns null if a run that ended has just removed the folder */
function unlessGone(folder: string): PrivateFolder | null {
  try {
    return makePrivate(folder)
  } catch (error) {
    if (error instanceof RefreshError) throw error
    const code = errorCode(error)
    if (code === 'ENOENT') return null
    if (code !== 'ENOTDIR' && code !== 'ELOOP') throw error
    throw inTheWay(folder, 'it should be a folder of ours')
  }
}

/** By its descriptor, never through a link: a name can lead elsewhere a moment later. */
function makePrivate(folder: string): PrivateFolder {
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

import { closeSync, constants, fchmodSync, fstatSync, mkdirSync, openSync } from 'node:fs'
import { inTheWay } from './not-writable.js'
import { orNull } from './or-null.js'
import { RefreshError } from './reasons.js'
import { errorCode } from './system/system-error.js'

/**
 * Makes a folder that only we may enter; one of ours that exists is made private.
 * @returns whether its file system keeps modes: a Windows drive, for example, shows one mode for every file
 * @throws RefreshError `creds-not-writable` if it belongs to another user, or is not a folder; else the failed system call's
 * error
 */
export function makePrivateFolder(folder: string): boolean {
  for (;;) {
    try {
      mkdirSync(folder, { mode: 0o700 })
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    const keepsModes = unlessGone(folder)
    if (keepsModes !== null) return keepsModes
  }
}

/** @returns as `makePrivate`; null if a run that ended has just removed the folder */
function unlessGone(folder: string): boolean | null {
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

/**
 * Works on the folder's descriptor, and follows no link, because the name may soon belong to something else.
 * @returns whether the file system keeps modes
 */
function makePrivate(folder: string): boolean {
  const fd = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    const { uid } = fstatSync(fd)
    if (uid !== process.geteuid?.()) {
      throw new RefreshError(
        'creds-not-writable',
        `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run: let that user run \`clr recover\`, and remove the folder if it is still there`
      )
    }
    // A file system without modes refuses this, or does nothing; the mode shows which.
    if (!isPrivate(fd))
      orNull(() => {
        fchmodSync(fd, 0o700)
      })
    return isPrivate(fd)
  } finally {
    closeSync(fd)
  }
}

function isPrivate(fd: number): boolean {
  return (fstatSync(fd).mode & 0o777) === 0o700
}

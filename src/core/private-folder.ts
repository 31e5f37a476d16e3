import { randomBytes } from 'node:crypto'
import { closeSync, constants, fchmodSync, fstatSync, lstatSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { inTheWay, NEEDS_FOLDER } from './not-writable.js'
import { orNull } from './or-null.js'
import { NOT_SENT, RefreshError } from './reasons.js'
import { removeIfPossible } from './system/remove.js'
import { errorCode } from './system/system-error.js'

/** Name prefix of the temporary entries of a dry run in a work folder, which never hold a login. They begin like those that are being removed. */
export const DRY_RUN_PREFIX = 'gone-dry-run-'

/**
 * Makes a folder that only we may enter; one of ours that exists is made private.
 * @returns whether its file system keeps modes: a Windows drive, for example, shows one mode for every file
 * @throws RefreshError `creds-not-writable` if it belongs to another user, or is not a folder; else the failed system call's
 * error
 */
export function makePrivateFolder(folder: string): boolean {
  for (;;) {
    makeUnlessThere(folder)
    const keepsModes = unlessGone(folder, makePrivate)
    if (keepsModes !== null) return keepsModes
  }
}

/** A folder of ours, to be used for a moment. */
interface Borrowed {
  readonly isMade: boolean
  /** As returned by `makePrivateFolder`, which would make an existing folder private. */
  readonly keepsModes: boolean
}

/**
 * Makes a folder that only we may enter; one of ours that exists keeps its mode, unless we cannot use it.
 * @throws as `makePrivateFolder`
 */
export function borrowPrivateFolder(folder: string): Borrowed {
  for (;;) {
    const isMade = makeUnlessThere(folder)
    const isPrivateOrUsable = unlessGone(folder, isMade ? makePrivate : makeUsable)
    if (isPrivateOrUsable === null) continue
    return { isMade, keepsModes: isPrivateOrUsable || (!isMade && keepsModesIn(folder)) }
  }
}

/** @returns whether it was made */
function makeUnlessThere(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    return false
  }
}

/** Whether a new folder in this one has the mode that it was given. True if none can be made, which is refused later. */
function keepsModesIn(folder: string): boolean {
  const probe = path.join(folder, `${DRY_RUN_PREFIX}${randomBytes(8).toString('hex')}`)
  try {
    mkdirSync(probe, { mode: 0o700 })
    return (lstatSync(probe).mode & 0o777) === 0o700
  } catch {
    return true
  } finally {
    removeIfPossible(probe)
  }
}

/** @returns as `work`; null if a run that ended has just removed the folder */
function unlessGone(folder: string, work: (folder: string) => boolean): boolean | null {
  try {
    return work(folder)
  } catch (error) {
    if (error instanceof RefreshError) throw error
    const code = errorCode(error)
    if (code === 'ENOENT') return null
    if (code !== 'ENOTDIR' && code !== 'ELOOP') throw error
    throw inTheWay(folder, NEEDS_FOLDER)
  }
}

/**
 * Works on the folder's descriptor, and follows no link, because the name may soon belong to something else.
 * @returns whether the file system keeps modes
 */
function makePrivate(folder: string): boolean {
  return whileOpen(folder, fd => {
    // A file system without modes refuses this, or does nothing; the mode shows which.
    if (!isPrivate(fd)) tryToMakePrivate(fd)
    return isPrivate(fd)
  })
}

/** @returns whether the folder is private */
function makeUsable(folder: string): boolean {
  return whileOpen(folder, fd => {
    if ((fstatSync(fd).mode & 0o700) !== 0o700) tryToMakePrivate(fd)
    return isPrivate(fd)
  })
}

function tryToMakePrivate(fd: number): void {
  orNull(() => {
    fchmodSync(fd, 0o700)
  })
}

/** Works on a folder of ours. @throws RefreshError `creds-not-writable` if it belongs to another user */
function whileOpen<T>(folder: string, work: (fd: number) => T): T {
  const fd = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    const { uid } = fstatSync(fd)
    if (uid !== process.geteuid?.()) {
      throw new RefreshError(
        'creds-not-writable',
        `${folder} belongs to uid ${uid}, and may hold the tokens of an interrupted run`,
        `Have that user run \`clr recover\`, then delete the folder if it still exists. ${NOT_SENT}`
      )
    }
    return work(fd)
  } finally {
    closeSync(fd)
  }
}

function isPrivate(fd: number): boolean {
  return (fstatSync(fd).mode & 0o777) === 0o700
}

import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  type Stats
} from 'node:fs'
import { orNull } from '../or-null.js'
import { errorCode } from './system-error.js'

/** A file's bytes and what its descriptor says of it: the two belong together, whatever happens to its name. */
export interface FileContent {
  readonly bytes: Buffer
  readonly stats: Stats
}

/** How to open a file for reading: never through a link, and never waiting for the other end of a pipe. */
const READ_ONLY = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW

/**
 * Reads a regular file that has at most `maxBytes`.
 * @throws the failed system call's error, or one with the code `not a regular file` or `EFBIG`
 */
export function readRegularFile(file: string, maxBytes = Infinity): FileContent {
  const fd = openSync(file, READ_ONLY)
  try {
    const stats = fstatSync(fd)
    if (!stats.isFile()) throw withCode('not a regular file')
    if (stats.size > maxBytes) throw withCode('EFBIG')
    return { bytes: readFileSync(fd), stats }
  } finally {
    closeSync(fd)
  }
}

/**
 * The text of a file, or null if there is no such file. Any other failure says nothing of what is there (too many open
 * files, a bad disk, a missing right), so it is an error. @throws the failed system call's error
 */
export function readTextIfExists(file: string): string | null {
  return unlessMissing(() => readRegularFile(file).bytes.toString('utf8'))
}

/** The text of a file, or an empty text if it can't be read: only for logs and messages, on which no login depends. */
export function readTextOrEmpty(file: string): string {
  return orNull(() => readTextIfExists(file)) ?? ''
}

/** What the system says of a file, links followed; undefined if it says nothing. Never throws. */
export function statIfAny(file: string): Stats | undefined {
  return orNull(() => statSync(file)) ?? undefined
}

/** The names in a folder; none if there is no such folder. @throws the failed system call's error, as `readTextIfExists` */
export function namesIn(folder: string): readonly string[] {
  return unlessMissing(() => readdirSync(folder)) ?? []
}

/** Also a name that is too long for its file system: nothing can have it. */
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']

/** @returns null if what was to be read is not there. @throws what `read` throws otherwise */
export function unlessMissing<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (NOT_THERE.includes(errorCode(error))) return null
    throw error
  }
}

/** The path of a file, links resolved; as given if that is not known, as while it is being replaced. */
export function realPathOf(file: string): string {
  return orNull(() => realpathSync(file)) ?? file
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code })
}

import type { Stats } from 'node:fs'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync
} from 'node:fs'
import { orNull } from '../or-null.js'
import { errorCode } from './system-error.js'

/** A file's bytes and stats, from one descriptor: they belong together even if the name is given to another file. */
export interface FileContent {
  readonly bytes: Buffer
  readonly stats: Stats
}

/**
 * Reads a regular file of at most `maxBytes`. Follows no link, and never waits for the other end of a pipe.
 * @throws the failed system call's error, or one with the code `not a regular file` or `EFBIG`
 */
export function readRegularFile(file: string, maxBytes = Infinity): FileContent {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const stats = fstatSync(fd)
    if (!stats.isFile()) throw withCode('not a regular file')
    if (stats.size > maxBytes) throw withCode('EFBIG')
    return { bytes: readFileSync(fd), stats }
  } finally {
    closeSync(fd)
  }
}

/** No text that `claude` or we write is larger, in bytes. Another user's file could be, and would use up the memory. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024

/**
 * The text of a file, or null if there is no such file. Any other failure (too many open files, a bad disk, a missing right)
 * does not show that the file is missing. @throws the failed system call's error, or one with the code `EFBIG`
 */
export function readTextIfExists(file: string): string | null {
  return unlessMissing(() => readRegularFile(file, MAX_TEXT_BYTES).bytes.toString('utf8'))
}

/** The text of a file, empty if it can't be read. Only for logs and messages, on which no login depends. */
export function readTextOrEmpty(file: string): string {
  return orNull(() => readTextIfExists(file)) ?? ''
}

/** The end of a file of any size, at most so many bytes; empty if it can't be read. A character that is cut is a U+FFFD. */
export function readEndOrEmpty(file: string, maxBytes: number): string {
  return orNull(() => readEnd(file, maxBytes).toString('utf8')) ?? ''
}

function readEnd(file: string, maxBytes: number): Buffer {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const stats = fstatSync(fd)
    if (!stats.isFile()) throw withCode('not a regular file')
    const end = Buffer.alloc(Math.min(stats.size, maxBytes))
    return end.subarray(0, readSync(fd, end, 0, end.length, stats.size - end.length))
  } finally {
    closeSync(fd)
  }
}

/** The stats of a file, links followed; undefined if there are none. Never throws. */
export function statIfAny(file: string): Stats | undefined {
  return orNull(() => statSync(file)) ?? undefined
}

/** The names in a folder; empty if there is no such folder. @throws the failed system call's error, as `readTextIfExists` */
export function namesIn(folder: string): readonly string[] {
  return unlessMissing(() => readdirSync(folder)) ?? []
}

/** The last one is a name that is too long for its file system, so nothing can have it. */
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']

/** The result of `read`; null if the file or folder does not exist. @throws any other error of `read` */
export function unlessMissing<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (NOT_THERE.includes(errorCode(error))) return null
    throw error
  }
}

/** The path of a file, links resolved; as given if that is not possible, for example while the file is being replaced. */
export function realPathOf(file: string): string {
  return orNull(() => realpathSync(file)) ?? file
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code })
}

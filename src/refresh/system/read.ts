import { closeSync, constants, openSync, readdirSync, readFileSync } from 'node:fs'

/** The text of a file; empty where there is none to be had. */
export function readTextIfAny(file: string): string {
  try {
    // Not blocking: what should be a file could be a pipe that nobody writes to.
    const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      return readFileSync(fd, 'utf8')
    } finally {
      closeSync(fd)
    }
  } catch {
    return ''
  }
}

/** The names in a folder; none where there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

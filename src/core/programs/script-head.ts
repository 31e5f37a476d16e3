import { closeSync, openSync, readSync } from 'node:fs'
import { orNull } from '../or-null.js'

/** Enough for the shim of a version manager that lists dozens of versions; the native `claude` has 400 MB. */
const HEAD_BYTES = 8192

/** The beginning of a script, `#!` first; empty for any other program. @throws the failed system call's error */
export function scriptHead(program: string): string {
  const fd = openSync(program, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    const text = head.toString('utf8', 0, readSync(fd, head))
    return text.startsWith('#!') ? text : ''
  } finally {
    closeSync(fd)
  }
}

/** As `scriptHead`, and empty for a file that can't be read: a native program may be run without that right. */
export function scriptHeadOrEmpty(program: string): string {
  return orNull(() => scriptHead(program)) ?? ''
}

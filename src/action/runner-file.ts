import { existsSync, truncateSync } from 'node:fs'
import { statIfAny } from '../core/system/read.js'
import { errorCode } from '../core/system/system-error.js'

/** The files by which a step hands something on: a full disk, or an odd runner, may keep them from being written. */
export type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_PATH' | 'GITHUB_STATE'

/** Why such a file was not written, in a clause. @param error what writing it threw, if that was tried */
export function whyNotWritten(name: RunnerFile, env: NodeJS.ProcessEnv, error?: unknown): string {
  const file = env[name] ?? ''
  if (file === '') return `${name} is not set`
  return existsSync(file) ? `${name} cannot be written (${errorCode(error)})` : `${name} names a file that is not there`
}

/**
 * Does a write to such a file, and takes back what half of it was written: half an entry, from a disk that filled up in the
 * middle of it, would make the runner pass on none at all, and show the rest in its log. @throws what the write throws
 */
export function wholeOrNothing(file: string, write: () => void): void {
  const size = statIfAny(file)?.size
  try {
    write()
  } catch (error) {
    if (size !== undefined) cutBack(file, size)
    throw error
  }
}

function cutBack(file: string, size: number): void {
  try {
    truncateSync(file, size)
  } catch {
    // It is no regular file.
  }
}

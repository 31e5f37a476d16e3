import { existsSync, truncateSync } from 'node:fs'
import { orNull } from '../core/or-null.js'
import { statIfAny } from '../core/system/read.js'
import { errorCode } from '../core/system/system-error.js'

/** The files in which a step passes values on. A full disk or an unusual runner can make them unwritable. */
export type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_PATH' | 'GITHUB_STATE'

/** Why such a file was not written, in a clause. @param error what writing it threw, if it was tried */
export function whyNotWritten(name: RunnerFile, env: NodeJS.ProcessEnv, error?: unknown): string {
  const file = env[name] ?? ''
  if (file === '') return `${name} is not set`
  return existsSync(file)
    ? `${name} cannot be written (${errorCode(error)})`
    : `${name} names a file that does not exist`
}

/**
 * Writes to such a file, and removes what was written if that fails. After half an entry, from a disk that filled up, the
 * runner would pass on no entry at all, and show the rest in its log. @throws what the write throws
 */
export function wholeOrNothing(file: string, write: () => void): void {
  const size = statIfAny(file)?.size
  try {
    write()
  } catch (error) {
    orNull(() => {
      if (size !== undefined) truncateSync(file, size) // fails if it is not a regular file
    })
    throw error
  }
}

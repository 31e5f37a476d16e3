import { existsSync } from 'node:fs'
import { errorCode } from '../../refresh/system/system-error.js'

/** The files by which a step hands something on: a full disk, or an odd runner, may keep them from being written. */
export type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_PATH' | 'GITHUB_STATE'

/** Why such a file was not written, in a clause. @param error what writing it threw, if that was tried */
export function whyNotWritten(name: RunnerFile, env: NodeJS.ProcessEnv, error?: unknown): string {
  const file = env[name] ?? ''
  if (file === '') return `${name} is not set`
  return existsSync(file) ? `${name} cannot be written (${errorCode(error)})` : `${name} names a file that is not there`
}

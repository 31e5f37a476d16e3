import { NOT_SENT, RefreshError } from './reasons.js'
import { explainSystemError, remedyFor } from './system/system-error.js'

/** The error to throw if a refresh cannot create something that it needs on disk. @param what a clause, such as `cannot write in /x` */
export function notWritable(what: string, error: unknown): RefreshError {
  return new RefreshError('creds-not-writable', `${what}: ${explainSystemError(error)}`, remedyFor(error))
}

/** Why something may not be at the path of a folder of ours. */
export const NEEDS_FOLDER = '`clr` needs a folder of its own there'

/** The error to throw if something else is at the path of our folder, or of a lock, which stops every run. */
export function inTheWay(entry: string, what: string): RefreshError {
  const remedy = `Move ${entry} away, or delete it. ${NOT_SENT}`
  return new RefreshError('creds-not-writable', `${entry} is in the way: ${what}`, remedy)
}

import { NOT_SENT, RefreshError } from './reasons.js'
import { explainSystemError, remedyFor } from './system/system-error.js'

/** The error to throw if what a refresh needs on the disk can't be made. @param what a clause, such as `cannot write in /x` */
export function notWritable(what: string, error: unknown): RefreshError {
  return new RefreshError('creds-not-writable', `${what}: ${explainSystemError(error)}`, remedyFor(error))
}

/** The error to throw if something is in the place of a folder of ours, or of a lock, and keeps every run from its work. */
export function inTheWay(entry: string, what: string): RefreshError {
  const remedy = `Move ${entry} away, or remove it. ${NOT_SENT}`
  return new RefreshError('creds-not-writable', `${entry} is in the way: ${what}`, remedy)
}

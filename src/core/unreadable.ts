import { NOT_SENT_HERE, RefreshError } from './reasons.js'
import { explainSystemError, remedyFor } from './system/system-error.js'

const A_NEWER_PAIR = 'a newer pair may be there'

/**
 * Reads what may hold, or lead to, a newer pair. A read that fails says nothing of what is there, so nothing may be sent or
 * removed on the strength of it. @param what a clause that says what can't be known then. @throws RefreshError `creds-unreadable`, and what is no failed system call as it is
 */
export function orUnreadable<T>(entry: string, read: () => T, what = A_NEWER_PAIR): T {
  try {
    return read()
  } catch (error) {
    throw unreadable(entry, error, what)
  }
}

/** The error to throw if reading `entry` failed with `error`. */
export function unreadable(entry: string, error: unknown, what = A_NEWER_PAIR): unknown {
  if (error instanceof RefreshError || !(error instanceof Error) || !('code' in error)) return error
  const why = `cannot read ${entry}: ${explainSystemError(error)}; ${what}`
  const message = `${why}, so it stays as it is, and ${NOT_SENT_HERE}`
  return new RefreshError('creds-unreadable', message, remedyFor(error))
}

import { RefreshError } from './reasons.js'
import { errorCode } from './system/system-error.js'

/**
 * Reads what may hold, or lead to, a newer pair. A read that fails says nothing of what is there, so nothing may be sent or
 * removed on the strength of it. @throws RefreshError `creds-unreadable`, and what is no failed system call as it is
 */
export function orUnreadable<T>(entry: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw unreadable(entry, error)
  }
}

/** The error to throw if reading `entry` failed with `error`. */
export function unreadable(entry: string, error: unknown): unknown {
  if (error instanceof RefreshError || !(error instanceof Error) || !('code' in error)) return error
  const why = `cannot read ${entry} (${errorCode(error)}), and a newer pair may be there`
  return new RefreshError('creds-unreadable', `${why}; it stays as it is, and this run did not send the refresh token`)
}

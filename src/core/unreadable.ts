import { NOT_SENT_HERE, outcomeOf, RefreshError, withoutTokenNote } from './reasons.js'
import { errorCode, explainSystemError, remedyFor } from './system/system-error.js'

const NEWER_TOKENS = 'it may hold newer tokens'

/**
 * Reads something that may hold, or lead to, a newer pair. If the read fails, it is not known what is there, so nothing may
 * be sent or removed.
 * @param what a clause for the message: why it matters
 * @throws RefreshError `creds-unreadable` for a failed system call; any other error as it is
 */
export function orUnreadable<T>(entry: string, read: () => T, what = NEWER_TOKENS): T {
  try {
    return read()
  } catch (error) {
    throw unreadable(entry, error, what)
  }
}

/** The error to throw if reading `entry` failed with `error`. */
export function unreadable(entry: string, error: unknown, what = NEWER_TOKENS): unknown {
  if (error instanceof RefreshError || !(error instanceof Error) || !('code' in error)) return error
  const why = `cannot read ${entry}: ${explainSystemError(error)}; ${what}`
  const message = `${why}, so it was left as it is, and ${NOT_SENT_HERE}`
  return new RefreshError('creds-unreadable', message, remedyOf(entry, error))
}

/** Says nothing about the token: the message does. */
function remedyOf(entry: string, error: Error): string {
  if (errorCode(error) === 'not a regular file') return `Move ${entry} away, or delete it.`
  return withoutTokenNote(remedyFor(error) ?? outcomeOf('creds-unreadable').remedy)
}

import { tmpdir } from 'node:os'
import path from 'node:path'
import { NOT_SENT, NOT_SENT_HERE, RefreshError } from '../../core/reasons.js'
import { explainSystemError, failedPath, remedyFor } from '../../core/system/system-error.js'
import { installFailed } from './install-failure.js'

/** What an installation gets from its step. */
export interface Installing {
  /** Aborted when the runner cancels. */
  readonly cancel: AbortSignal
  /** Adds a line to the log, which is shown at the end of the step. May be called twice with the same line. */
  readonly note: (line: string) => void
  /** Shows a line at once. It must hold nothing but our own words and numbers, because the runner knows no masks yet. */
  readonly progress: (line: string) => void
}

const FIX_IT = `Check that the user of the runner may write there. ${NOT_SENT}`

/**
 * Does the work of an installation: new files are writable only by their owner, and a failed system call becomes an error that
 * names the path.
 * @throws RefreshError `claude-install-failed`, `cancelled`, and what the work throws
 */
export async function asInstallation<T>(cancel: AbortSignal, work: () => Promise<T>): Promise<T> {
  const umask = process.umask(0o022) // with a laxer umask, the next job would not trust the tool
  try {
    if (cancel.aborted) throw cancelled()
    return await work()
  } catch (error) {
    if (cancel.aborted) throw cancelled()
    throw error instanceof RefreshError ? error : systemFailure(error)
  } finally {
    process.umask(umask)
  }
}

/** The error to throw if a system call failed during an installation. @param place where that was, if the error does not say */
export function systemFailure(error: unknown, place: string | null = null): RefreshError {
  const at = failedPath(error) ?? place
  const where = at === null ? '' : ` in ${at}`
  return installFailed(`cannot install claude${where}: ${explainSystemError(error)}`, remedyFor(error) ?? FIX_IT)
}

/** Waits for some work that cannot be stopped. @throws RefreshError `cancelled`, at once if the runner cancels */
export async function orCancelled<T>(work: Promise<T>, cancel: AbortSignal): Promise<T> {
  const settled = new AbortController()
  const isCancelled = new Promise<never>((_resolve, reject) => {
    const refuse = (): void => {
      reject(cancelled())
    }
    if (cancel.aborted) refuse()
    else cancel.addEventListener('abort', refuse, { signal: settled.signal })
  })
  return Promise.race([work, isCancelled]).finally(() => {
    settled.abort()
  })
}

function cancelled(): RefreshError {
  return new RefreshError('cancelled', `stopped before \`claude\` was installed; ${NOT_SENT_HERE}`)
}

/** Prefers `RUNNER_TEMP`, which the runner empties between jobs. */
export function temporaryFolder({ RUNNER_TEMP: folder = '' }: NodeJS.ProcessEnv): string {
  return path.isAbsolute(folder) ? folder : tmpdir()
}

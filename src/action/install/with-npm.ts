import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { rmRF } from '@actions/io'
import { NOT_SENT, NOT_SENT_HERE, RefreshError } from '../../core/reasons.js'
import { explainSystemError, failedPath, remedyFor } from '../../core/system/system-error.js'
import { installFailed } from './npm-failure.js'
import { Npm, type Installing } from './npm.js'

/** How long a cancelled step tries to remove npm's HOME, which is in the runner's temporary folder; in milliseconds. */
const REMOVAL_LIMIT_MS = 1_000

const FIX_IT = `Check that the user of the runner may write there. ${NOT_SENT}`

/**
 * Does some work with an `npm` that has a new HOME, which is removed afterwards. A failed system call becomes an error that
 * names the path.
 * @throws RefreshError `claude-install-failed`, `cancelled`, and what the work throws
 */
export async function withNpm<T>(env: NodeJS.ProcessEnv, step: Installing, work: (npm: Npm) => Promise<T>): Promise<T> {
  const umask = process.umask(0o022) // applies to npm too: with a laxer umask, the next job would not trust the tool
  try {
    const home = await mkdtemp(path.join(temporaryFolder(env), 'clr-npm-'))
    try {
      return await orCancelled(work(new Npm(env, home, step)), step.cancel)
    } finally {
      const removed = rmRF(home).catch(() => undefined)
      // After a cancel, npm continues to write until the runner ends it.
      if (step.cancel.aborted) await Promise.race([removed, sleep(REMOVAL_LIMIT_MS, undefined, { ref: false })])
      else await removed
    }
  } catch (error) {
    if (error instanceof RefreshError) throw error
    const at = failedPath(error)
    throw installFailed(
      `cannot install claude${at === null ? '' : ` in ${at}`}: ${explainSystemError(error)}`,
      remedyFor(error) ?? FIX_IT
    )
  } finally {
    process.umask(umask)
  }
}

/** Prefers `RUNNER_TEMP`, which the runner empties between jobs. */
export function temporaryFolder({ RUNNER_TEMP: folder = '' }: NodeJS.ProcessEnv): string {
  return path.isAbsolute(folder) ? folder : tmpdir()
}

/** @actions/exec can't stop a program: after a cancel we don't wait for npm, and the runner ends it with the step. */
function orCancelled<T>(work: Promise<T>, cancel: AbortSignal): Promise<T> {
  const settled = new AbortController()
  const cancelled = new Promise<never>((_resolve, reject) => {
    const refuse = (): void => {
      reject(new RefreshError('cancelled', `stopped before \`claude\` was installed; ${NOT_SENT_HERE}`))
    }
    if (cancel.aborted) refuse()
    cancel.addEventListener('abort', refuse, { signal: settled.signal })
  })
  return Promise.race([work, cancelled]).finally(() => {
    settled.abort()
  })
}

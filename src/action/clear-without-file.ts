import type { CredentialsPath } from '../core/credentials/credentials-path.js'
import { Deadline } from '../core/deadline.js'
import { whileLocked, type HeldLocks } from '../core/locks/locks.js'
import { RefreshError } from '../core/reasons.js'
import { clearLeftBehind } from '../core/recovery/abandoned-run.js'
import { ownerToActFor, withRightsOf } from '../core/system/rights.js'
import type { ActionContext } from './context.js'

/**
 * Clears away what a `main` that was killed before its file had a name has left beside it: the credentials that it was
 * given, above all.
 * @param waitSeconds how long to wait for whoever else is at work on the file
 * @returns false if that was not possible: a warning has said so
 */
export async function clearWithoutFile(
  file: CredentialsPath,
  waitSeconds: number,
  context: ActionContext
): Promise<boolean> {
  const { signals, loadToolkit } = context
  const patience = { deadline: Deadline.after(waitSeconds), cancel: signals.cancel }
  try {
    const clear = ({ folder }: HeldLocks): Promise<void> => {
      clearLeftBehind(folder)
      return Promise.resolve()
    }
    await withRightsOf(ownerToActFor(file.real), () => whileLocked(file, patience, clear))
    return true
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const toolkit = await loadToolkit()
    toolkit.warning(`${file.real}.clr was not cleared away: ${error.message}`, { title: 'Credentials left behind' })
    return false
  }
}

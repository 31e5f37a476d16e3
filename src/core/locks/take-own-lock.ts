import type { CredentialsPath } from '../credentials/credentials-path.js'
import { whyOthersMayMoveLink, whyOthersMayWrite } from '../credentials/why-others-may-write.js'
import { refuseIrreplaceable, refuseMountedFile } from '../credentials/irreplaceable-file.js'
import type { Patience } from '../deadline.js'
import { orNull } from '../or-null.js'
import type { RefreshError } from '../reasons.js'
import { orUnreadable } from '../unreadable.js'
import { WorkFolder, workFolderPath } from '../work-folder.js'
import type { LockWatch } from './lock-watch.js'
import { FileLock, type Holder } from './own-lock.js'
import { describeRun, waitForTurn } from './wait-for-turn.js'

/**
 * Takes our own lock once no other run holds it.
 * @param watch watches the locks of other runs
 * @returns the lock, held, and the work folder that it is in
 * @throws RefreshError `locked`, `cancelled`, `creds-not-writable`, `creds-unreadable`
 */
export async function takeOwnLock(
  file: CredentialsPath,
  patience: Patience,
  watch: LockWatch
): Promise<{ readonly own: FileLock; readonly folder: WorkFolder }> {
  const openFolder = workFolderOpener(file)
  for (;;) {
    const folder = openFolder()
    try {
      const own = tryTakeOwn(folder, watch)
      if (own instanceof FileLock) return { own, folder }
      await waitForTurn(patience, () => describeRun(own.identity))
    } catch (error) {
      folder.close()
      throw error
    }
  }
}

/**
 * Refuses a file beside which nothing may be made: all that a refresh, and so a dry run, refuses before it looks for a lock.
 * @param open makes the work folder if there is none
 * @returns a function that opens the work folder, and makes it if there is none; it throws as this does
 * @throws RefreshError `creds-not-writable`, `creds-unreadable`
 */
export function workFolderOpener(
  file: CredentialsPath,
  open = (at: string): WorkFolder => WorkFolder.openAt(at)
): () => WorkFolder {
  refuseMountedFile(file)
  const objection = orUnreadable(file.given, () => whyOthersMayWrite(file) ?? whyOthersMayMoveLink(file))
  // must come before we create anything, because it could not be removed
  if (objection === null) refuseIrreplaceable(file)
  return () => openUnless(objection, () => open(workFolderPath(file)))
}

/** @param objection thrown unless the file system keeps no modes */
function openUnless(objection: RefreshError | null, open: () => WorkFolder): WorkFolder {
  if (objection === null) return open()
  const folder = orNull(open)
  if (folder?.keepsModes === false) return folder
  folder?.close()
  throw objection
}

/** @returns the holder if the lock is not free */
function tryTakeOwn(folder: WorkFolder, watch: LockWatch): FileLock | Holder {
  const own = FileLock.tryTake(folder, watch)
  if (!(own instanceof FileLock)) return own
  try {
    folder.hideFromGit()
    return own
  } catch (error) {
    own.release()
    throw error
  }
}

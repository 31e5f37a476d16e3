import { findCredentialsFile, findPlace, type CredentialsPath } from '../credentials/credentials-path.js'
import type { Credentials } from '../credentials/credentials.js'
import { whileLocked } from '../locks/locks.js'
import type { LockPatience } from '../locks/wait-for-turn.js'
import { RefreshError } from '../reasons.js'
import { WorkFolder } from '../work-folder.js'
import type { RecoveryTask } from './abandoned-home.js'
import { hasSignInLeft, recoverSignIns } from './abandoned-run.js'

/** A file that exists. */
export interface FoundFile {
  readonly file: CredentialsPath
  /** The new login that was put there just now; null if the file was there already. */
  readonly recovered: Credentials | null
}

/**
 * The file at an absolute path, as `findCredentialsFile` finds it. If there is none, but an interrupted `clr login` has left the
 * login for it, that is put there first.
 * @param name the option, input or variable that names the file
 * @throws RefreshError as `findCredentialsFile`, `whileLocked` and `recoverSignIns`
 */
export async function findOrRecover(
  given: string,
  name: string | undefined,
  { insist, ...patience }: LockPatience & Pick<RecoveryTask, 'insist'>
): Promise<FoundFile> {
  const { file: found, missing } = findOrPlace(given, name)
  if (missing === null) return { file: found, recovered: null }
  const recovered = await whileLocked(found, patience, ({ file, folder }) => recoverSignIns({ file, folder, insist }))
  return { file: findCredentialsFile(given, name), recovered }
}

/** A file, or the place for it. */
export interface FileOrPlace {
  readonly file: CredentialsPath
  /** The error for a file that does not exist; null if it does. */
  readonly missing: RefreshError | null
}

/**
 * The file at an absolute path, or the place for it if there is none, but an interrupted `clr login` has left something there.
 * @throws RefreshError as `findCredentialsFile`, `creds-unreadable`
 */
export function findOrPlace(given: string, name: string | undefined): FileOrPlace {
  try {
    return { file: findCredentialsFile(given, name), missing: null }
  } catch (error) {
    if (!(error instanceof RefreshError) || error.reason !== 'creds-not-found') throw error
    const place = findPlace(given)
    const left = place === null ? null : WorkFolder.find(place)
    if (place === null || left === null || !hasSignInLeft(left)) throw error
    return { file: place, missing: error }
  }
}

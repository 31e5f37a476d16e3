import { findCredentialsFile, findPlace, type CredentialsPath } from '../credentials/credentials-path.js'
import type { Credentials } from '../credentials/credentials.js'
import type { Patience } from '../deadline.js'
import { whileLocked } from '../locks/locks.js'
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
  { insist, ...patience }: Patience & Pick<RecoveryTask, 'insist'>
): Promise<FoundFile> {
  try {
    return { file: findCredentialsFile(given, name), recovered: null }
  } catch (error) {
    const isMissing = error instanceof RefreshError && error.reason === 'creds-not-found'
    const place = isMissing ? findPlace(given) : null
    const left = place === null ? null : WorkFolder.find(place)
    if (place === null || left === null || !hasSignInLeft(left)) throw error
    const recovered = await whileLocked(place, patience, ({ file, folder }) => recoverSignIns({ file, folder, insist }))
    return { file: findCredentialsFile(given, name), recovered }
  }
}

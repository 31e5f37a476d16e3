import { refuseFileBesideKeychain } from './claude/keychain.js'
import type { Credentials } from './credentials/credentials.js'
import type { CredentialsPath } from './credentials/credentials-path.js'
import { refuseStoreThatCannotBeLocked } from './locks/store-lock.js'
import type { Log } from './options.js'
import { refuseRejected } from './rejections.js'
import type { WorkFolder } from './work-folder.js'
import { refuseTooLarge, type Sized } from './write-back/composition.js'

/** A login's file, and what a refresh of it depends on. */
interface Circumstances {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
  /** The caller's environment. */
  readonly environment: NodeJS.ProcessEnv
  readonly log: Log
}

/**
 * Refuses a login that must not be refreshed now, before anything is spent. A dry run and a refresh both call it, so a new
 * refusal belongs here.
 * @throws RefreshError `creds-invalid`, `creds-not-writable`, `usage`, `login-rejected`
 */
export function refuseUnsafe({ file, folder, environment, log }: Circumstances, login: Credentials & Sized): void {
  refuseTooLarge(file, login)
  refuseStoreThatCannotBeLocked(file)
  refuseFileBesideKeychain(file, environment, log)
  refuseRejected(folder, login)
}

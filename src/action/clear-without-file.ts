import type { CredentialsPath } from '../core/credentials/credentials-path.js'
import { whileLocked } from '../core/locks/locks.js'
import type { Patience } from '../core/deadline.js'
import { clearLeftBehind } from '../core/recovery/abandoned-run.js'
import { ownerToActFor, withRightsOf } from '../core/system/rights.js'

/**
 * Cleans up if `main` was killed before it created the credentials file: removes what it left beside that path, above all a
 * copy of the given credentials.
 * @throws RefreshError `locked`, `cancelled`, `creds-not-writable`, `creds-unreadable`
 */
export function clearWithoutFile(file: CredentialsPath, patience: Patience): Promise<void> {
  return withRightsOf(ownerToActFor(file.real), () =>
    whileLocked(file, patience, ({ folder }) => {
      clearLeftBehind(folder)
      return Promise.resolve()
    })
  )
}

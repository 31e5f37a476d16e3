import path from 'node:path'
import { RefreshError } from '../reasons.js'
import { isMountPoint } from '../system/file-system.js'
import { orUnreadable } from '../unreadable.js'
import type { CredentialsPath } from './credentials-path.js'
import { waitingNote } from '../work-folder.js'

/**
 * Refuses a file that is a mount point by itself, as with `docker run -v creds.json:/root/.claude/.credentials.json`. What
 * lies beside it, the lock and a new pair, is then neither seen from outside nor outlives the container.
 * @throws RefreshError `creds-not-writable`, with the lines that mount the folder; `creds-unreadable`
 */
export function refuseMountedFile(file: CredentialsPath): void {
  if (!orUnreadable(file.given, () => isMountPoint(file.real))) return
  const folder = path.dirname(file.real)
  const lines = [
    `docker run and compose: HOST_FOLDER:${folder}`,
    `devcontainer.json: "mounts": ["source=HOST_FOLDER,target=${folder},type=bind"]`
  ].join('; ')
  const why = `${file.given} is mounted by itself, so its lock and a new pair would stay in this container`
  const waiting = waitingNote(file)
  const first = waiting === '' ? '' : `${waiting}: copy them out of this container first`
  throw new RefreshError('creds-not-writable', `${why}: mount its folder instead (${lines})${first}`)
}

import { lstatSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { shellLine } from '../shell-line.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { isMountPoint } from '../system/file-system.js'
import { errorCode } from '../system/system-error.js'
import { orUnreadable } from '../unreadable.js'
import { waitingNote } from '../work-folder.js'
import type { CredentialsPath } from './credentials-path.js'

/**
 * Refuses a file that cannot be replaced because it or its folder is append-only or immutable (chattr(1)). In an append-only
 * folder a run could create everything it needs, but could not rename or remove any of it.
 *
 * The test is rmdir(2) on the file. It never removes a file (POSIX: ENOTDIR), but Linux first checks whether the file may be
 * removed from its folder, which a rename over it requires too (`may_delete` in fs/namei.c).
 * @throws RefreshError `creds-not-writable`
 */
export function refuseIrreplaceable(file: CredentialsPath): void {
  if (lstatSync(file.real, { throwIfNoEntry: false })?.isFile() !== true) return
  try {
    rmdirSync(file.real)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return // later steps report any other problem
    const folder = path.dirname(file.real)
    const why = `it, or its folder ${folder}, is append-only or immutable (EPERM)`
    const remedy = `Remove that attribute with \`${shellLine(['chattr', '-ia', file.real, folder])}\`. ${NOT_SENT}`
    throw new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy)
  }
}

/**
 * Refuses a file that is itself a mount point, as with `docker run -v creds.json:/root/.claude/.credentials.json`. The lock
 * and the new pair, beside it, would be invisible outside the container and lost with it.
 * @throws RefreshError `creds-not-writable`; `creds-unreadable`
 */
export function refuseMountedFile(file: CredentialsPath): void {
  if (!orUnreadable(file.given, () => isMountPoint(file.real))) return
  const folder = path.dirname(file.real)
  const lines = [
    `docker run and compose: HOST_FOLDER:${folder}`,
    `devcontainer.json: "mounts": ["source=HOST_FOLDER,target=${folder},type=bind"]`
  ].join('; ')
  const waiting = waitingNote(file)
  const first = waiting === '' ? '' : 'First copy those tokens out of this container. '
  throw new RefreshError(
    'creds-not-writable',
    `${file.given} is mounted by itself, so its lock and new tokens would stay in this container${waiting}`,
    `${first}Mount the folder of the file instead (${lines}). ${NOT_SENT}`
  )
}

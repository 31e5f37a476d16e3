import path from 'node:path'
import type { CredentialsPath } from './credentials/credentials-path.js'
import { namesIn } from './system/read.js'
import { orUnreadable } from './unreadable.js'
import { HOME_PREFIX, RESCUE_PREFIX, workFolderPath } from './work-folder.js'

/** Whether an earlier run has left what may be a newer pair than the file's. @throws RefreshError `creds-unreadable` */
export function isPairWaiting(file: CredentialsPath): boolean {
  return waitingIn(file).length > 0
}

/** Where newer pairs may be, as the end of a sentence; empty if nowhere. @throws RefreshError `creds-unreadable` */
export function waitingNote(file: CredentialsPath): string {
  const waiting = waitingIn(file)
  return waiting.length === 0
    ? ''
    : `; an interrupted run may have sent the refresh token, and its new tokens may be in ${waiting.join(', ')}`
}

/** The paths of the isolated HOMEs and rescue files beside a file. @throws RefreshError `creds-unreadable` */
function waitingIn(file: CredentialsPath): readonly string[] {
  const folder = workFolderPath(file)
  return orUnreadable(folder, () => namesIn(folder))
    .filter(name => name.startsWith(HOME_PREFIX) || name.startsWith(RESCUE_PREFIX))
    .map(name => path.join(folder, name))
}

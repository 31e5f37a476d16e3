import { lstatSync, realpathSync, statSync, type Stats } from 'node:fs'
import path from 'node:path'
import { shellLine } from '../shell-line.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { hasOtherMembers, whoElseMayWrite } from '../system/who-else-may-write.js'
import type { CredentialsPath } from './credentials-path.js'

/**
 * The error to throw if other users could replace a credentials file, or the work folder beside it; null if they cannot. Only the file's own folder is checked: users who may rename a folder above it are trusted (docs/security.md).
 * @throws the failed system call's error
 */
export function whyOthersMayWrite(file: CredentialsPath): RefreshError | null {
  const folder = path.dirname(file.real)
  const stats = statSync(folder)
  const uid = process.geteuid?.() ?? stats.uid
  const who = whoElseMayWrite(stats, uid)
  if (who === 'owner' && uid === 0) {
    return unsafe(
      `${folder} belongs to uid ${stats.uid}, and root works there only as that user, who must be able to reach it and run \`claude\``,
      `Mount it where that user can reach it (not below /root), and install \`claude\` for everybody. Or run the container with \`--user ${stats.uid}\`.`
    )
  }
  if (who === 'owner') {
    return unsafe(`${folder} belongs to uid ${stats.uid}, who could replace the credentials`, OWN_FOLDER)
  }
  if (isSticky(stats)) return whySticky(file, uid)
  if (who === 'everybody') return unsafe(`everybody may write in ${folder}`, chmod('go-w', folder))
  const isShared = who === 'group' && hasOtherMembers(stats.gid, uid)
  return isShared ? unsafe(`the group ${stats.gid} may write in ${folder}`, chmod('g-w', folder)) : null
}

const OWN_FOLDER = 'Keep them in a folder of your own.'

function chmod(mode: string, folder: string): string {
  return `Run \`${shellLine(['chmod', mode, folder])}\`.`
}

function unsafe(why: string, remedy: string): RefreshError {
  return new RefreshError('creds-not-writable', why, `${remedy} ${NOT_SENT}`)
}

/**
 * The error to throw if other users could replace the link that was given as the path; null if they cannot, or if the path is
 * not a link.
 */
export function whyOthersMayMoveLink({ given, real }: CredentialsPath): RefreshError | null {
  const link = path.join(realpathSync(path.dirname(given)), path.basename(given))
  return link === real ? null : whyOthersMayWrite({ given, real: link })
}

function isSticky({ mode }: Stats): boolean {
  return (mode & 0o1000) !== 0 && (mode & 0o022) !== 0
}

/** In a sticky folder such as /tmp, users cannot replace each other's files. The work folder always belongs to this user. */
function whySticky(file: CredentialsPath, uid: number): RefreshError | null {
  const stats = lstatSync(file.real, { throwIfNoEntry: false })
  if (stats === undefined || stats.uid === uid) return null
  return unsafe(`${file.given} belongs to uid ${stats.uid}, in a folder in which everybody may write`, OWN_FOLDER)
}

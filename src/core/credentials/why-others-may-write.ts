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
      `${folder} belongs to uid ${stats.uid}; root must act as that user there, but could not: that user must be able to reach the folder and run \`claude\``,
      `Mount it where that user can reach it (not below /root), and install \`claude\` for everybody. Or run the container with \`--user ${stats.uid}\`.`
    )
  }
  if (who === 'owner') {
    return unsafe(`${folder} belongs to uid ${stats.uid}, who could replace the credentials`, OWN_FOLDER)
  }
  if (isSticky(stats)) return whySticky(file, uid)
  if (who === 'everybody')
    return unsafe(`anyone can write to ${folder}, and so could replace the credentials`, chmod('go-w', folder))
  const isShared = who === 'group' && hasOtherMembers(stats.gid, uid)
  return isShared
    ? unsafe(`group ${stats.gid} can write to ${folder}, and so could replace the credentials`, chmod('g-w', folder))
    : null
}

const OWN_FOLDER = 'Move the credentials to a folder that you own.'

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
  return unsafe(`${file.given} belongs to uid ${stats.uid}, and its folder is writable by anyone`, OWN_FOLDER)
}

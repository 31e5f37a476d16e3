import { lstatSync, realpathSync, statSync, type Stats } from 'node:fs'
import path from 'node:path'
import { hasOtherMembers, whoElseMayWrite } from '../system/who-else-may-write.js'
import type { CredentialsPath } from './credentials-path.js'

/**
 * Why other users could replace a credentials file, or the work folder beside it, as one sentence with the remedy; null if they
 * cannot. Only the file's own folder is checked: users who may rename a folder above it are trusted (docs/security.md).
 * @throws the failed system call's error
 */
export function whyOthersMayWrite(file: CredentialsPath): string | null {
  const folder = path.dirname(file.real)
  const stats = statSync(folder)
  const uid = process.geteuid?.() ?? stats.uid
  const who = whoElseMayWrite(stats, uid)
  if (who === 'owner' && uid === 0) {
    const why = `belongs to uid ${stats.uid}, and root works there only as that user, who must be able to reach it and run \`claude\``
    return `${folder} ${why}: mount it where that user can (not below /root), install \`claude\` for everybody, or use --user ${stats.uid}`
  }
  if (who === 'owner') {
    return `${folder} belongs to uid ${stats.uid}, who could exchange the credentials: keep them in a folder of your own`
  }
  if (isSticky(stats)) return whySticky(file, uid)
  if (who === 'everybody') return `everybody may write in ${folder}: run \`chmod go-w ${folder}\``
  const isShared = who === 'group' && hasOtherMembers(stats.gid, uid)
  return isShared ? `the group ${stats.gid} may write in ${folder}: run \`chmod g-w ${folder}\`` : null
}

/**
 * Why other users could replace the link that was given as the path, as one sentence with the remedy; null if they cannot,
 * or if the path is not a link.
 */
export function whyOthersMayMoveLink({ given, real }: CredentialsPath): string | null {
  const link = path.join(realpathSync(path.dirname(given)), path.basename(given))
  return link === real ? null : whyOthersMayWrite({ given, real: link })
}

function isSticky({ mode }: Stats): boolean {
  return (mode & 0o1000) !== 0 && (mode & 0o022) !== 0
}

/** In a sticky folder such as /tmp, users cannot replace each other's files. The work folder always belongs to this user. */
function whySticky(file: CredentialsPath, uid: number): string | null {
  const stats = lstatSync(file.real, { throwIfNoEntry: false })
  if (stats === undefined || stats.uid === uid) return null
  return `${file.given} belongs to uid ${stats.uid}, in a folder in which everybody may write: keep it in a folder of your own`
}

import { accessSync, constants, statSync } from 'node:fs'

/**
 * Checks that this process may make entries in a folder, and makes none. @throws an error with the code `EACCES`, or the failed
 * system call's error
 */
export function assertMayMakeIn(folder: string): void {
  accessSync(folder, constants.W_OK | constants.X_OK)
  const [uid, gid] = [process.geteuid?.(), process.getegid?.()]
  // access(2) asks for the real user, who is root if this process works with another user's rights.
  if (uid === 0 || uid === process.getuid?.()) return
  const stats = statSync(folder)
  const bits = stats.uid === uid ? 0o300 : stats.gid === gid ? 0o030 : 0o003
  if ((stats.mode & bits) !== bits) throw Object.assign(new Error(`no right to write in ${folder}`), { code: 'EACCES' })
}

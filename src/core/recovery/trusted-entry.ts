import { lstatSync } from 'node:fs'
import type { WorkFolder } from '../work-folder.js'

/**
 * Whether a run uses an entry of a work folder: not if another user made it, or could have changed it. On a file system without
 * modes, only the owner is checked.
 * @param uid the user that the run works as
 * @throws the failed system call's error
 */
export function isTrusted(entry: string, { keepsModes }: WorkFolder, uid = process.geteuid?.()): boolean {
  const stats = lstatSync(entry, { throwIfNoEntry: false })
  const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true
  return isOfItsKind && stats.uid === uid && (!keepsModes || (stats.mode & 0o077) === 0)
}

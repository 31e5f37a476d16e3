import { lstatSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'
import type { CredentialsPath } from './credentials-path.js'

/**
 * Refuses a file that no new file could replace, because it or its folder is append-only or immutable (chattr(1)): a folder
 * that is append-only lets a run make everything it needs, and neither rename nor remove anything.
 *
 * The proof is rmdir(2) on the file. It removes nothing that is no folder (POSIX: ENOTDIR), but Linux asks first whether the
 * file may be removed from its folder, which is what a rename over it needs, too (`may_delete` in fs/namei.c).
 * @throws RefreshError `creds-not-writable`
 */
export function refuseIrreplaceable(file: CredentialsPath): void {
  if (lstatSync(file.real, { throwIfNoEntry: false })?.isFile() !== true) return
  try {
    rmdirSync(file.real)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return // what else there may be, the steps to come say
    const folder = path.dirname(file.real)
    const why = `it, or its folder ${folder}, is append-only or immutable (EPERM)`
    const remedy = `Take that away with \`chattr -ia ${file.real} ${folder}\`. ${NOT_SENT}`
    throw new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy)
  }
}

import nodeFs from 'node:fs'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'

/**
 * What the system says of a file that a new one can replace. Opening it for writing, without writing, shows a read-only mount
 * and an immutable file; a mode of 400 is no obstacle to a rename, which only needs the folder.
 * @throws RefreshError `creds-not-writable`, or the failed system call's error
 */
export function statReplaceable(
  file: CredentialsPath,
  fs: Pick<typeof nodeFs, 'openSync' | 'fstatSync' | 'closeSync'>
): nodeFs.Stats {
  const fd = openEvenIfReadOnly(file, fs)
  try {
    const stats = fs.fstatSync(fd)
    if (!stats.isFile()) throw cannotReplace(file, 'it is not a regular file any more')
    if (stats.nlink === 1) return stats
    const why = `it has ${stats.nlink} names (hard links), and the others would keep the old pair; make it a file of its own`
    throw cannotReplace(file, why)
  } finally {
    fs.closeSync(fd)
  }
}

/** The refusal of a file that no new one can replace. @param why a clause */
export function cannotReplace(file: CredentialsPath, why: string): RefreshError {
  return new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${why}`)
}

/** Never through a link, and never waiting for a reader of what has become a pipe. */
const SAFELY = nodeFs.constants.O_NOFOLLOW | nodeFs.constants.O_NONBLOCK

function openEvenIfReadOnly(file: CredentialsPath, fs: Pick<typeof nodeFs, 'openSync'>): number {
  try {
    return fs.openSync(file.real, nodeFs.constants.O_RDWR | SAFELY)
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error
    return fs.openSync(file.real, nodeFs.constants.O_RDONLY | SAFELY)
  }
}

import nodeFs from 'node:fs'
import { shellLine } from '../shell-line.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'

/**
 * The stats of a file, once it is certain that a new file can replace it. Opening it for writing, without writing, reveals a
 * read-only mount or an immutable file. A mode of 400 does not prevent a rename, which only needs write access to the folder.
 * @throws RefreshError `creds-not-writable`, or the failed system call's error
 */
export function statReplaceable(file: CredentialsPath, fs: typeof nodeFs): nodeFs.Stats {
  const fd = openEvenIfReadOnly(file, fs)
  try {
    const stats = fs.fstatSync(fd)
    if (!stats.isFile()) throw cannotReplace(file, 'it is no longer a regular file')
    if (stats.nlink === 1) return stats
    const why = `it has ${stats.nlink} hard links, and the other names would keep the old tokens`
    throw cannotReplace(
      file,
      why,
      `Replace it with a copy that has no other links: ${copyLine(file.real)}. ${NOT_SENT}`
    )
  } finally {
    fs.closeSync(fd)
  }
}

/** The copy has a name that nothing else has, in the same folder. */
function copyLine(file: string): string {
  const make = shellLine(['mktemp', `${file}.XXXXXX`])
  return `\`copy=$(${make}) && ${shellLine(['cp', '-p', file])} "$copy" && mv "$copy" ${shellLine([file])}\``
}

/** The error for a file that cannot be replaced. @param why a clause */
export function cannotReplace(file: CredentialsPath, why: string, remedy?: string): RefreshError {
  return new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${why}`, remedy)
}

/** Never follow a link, and never wait for a reader if the file has become a pipe. */
const SAFELY = nodeFs.constants.O_NOFOLLOW | nodeFs.constants.O_NONBLOCK

function openEvenIfReadOnly(file: CredentialsPath, fs: typeof nodeFs): number {
  try {
    return fs.openSync(file.real, nodeFs.constants.O_RDWR | SAFELY)
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error
    return fs.openSync(file.real, nodeFs.constants.O_RDONLY | SAFELY)
  }
}

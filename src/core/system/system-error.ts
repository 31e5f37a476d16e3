import { isJsonObject } from '../json.js'
import { NOT_SENT } from '../reasons.js'

/** The code of a failed system call (`ENOENT`, `EACCES`, …), or `unknown error`; never a text that could quote content. */
export function errorCode(error: unknown): string {
  return isJsonObject(error) && typeof error.code === 'string' ? error.code : 'unknown error'
}

/** The path on which a system call failed; null if the error does not say. */
export function failedPath(error: unknown): string | null {
  return isJsonObject(error) && typeof error.path === 'string' ? error.path : null
}

const NETWORK_FILE_SYSTEM = 'Mount the network file system again.'

/** What the code of a failed system call on the login means, and what a person should do; no remedy if the reason's own fits. */
const EXPLANATIONS = new Map(
  Object.entries<readonly [meaning: string, remedy?: string]>({
    EACCES: ['permission denied'],
    EAGAIN: [
      'no more processes can be started',
      'Raise the limit of processes (`ulimit -u`, or that of the container).'
    ],
    EBUSY: ['it is in use, or something is mounted there'],
    EEXIST: ['something with this name already exists'],
    EDQUOT: ['the disk quota is used up', 'Free some disk space.'],
    EINVAL: ['the file system cannot do that, or the owner is unknown in this user namespace'],
    EIO: ['the disk reported an error', 'Check the disk, or the network file system (`dmesg`).'],
    EISDIR: ['it is a folder'],
    ELOOP: ['the links form a loop', 'Remove that link, or point it at the right file.'],
    EMFILE: ['this process has too many open files', 'Raise the limit of open files (`ulimit -n`).'],
    ENAMETOOLONG: ['the name is too long', 'Give the file, or its folder, a shorter name.'],
    ENFILE: ['this machine has too many open files', 'Wait, or stop programs that have many files open.'],
    ENOMEM: ['there is too little memory', 'Give the machine, or the container, more memory.'],
    ENOSPC: ['there is no space left on the disk', 'Free some disk space.'],
    ENOTCONN: ['the network file system is not connected', NETWORK_FILE_SYSTEM],
    ENOTDIR: ['a part of the path is not a folder'],
    EPERM: [
      'it is immutable or append-only, or its owner cannot be kept',
      'If `lsattr -d` shows `i` (immutable) or `a` (append-only), clear it with `chattr -ia`.'
    ],
    EROFS: ['the file system is read-only', 'Mount it writable (docker: without `:ro`).'],
    ESTALE: ['the network file system no longer has it', NETWORK_FILE_SYSTEM]
  })
)

/** What the failure of a system call means, with its code; only the code if nothing more is known. */
export function explainSystemError(error: unknown): string {
  const code = errorCode(error)
  const meaning = EXPLANATIONS.get(code)?.[0]
  return meaning === undefined ? code : `${meaning} (${code})`
}

/** What a person should do if a system call failed before anything was sent; undefined if the reason's own remedy fits. */
export function remedyFor(error: unknown): string | undefined {
  const remedy = EXPLANATIONS.get(errorCode(error))?.[1]
  return remedy === undefined ? undefined : `${remedy} ${NOT_SENT}`
}

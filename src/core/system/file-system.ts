import { statfsSync } from 'node:fs'
import { orNull } from '../or-null.js'
import { readTextIfExists } from './read.js'

/** Magic numbers of file systems on another machine, or kept by a program: statfs(2), linux/magic.h and their own sources. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2 and 3
  0x01021997, // 9p: WSL, some virtual machines
  0x65735546, // FUSE: sshfs, virtiofs, the shares of Docker Desktop
  0x5346414f, // AFS
  0x6b414653, // the kernel's own AFS
  0x73757245, // Coda
  0x00c36400, // Ceph
  0x0bd00bd0, // Lustre
  0x47504653, // GPFS
  0x19830326, // BeeGFS
  0x01161970, // GFS2
  0x7461636f, // OCFS2
  0x786f4256 // a shared folder of VirtualBox
])

/**
 * Whether what we see of a file may be out of date, because another machine, or a program, keeps it: an NFS client may not
 * check again for up to a minute (nfs(5), `acdirmax`). True if the file system can't be asked; false on any system but Linux,
 * which has no such numbers.
 */
export function isOnNetwork(entry: string): boolean {
  if (process.platform !== 'linux') return false
  const type = orNull(() => statfsSync(entry).type)
  return type === null || NETWORK_TYPES.has(type >>> 0) // on 32-bit systems the number is negative
}

/**
 * Whether a file is itself a mount point, which no rename can replace; always false on any system but Linux.
 * Source: proc(5), `/proc/[pid]/mountinfo`: the fifth field, in which blanks and other special characters are octal (`\040`).
 * @throws the failed system call's error
 */
export function isMountPoint(file: string): boolean {
  const mounts = readTextIfExists('/proc/self/mountinfo') ?? ''
  return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === file)
}

function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}

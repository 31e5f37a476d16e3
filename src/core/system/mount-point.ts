import { readTextIfThere } from './read.js'

/**
 * Whether a file is a mount point by itself, which no rename can replace; only Linux can tell, elsewhere it is `false`.
 * Source: proc(5), `/proc/[pid]/mountinfo`: the fifth field, in which blanks and the like are octal (`\040`).
 * @throws the failed system call's error
 */
export function isMountPoint(file: string): boolean {
  const mounts = readTextIfThere('/proc/self/mountinfo') ?? ''
  return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === file)
}

function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}

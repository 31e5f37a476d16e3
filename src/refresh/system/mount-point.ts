import { readTextIfAny } from './read.js'

/**
 * Whether a file is a mount of its own, which no rename can replace; on Linux alone, elsewhere none is found.
 * Source: proc(5), `/proc/[pid]/mountinfo`: the fifth field, in which blanks and the like are octal (`\040`).
 */
export function isMountPoint(file: string): boolean {
  return readTextIfAny('/proc/self/mountinfo')
    .split('\n')
    .some(line => unescaped(line.split(' ')[4] ?? '') === file)
}

function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}

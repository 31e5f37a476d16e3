import { accessSync, statSync } from 'node:fs'
import { readTextIfAny } from './read.js'
import { errorCode } from './system-error.js'

/** CAP_DAC_OVERRIDE, number 1: whoever has it is not bound by modes (capabilities(7)). */
const DAC_OVERRIDE = 2n

/** Whether this process has CAP_DAC_OVERRIDE, by the set of that name in `/proc/self/status` (proc(5)). */
export function hasOverride(set: 'CapEff' | 'CapPrm'): boolean {
  const mask = new RegExp(String.raw`^${set}:\s*([\da-f]+)`, 'm').exec(readTextIfAny('/proc/self/status'))?.[1]
  return mask !== undefined && (BigInt(`0x${mask}`) & DAC_OVERRIDE) !== 0n
}

/**
 * As `accessSync`, but right too in a process that is not root and has CAP_DAC_OVERRIDE: access(2) asks as if it had none.
 * @throws the failed system call's error
 */
export function assertAccess(
  entry: string,
  mode: number,
  fs: { readonly accessSync: typeof accessSync } = { accessSync }
): void {
  try {
    fs.accessSync(entry, mode)
  } catch (error) {
    if (errorCode(error) !== 'EACCES' || !hasOverride('CapEff')) throw error
    if (!statSync(entry).isDirectory() && (statSync(entry).mode & 0o111) === 0) throw error
  }
}

import { readFileSync, readlinkSync } from 'node:fs'
import { orNull } from '../or-null.js'
import type { ProcessTable, SeenProcess } from './process-table.js'

/** Linux, by proc(5): `stat`, `random/boot_id`, `ns/pid`. A system without `/proc` says nothing. */
export const linuxProcesses: ProcessTable = {
  world: () => ({
    bootId: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: orNull(() => readlinkSync('/proc/self/ns/pid'))
  }),
  see: pid => processInStat(orNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? ''),
  recordInShell: 'if [ -r /proc/$$/stat ]; then read -r stat </proc/$$/stat; else stat=$$; fi'
}

/**
 * The process in a line of `stat`; null if the line is cut. The start is field 22, in clock ticks since the boot. The second
 * field, the name in brackets, may itself hold blanks and brackets.
 */
export function processInStat(stat: string): SeenProcess | null {
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const start = stat.includes(')') ? fields[18]?.trim() : undefined
  return start === undefined ? null : { start, isZombie: state === 'Z' }
}

import { readFileSync, readlinkSync } from 'node:fs'
import { isJsonObject } from '../json.js'
import { errorCode } from './system-error.js'

/**
 * One process, told from every other that has had or will have its number. Linux tells all of it (proc(5): field 22 of
 * `stat`, `random/boot_id`, `ns/pid`); elsewhere the fields are null and nothing is ever proven.
 */
export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks from the boot to the start of the process. */
  readonly startTicks: string | null
  readonly bootId: string | null
  readonly pidNamespace: string | null
}

/** Within one, pid and start time tell a process from every other. */
type World = Pick<ProcessIdentity, 'bootId' | 'pidNamespace'>

/** The identity of this very process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startTicks: startTicksOf(process.pid), ...ownWorld() }
}

/** A process as its `stat` line told it, of this boot and pid namespace unless another is known. */
export function identityFromStat(stat: string, { bootId, pidNamespace }: World = ownWorld()): ProcessIdentity | null {
  const pid = Number.parseInt(stat, 10)
  return Number.isSafeInteger(pid) && pid > 1 ? { pid, startTicks: startTicksIn(stat), bootId, pidNamespace } : null
}

/**
 * Whether a process still runs: `yes` and `no` are proven, `unknown` is all else (another machine, container or system).
 * Another boot of the same machine cannot be told from another machine, so it proves nothing.
 */
export function isAlive(identity: ProcessIdentity): 'yes' | 'no' | 'unknown' {
  const world = ownWorld()
  const { bootId, pidNamespace, startTicks } = identity
  if (bootId === null || bootId !== world.bootId || pidNamespace === null || startTicks === null) return 'unknown'
  if (pidNamespace !== world.pidNamespace) return 'unknown'
  const now = startTicksOf(identity.pid)
  if (now === null) return 'unknown'
  return now === startTicks ? 'yes' : 'no'
}

/** An identity from a record on disk; null where the record is no such thing. */
export function parseIdentity(value: unknown): ProcessIdentity | null {
  if (!isJsonObject(value)) return null
  const { pid, startTicks, bootId, pidNamespace } = value
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null // 1: `clr` as a container's own program
  return { pid, startTicks: textOrNull(startTicks), bootId: textOrNull(bootId), pidNamespace: textOrNull(pidNamespace) }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function ownWorld(): World {
  return {
    bootId: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: attempt(() => readlinkSync('/proc/self/ns/pid'))
  }
}

/** Empty where there is no such process, or only a zombie, which waits for its parent to notice; null where nobody tells. */
function startTicksOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return fieldsAfterName(stat)[0] === 'Z' ? '' : startTicksIn(stat)
  } catch (error) {
    return ['ENOENT', 'ESRCH'].includes(errorCode(error)) ? '' : null
  }
}

/** Field 22; the second field, the name in brackets, may itself hold blanks and brackets. */
function startTicksIn(stat: string): string | null {
  return fieldsAfterName(stat)[19] ?? null
}

function fieldsAfterName(stat: string): readonly string[] {
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .trim()
    .split(' ')
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

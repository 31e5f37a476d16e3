import { isJsonObject } from '../json.js'
import { darwinProcesses, startInRecord } from './darwin-processes.js'
import { linuxProcesses, processInStat } from './linux-processes.js'
import type { ProcessTable, World } from './process-table.js'
import { errorCode } from './system-error.js'

/** One process, told from every other that has had or will have its number. Nothing is proven of one with a null in it. */
export interface ProcessIdentity extends World {
  readonly pid: number
  /** On Linux clock ticks from the boot to the start of the process; on macOS the date of its start. */
  readonly startTicks: string | null
}

const PROCESSES = process.platform === 'darwin' ? darwinProcesses() : linuxProcesses

/** Shell commands that set `$stat` to what `identityFromStat` can read: the identity of the shell that runs them. */
export const RECORD_IN_SHELL = PROCESSES.recordInShell

/** The identity of this very process. */
export function ownIdentity(): ProcessIdentity {
  ownStart ??= PROCESSES.see(process.pid)?.start ?? null
  return { pid: process.pid, startTicks: ownStart, ...PROCESSES.world() }
}

let ownStart: string | null = null

/** The identity of a process that runs; null if there is none, if the system does not say, and for those of the system itself. */
export function identityOf(pid: number, processes: ProcessTable = PROCESSES): ProcessIdentity | null {
  const seen = pid > 1 ? processes.see(pid) : null
  return seen === null ? null : { pid, startTicks: seen.start, ...processes.world() }
}

/** A process as `RECORD_IN_SHELL` recorded it, of this boot and pid namespace unless another is known. */
export function identityFromStat(
  stat: string,
  { bootId, pidNamespace }: World = PROCESSES.world()
): ProcessIdentity | null {
  const pid = Number.parseInt(stat, 10)
  if (!Number.isSafeInteger(pid) || pid <= 1) return null
  return { pid, startTicks: processInStat(stat)?.start ?? startInRecord(stat), bootId, pidNamespace }
}

/**
 * Whether a process still runs: `yes` and `no` are proven, `unknown` is all else (another machine, container or system).
 * Another boot of the same machine cannot be told from another machine, so it proves nothing.
 */
export function isAlive(identity: ProcessIdentity, processes: ProcessTable = PROCESSES): 'yes' | 'no' | 'unknown' {
  const { pid, bootId, pidNamespace, startTicks } = identity
  const world = processes.world()
  if (bootId === null || bootId !== world.bootId || pidNamespace === null || startTicks === null) return 'unknown'
  if (pidNamespace !== world.pidNamespace) return 'unknown'
  const seen = processes.see(pid)
  if (seen === null) return hasEnded(pid) ? 'no' : 'unknown'
  return seen.start === startTicks && !seen.isZombie ? 'yes' : 'no'
}

/** Not to see a process proves nothing: Linux can hide those of other users (`hidepid`), and `ps` may fail. */
function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return errorCode(error) === 'ESRCH'
  }
}

/** An identity from a record on disk; null if the record is no such thing. */
export function parseIdentity(value: unknown): ProcessIdentity | null {
  if (!isJsonObject(value)) return null
  const { pid, startTicks, bootId, pidNamespace } = value
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null // 1: `clr` as a container's own program
  return { pid, startTicks: textOrNull(startTicks), bootId: textOrNull(bootId), pidNamespace: textOrNull(pidNamespace) }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

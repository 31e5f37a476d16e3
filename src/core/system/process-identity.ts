import { isJsonObject } from '../json.js'
import { darwinProcesses, linuxProcesses, startInRecord, type PidScope, type ProcessTable } from './process-table.js'
import { errorCode } from './system-error.js'

/** Identifies one process, even if its pid is used again. With a null in it, it proves nothing. */
export interface ProcessIdentity extends PidScope {
  readonly pid: number
  /** On Linux, clock ticks from the boot to the start of the process; on macOS, the date of its start. */
  readonly startTicks: string | null
}

const PROCESSES = process.platform === 'darwin' ? darwinProcesses() : linuxProcesses

/** Shell commands that set `$stat` to what `identityFromStat` can read: the identity of the shell that runs them. */
export const RECORD_IN_SHELL = PROCESSES.recordInShell

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  ownStart ??= PROCESSES.see(process.pid)?.start ?? null
  return { pid: process.pid, startTicks: ownStart, ...PROCESSES.scope() }
}

let ownStart: string | null = null

/** The identity of a running process; null if there is none, the system does not say, or the pid is below 2. */
export function identityOf(pid: number, processes: ProcessTable = PROCESSES): ProcessIdentity | null {
  const seen = pid > 1 ? processes.see(pid) : null
  return seen === null ? null : { pid, startTicks: seen.start, ...processes.scope() }
}

/** The process that `RECORD_IN_SHELL` recorded, in our own boot and pid namespace if no other is given; null if it names none. */
export function identityFromStat(stat: string, scope: PidScope = PROCESSES.scope()): ProcessIdentity | null {
  const pid = Number.parseInt(stat, 10)
  if (!Number.isSafeInteger(pid) || pid <= 1) return null
  return { pid, startTicks: startInRecord(stat), bootId: scope.bootId, pidNamespace: scope.pidNamespace }
}

/**
 * Whether a process still runs: `yes` and `no` are proven, anything else is `unknown` (another machine, container or system).
 * Another boot of this machine looks like another machine, so it proves nothing.
 */
export function isAlive(identity: ProcessIdentity, processes: ProcessTable = PROCESSES): 'yes' | 'no' | 'unknown' {
  const { pid, bootId, pidNamespace, startTicks } = identity
  const scope = processes.scope()
  if (bootId === null || bootId !== scope.bootId || pidNamespace === null || startTicks === null) return 'unknown'
  if (pidNamespace !== scope.pidNamespace) return 'unknown'
  const seen = processes.see(pid)
  if (seen === null) return isGone(pid) ? 'no' : 'unknown'
  return seen.start === startTicks && !seen.isZombie ? 'yes' : 'no'
}

/**
 * If a process is not shown, that does not prove that it has ended: Linux can hide other users' processes (`hidepid`), and
 * `ps` may fail.
 */
function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return errorCode(error) === 'ESRCH'
  }
}

/** An identity from a record on disk; null if it is not one. */
export function parseIdentity(value: unknown): ProcessIdentity | null {
  if (!isJsonObject(value)) return null
  const { pid, startTicks, bootId, pidNamespace } = value
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null // 1 is `clr` as a container's main program
  return { pid, startTicks: textOrNull(startTicks), bootId: textOrNull(bootId), pidNamespace: textOrNull(pidNamespace) }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

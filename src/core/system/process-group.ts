import { orNull } from '../or-null.js'

/** Sends a signal to one process. @returns false if there is none, or it may not be signalled */
export function signalProcess(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  return pid !== undefined && orNull(() => process.kill(pid, signal)) !== null
}

/** Sends a signal to a process group; 0 only checks that it exists. @returns false if it does not */
export function signalGroup(leaderPid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  return leaderPid !== undefined && orNull(() => process.kill(-leaderPid, signal)) !== null
}

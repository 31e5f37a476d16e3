import { orNull } from '../or-null.js'

/** Sends a signal to a process group; 0 only checks that it exists. @returns false if it does not */
export function signalGroup(leaderPid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  return leaderPid !== undefined && orNull(() => process.kill(-leaderPid, signal)) !== null
}

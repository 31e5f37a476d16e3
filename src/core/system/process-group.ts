/** Sends a signal to a process group; 0 only asks whether there is one. @returns false if there is none. */
export function signalGroup(leaderPid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (leaderPid === undefined) return false
  try {
    process.kill(-leaderPid, signal)
    return true
  } catch {
    return false
  }
}

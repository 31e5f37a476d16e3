import { killProcess } from '../src/action/clr/signals.js'
import { namesIn, readTextOrEmpty } from '../src/core/system/read.js'
import { until } from './waiting.js'

/** The pids of the processes whose environment contains the path of a folder; always empty if this is not Linux. */
export function processesOf(folder: string): readonly number[] {
  return namesIn('/proc')
    .map(Number)
    .filter(pid => Number.isInteger(pid) && pid !== process.pid && environmentOf(pid).includes(folder))
}

/** Kills these processes without waiting, since a process left by a failed test would keep Jest from ending. */
export function endProcessesOf(folder: string): void {
  for (const pid of processesOf(folder)) killProcess(pid, 'SIGKILL')
}

/** Kills these processes until none is left: one whose child was killed may start another before it is killed itself. */
export function untilEndedIn(folder: string): Promise<void> {
  return until(() => {
    endProcessesOf(folder)
    return processesOf(folder).length === 0
  })
}

/** Empty for a process that has ended, or that belongs to another user. */
function environmentOf(pid: number): string {
  return readTextOrEmpty(`/proc/${pid}/environ`)
}

import { killProcess } from '../src/action/clr/signals.js'
import { namesIn, readTextOrEmpty } from '../src/core/system/read.js'
import { until } from './waiting.js'

/** The pids of the processes whose environment names a folder; only on Linux, elsewhere none is found. */
export function processesOf(folder: string): readonly number[] {
  return namesIn('/proc')
    .map(Number)
    .filter(pid => Number.isInteger(pid) && pid !== process.pid && environmentOf(pid).includes(folder))
}

/** Ends them, and waits for none: what a failed test has left at work would keep all tests from ending. */
export function endProcessesOf(folder: string): void {
  for (const pid of processesOf(folder)) killProcess(pid, 'SIGKILL')
}

/** Ends them again and again until none is left: one that loses its child may start the next before it is ended itself. */
export function untilEndedIn(folder: string): Promise<void> {
  return until(() => {
    endProcessesOf(folder)
    return processesOf(folder).length === 0
  })
}

/** Empty for a process that has ended, and for one that is another user's. */
function environmentOf(pid: number): string {
  return readTextOrEmpty(`/proc/${pid}/environ`)
}

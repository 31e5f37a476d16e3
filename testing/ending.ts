import { performance } from 'node:perf_hooks'
import { killProcess } from '../src/action/clr/signals.js'

/** Whoever is given grace is asked to end after 4 s of it at the soonest: who ends in fewer milliseconds had none. */
export const SHORTEST_GRACE_MS = 4000

/** How often a program is asked again, in milliseconds: under 50 two signals are taken for one. */
const ASK_AGAIN_MS = 100

/**
 * Signals a program, and says how many milliseconds later it had ended. The second signal is sent again and again: a busy
 * program may see two that came soon after each other as one.
 */
export async function timeToEnd(
  { pid, ended }: { readonly pid: number | undefined; readonly ended: Promise<unknown> },
  first: NodeJS.Signals,
  second?: NodeJS.Signals
): Promise<number> {
  const startMs = performance.now()
  const send = (signal?: NodeJS.Signals): void => {
    if (pid !== undefined && signal !== undefined) killProcess(pid, signal)
  }
  send(first)
  const asking = setInterval(send, ASK_AGAIN_MS, second)
  await ended
  clearInterval(asking)
  return performance.now() - startMs
}

import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type ProcessIdentity } from '../../core/system/process-identity.js'
import { killProcess } from './signals.js'

/**
 * How a `clr` is asked to end, and how long it then has, in milliseconds: the first signal lets an exchange under way land
 * (5 s), the second ends `claude` at once.
 */
const STEPS = [
  ['SIGTERM', 7_000],
  ['SIGTERM', 2_000],
  ['SIGKILL', 1_000]
] as const
const ASK_EVERY_MS = 20

/** Ends the `clr` that a `main` which was killed has left at work, if there is one; returns when it is gone. */
export async function endAbandonedClr(identity: ProcessIdentity | null): Promise<void> {
  if (identity === null) return
  for (const [signal, patienceMs] of STEPS) {
    if (isAlive(identity) !== 'yes') return
    killProcess(identity.pid, signal)
    await untilGone(identity, patienceMs)
  }
}

async function untilGone(identity: ProcessIdentity, patienceMs: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < patienceMs && isAlive(identity) === 'yes'; waitedMs += ASK_EVERY_MS) {
    await sleep(ASK_EVERY_MS)
  }
}

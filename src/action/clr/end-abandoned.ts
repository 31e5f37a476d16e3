import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type ProcessIdentity } from '../../core/system/process-identity.js'
import { killProcess } from './signals.js'

/** Signals, and how long a process has to end after each, in milliseconds. */
type Steps = readonly (readonly [signal: NodeJS.Signals, waitMs: number])[]

/** After the first signal `clr` lets a running exchange finish (5 s); after the second it ends `claude` at once. */
const CLR_STEPS: Steps = [
  ['SIGTERM', 7_000],
  ['SIGTERM', 2_000],
  ['SIGKILL', 1_000]
]
/** The signals of a runner that cancels a step, with a little more time: `main` passes the first two on to its `clr`. */
const MAIN_STEPS: Steps = [
  ['SIGINT', 10_000],
  ['SIGTERM', 2_500],
  ['SIGKILL', 1_000]
]
const POLL_INTERVAL_MS = 20

/** Cancels a `main` that is still at work. Resolves when it is gone, or after 14 s. */
export function cancelMain(identity: ProcessIdentity | null): Promise<void> {
  return end(identity, MAIN_STEPS)
}

/** Ends the `clr` that a killed `main` left running, if there is one. Resolves when it is gone, or after 10 s. */
export function endAbandonedClr(identity: ProcessIdentity | null): Promise<void> {
  return end(identity, CLR_STEPS)
}

async function end(identity: ProcessIdentity | null, steps: Steps): Promise<void> {
  if (identity === null) return
  for (const [signal, waitMs] of steps) {
    if (isAlive(identity) !== 'yes') return
    killProcess(identity.pid, signal)
    await waitUntilGone(identity, waitMs)
  }
}

async function waitUntilGone(identity: ProcessIdentity, limitMs: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < limitMs && isAlive(identity) === 'yes'; waitedMs += POLL_INTERVAL_MS) {
    await sleep(POLL_INTERVAL_MS)
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type ProcessIdentity } from '../../core/system/process-identity.js'
import { killProcess } from './signals.js'

/**
 * The signals for `clr`, and how long it has to end after each, in milliseconds. After the first signal `clr` lets a running
 * exchange finish (5 s); after the second it ends `claude` at once.
 */
const STEPS = [
  ['SIGTERM', 7_000],
  ['SIGTERM', 2_000],
  ['SIGKILL', 1_000]
] as const
const POLL_INTERVAL_MS = 20

/** How long a cancelled `main` has to end, in milliseconds: its `clr` lets a running exchange finish (5 s). */
const MAIN_LIMIT_MS = 10_000

/** Cancels a `main` that is still at work, as a runner does. Resolves when it is gone, or after 10 s. */
export async function cancelMain(identity: ProcessIdentity | null): Promise<void> {
  if (identity === null || isAlive(identity) !== 'yes') return
  killProcess(identity.pid, 'SIGINT')
  await waitUntilGone(identity, MAIN_LIMIT_MS)
}

/** Ends the `clr` that a killed `main` left running, if there is one. Resolves when it is gone, or after 10 s. */
export async function endAbandonedClr(identity: ProcessIdentity | null): Promise<void> {
  if (identity === null) return
  for (const [signal, waitMs] of STEPS) {
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

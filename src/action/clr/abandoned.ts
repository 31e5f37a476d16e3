import { setTimeout as sleep } from 'node:timers/promises'
import { parseJson } from '../../core/json.js'
import { identityOf, isAlive, parseIdentity, type ProcessIdentity } from '../../core/system/process-identity.js'
import { killProcess } from './signals.js'
import { readState, saveState } from '../state.js'

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

/** Puts on record for `post` which process `clr` is; nothing if it has ended, or the system does not tell. */
export function rememberClr(env: NodeJS.ProcessEnv, pid: number | null): void {
  const identity = pid === null ? null : identityOf(pid)
  if (identity !== null) saveState(env, 'clr', JSON.stringify(identity))
}

/** Ends the `clr` that a `main` which was killed has left at work; returns when it is gone. */
export async function endAbandonedClr(env: NodeJS.ProcessEnv): Promise<void> {
  const identity = parseIdentity(parseJson(readState(env, 'clr')))
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

import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint } from '../endpoint/endpoint.js'
import type { CallOptions } from '../doors.js'
import { E2eSetup } from '../e2e-setup.js'
import { median } from '../statistics.js'
import { claudePid, isOnDisk } from './login-state.js'
import { refreshProblems, runNext, safetyProblems, startRun } from './trial.js'

/** Who is killed: only the program, as by the OOM killer, or all of it, as by a runner that is taken away. */
export type KillTarget = 'clr' | 'tree'

/** What became of a login whose refresh was killed. */
export type KillResult =
  /** The next run ended with exit 0 and the endpoint's current pair in the file. */
  | 'kept'
  /** The tree died after the endpoint had rotated and before the CLI stored the reply: nothing on this machine can help. */
  | 'never-arrived'
  | 'lost'
  /** The run was over before the kill. */
  | 'too-late'

/** Kills one run of the span that was measured, aimed by the number of those before it that came in time. */
export type Kill = (spanMs: number, round: number) => Promise<KillResult>

/**
 * Kills until so many came in time; those that came too late are made again, by a span that is measured anew: the machine
 * is quicker now than it was. @returns what came of each, the late ones included
 */
export async function killMany(endpoint: Endpoint, kills: number, kill: Kill): Promise<readonly KillResult[]> {
  const results: KillResult[] = []
  let spanMs = await measureSpanMs(endpoint, 3)
  for (let inTime = 0; inTime < kills;) {
    const result = await kill(spanMs, inTime)
    results.push(result)
    if (result === 'too-late') spanMs = await measureSpanMs(endpoint, 1)
    else inTime += 1
  }
  return results
}

/** Milliseconds that a run takes from its start to its end: the median of some. */
async function measureSpanMs(endpoint: Endpoint, count: number): Promise<number> {
  const spans: number[] = []
  for (let done = 0; done < count; done += 1) {
    await using setup = E2eSetup.at(endpoint)
    const startMs = performance.now()
    await startRun(setup).ended
    spans.push(performance.now() - startMs)
  }
  return median(spans)
}

/** A moment within the span; every other one in its last quarter, when the pair is on its way to the disk. */
export function killDelayMs(spanMs: number, round: number): number {
  return round % 2 === 0 ? spanMs * (0.75 + Math.random() * 0.25) : spanMs * Math.random()
}

/** Kills a run after some milliseconds, and sees whether the next one puts everything right. */
export async function killOnce(endpoint: Endpoint, target: KillTarget, afterMs: number): Promise<KillResult> {
  await using setup = E2eSetup.at(endpoint)
  return await killIn(setup, target, () => sleep(afterMs))
}

/** Kills a run at a moment that is waited for from its start, and sees whether the next one puts everything right. */
export async function killIn(
  setup: E2eSetup,
  target: KillTarget,
  moment: () => Promise<unknown>,
  options: CallOptions = {}
): Promise<KillResult> {
  const run = startRun(setup, options)
  const isOver = await Promise.race([run.ended.then(() => true), moment().then(() => false)])
  if (isOver) return 'too-late'
  kill(setup, target, run.pid)
  await run.ended
  if (target === 'tree' && !isOnDisk(setup)) return 'never-arrived'
  return isPutRight(setup)
}

async function isPutRight(setup: E2eSetup): Promise<'kept' | 'lost'> {
  const next = await runNext(setup)
  const problems = [...refreshProblems(next), ...safetyProblems(next)]
  if (problems.length === 0) return 'kept'
  process.stderr.write(`lost: ${problems.join('; ')}\n`)
  return 'lost'
}

/** Kills a run of this pid now. */
export function kill(setup: E2eSetup, target: KillTarget, pid: number): void {
  process.kill(pid, 'SIGKILL')
  const claude = target === 'tree' ? claudePid(setup) : null
  if (claude === null) return
  try {
    process.kill(-claude, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

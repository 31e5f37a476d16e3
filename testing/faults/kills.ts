import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint } from '../endpoint/endpoint.js'
import type { CallOptions } from '../doors.js'
import { E2eSetup } from '../e2e-setup.js'
import { median } from '../statistics.js'
import { claudePid, isOnDisk } from './login-state.js'
import { allProblems, runNext, startRun } from './trial.js'

/** What is killed: only `clr`, as by the OOM killer, or also its `claude`, as when a runner is shut down. */
export type KillTarget = 'clr' | 'tree'

/** What happened to a login whose refresh was killed. */
export type KillResult =
  /** The next run ended with exit 0, and the file has the endpoint's current pair. */
  | 'kept'
  /** The tree was killed after the endpoint's rotation, before the CLI stored the reply: the pair cannot be recovered. */
  | 'never-arrived'
  | 'lost'
  /** The run ended before the kill. */
  | 'too-late'

/**
 * The results of kills of runs at random moments, until this many were not too late. After one that was too late, the time
 * of a run is measured again, since the machine may be faster than before.
 */
export async function killMany(endpoint: Endpoint, target: KillTarget, kills: number): Promise<readonly KillResult[]> {
  const results: KillResult[] = []
  let runMs = await measureRunMs(endpoint, 3)
  for (let inTime = 0; inTime < kills;) {
    await using setup = E2eSetup.at(endpoint)
    const delayMs = killDelayMs(runMs, inTime)
    const result = await killIn(setup, target, () => sleep(delayMs))
    results.push(result)
    if (result === 'too-late') runMs = await measureRunMs(endpoint, 1)
    else inTime += 1
  }
  return results
}

/** The median time of this many runs, in milliseconds. */
async function measureRunMs(endpoint: Endpoint, count: number): Promise<number> {
  const times: number[] = []
  for (let done = 0; done < count; done += 1) {
    await using setup = E2eSetup.at(endpoint)
    const { wallMs } = await startRun(setup).ended
    times.push(wallMs)
  }
  return median(times)
}

/** A random moment of a run; in every other round in its last quarter, when the pair is being stored. */
function killDelayMs(runMs: number, round: number): number {
  return round % 2 === 0 ? runMs * (0.75 + Math.random() * 0.25) : runMs * Math.random()
}

/** Kills a run as soon as `moment`, which is called after its start, resolves, and runs once more. */
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
  const problems = allProblems(await runNext(setup))
  if (problems.length === 0) return 'kept'
  process.stderr.write(`lost: ${problems.join('; ')}\n`)
  return 'lost'
}

/** Kills the run with this pid. */
export function kill(setup: E2eSetup, target: KillTarget, pid: number): void {
  process.kill(pid, 'SIGKILL')
  const claude = target === 'tree' ? claudePid(setup) : null
  if (claude === null) return
  try {
    process.kill(-claude, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}

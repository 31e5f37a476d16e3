import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../waiting.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { namesIn, readTextOrEmpty } from '../../src/core/system/read.js'
import type { CallOptions } from '../doors.js'
import { E2eSetup } from '../e2e-setup.js'
import { startRun } from './trial.js'
import { kill, killIn, type KillResult, type KillTarget } from './kills.js'
import { PAIR_IN_HOME, type Point, type Stop } from './points.js'

/** Kills a run at a point, and runs once more; `too-late` if the run never reached the point. */
export async function killAt(endpoint: Endpoint, point: Point, target: KillTarget): Promise<KillResult> {
  await using setup = E2eSetup.at(endpoint)
  return await killIn(setup, target, ...stopAt(setup, point))
}

/** Kills a run, then the run that recovers its pair, and runs once more. */
export async function killInRecovery(
  endpoint: Endpoint,
  point: Point,
  where: 'HOME' | 'rescue file'
): Promise<KillResult> {
  await using setup = E2eSetup.at(endpoint)
  const [moment, options] = stopAt(setup, PAIR_IN_HOME)
  const run = startRun(setup, options)
  await moment()
  kill(setup, 'tree', run.pid)
  await run.ended
  if (where === 'rescue file') moveToRescueFile(setup)
  return await killIn(setup, 'clr', ...stopAt(setup, point))
}

/** Moves the pair from an isolated HOME to a rescue file, like a run that cannot write it back. */
function moveToRescueFile({ endpoint, workFolder, login }: E2eSetup): void {
  const home = join(workFolder, namesIn(workFolder).find(name => name.startsWith('home-')) ?? '')
  const { refreshToken } = endpoint.currentPair(login)
  const files = namesIn(join(home, '.claude')).map(name => join(home, '.claude', name))
  const found = files.find(file => readTextOrEmpty(file).includes(refreshToken)) ?? ''
  renameSync(found, join(workFolder, `rescue-20270115T080000Z-${fingerprint(login.claudeAiOauth)}.json`))
  rmSync(home, { recursive: true })
}

/** Waits until a run has stopped at the point; and the options with which the run must be started. */
export function stopAt(
  setup: E2eSetup,
  { stop, isReached }: Point
): readonly [() => Promise<void>, CallOptions & { readonly preload: string }] {
  const hasStopped = setup.home.at(`has-stopped-${stop.when}-${stop.call}`)
  const preload = `${hasStopped}.mjs`
  writeFileSync(preload, stoppingModule(stop, hasStopped))
  return [() => until(() => existsSync(hasStopped) && (isReached?.(setup) ?? true)), { preload }]
}

/** A module that makes the process that loads it stop forever at a call, and create a file to report that. */
function stoppingModule({ when, call, path }: Stop, hasStopped: string): string {
  return `import fs, { writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const original = fs.${call}
fs.${call} = (...args) => {
  const isHere = args.some(arg => typeof arg === 'string' && ${String(path)}.test(arg))
  if (isHere && ${when === 'before'}) stop()
  const result = Reflect.apply(original, fs, args)
  if (isHere) stop()
  return result
}
syncBuiltinESMExports()
function stop() {
  writeFileSync(${JSON.stringify(hasStopped)}, '')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
`
}

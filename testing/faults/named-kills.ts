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
import { PAIR_IN_HOME, type Point } from './points.js'

/** Kills a run at a point, and sees whether the next one puts everything right; `too-late` if it never came to the point. */
export async function killAt(endpoint: Endpoint, point: Point, target: KillTarget): Promise<KillResult> {
  await using setup = E2eSetup.at(endpoint)
  return await killIn(setup, target, ...stopAt(setup, point))
}

/** Kills a run that recovers the pair of a run that was killed before, and sees whether the next one puts everything right. */
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
  if (where === 'rescue file') rescueByHand(setup)
  return await killIn(setup, 'clr', ...stopAt(setup, point))
}

/** Makes a rescue file of the pair in a HOME, wherever it lies there: what a run leaves that can't write it back. */
function rescueByHand({ endpoint, workFolder, login }: E2eSetup): void {
  const home = join(workFolder, namesIn(workFolder).find(name => name.startsWith('home-')) ?? '')
  const { refreshToken } = endpoint.currentPair(login)
  const files = namesIn(join(home, '.claude')).map(name => join(home, '.claude', name))
  const found = files.find(file => readTextOrEmpty(file).includes(refreshToken)) ?? ''
  renameSync(found, join(workFolder, `rescue-20270115T080000Z-${fingerprint(login.claudeAiOauth)}.json`))
  rmSync(home, { recursive: true })
}

/** What to wait for, and how to start a run so that it stops there. */
function stopAt(setup: E2eSetup, { stop, isReached }: Point): readonly [() => Promise<void>, CallOptions] {
  const hasStopped = setup.home.at(`has-stopped-${stop.when}-${stop.call}`)
  const preload = `${hasStopped}.mjs`
  writeFileSync(preload, stoppingModule(stop, hasStopped))
  return [() => until(() => existsSync(hasStopped) && (isReached?.(setup) ?? true)), { preload }]
}

/** A module that makes the process that loads it stop at a call, for good, and report that by a file. */
function stoppingModule({ when, call, path }: Point['stop'], hasStopped: string): string {
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

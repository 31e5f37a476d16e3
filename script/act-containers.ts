import { JOB_PATH } from '../testing/act/act.js'
import type { ActContext } from '../testing/act/case.js'
import { CASES } from '../testing/act/cases.js'
import { CONTAINER_CASES } from '../testing/act/container-cases.js'
import { InContainers } from '../testing/act/container-place.js'
import { Daemon, removeCgroups } from '../testing/containers/daemon.js'
import { Engine } from '../testing/containers/engine.js'
import { whyNoOwnEngine } from '../testing/containers/own-engine.js'
import { runInOwnNamespaces } from '../testing/containers/own-namespaces.js'
import { runningEngine } from '../testing/containers/running-engine.js'
import { TempFolder } from '../testing/temp-folder.js'
import { runCases, skipCases, type Wanted } from './act-cases.js'

/** The exit code if all cases were skipped, as for automake. */
const SKIPPED = 77

/** The variable with the folder of our own engine, in the namespaces that we have created for it. */
const FOLDER = 'CLR_TEST_OWN_ENGINE'

/** The cases that are also run on this machine. */
const EVERYWHERE = CASES.filter(({ isOnlyOnThisMachine }) => isOnlyOnThisMachine !== true)

/**
 * Runs the cases in the containers of an engine that runs. If there is none, root starts one of its own, and this script again
 * in new namespaces, with only a loopback network.
 *
 * @returns the exit code
 */
export async function runInContainers(wanted: Wanted): Promise<number> {
  const folder = process.env[FOLDER]
  if (folder !== undefined) return runInOwnEngine(folder, wanted)
  const engine = await engineThatRuns()
  if (engine instanceof Engine) return runIn(engine, wanted)
  const why = whyNoOwnEngine()
  if (why !== null) return skip(wanted, `${engine}, and ${why}`)
  wanted.act() // while there is a network to install it from
  using own = new TempFolder()
  try {
    const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
    return (await runInOwnNamespaces(command, { ...process.env, [FOLDER]: own.path })) ?? 1
  } finally {
    removeCgroups(own.path)
  }
}

/** The engine that runs, if its containers can do what the cases need; otherwise why there is none, in a clause. */
async function engineThatRuns(): Promise<Engine | string> {
  const host = runningEngine()
  if (host === null) return '`docker` reaches none on a socket'
  try {
    return await Engine.at(host, JOB_PATH)
  } catch (error) {
    return `the one at ${host} is of no use (${error instanceof Error ? error.message : String(error)})`
  }
}

async function runInOwnEngine(folder: string, wanted: Wanted): Promise<number> {
  let daemon
  try {
    daemon = await Daemon.start(folder)
  } catch (error) {
    return skip(wanted, `our own does not start: ${error instanceof Error ? error.message : String(error)}`)
  }
  await using stopping = daemon
  return await runIn(await Engine.at(stopping.host, JOB_PATH), wanted)
}

async function runIn(given: Engine, { act, isWanted, interrupted }: Wanted): Promise<number> {
  await using engine = given
  const inContainers = CONTAINER_CASES.map(one => ({
    ...one,
    run: (context: ActContext) => one.run({ ...context, engine })
  }))
  const cases = [...EVERYWHERE, ...inContainers].filter(isWanted)
  return await runCases(cases, { act: act(), place: new InContainers(engine), interrupted })
}

/** Counts the cases as skipped. */
function skip({ isWanted }: Wanted, why: string): number {
  const cases = [...EVERYWHERE, ...CONTAINER_CASES].filter(isWanted)
  skipCases(cases, why)
  return SKIPPED
}

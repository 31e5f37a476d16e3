import { existsSync } from 'node:fs'
import { parseJson } from '../../src/core/json.js'
import type { ContainerOptions, Engine } from '../containers/engine.js'
import { fieldOf } from '../doors.js'
import type { E2eSetup } from '../e2e-setup.js'
import { CLR } from '../paths.js'
import type { Running } from '../program.js'
import type { ActResult } from './act.js'
import type { ActContext, Case, Facts } from './case.js'
import { caMount, giveTo, InContainers, ownUser } from './container-place.js'

/** What a case in containers gets. */
export interface ContainerContext extends ActContext {
  readonly engine: Engine
}

/** A case that is possible only in containers. */
export interface ContainerCase extends Omit<Case, 'run'> {
  readonly run: (context: ContainerContext) => Promise<Facts>
}

/** How a `clr` in a container ended. */
export interface ContainerRun {
  readonly exitCode: number | null
  /** The reason in its report; `undefined` as a text if it printed none. */
  readonly reason: string
  readonly shown: string
}

/** The mount of a login's folder at `/claude`, as docs/act.md shows it. */
export function loginMount({ home }: E2eSetup): string {
  return `${home.at('.claude')}:/claude`
}

/**
 * Starts the action in a job that has nothing of the host but the login's folder, at `/claude`, or other mounts.
 *
 * @param options of `docker create`
 */
export function startJob(
  { setup, runner, engine }: ContainerContext,
  options: readonly string[] = [],
  mounts = [loginMount(setup)]
): Running<ActResult> {
  const place = new InContainers(engine, { mounts, options })
  return runner.start({ workflow: 'testing/act/workflows/mounted-folder.yml', place })
}

/** Starts `clr` as the main program of a container, with the login's folder at `/claude`, or other mounts. */
export function startClr(
  { setup, engine }: ContainerContext,
  args: readonly string[],
  { mounts = [loginMount(setup)], options }: Omit<ContainerOptions, 'env'> = {}
): Running<ContainerRun> {
  const container = {
    mounts: [caMount(setup.endpoint), ...mounts],
    env: setup.endpoint.environment,
    ...(options === undefined ? {} : { options })
  }
  const running = engine.start(['node', CLR, ...args], container)
  return running.map(({ exitCode, stdout, stderr }) => ({
    exitCode,
    reason: String(fieldOf(parseJson(stdout), 'reason')),
    shown: stdout + stderr
  }))
}

/** The path of the file in a container. */
export const IN_FOLDER = '/claude/.credentials.json'

/** The arguments of a refresh of that file. */
export const REFRESH = ['refresh', '--json', '--timeout', '300', '--creds', IN_FOLDER] as const

/** Whether a step of a job has ended with this reason. */
export function hasReason(output: string, reason: string): boolean {
  return output.split('\n').some(line => line.endsWith(`:: reason=${reason}`))
}

/** The facts of a login that was refreshed once, and that nobody uses any more. */
export function refreshedFacts(setup: E2eSetup): Facts {
  return {
    'the file has the current pair': setup.fileState === 'current',
    'there was one exchange': setup.endpoint.requests.token.length === 1,
    'no lock and no isolated HOME is left': isFree(setup)
  }
}

/** The facts of a login that was refused before its token was sent. */
export function untouchedFacts(setup: E2eSetup): Facts {
  return {
    'the file is unchanged': setup.fileState === 'as it was',
    'nothing was sent': setup.endpoint.requests.token.length === 0,
    'no lock and no isolated HOME is left': isFree(setup)
  }
}

/** Does something while the login's folder belongs to another user. @returns its result, and the owner and mode of the file */
export async function whileOwnedBy<T>(
  user: string,
  { setup: { home }, engine }: ContainerContext,
  work: () => Promise<T>
): Promise<{ readonly result: T; readonly file: string }> {
  const folder = home.at('.claude')
  await giveTo(user, folder, engine)
  try {
    const result = await work()
    const file = await engine.asRoot(['stat', '--format=%u:%g %a', home.creds], [`${folder}:${folder}`])
    return { result, file }
  } finally {
    await giveTo(ownUser(), folder, engine)
  }
}

function isFree({ workFolder, home }: E2eSetup): boolean {
  return ![workFolder, home.at('.claude/.oauth_refresh.lock'), home.at('.claude/.storage-write.lock')].some(entry =>
    existsSync(entry)
  )
}

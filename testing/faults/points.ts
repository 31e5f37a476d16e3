import type { E2eSetup } from '../e2e-setup.js'
import type { KillTarget } from './kills.js'
import { claudePid, isOnDisk } from './login-state.js'

/** The run stops before, or after, the first call of this function of node:fs with such a path. */
export interface Stop {
  readonly when: 'before' | 'after'
  readonly call: string
  readonly path: RegExp
}

/** A moment of a run at which it is killed. */
export interface Point {
  /** Completes the title `a SIGKILL of clr <name>`. */
  readonly name: string
  readonly stop: Stop
  /** What must also be true once the run has stopped. */
  readonly isReached?: (setup: E2eSetup) => boolean
}

const before = (call: string, path: RegExp): Stop => ({ when: 'before', call, path })
const after = (call: string, path: RegExp): Stop => ({ when: 'after', call, path })

/** Before the run's first look into its isolated HOME, so that it has not seen anything that happens there later. */
const FIRST_LOOK = before('readdirSync', /\/home-[^/]+\/\.claude$/)

/** The point at which a killed run leaves a pair to recover. */
export const PAIR_IN_HOME: Point = {
  name: 'with the new pair in its HOME',
  stop: FIRST_LOOK,
  isReached: setup => wasSent(setup) && isOnDisk(setup)
}

const WRITE_BACK: readonly Point[] = [
  { name: 'with the new file written but not yet renamed', stop: before('renameSync', /\/\.credentials\.json$/) },
  { name: 'with the file replaced, before any clean-up', stop: after('renameSync', /\/\.credentials\.json$/) }
]

/** Points at which `claude` does not run, or does not affect what happens to the login. */
const WITHOUT_CLAUDE: readonly Point[] = [
  { name: 'before it takes a lock', stop: before('mkdirSync', /\.clr$/) },
  { name: 'with all locks held', stop: before('mkdirSync', /\/home-[^/]+$/) },
  { name: 'with an empty HOME', stop: after('mkdirSync', /\/home-[^/]+$/) },
  { name: 'with a HOME that is ready for claude', stop: before('openSync', /\/stdout-1\.log$/) },
  { name: 'with the token sent', stop: FIRST_LOOK, isReached: wasSent },
  { name: 'just before it renames its HOME for removal', stop: before('renameSync', /\/gone-home-[^/]+$/) },
  { name: 'with its HOME renamed but not yet removed', stop: after('renameSync', /\/gone-home-[^/]+$/) },
  { name: 'just before it releases its locks', stop: before('rmdirSync', /\/clr-test-[^/]+\/\.claude\.lock$/) }
]

/** Points at which `claude` may run, so that its end may affect what happens to the login. */
const WITH_CLAUDE: readonly Point[] = [
  {
    name: 'with claude started but not yet able to send anything',
    stop: before('openSync', /\/replacement-[^/]+$/),
    isReached: setup => claudePid(setup) !== null
  },
  PAIR_IN_HOME,
  ...WRITE_BACK
]

/** Every named point, and what is killed there. */
export const KILLS_AT_POINTS: readonly { readonly point: Point; readonly target: KillTarget }[] = [
  ...[...WITHOUT_CLAUDE, ...WITH_CLAUDE].map(point => ({ point, target: 'clr' as const })),
  ...WITH_CLAUDE.map(point => ({ point, target: 'tree' as const }))
]

/** Every named point of a recovery, and the place from which it recovers the pair. */
export const KILLS_IN_RECOVERY: readonly { readonly point: Point; readonly where: 'HOME' | 'rescue file' }[] =
  WRITE_BACK.flatMap(point => (['HOME', 'rescue file'] as const).map(where => ({ point, where })))

/** Each setup has a new login, so its pair differs from the original one as soon as the endpoint has received the token. */
function wasSent({ endpoint, login }: E2eSetup): boolean {
  return endpoint.currentPair(login).refreshToken !== login.claudeAiOauth.refreshToken
}

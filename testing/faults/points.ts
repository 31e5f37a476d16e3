import type { E2eSetup } from '../e2e-setup.js'
import type { KillTarget } from './kills.js'
import { claudePid, isOnDisk } from './login-state.js'

/** A moment of a run, at which it is killed. */
export interface Point {
  /** For a title: `a SIGKILL of clr <name>`. */
  readonly name: string
  /** The run stops before, or after, the first such call of node:fs that names such a path. */
  readonly stop: { readonly when: 'before' | 'after'; readonly call: string; readonly path: RegExp }
  /** What has to be true once it has stopped. */
  readonly isReached?: (setup: E2eSetup) => boolean
}

/** Before its first look at its HOME: whatever comes about there by then, the run has not seen it. */
const FIRST_LOOK: Point['stop'] = { when: 'before', call: 'readdirSync', path: /\/home-[^/]+\/\.claude$/ }

/** Where a killed run leaves a pair to recover. */
export const PAIR_IN_HOME: Point = {
  name: 'with the new pair in its HOME',
  stop: FIRST_LOOK,
  isReached: setup => wasSent(setup) && isOnDisk(setup)
}

const WRITE_BACK: readonly Point[] = [
  {
    name: 'with the replacement written, before it takes the file’s name',
    stop: { when: 'before', call: 'renameSync', path: /\/\.credentials\.json$/ }
  },
  {
    name: 'with the file replaced, before anything is cleared away',
    stop: { when: 'after', call: 'renameSync', path: /\/\.credentials\.json$/ }
  }
]

const CLR_ALONE: readonly Point[] = [
  {
    name: 'before it takes a lock',
    stop: { when: 'before', call: 'mkdirSync', path: /\.clr$/ }
  },
  {
    name: 'with all locks held',
    stop: { when: 'before', call: 'mkdirSync', path: /\/home-[^/]+$/ }
  },
  {
    name: 'with an empty HOME',
    stop: { when: 'after', call: 'mkdirSync', path: /\/home-[^/]+$/ }
  },
  {
    name: 'with a HOME that is ready for claude',
    stop: { when: 'before', call: 'openSync', path: /\/stdout-1\.log$/ }
  },
  {
    name: 'with the token sent',
    stop: FIRST_LOOK,
    isReached: wasSent
  },
  {
    name: 'with its HOME about to be removed',
    stop: { when: 'before', call: 'renameSync', path: /\/gone-home-[^/]+$/ }
  },
  {
    name: 'with its HOME renamed, which is still to be removed',
    stop: { when: 'after', call: 'renameSync', path: /\/gone-home-[^/]+$/ }
  },
  {
    name: 'with its locks about to be let go',
    stop: { when: 'before', call: 'rmdirSync', path: /\/clr-test-[^/]+\/\.claude\.lock$/ }
  }
]

/** Here `claude` runs, too, and what becomes of the login may depend on whether it goes on. */
const WITH_CLAUDE: readonly Point[] = [
  {
    name: 'with claude started, which can’t send anything yet',
    stop: { when: 'before', call: 'openSync', path: /\/replacement-[^/]+$/ },
    isReached: setup => claudePid(setup) !== null
  },
  PAIR_IN_HOME,
  ...WRITE_BACK
]

/** Every named point, and who is killed there. */
export const KILLS_AT_POINTS: readonly { readonly point: Point; readonly target: KillTarget }[] = [
  ...[...CLR_ALONE, ...WITH_CLAUDE].map(point => ({ point, target: 'clr' as const })),
  ...WITH_CLAUDE.map(point => ({ point, target: 'tree' as const }))
]

/** Every named point of a recovery, and where the pair is that it recovers. */
export const KILLS_IN_RECOVERY: readonly { readonly point: Point; readonly where: 'HOME' | 'rescue file' }[] =
  WRITE_BACK.flatMap(point => (['HOME', 'rescue file'] as const).map(where => ({ point, where })))

/** Each setup has a new login: once its token has come to the endpoint its pair there is another one. */
function wasSent({ endpoint, login }: E2eSetup): boolean {
  return endpoint.currentPair(login).refreshToken !== login.claudeAiOauth.refreshToken
}

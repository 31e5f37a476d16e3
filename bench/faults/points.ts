import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../../__tests__/fixtures/waiting.js'
import type { Endpoint } from '../../__tests__/stand-in/endpoint.js'
import { Arena } from './arena.js'
import { killIn, type KillResult, type Victim } from './kills.js'

/** A moment of a run, at which it is killed. */
export interface Point {
  /** For a title: `a SIGKILL of clr <name>`. */
  readonly name: string
  /** The run stands still before, or after, the first such call of node:fs that names such a path. */
  readonly stop: { readonly when: 'before' | 'after'; readonly call: string; readonly path: RegExp }
  /** What has to come about while it stands still. */
  readonly isReached?: (arena: Arena) => boolean
}

/** Before its first look at its HOME: whatever comes about there by then, the run has not seen it. */
const FIRST_LOOK: Point['stop'] = { when: 'before', call: 'readdirSync', path: /\/home-[^/]+\/\.claude$/ }

const BEFORE_CLAUDE: readonly Point[] = [
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
    stop: { when: 'before', call: 'rmdirSync', path: /\/home\/\.claude\.lock$/ }
  }
]

/** Here `claude` runs, too, and what becomes of the login may depend on whether it goes on. */
const WITH_CLAUDE: readonly Point[] = [
  {
    name: 'with claude started, which can’t send anything yet',
    stop: { when: 'before', call: 'openSync', path: /\/replacement-[^/]+$/ },
    isReached: arena => arena.claudePid() !== null
  },
  {
    name: 'with the new pair in its HOME',
    stop: FIRST_LOOK,
    isReached: arena => wasSent(arena) && arena.isOnDisk()
  },
  {
    name: 'with the replacement written, before it takes the file’s name',
    stop: { when: 'before', call: 'renameSync', path: /\/\.credentials\.json$/ }
  },
  {
    name: 'with the file replaced, before anything is cleared away',
    stop: { when: 'after', call: 'renameSync', path: /\/\.credentials\.json$/ }
  }
]

/** Every named point, and who is killed there. */
export const KILLS_AT_POINTS: readonly { readonly point: Point; readonly victim: Victim }[] = [
  ...[...BEFORE_CLAUDE, ...WITH_CLAUDE].map(point => ({ point, victim: 'clr' as const })),
  ...WITH_CLAUDE.map(point => ({ point, victim: 'tree' as const }))
]

/** Kills a run at a point, and sees whether the next one puts everything right; `too-late` if it never came to the point. */
export async function killAt(endpoint: Endpoint, { stop, isReached }: Point, victim: Victim): Promise<KillResult> {
  await using arena = await Arena.create(endpoint)
  const hasStopped = join(arena.scratch.folder, 'has-stopped')
  const preload = join(arena.scratch.folder, 'stop.mjs')
  writeFileSync(preload, stoppingModule(stop, hasStopped))
  const moment = () => until(() => existsSync(hasStopped) && (isReached?.(arena) ?? true))
  return await killIn(arena, victim, moment, { preload })
}

/** A module that makes the process that loads it stand still at a call, for good, and say so by a file. */
function stoppingModule({ when, call, path }: Point['stop'], hasStopped: string): string {
  return `import fs, { writeFileSync } from 'node:fs'
const original = fs.${call}
fs.${call} = (...args) => {
  const isHere = args.some(arg => typeof arg === 'string' && ${String(path)}.test(arg))
  if (isHere && ${when === 'before'}) stop()
  const result = Reflect.apply(original, fs, args)
  if (isHere) stop()
  return result
}
function stop() {
  writeFileSync(${JSON.stringify(hasStopped)}, '')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
`
}

/** A login is new in each arena: once its token has come to the endpoint its pair there is another one. */
function wasSent({ endpoint, login }: Arena): boolean {
  return endpoint.currentPair(login).refreshToken !== login.claudeAiOauth.refreshToken
}

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { User } from '../system/rights.js'
import { realPathOf } from '../system/read.js'
import { scriptHeadIfAny } from '../system/script-head.js'
import { errorCode } from '../system/system-error.js'
import { absoluteEntries } from './claude-environment.js'

/** A small program that a version manager puts on PATH, and that looks up at each call which program it stands for. */
export interface Shim {
  readonly path: string
  /** For example `mise`. */
  readonly manager: string
  /** The manager's own program: an absolute path, or a name to look up on PATH. */
  readonly managerProgram: string
  /** What the shim itself tells its manager. */
  readonly variables: Readonly<Record<string, string>>
}

/** What a manager may take to answer, in milliseconds (measured: mise 28, asdf 4, volta 4, nodenv 35). */
const PATIENCE_MS = 5000

/**
 * The variables that say where a manager keeps its programs and the user's settings. Not those that say which version: when
 * a shim has started our own Node they hold the choice of the working directory (`NODENV_VERSION`, `NODENV_DIR`), and
 * `MISE_CD` would take mise there. Some others hold tokens (`MISE_GITHUB_TOKEN`).
 */
const LOCATIONS =
  /^(?:(?:MISE|RTX)_[A-Z_]+_(?:DIR|FILE)|ASDF_(?:DIR|DATA_DIR|CONFIG_FILE)|VOLTA_HOME|NODENV_ROOT|XDG_(?:CONFIG|DATA|CACHE|STATE)_HOME)$/

/** The variables of a caller that a version manager needs to find its programs; a relative path would be the workspace's. */
export function managerVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && LOCATIONS.test(name) && path.isAbsolute(value)) variables[name] = value
  }
  return variables
}

/**
 * The shim at a path; null for any other program. Told by what the managers make: mise and volta a link to their own
 * program, asdf and nodenv a script (seen: mise 2026.9, volta 2.0, asdf 0.20, nodenv 1.6).
 */
export function shimAt(program: string): Shim | null {
  const real = realPathOf(program)
  const name = path.basename(real)
  const shim = { path: program, variables: {} }
  if (name === 'mise' || name === 'rtx') return { ...shim, manager: name, managerProgram: real }
  if (name === 'volta-shim')
    return { ...shim, manager: 'volta', managerProgram: path.join(path.dirname(real), 'volta') }
  const head = scriptHeadIfAny(real)
  const [, managerProgram, manager] = /^exec "?((?:\/[^"\n]*\/)?(asdf|nodenv))"? exec /m.exec(head) ?? []
  if (managerProgram === undefined || manager === undefined) return null
  const root = /^export NODENV_ROOT="([^"$`\\]+)"$/m.exec(head)?.[1]
  return { ...shim, manager, managerProgram, variables: root === undefined ? {} : { NODENV_ROOT: root } }
}

/** The program that a manager names, or what to say of the question. */
export type Answer = { readonly program: string } | { readonly whyNot: string }

/**
 * Asks the manager which program its shim stands for: in the caller's HOME, and in the root folder, so that no `.mise.toml`,
 * `.tool-versions`, `.node-version` or `package.json` of the workspace, or of a folder above it, picks the program or runs.
 * @param user whose process the manager is to be; null for our own
 */
export function askManager(
  { path: shim, managerProgram, variables }: Shim,
  environment: NodeJS.ProcessEnv,
  user: User | null
): Answer {
  const { status, stdout, error } = spawnSync(managerProgram, ['which', path.basename(shim)], {
    cwd: '/',
    env: {
      ...managerVariables(environment),
      ...variables,
      PATH: absoluteEntries(environment.PATH).join(path.delimiter),
      HOME: environment.HOME
    },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
    ...user
  })
  if (error !== undefined) return { whyNot: `cannot be run (${errorCode(error)})` }
  const named = stdout.trim()
  return status === 0 && path.isAbsolute(named) ? { program: named } : { whyNot: 'names no program' }
}

/** A script of a few lines that does nothing but run a program in the user's HOME. */
const HOME_WRAPPER = /^#!.*\n(?:(?:#.*|[ \t]*|set -\w+)\n)*exec "?(?:\$HOME|\$\{HOME\}|~)(\/[\w@%+=:,./-]+)"? "\$@"\s*$/

/** The program that such a script runs, and would not find in an isolated HOME; null for any other program. */
export function wrappedInHome(program: string, { HOME: home = '' }: NodeJS.ProcessEnv): string | null {
  const target = path.isAbsolute(home) ? HOME_WRAPPER.exec(scriptHeadIfAny(program))?.[1] : undefined
  return target === undefined ? null : path.join(home, target)
}

import path from 'node:path'
import { realPathOf } from '../system/read.js'
import { scriptHeadOrEmpty } from './script-head.js'

/** A small program that a version manager puts on PATH, and that looks up at each call which program it stands for. */
export interface Shim {
  readonly path: string
  /** For example `mise`. */
  readonly manager: string
  /** The manager's own program: an absolute path, or a name to look up on PATH. */
  readonly managerProgram: string
  /** Variables that the shim itself sets for its manager. */
  readonly variables: Readonly<Record<string, string>>
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
  const head = scriptHeadOrEmpty(real)
  const [, managerProgram, manager] = /^exec "?((?:\/[^"\n]*\/)?(asdf|nodenv))"? exec /m.exec(head) ?? []
  if (managerProgram === undefined || manager === undefined) return null
  const root = /^export NODENV_ROOT="([^"$`\\]+)"$/m.exec(head)?.[1]
  return { ...shim, manager, managerProgram, variables: root === undefined ? {} : { NODENV_ROOT: root } }
}

/** A script of a few lines that does nothing but run a program in the user's HOME. */
const HOME_WRAPPER = /^#!.*\n(?:(?:#.*|[ \t]*|set -\w+)\n)*exec "?(?:\$HOME|\$\{HOME\}|~)(\/[\w@%+=:,./-]+)"? "\$@"\s*$/

/** The program that such a script runs, and would not find in an isolated HOME; null for any other program. */
export function wrappedInHome(program: string, { HOME: home = '' }: NodeJS.ProcessEnv): string | null {
  const target = path.isAbsolute(home) ? HOME_WRAPPER.exec(scriptHeadOrEmpty(program))?.[1] : undefined
  return target === undefined ? null : path.join(home, target)
}

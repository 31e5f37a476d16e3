import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'
import { realPathOf } from '../system/read.js'

/** A small program that a version manager puts on PATH. At each call it looks up the program to run. */
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
 * The shim at a path; null for any other program. mise and volta make links to their own program, asdf and nodenv make
 * scripts (mise 2026.9, volta 2.0, asdf 0.20, nodenv 1.6: docs/claude-cli.md#version-managers-and-act).
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

/** A script of a few lines that only runs a program in the user's HOME. */
const HOME_WRAPPER = /^#!.*\n(?:(?:#.*|[ \t]*|set -\w+)\n)*exec "?(?:\$HOME|\$\{HOME\}|~)(\/[\w@%+=:,./-]+)"? "\$@"\s*$/

/** The program that such a script runs, and would not find in an isolated HOME; null if it is not such a script. */
export function wrappedInHome(program: string, { HOME: home = '' }: NodeJS.ProcessEnv): string | null {
  const target = path.isAbsolute(home) ? HOME_WRAPPER.exec(scriptHeadOrEmpty(program))?.[1] : undefined
  return target === undefined ? null : path.join(home, target)
}

/** Enough for a shim that lists dozens of versions. A whole program can be large: the native `claude` has 400 MB. */
const HEAD_BYTES = 8192

/** The beginning of a script, `#!` first; empty for any other program. @throws the failed system call's error */
export function scriptHead(program: string): string {
  const fd = openSync(program, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    const text = head.toString('utf8', 0, readSync(fd, head))
    return text.startsWith('#!') ? text : ''
  } finally {
    closeSync(fd)
  }
}

/** As `scriptHead`, but empty for a file that can't be read: a native program can be run without the right to read it. */
export function scriptHeadOrEmpty(program: string): string {
  return orNull(() => scriptHead(program)) ?? ''
}

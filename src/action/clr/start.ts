import path from 'node:path'
import { claudeVariables } from '../../core/claude/claude-environment.js'
import { managerVariables } from '../../core/programs/version-manager.js'
import { orNull } from '../../core/or-null.js'
import { ANNOUNCE_PID, pidIn } from '../../core/pid-line.js'
import type { ActionInputs } from '../inputs.js'
import { execute, pick, type ProgramResult } from '../exec.js'

/** A running `clr`. None of its promises rejects. */
export interface RunningClr {
  /**
   * Resolves once the process exists, or once it is certain that it never will. Until then, blocking our own process would
   * delay the start of `clr`.
   */
  readonly spawned: Promise<void>
  /** Its process id, once it prints that on stderr; null if it ended without printing one. */
  readonly pid: Promise<number | null>
  /** The exit code is null if it could not be started. */
  readonly ended: Promise<ProgramResult>
}

/** How one `clr` is called. */
export interface ClrCall {
  /** Absolute path of its bundle. */
  readonly program: string
  readonly args: readonly string[]
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>
}

/** The arguments for `clr`, as `--name=value`, so that a value that starts with `-` is not taken for an option. */
export function argumentsFor(inputs: ActionInputs): readonly string[] {
  return [
    'refresh',
    '--json',
    ...(inputs.creds === '' ? [] : [`--creds=${inputs.creds}`]),
    ...(inputs.timeout === '' ? [] : [`--timeout=${inputs.timeout}`]),
    ...(inputs.minValidity === '' ? [] : [`--min-validity=${inputs.minValidity}`]),
    ...(inputs.trace ? ['--trace'] : [])
  ]
}

/** `HOME` and `USERPROFILE` for `~`; the CLI's own folder; and the id by which the runner finds orphaned processes. */
const CLR_VARIABLES = ['HOME', 'USERPROFILE', 'CLAUDE_CONFIG_DIR', 'RUNNER_TRACKING_ID']

/**
 * The environment for `clr`: what `claude` may get, `CLR_VARIABLES`, and the variables of version managers. Not `INPUT_*`,
 * `ACTIONS_*` or `NODE_OPTIONS`, which hold secrets or influence Node. PATH is the caller's, after the folder of an installed
 * `claude`. Its relative entries stay: `clr` looks nothing up in them, but reports an entry that looks like a mistake.
 */
export function environmentFor(env: NodeJS.ProcessEnv, claudeFolder: string | null = null): Record<string, string> {
  const folders = [...(claudeFolder === null ? [] : [claudeFolder]), env.PATH ?? '']
  const variables = { ...claudeVariables(env), ...managerVariables(env), ...pick(env, CLR_VARIABLES) }
  return { ...variables, PATH: folders.join(path.delimiter) }
}

/** Starts `clr` with the runner's own Node, in the caller's working directory, and collects its output. */
export function startClr(call: ClrCall): RunningClr {
  let onSpawn = (): void => undefined
  let onFirstLine = (): void => undefined
  const isSpawned = new Promise<void>(resolve => (onSpawn = resolve))
  const saidSomething = new Promise<void>(resolve => (onFirstLine = resolve))
  let firstLine = ''
  const listeners = {
    // The last debug message comes right before the spawn, in the same turn of the event loop, unless there is a `cwd`:
    // @actions/exec first looks whether that exists, in later turns.
    debug: () => setImmediate(onSpawn),
    stderr: (chunk: Buffer) => {
      if (!firstLine.includes('\n')) firstLine += chunk.toString()
      if (firstLine.includes('\n')) onFirstLine()
    }
  }
  const ended = execute(process.execPath, [call.program, ...call.args], {
    env: { ...call.env, [ANNOUNCE_PID]: '1' },
    // An earlier step may have removed the working directory, and then @actions/exec would never return. A relative
    // `creds` has been refused by now.
    ...(orNull(() => process.cwd()) === null ? { cwd: '/' } : {}),
    delay: 1_000, // in ms: how long the pipes may stay open after the exit; no child of `clr` inherits them
    listeners
  })
  return {
    spawned: Promise.race([isSpawned, ended.then(() => undefined)]),
    // Only the first line counts, because signals are later sent to the pid in it.
    pid: Promise.race([saidSomething, ended]).then(() => pidIn(firstLine.split('\n', 1)[0] ?? '')),
    ended
  }
}

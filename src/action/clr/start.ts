import path from 'node:path'
import { claudeVariables } from '../../core/claude/claude-environment.js'
import { managerVariables } from '../../core/programs/version-manager.js'
import type { ActionInputs } from '../inputs.js'
import { execute, type ProgramResult } from './exec.js'

/** A `clr` at work. */
export interface RunningClr {
  /** Resolves when its process exists, or never will: what blocks ours until then keeps it from starting. Never rejects. */
  readonly spawned: Promise<void>
  /** Its process id, as soon as it says so on stderr; null if it ended without. Never rejects. */
  readonly pid: Promise<number | null>
  /** Never rejects: a program that could not be started is a result without exit status. */
  readonly ended: Promise<ProgramResult>
}

/** How one `clr` is called. */
export interface ClrCall {
  /** Absolute path of its bundle. */
  readonly program: string
  readonly args: readonly string[]
  /** The whole environment: nothing is added to it. */
  readonly env: Readonly<Record<string, string>>
}

/** The arguments for `clr`. In the form `--name=value`, so that a value that starts with `-` is no option. */
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

/** The arguments for a `clr` that only recovers, and waits this long for whoever holds the locks. */
export function recoverArguments(creds: string, timeoutSeconds: number): readonly string[] {
  return ['recover', '--json', `--creds=${creds}`, `--timeout=${timeoutSeconds}`]
}

/**
 * The environment for `clr`: what `claude` may see, the home folder for `~`, and the id by which the runner finds orphans; and
 * what `claude` itself does not get, the CLI's own folder and the places of version managers. The folder of a `claude` that was
 * installed for it comes first on its PATH, which else is the caller's, relative entries and all: `clr` looks nothing up in those,
 * but says so if there is a slip in one. Not `INPUT_*`, `ACTIONS_*` nor `NODE_OPTIONS`, which hold secrets or steer Node.
 */
export function environmentFor(env: NodeJS.ProcessEnv, claudeFolder: string | null = null): Record<string, string> {
  const { PATH = '' } = env
  const variables: Record<string, string> = { ...claudeVariables(env), ...managerVariables(env), PATH }
  if (claudeFolder !== null) variables.PATH = `${claudeFolder}${path.delimiter}${PATH}`
  for (const name of ['HOME', 'USERPROFILE', 'CLAUDE_CONFIG_DIR', 'RUNNER_TRACKING_ID']) {
    const value = env[name]
    if (value !== undefined) variables[name] = value
  }
  return variables
}

/** Starts `clr` with the runner's own Node, in the caller's working directory, and collects what it prints. */
export function startClr(call: ClrCall): RunningClr {
  let onSpawn = (): void => undefined
  let onFirstLine = (): void => undefined
  const isSpawned = new Promise<void>(resolve => (onSpawn = resolve))
  const saidSomething = new Promise<void>(resolve => (onFirstLine = resolve))
  let firstLine = ''
  const listeners = {
    // The last one comes right before the spawn, without any pause between.
    debug: () => setImmediate(onSpawn),
    stderr: (chunk: Buffer) => {
      if (!firstLine.includes('\n')) firstLine += chunk.toString()
      if (firstLine.includes('\n')) onFirstLine()
    }
  }
  const ended = execute(process.execPath, [call.program, ...call.args], {
    env: { ...call.env },
    cwd: workingDirectory(),
    delay: 1_000, // ms that the pipes may stay open after the exit; `clr` gives them to nobody
    listeners
  })
  return {
    spawned: Promise.race([isSpawned, ended.then(() => undefined)]),
    pid: Promise.race([saidSomething, ended]).then(() => parsePid(firstLine)),
    ended
  }
}

/** An earlier step may have removed it: @actions/exec would then wait for good. A relative `creds` is refused before. */
function workingDirectory(): string {
  try {
    return process.cwd()
  } catch {
    return '/'
  }
}

/** In the line with which `clr` begins, and in no other: what it names may be signalled. */
function parsePid(firstLine: string): number | null {
  const digits = /^# clr \w+, pid (\d{1,10})$/.exec(firstLine.split('\n', 1)[0] ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

import { delimiter } from 'node:path'
import { parseJson } from '../src/core/json.js'
import { ACTION_BUNDLES, CLR, NODE20, NODE24 } from './paths.js'
import { startProgram, type Ended, type Running, type Variables } from './program.js'
import { inputVariables, RunnerFiles } from './runner-files.js'
import type { TempFolder } from './temp-folder.js'

/** The options of a refresh, the same for every door. */
export interface CallOptions {
  /** The credentials file; by default that of the current account. */
  readonly creds?: string
  /** Whole seconds; by default more than the contract's 45, which can pass on a busy machine. */
  readonly timeout?: number
  /** A duration, such as `90m`. */
  readonly minValidity?: string
  readonly trace?: boolean
  /** More variables of the caller's environment. */
  readonly env?: Variables
  /** The caller's working directory; by default the HOME. */
  readonly cwd?: string
  /** A folder with another `claude`, which comes first on PATH. */
  readonly claudeFolder?: string
  /** Path of a module that `clr` loads first. */
  readonly preload?: string | undefined
  /** The user that runs the program; the current user by default. */
  readonly uid?: number | undefined
}

/** The result of a refresh, as its caller sees it. */
export interface DoorRun extends Ended {
  /** 0, 1 or 2. For the action, its output `exit-code`, since a step ends only with 0 or 1; null if there is none. */
  readonly code: number | null
  /** The text on stderr if the action ended before it set this output. */
  readonly reason: string
  readonly refreshed: boolean
  /** All texts that a person can see, so without the workflow commands that mask tokens. */
  readonly shown: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** The HOME and the environment in which a refresh runs. */
export interface Caller {
  readonly home: TempFolder
  readonly environment: Readonly<Record<string, string>>
}

/** One of the two ways to refresh a login: the program `clr`, or the action. */
export interface Door {
  readonly name: string
  readonly start: (caller: Caller, options?: CallOptions) => Running<DoorRun>
}

/** `clr refresh --json`, on the oldest Node that we support, and on a new one. */
export const CLR_ON_NODE20 = clrOn('clr on Node 20', NODE20)
export const CLR_ON_NODE24 = clrOn('clr on Node 24', NODE24)

/** The action, started as a runner starts it. */
export const ACTION: Door = {
  name: 'the action on Node 24',
  start: (caller, options = {}) => {
    const files = new RunnerFiles(caller.home.at('runner', String(steps++)))
    const given = {
      ...inputsOf(options),
      ...files.variables,
      GITHUB_ACTIONS: 'true',
      RUNNER_TEMP: caller.home.at('tmp')
    }
    return start([NODE24, ACTION_BUNDLES.main], given, { caller, options }).map(ended => seenByRunner(ended, files))
  }
}

/** The default of `timeout` here. */
const PATIENCE_SECONDS = 300

/** All doors. */
export const DOORS: readonly Door[] = [CLR_ON_NODE20, CLR_ON_NODE24, ACTION]

/** The number of steps so far: each step gets a new folder for the runner's files. */
let steps = 0

function clrOn(name: string, node: string): Door {
  return {
    name,
    start: (caller, options = {}) => {
      const preload = options.preload === undefined ? [] : ['--import', options.preload]
      const command = [node, ...preload, CLR, 'refresh', '--json', ...argumentsOf(options)]
      return start(command, {}, { caller, options }).map(seenByShell)
    }
  }
}

function start(
  command: readonly string[],
  given: Readonly<Record<string, string>>,
  { caller, options }: { readonly caller: Caller; readonly options: CallOptions }
): Running {
  const { PATH = '' } = caller.environment
  const { claudeFolder, cwd = caller.home.path, env, uid } = options
  const paths = claudeFolder === undefined ? [PATH] : [claudeFolder, PATH]
  return startProgram(command, {
    env: { ...caller.environment, PATH: paths.join(delimiter), ...given, ...env },
    cwd,
    uid
  })
}

function argumentsOf({ creds, timeout = PATIENCE_SECONDS, minValidity, trace }: CallOptions): readonly string[] {
  return [
    ...(creds === undefined ? [] : ['--creds', creds]),
    ...['--timeout', String(timeout)],
    ...(minValidity === undefined ? [] : ['--min-validity', minValidity]),
    ...(trace === true ? ['--trace'] : [])
  ]
}

/** The inputs as a runner sets them: also those that have their default. */
function inputsOf(options: CallOptions): Record<string, string> {
  const { creds = '', timeout = PATIENCE_SECONDS, minValidity = '0', trace = false } = options
  return inputVariables({ creds, timeout: String(timeout), 'min-validity': minValidity, trace: String(trace) })
}

function seenByShell(ended: Ended): DoorRun {
  const report = parseJson(ended.stdout)
  return {
    ...ended,
    code: ended.exitCode,
    reason: String(fieldOf(report, 'reason')),
    refreshed: fieldOf(report, 'refreshed') === true,
    shown: ended.stdout + ended.stderr,
    outputs: {},
    summary: ''
  }
}

function seenByRunner(ended: Ended, { outputs, summary }: RunnerFiles): DoorRun {
  const code = outputs['exit-code']
  return {
    ...ended,
    code: code === undefined ? null : Number(code),
    reason: outputs.reason ?? ended.stderr,
    refreshed: outputs.refreshed === 'true',
    shown: `${ended.stdout.replace(/^::add-mask::.*\n/gm, '')}${ended.stderr}${summary}`,
    outputs,
    summary
  }
}

/** A field of an object; undefined if there is no such field or object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

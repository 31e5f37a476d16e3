import { delimiter } from 'node:path'
import { parseJson } from '../src/core/json.js'
import { ACTION_BUNDLES, CLR, NODE20, NODE24 } from './paths.js'
import { startProgram, type Ended, type Running, type Variables } from './program.js'
import { inputVariables, RunnerFiles } from './runner-files.js'
import type { TempFolder } from './temp-folder.js'

/** How one refresh is asked for, by whichever door. */
export interface CallOptions {
  /** By default the current account's. */
  readonly creds?: string
  /** Whole seconds. */
  readonly timeout?: number
  /** A duration, such as `90m`. */
  readonly minValidity?: string
  readonly trace?: boolean
  /** More variables of the caller. */
  readonly env?: Variables
  /** The caller's working directory; by default the HOME. */
  readonly cwd?: string
  /** A folder with another `claude`, before all others on the PATH. */
  readonly claudeFolder?: string
  /** Path of a module that the program loads first. */
  readonly preload?: string | undefined
  /** The user whose process it is; our own user unless given. */
  readonly uid?: number | undefined
}

/** How a refresh ended, as the caller of either door sees it. */
export interface DoorRun extends Ended {
  /** 0, 1 or 2: of the action the output, since a step knows only 0 and 1. Null if there is none. */
  readonly code: number | null
  /** Of an action that set no output, because it died: what it printed on stderr. */
  readonly reason: string
  readonly refreshed: boolean
  /** All that people can see of it: without the workflow commands that hide tokens. */
  readonly shown: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** Who asks for a refresh. */
export interface Caller {
  readonly home: TempFolder
  readonly environment: Readonly<Record<string, string>>
}

/** One of the two ways to ask for a refresh: the program `clr`, or the action. */
export interface Door {
  readonly name: string
  readonly start: (caller: Caller, options?: CallOptions) => Running<DoorRun>
}

/** `clr refresh --json`, on the oldest Node that it has to run on, and on a new one. */
export const CLR_ON_NODE20 = clrOn('clr on Node 20', NODE20)
export const CLR_ON_NODE24 = clrOn('clr on Node 24', NODE24)

/** The action, run as a runner runs it. */
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

/** All of them. */
export const DOORS: readonly Door[] = [CLR_ON_NODE20, CLR_ON_NODE24, ACTION]

/** A runner keeps its files in a folder of its own, new for each step. */
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

function argumentsOf({ creds, timeout, minValidity, trace }: CallOptions): readonly string[] {
  return [
    ...(creds === undefined ? [] : ['--creds', creds]),
    ...(timeout === undefined ? [] : ['--timeout', String(timeout)]),
    ...(minValidity === undefined ? [] : ['--min-validity', minValidity]),
    ...(trace === true ? ['--trace'] : [])
  ]
}

/** A runner sets every input that has a default. */
function inputsOf({ creds = '', timeout = 45, minValidity = '0', trace = false }: CallOptions): Record<string, string> {
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

/** A field of a report, or of any other object; undefined if there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Endpoint } from './endpoint/endpoint.js'
import { Running, type Ended } from './running.js'
import { NODE20_PATH, NODE24_PATH, type Scratch } from './scratch.js'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))

/** The committed program `clr`. */
export const CLR_BUNDLE = join(DIST, 'cli', 'index.js')

/** The committed bundle of the action. */
export const ACTION_BUNDLE = join(DIST, 'action', 'main.js')

/** How one refresh is asked for, whichever door it goes through. */
export interface CallOptions {
  /** By default the current account's. */
  readonly creds?: string
  /** Whole seconds. */
  readonly timeout?: number
  /** A duration, such as `90m`. */
  readonly minValidity?: string
  readonly trace?: boolean
  /** More variables for whoever asks. */
  readonly env?: Readonly<Record<string, string>>
  /** Where whoever asks stands; by default the HOME. */
  readonly cwd?: string
  /** A folder with another `claude`, before all others on the PATH. */
  readonly claudeFolder?: string
}

/** What came of it, as the caller of either door can tell. */
export interface DoorRun extends Ended {
  /** 0, 1 or 2: of the action the output, since a step knows only 0 and 1. Null where there is none. */
  readonly code: number | null
  /** Of an action that set no output, because it died: what it printed on stderr. */
  readonly reason: string
  readonly refreshed: boolean
  /** All that people can see of it: without the workflow commands that hide tokens. */
  readonly shown: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** A refresh under way. */
export interface OpenDoor {
  readonly running: Running
  readonly ended: Promise<DoorRun>
}

/** A way to ask for a refresh. */
export interface Door {
  readonly name: string
  readonly open: (scratch: Scratch, endpoint: Endpoint | undefined, wishes?: CallOptions) => Promise<OpenDoor>
}

/** `clr refresh --json`, on the oldest Node that it has to run on, and on a new one. */
export const CLR_ON_NODE20 = clrOn('clr on Node 20', NODE20_PATH)
export const CLR_ON_NODE24 = clrOn('clr on Node 24', NODE24_PATH)

/** The action, run as a runner runs it. */
export const ACTION: Door = {
  name: 'the action on Node 24',
  open: async (scratch, endpoint, wishes = {}) => {
    const files = await runnerFiles(scratch)
    const env = { ...environment(scratch, endpoint, wishes), ...inputs(wishes), ...files, GITHUB_ACTIONS: 'true' }
    const running = Running.start({
      program: NODE24_PATH,
      args: [ACTION_BUNDLE],
      env: { ...env, RUNNER_TEMP: scratch.tmp, ...wishes.env },
      cwd: wishes.cwd ?? scratch.home
    })
    return { running, ended: running.ended.then(ended => seenByRunner(ended, files)) }
  }
}

/** All of them. */
export const DOORS: readonly Door[] = [CLR_ON_NODE20, CLR_ON_NODE24, ACTION]

function clrOn(name: string, node: string): Door {
  return {
    name,
    open: (scratch, endpoint, wishes = {}) => {
      const args = ['refresh', '--json', ...options(wishes)]
      const env = { ...environment(scratch, endpoint, wishes), ...wishes.env }
      const cwd = wishes.cwd ?? scratch.home
      const running = Running.start({ program: node, args: [CLR_BUNDLE, ...args], env, cwd })
      return Promise.resolve({ running, ended: running.ended.then(seenByShell) })
    }
  }
}

function environment(scratch: Scratch, endpoint: Endpoint | undefined, { claudeFolder }: CallOptions) {
  const env = scratch.environment(endpoint)
  return claudeFolder === undefined ? env : { ...env, PATH: [claudeFolder, env.PATH ?? ''].join(delimiter) }
}

function options({ creds, timeout, minValidity, trace }: CallOptions): readonly string[] {
  return [
    ...(creds === undefined ? [] : ['--creds', creds]),
    ...(timeout === undefined ? [] : ['--timeout', String(timeout)]),
    ...(minValidity === undefined ? [] : ['--min-validity', minValidity]),
    ...(trace === true ? ['--trace'] : [])
  ]
}

/** A runner sets every input that has a default. */
function inputs({ creds, timeout, minValidity, trace }: CallOptions): Record<string, string> {
  return {
    INPUT_CREDS: creds ?? '',
    INPUT_TIMEOUT: String(timeout ?? 45),
    'INPUT_MIN-VALIDITY': minValidity ?? '0',
    INPUT_TRACE: String(trace ?? false)
  }
}

function seenByShell(ended: Ended): DoorRun {
  const report: unknown = ended.stdout === '' ? {} : JSON.parse(ended.stdout)
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

interface RunnerFiles {
  readonly GITHUB_OUTPUT: string
  readonly GITHUB_STEP_SUMMARY: string
  readonly GITHUB_STATE: string
}

/** A runner keeps them in a folder of its own, new for each step. */
async function runnerFiles({ folder }: Scratch): Promise<RunnerFiles & Record<string, string>> {
  const step = join(folder, 'runner', String(steps++))
  await mkdir(step, { recursive: true })
  const files = {
    GITHUB_OUTPUT: join(step, 'output'),
    GITHUB_STEP_SUMMARY: join(step, 'summary.md'),
    GITHUB_STATE: join(step, 'state')
  }
  await Promise.all(Object.values(files).map(file => writeFile(file, '')))
  return files
}

let steps = 0

async function seenByRunner(ended: Ended, files: RunnerFiles): Promise<DoorRun> {
  const outputs = parseOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8'))
  const summary = await readFile(files.GITHUB_STEP_SUMMARY, 'utf8')
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

/** The values in a `GITHUB_OUTPUT` file, as a runner reads them. */
function parseOutputs(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^(.+?)<<(.+)\n([^]*?)\n\2$/gm)]
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]))
}

/** A field of a report, or of any other object; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

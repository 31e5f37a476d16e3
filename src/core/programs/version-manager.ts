import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Patience } from '../deadline.js'
import { orNull } from '../or-null.js'
import { absoluteEntries } from '../system/allowed-variables.js'
import { signalGroup } from '../system/process-group.js'
import { realPathOf } from '../system/read.js'
import type { User } from '../system/rights.js'
import { errorCode } from '../system/system-error.js'
import { withoutPair } from '../token-use.js'
import type { Shim } from './shim.js'

/** How long all managers together may take to answer, in seconds; 0.04 is usual (docs/claude-cli.md#version-managers-and-act). */
const TIMEOUT_SECONDS = 5

/** The longest answer that can be a path, in characters. */
const MAX_ANSWER_LENGTH = 65_536

/** The program that a manager names, or why it names none, which completes "`mise which claude` …" in a sentence. */
export type Answer = { readonly program: string } | { readonly whyNot: string }

/** Asks a manager which program its shim runs. */
export type Ask = (shim: Shim) => Promise<Answer>

/** For whom managers are asked, and for how long. */
export interface AskOptions extends Patience {
  readonly environment: NodeJS.ProcessEnv
  /** The user that managers run as, if it is not our own. */
  readonly user?: User | undefined
}

/** Does some work that asks managers. @throws RefreshError `timeout`, `cancelled`: before they had answered */
export async function whileAsking<T>(options: AskOptions, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { deadline, cancel } = options
  const end = new AbortController()
  const stop = (): void => {
    end.abort()
  }
  const timer = setTimeout(stop, TIMEOUT_SECONDS * 1000)
  const cancelDeadline = deadline.whenPassed(stop)
  cancel.addEventListener('abort', stop)
  if (cancel.aborted) stop()
  try {
    const result = await work(shim => askManager(shim, options, end.signal))
    if (end.signal.aborted) refuseIfOver(options)
    return result
  } finally {
    clearTimeout(timer)
    cancelDeadline()
    cancel.removeEventListener('abort', stop)
  }
}

function refuseIfOver({ deadline, cancel }: Patience): void {
  const message = 'before the version manager answered'
  if (cancel.aborted) throw withoutPair({ reason: 'cancelled', message: `cancelled ${message}`, tokenUse: 'not-sent' })
  if (!deadline.hasPassed()) return
  throw withoutPair({ reason: 'timeout', message: `the time limit passed ${message}`, tokenUse: 'not-sent' })
}

/** When the promise resolves, the manager's process group is gone. A process that moved to its own group is not ended. */
async function askManager(shim: Shim, options: AskOptions, end: AbortSignal): Promise<Answer> {
  const tooLate = { whyNot: `did not answer within ${TIMEOUT_SECONDS} s` }
  if (end.aborted) return tooLate
  let manager: ChildProcessByStdio<null, Readable, null> | null = null
  const kill = (): void => void signalGroup(manager?.pid, 'SIGKILL')
  try {
    manager = start(shim, options)
    let said = ''
    manager.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.length > MAX_ANSWER_LENGTH) kill()
    })
    manager.once('exit', kill) // a process that it left running would keep its output open
    await once(manager, 'close', { signal: end })
    const named = said.trim()
    return manager.exitCode === 0 && path.isAbsolute(named) ? { program: named } : { whyNot: 'names no program' }
  } catch (error) {
    return errorCode(error) === 'ABORT_ERR' ? tooLate : { whyNot: `cannot be run (${errorCode(error)})` }
  } finally {
    kill()
    manager?.stdout.destroy()
  }
}

/**
 * Starts a manager with the caller's HOME, in the root folder: there, no `.mise.toml`, `.tool-versions`, `.node-version` or
 * `package.json` of the workspace, or of a folder above it, chooses the program or is executed.
 */
function start({ path: shim, managerProgram, variables }: Shim, { environment, user }: AskOptions) {
  return spawn(managerProgram, ['which', path.basename(shim)], {
    cwd: '/',
    env: {
      ...managerVariables(environment),
      ...variables,
      PATH: absoluteEntries(environment.PATH).join(path.delimiter),
      HOME: environment.HOME
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    ...user
  })
}

/**
 * The variables with the folders of a manager's programs and of the user's settings. Not those that choose a version: if a
 * shim started our own Node, they hold the choice of the working directory (`NODENV_VERSION`, `NODENV_DIR`), and `MISE_CD`
 * would send mise there. Some others hold tokens (`MISE_GITHUB_TOKEN`).
 */
const LOCATIONS =
  /^(?:(?:MISE|RTX)_[A-Z_]+_(?:DIR|FILE)|ASDF_(?:DIR|DATA_DIR|CONFIG_FILE)|VOLTA_HOME|NODENV_ROOT|XDG_(?:CONFIG|DATA|CACHE|STATE)_HOME)$/

/**
 * The caller's variables that a version manager needs to find its programs, except those that lead into the workspace, as a
 * relative path does: settings there could choose the program that gets the login, and some run programs themselves.
 */
export function managerVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const workspaces = workspacesOf(environment)
  const isElsewhere = (place: string): boolean => !workspaces.some(folder => isIn(folder, place))
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || !LOCATIONS.test(name) || !path.isAbsolute(value)) continue
    if (bothPathsOf(value).every(isElsewhere)) variables[name] = value
  }
  return variables
}

/**
 * The working directory and the job's workspace; not one that contains the HOME (as for a cron job): the settings in it
 * count anyway.
 */
function workspacesOf({ GITHUB_WORKSPACE: workspace = '', HOME: home = '' }: NodeJS.ProcessEnv): readonly string[] {
  const homes = path.isAbsolute(home) ? bothPathsOf(home) : []
  const workingDirectory = orNull(() => process.cwd()) ?? '' // it may have been removed
  return [workingDirectory, workspace]
    .filter(folder => path.isAbsolute(folder))
    .flatMap(bothPathsOf)
    .filter(folder => !homes.some(one => isIn(folder, one)))
}

/** An absolute path as given, and with its links resolved. */
function bothPathsOf(place: string): readonly string[] {
  return [path.resolve(place), realPathOf(place)]
}

function isIn(folder: string, place: string): boolean {
  return place === folder || place.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

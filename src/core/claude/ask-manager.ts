import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { LockPatience } from '../locks/locks.js'
import { signalGroup } from '../system/process-group.js'
import type { User } from '../system/rights.js'
import { errorCode } from '../system/system-error.js'
import { withoutPair } from '../token-use.js'
import { absoluteEntries } from './claude-environment.js'
import { managerVariables } from './manager-variables.js'
import type { Shim } from './shim.js'

/** What all managers together may take to answer, in seconds: 0.04 is usual (docs/claude-cli.md#version-managers-and-act). */
const PATIENCE_SECONDS = 5

/** More than this is no path, in characters. */
const MAX_ANSWER = 65_536

/** The program that a manager names, or what to say of the question. */
export type Answer = { readonly program: string } | { readonly whyNot: string }

/** Asks a manager which program its shim stands for. */
export type Ask = (shim: Shim) => Promise<Answer>

/** Who asks, and how long he can wait. */
export interface Asker extends LockPatience {
  readonly environment: NodeJS.ProcessEnv
  /** Whose process the manager is to be; null for our own user. */
  readonly user: User | null
}

/** Does some work that asks managers. @throws RefreshError `timeout`, `cancelled`: that came before their answers */
export async function whileAsking<T>(asker: Asker, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { deadline, cancel } = asker
  const end = new AbortController()
  const stop = (): void => {
    end.abort()
  }
  const patience = setTimeout(stop, PATIENCE_SECONDS * 1000)
  const callOff = deadline.whenPassed(stop)
  cancel.addEventListener('abort', stop)
  if (cancel.aborted) stop()
  try {
    const result = await work(shim => askManager(shim, asker, end.signal))
    if (end.signal.aborted) refuseIfOver(asker)
    return result
  } finally {
    clearTimeout(patience)
    callOff()
    cancel.removeEventListener('abort', stop)
  }
}

function refuseIfOver({ deadline, cancel }: LockPatience): void {
  const message = 'before a version manager had said which program its shim stands for'
  if (cancel.aborted) throw withoutPair({ reason: 'cancelled', message: `cancelled ${message}`, tokenUse: 'not-sent' })
  if (!deadline.hasPassed()) return
  throw withoutPair({ reason: 'timeout', message: `the deadline passed ${message}`, tokenUse: 'not-sent' })
}

/** Nothing of the manager is left when the promise resolves, but what has made itself a process group of its own. */
async function askManager(shim: Shim, asker: Asker, end: AbortSignal): Promise<Answer> {
  const tooLate = { whyNot: `did not answer within ${PATIENCE_SECONDS} s` }
  if (end.aborted) return tooLate
  let manager: ChildProcessByStdio<null, Readable, null> | null = null
  const kill = (): void => void signalGroup(manager?.pid, 'SIGKILL')
  try {
    manager = start(shim, asker)
    let said = ''
    manager.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.length > MAX_ANSWER) kill()
    })
    manager.once('exit', kill) // what it left at work would keep its output open
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
 * In the caller's HOME, and in the root folder, so that no `.mise.toml`, `.tool-versions`, `.node-version` or `package.json`
 * of the workspace, or of a folder above it, picks the program or runs.
 */
function start({ path: shim, managerProgram, variables }: Shim, { environment, user }: Asker) {
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

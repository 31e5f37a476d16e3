import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'

/** Variables for a program; one that is undefined is not set. */
export type Variables = NodeJS.ProcessEnv

/** How a program is started. */
export interface ProgramOptions {
  /** All of its environment: nothing of this process passes on. */
  readonly env: Variables
  /** Its working directory; this process's own unless given. */
  readonly cwd?: string
  /** The user and group whose process it is; our own unless given. */
  readonly uid?: number | undefined
  /** Whether it leads a process group of its own. */
  readonly detached?: boolean
}

/** How a program ended. */
export interface Ended {
  /** Null if a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** From the spawn until it was gone. */
  readonly wallMs: number
}

/** A program at work. */
export class Running<Result = Ended> {
  constructor(
    readonly pid: number,
    /** Resolves when it is gone, and whoever else holds its output. Rejects if it could not be started. */
    readonly ended: Promise<Result>
  ) {}

  /** Signals this one process, not its group. */
  signal(name: NodeJS.Signals): void {
    process.kill(this.pid, name)
  }

  /** The same program, with more said about its end. */
  map<Other>(view: (result: Result) => Other): Running<Other> {
    return new Running(this.pid, this.ended.then(view))
  }
}

/**
 * Starts a program, without standard input, and collects what it prints.
 *
 * @param command absolute path, or a name on the PATH of `env`; then the arguments
 */
export function startProgram(command: readonly string[], { env, cwd, uid, detached }: ProgramOptions): Running {
  const [program = '', ...args] = command
  const startMs = performance.now()
  const child = spawn(program, args, {
    env,
    cwd,
    detached,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid })
  })
  const exit = new Promise<{ exitCode: number | null; wallMs: number }>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', exitCode => {
      resolve({ exitCode, wallMs: performance.now() - startMs })
    })
  })
  const ended = Promise.all([exit, text(child.stdout), text(child.stderr)])
  return new Running(
    child.pid ?? 0,
    ended.then(([end, stdout, stderr]) => ({ ...end, stdout, stderr }))
  )
}

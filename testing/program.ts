import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'

/** Variables for a program; one that is undefined is not set. */
export type Variables = NodeJS.ProcessEnv

/** The options for starting a program. */
export interface ProgramOptions {
  /** Its whole environment: it inherits no variable of this process. */
  readonly env: Variables
  /** Its working directory; that of this process by default. */
  readonly cwd?: string
  /** The user and group that run it; the current ones by default. */
  readonly uid?: number | undefined
  /** Whether it leads a new process group. */
  readonly detached?: boolean
}

/** The result of a program. */
export interface Ended {
  /** Null if a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** From the spawn until the exit. */
  readonly wallMs: number
}

/** A running program. */
export class Running<Result = Ended> {
  constructor(
    readonly pid: number,
    /** Resolves after its exit, once no other process holds its output. Rejects if it could not be started. */
    readonly ended: Promise<Result>
  ) {}

  /** Signals this one process, not its group. */
  signal(name: NodeJS.Signals): void {
    process.kill(this.pid, name)
  }

  /** The same program with another view of its result. */
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

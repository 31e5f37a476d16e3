import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'

/** What to start, and in which surroundings; nothing of this process passes on. */
export interface Command {
  /** Absolute path, or a name on the PATH of the environment. */
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
}

/** How a program ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** From the spawn until it was gone. */
  readonly wallMs: number
}

/** A program at work. */
export class Running {
  private constructor(
    readonly pid: number,
    readonly ended: Promise<Ended>
  ) {}

  /** Starts it, without standard input, and collects what it prints. */
  static start({ program, args, env, cwd }: Command): Running {
    const startMs = performance.now()
    const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
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

  /** Signals this one process, not its group. */
  signal(name: NodeJS.Signals): void {
    process.kill(this.pid, name)
  }
}

import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { exitOf, RECORD_AND_EXEC, WORKING_DIRECTORY, type ClaudeExit } from '../claude/claude-process.js'
import type { HomeLayout } from '../home/home-layout.js'
import { signalProcess } from '../system/process-group.js'

/** How long `claude` may take to end by itself after a SIGTERM, in milliseconds. */
const TERM_MS = 2000

/**
 * A running `claude auth login`. It stays in the terminal's foreground group, or it could not read the code, so only the one
 * process is ever signalled. It shares our standard input, and prints to our standard error.
 */
export class SignInProcess {
  #hasExited = false

  private constructor(
    private readonly pid: number | undefined,
    readonly exited: Promise<ClaudeExit>
  ) {
    void exited.then(() => {
      this.#hasExited = true // its pid may belong to another process from now on
    })
  }

  /** @param command the program and its arguments */
  static start(
    { claudeRecord }: Pick<HomeLayout, 'claudeRecord'>,
    command: readonly string[],
    environment: Readonly<Record<string, string>>
  ): SignInProcess {
    const child = spawn('/bin/sh', ['-c', RECORD_AND_EXEC, claudeRecord, ...command], {
      cwd: WORKING_DIRECTORY,
      env: environment,
      stdio: ['inherit', 2, 2]
    })
    return new SignInProcess(child.pid, exitOf(child))
  }

  /** Ends it, first with a SIGTERM; it is gone when the promise resolves. */
  async end(): Promise<void> {
    if (this.#hasExited) return
    signalProcess(this.pid, 'SIGTERM')
    const timer = new AbortController()
    const isEnded = await Promise.race([
      this.exited.then(() => true),
      sleep(TERM_MS, false, { signal: timer.signal }).catch(() => false)
    ])
    timer.abort()
    if (!isEnded) signalProcess(this.pid, 'SIGKILL')
    await this.exited
  }
}

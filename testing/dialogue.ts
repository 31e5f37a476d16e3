import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Ended, Variables } from './program.js'
import { until } from './waiting.js'

/** Runs a command on a pseudo-terminal, which gets its own standard input, and prints what is shown there. */
const ON_A_TERMINAL = `
import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])) & 255)
`

/** Not on every system, nor in every container. */
export const PYTHON = '/usr/bin/python3'

/** A running program that a test watches, and answers on its standard input. */
export class Dialogue {
  /** What it has printed so far, on standard output and standard error. */
  shown = ''
  /** The same, of standard output only. */
  stdout = ''
  readonly pid: number
  readonly ended: Promise<Ended>
  readonly #type: (text: string) => void
  #isEnded = false

  private constructor(command: readonly string[], env: Variables, isDetached: boolean) {
    const [program = '', ...args] = command
    const startMs = performance.now()
    const child = spawn(program, args, { env, detached: isDetached, cwd: env.HOME, stdio: 'pipe' })
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.shown += text
      this.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.shown += text
      stderr += text
    })
    child.stdin.on('error', () => undefined) // it ended before it had read everything
    this.#type = text => child.stdin.write(text)
    this.pid = child.pid ?? 0
    this.ended = once(child, 'close').then(() => {
      this.#isEnded = true
      const wallMs = performance.now() - startMs
      return { exitCode: child.exitCode, stdout: this.stdout, stderr, wallMs }
    })
  }

  /** Starts a program with a pipe as standard input, in a process group of its own. */
  static byPipe(command: readonly string[], env: Variables): Dialogue {
    return new Dialogue(command, env, true)
  }

  /** Starts a program on a pseudo-terminal: standard input, output and error are one. Needs `PYTHON`. */
  static onTerminal(command: readonly string[], env: Variables): Dialogue {
    return new Dialogue([PYTHON, '-c', ON_A_TERMINAL, ...command], { TERM: 'xterm', ...env }, false)
  }

  /** Sends a text, as if typed. */
  type(text: string): void {
    this.#type(text)
  }

  /** Waits until a text is shown. @throws Error with what was shown, if the program ends without it */
  async untilShown(pattern: RegExp): Promise<RegExpExecArray> {
    await until(() => this.#isEnded || pattern.test(this.shown))
    const found = pattern.exec(this.shown)
    if (found === null) throw new Error(`${String(pattern)} was not shown, but: ${this.shown}`)
    return found
  }

  /** Sends a signal to the whole process group of `byPipe`, as a terminal does. */
  signalGroup(name: NodeJS.Signals): void {
    process.kill(-this.pid, name)
  }
}

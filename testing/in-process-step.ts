import { EventEmitter } from 'node:events'
import { writeFileSync } from 'node:fs'
import { runMain } from '../src/action/run-main.js'
import type { ClrCall, RunningClr } from '../src/action/clr/start.js'
import { runPost } from '../src/action/run-post.js'
import { listenForSignals } from '../src/action/clr/signals.js'
import type { ActionContext } from '../src/action/context.js'
import type { RefreshReport } from '../src/core/report.js'
import type { Variables } from './program.js'
import { NEW_PAIR, sampleText } from './sample-login.js'
import { recordingToolkit } from './recording-toolkit.js'
import { inputVariables, stateVariables, type Inputs } from './runner-files.js'
import { REFRESHED, REJECTED } from './sample-report.js'
import { TestHome } from './test-home.js'

/** A fake `clr`: changes the credentials file, and returns its report. */
export type FakeClr = (creds: string) => RefreshReport

export const refreshes: FakeClr = creds => {
  writeFileSync(creds, sampleText(NEW_PAIR))
  return { ...REFRESHED, creds }
}
export const isRejected: FakeClr = creds => ({ ...REJECTED, creds })

/** The exit code of a program of the step, and its calls of the toolkit. */
export interface InProcessResult {
  readonly exitCode: number
  readonly calls: readonly string[]
}

/**
 * A step whose two programs run inside this process, with a fake `clr`, toolkit and signals, for tests that depend on the
 * exact moment of an event.
 */
export class InProcessStep extends TestHome {
  /** All calls of `clr`. */
  readonly started: ClrCall[] = []
  #runner = new EventEmitter()

  constructor(
    private readonly fakeClr: FakeClr,
    private readonly inputs: Inputs = {},
    private readonly variables: Variables = {}
  ) {
    super(null)
    this.write('state', '')
    process.env.GITHUB_STEP_SUMMARY = '' // @actions/core reads it: tests must not write to the summary of a CI run
  }

  main(): Promise<InProcessResult> {
    return this.#run(runMain)
  }

  /** Runs `post` with the state that `main` has saved so far, except for its process, which is that of the test. */
  post(): Promise<InProcessResult> {
    return this.#run(runPost, { ...stateVariables(this.text('state')), STATE_main: '' })
  }

  /** Cancels the program that was started last, as a runner does. */
  cancel(): void {
    this.#runner.emit('SIGINT')
  }

  async #run(program: (context: ActionContext) => Promise<number>, state: Variables = {}): Promise<InProcessResult> {
    const { toolkit, calls } = recordingToolkit()
    this.#runner = new EventEmitter()
    const env = {
      HOME: this.path,
      GITHUB_STATE: this.at('state'),
      GITHUB_OUTPUT: this.at('output'),
      GITHUB_REPOSITORY: 'acme/app',
      ...inputVariables({ creds: this.creds, ...this.inputs }),
      ...state,
      ...this.variables
    }
    const exitCode = await program({
      env,
      clrProgram: '/dist/cli/index.js',
      startClr: call => this.#startClr(call),
      loadToolkit: () => Promise.resolve(toolkit),
      signals: listenForSignals(this.#runner, () => undefined)
    })
    return { exitCode, calls }
  }

  #startClr(call: ClrCall): RunningClr {
    this.started.push(call)
    const report = this.fakeClr(this.creds)
    const result = { exitCode: report.exitCode, stdout: JSON.stringify(report), stderr: '' }
    return { spawned: Promise.resolve(), pid: Promise.resolve(null), ended: Promise.resolve(result) }
  }
}

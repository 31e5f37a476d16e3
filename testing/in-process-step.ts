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

/** What a `clr` does to the credentials file, and reports. */
export type FakeClr = (creds: string) => RefreshReport

export const refreshes: FakeClr = creds => {
  writeFileSync(creds, sampleText(NEW_PAIR))
  return { ...REFRESHED, creds }
}
export const isRejected: FakeClr = creds => ({ ...REJECTED, creds })

/** How one program of the step ended, and what it told the runner. */
export interface InProcessResult {
  readonly exitCode: number
  readonly calls: readonly string[]
}

/**
 * A step whose two programs run inside this process, with a `clr`, a toolkit and signals of the test's own: for what needs
 * a moment to be just so. Gone at the end of the block (`using`).
 */
export class InProcessStep extends TestHome {
  /** Every call of `clr`. */
  readonly started: ClrCall[] = []
  #runner = new EventEmitter()

  constructor(
    private readonly fakeClr: FakeClr,
    private readonly inputs: Inputs = {},
    private readonly more: Variables = {}
  ) {
    super(null)
    this.write('state', '')
    process.env.GITHUB_STEP_SUMMARY = '' // the summary of @actions/core asks the process: never that of a CI around the tests
  }

  main(): Promise<InProcessResult> {
    return this.#run(runMain)
  }

  /** With what `main` has told it so far. */
  post(): Promise<InProcessResult> {
    return this.#run(runPost, stateVariables(this.text('state')))
  }

  /** As a runner cancels whichever program was started last. */
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
      ...this.more
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

import { ACTION_BUNDLES, NODE24 } from './paths.js'
import { startProgram, type Ended, type Running, type Variables } from './program.js'
import { inputVariables, RunnerFiles, stateVariables, type Inputs } from './runner-files.js'
import { TestHome } from './test-home.js'
import { until } from './waiting.js'

/** The result of one program of a step, as a runner sees it. */
export interface StepRun extends Ended {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** A job with one step, which runs the action with the real `clr`: first `main`, then `post` with the state of `main`. */
export class Job extends TestHome {
  readonly #files = new RunnerFiles(this.path)

  /**
   * @param claude the name of a folder in `testing/claudes`
   * @param node the runner's Node
   */
  constructor(
    private readonly claude: string,
    private readonly node = NODE24
  ) {
    super(null)
  }

  main(inputs: Inputs = {}, variables: Variables = {}): Promise<StepRun> {
    return this.start('main', inputs, variables).ended
  }

  post(inputs: Inputs = {}, variables: Variables = {}): Promise<StepRun> {
    return this.start('post', inputs, { ...stateVariables(this.text('state')), ...variables }).ended
  }

  start(program: 'main' | 'post', inputs: Inputs = {}, variables: Variables = {}): Running<StepRun> {
    this.#files.startProgram()
    const env = {
      ...this.environment(this.claude),
      ...this.#files.variables,
      RUNNER_TEMP: this.path,
      RUNNER_TOOL_CACHE: this.at('tools'),
      GITHUB_REPOSITORY: 'acme/app',
      // more than the default of 45 s, which can pass on a busy machine
      ...inputVariables({ creds: this.creds, timeout: '300', ...inputs }),
      ...variables
    }
    const running = startProgram([this.node, ACTION_BUNDLES[program]], { env, cwd: this.path })
    return running.map(ended => ({ ...ended, outputs: this.#files.outputs, summary: this.#files.summary }))
  }

  /** The state that `main` has saved for `post` so far. */
  get state(): Readonly<Record<string, string>> {
    return this.#files.state
  }

  /** Waits until `claude` holds both locks of an exchange, and `main` has saved its `clr` for `post`. */
  override async exchangeUnderWay(): Promise<void> {
    await until(() => this.state.clr !== undefined)
    await super.exchangeUnderWay()
  }
}

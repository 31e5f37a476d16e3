import { ACTION_BUNDLES, NODE24 } from './paths.js'
import { startProgram, type Ended, type Running, type Variables } from './program.js'
import { inputVariables, RunnerFiles, stateVariables, type Inputs } from './runner-files.js'
import { TestHome } from './test-home.js'
import { until } from './waiting.js'

/** What a runner sees of one program of a step. */
export interface StepRun extends Ended {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/**
 * A job with one step, which runs the action as a runner does: `main`, and at its end `post`, with what `main` told it. The
 * program `clr` is the real one. Gone at the end of the block (`using`).
 */
export class Job extends TestHome {
  readonly #files = new RunnerFiles(this.path)

  /**
   * @param claude the name of a folder in `testing/claudes`
   * @param node the Node that the runner has
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
      ...inputVariables({ creds: this.creds, ...inputs }),
      ...variables
    }
    const running = startProgram([this.node, ACTION_BUNDLES[program]], { env, cwd: this.path })
    return running.map(ended => ({ ...ended, outputs: this.#files.outputs, summary: this.#files.summary }))
  }

  /** What `main` has told `post` so far. */
  get state(): Readonly<Record<string, string>> {
    return this.#files.state
  }

  /** Resolves when `claude` holds the locks under which it exchanges the token, and `main` has told `post` of its `clr`. */
  override async exchangeUnderWay(): Promise<void> {
    await until(() => this.state.clr !== undefined)
    await super.exchangeUnderWay()
  }
}

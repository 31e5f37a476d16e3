import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { processesOf } from './processes.js'
import { TempFolder } from './temp-folder.js'
import { isExchangeUnderWay, until } from './waiting.js'
import { parseFileCommands, type Step } from './action-copy.js'

const NODE_24 = path.resolve(import.meta.dirname, '../node_modules/node/bin/node')
const DIST = path.resolve(import.meta.dirname, '../dist')
const BIN = path.resolve(import.meta.dirname, 'claudes')

export type Inputs = Readonly<Record<string, string>>

/** A step that is still at work. */
export interface RunningStep {
  readonly pid: number
  readonly ended: Promise<Step>
}

/**
 * A job with one step, which runs the action as a runner does: `main`, and at its end `post`, with what `main` told it. The
 * program `clr` is the real one; `claude` is a small one from `testing/claudes`. Gone at the end of the block (`using`).
 */
export class Job extends TempFolder {
  readonly creds = this.at('.claude/.credentials.json')

  /**
   * @param claude the name of a folder in `testing/claudes`
   * @param node the Node that the runner has
   */
  constructor(
    private readonly claude: string,
    private readonly node = NODE_24
  ) {
    super()
    for (const name of ['state', 'path']) this.write(name, '')
  }

  main(inputs: Inputs = {}, variables: NodeJS.ProcessEnv = {}): Promise<Step> {
    return this.start('main', inputs, variables).ended
  }

  post(inputs: Inputs = {}, variables: NodeJS.ProcessEnv = {}): Promise<Step> {
    return this.start('post', inputs, { ...stateVariables(this.text('state')), ...variables }).ended
  }

  start(program: 'main' | 'post', inputs: Inputs = {}, variables: NodeJS.ProcessEnv = {}): RunningStep {
    const files = ['output', 'summary'].map(name => this.write(name, ''))
    const env = { ...this.#environment, ...inputVariables({ creds: this.creds, ...inputs }), ...variables }
    const script = path.join(DIST, 'action', `${program}.js`)
    let pid = 0
    const ended = new Promise<Step>(resolve => {
      const child = execFile(
        this.node,
        [script],
        { env, cwd: this.path, maxBuffer: 2 ** 26 },
        (_error, stdout, stderr) => {
          const [output = '', summary = ''] = files.map(file => readFileSync(file, 'utf8'))
          resolve({ exitCode: child.exitCode ?? -1, stdout, stderr, outputs: parseFileCommands(output), summary })
        }
      )
      pid = child.pid ?? 0
    })
    return { pid, ended }
  }

  /** What `main` told `post`, as it stands now. */
  get state(): Readonly<Record<string, string>> {
    return parseFileCommands(this.text('state'))
  }

  /** Resolves when `claude` holds the locks under which it exchanges the token, and `main` has told `post` of its `clr`. */
  async exchangeUnderWay(): Promise<void> {
    await until(() => this.state.clr !== undefined && this.isolatedHomes.some(isExchangeUnderWay))
  }

  get isolatedHomes(): readonly string[] {
    const folder = '.claude/.credentials.json.clr'
    if (!existsSync(this.at(folder))) return []
    return this.names(folder).flatMap(name => (name.startsWith('home-') ? [this.at(folder, name)] : []))
  }

  /** What the job left: entries beside the credentials file, and processes. */
  get leftovers(): readonly (string | number)[] {
    const entries = existsSync(this.at('.claude')) ? this.names('.claude') : []
    return [...entries.filter(name => name !== '.credentials.json'), ...processesOf(this.path)]
  }

  place(text: string): void {
    this.write('.claude/.credentials.json', text)
  }

  overwrite(text: string): void {
    writeFileSync(this.creds, text)
  }

  get login(): unknown {
    const document: unknown = JSON.parse(readFileSync(this.creds, 'utf8'))
    return typeof document === 'object' && document !== null && 'claudeAiOauth' in document
      ? document.claudeAiOauth
      : undefined
  }

  get #environment(): NodeJS.ProcessEnv {
    return {
      PATH: [path.join(BIN, this.claude), '/usr/bin', '/bin'].join(':'),
      HOME: this.path,
      LC_NOTES: this.at('notes'),
      RUNNER_TEMP: this.path,
      RUNNER_TOOL_CACHE: this.at('tools'),
      GITHUB_OUTPUT: this.at('output'),
      GITHUB_STATE: this.at('state'),
      GITHUB_PATH: this.at('path'),
      GITHUB_STEP_SUMMARY: this.at('summary'),
      GITHUB_REPOSITORY: 'acme/app'
    }
  }
}

/** As a runner hands inputs to a program. */
export function inputVariables(inputs: Inputs): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

/** As a runner hands to `post` what `main` has written into its state file. */
export function stateVariables(state: string): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(parseFileCommands(state)).map(([name, value]) => [`STATE_${name}`, value]))
}

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { realEnvironment, type E2eSetup } from '../e2e-setup.js'
import { JOB_TOKEN, type StandInGitHub } from '../github/github.js'
import type { StandInIssue } from '../github/issues.js'
import { CLAUDE_FOLDER, NODE24, ROOT } from '../paths.js'
import { startProgram, type Running } from '../program.js'
import type { StandInRegistry } from '../registry/registry.js'
import type { JobPlace } from './place.js'

/** The parts of this repository that a user's workflow can refer to. */
const PUBLISHED = ['action.yml', 'notice', 'package.json', 'dist', '.github']

/** The third-party actions in the examples, and the local actions that stand in for them. act itself replaces actions/checkout. */
const THIRD_PARTY_ACTIONS: Readonly<Record<string, string>> = {
  'anthropics/claude-code-action': 'claude-code-action',
  'actions/create-github-app-token': 'create-github-app-token'
}

/** The repository that the workflows run in. */
export const REPOSITORY = 'acme/app'

/** PATH of act, and of its jobs. */
export const JOB_PATH = [path.dirname(NODE24), CLAUDE_FOLDER, '/usr/bin', '/bin'].join(path.delimiter)

/** One run of act. */
export interface ActRun {
  /** Path below the root of this repository. */
  readonly workflow: string
  /** The event; `workflow_dispatch` by default. */
  readonly event?: 'schedule'
  readonly secrets?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
  /** The inputs of the event, as a person gives them at "Run workflow". */
  readonly inputs?: Readonly<Record<string, string>>
  /** More variables for all steps. */
  readonly env?: Readonly<Record<string, string>>
  /** Runs only the jobs of a matrix with this value: `environment:claude-anna`. */
  readonly matrix?: string
  /** Where its jobs run; by default where those of the other runs do. */
  readonly place?: JobPlace
}

/** How one run of act ended. */
export interface ActResult {
  readonly exitCode: number | null
  /** The log, with a first line that names the workflow. */
  readonly output: string
}

/** Runs workflows in act: with the HOME of a setup, in a new repository, with the action from this checkout. */
export class ActRunner {
  /** The results of all runs so far. */
  readonly results: ActResult[] = []
  readonly #workspace: string
  readonly #published: string

  /** @param tool the path of act, and where it runs jobs */
  constructor(
    private readonly tool: { readonly act: string; readonly place: JobPlace },
    private readonly setup: E2eSetup,
    private readonly servers: { readonly github: StandInGitHub; readonly registry: StandInRegistry }
  ) {
    this.#workspace = setup.home.at('caller/app')
    this.#published = setup.home.at('caller/clr-refresh')
    for (const name of PUBLISHED) cpSync(path.join(ROOT, name), path.join(this.#published, name), { recursive: true })
    servers.github.repository(REPOSITORY) // exists from now on
    mkdirSync(this.#workspace)
    this.#git('init', '--initial-branch', 'main')
    this.#git('remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`)
    this.#git('-c', 'user.name=Anna', '-c', 'user.email=anna@acme.test', 'commit', '--allow-empty', '-m', 'Begin')
  }

  /** Runs an unchanged workflow. */
  run(run: ActRun): Promise<ActResult> {
    return this.start(run).ended
  }

  /** Runs several unchanged workflows: at once, or one after the other if their jobs may not overlap. */
  async runAll(runs: readonly ActRun[]): Promise<readonly ActResult[]> {
    if (this.tool.place.mayOverlap) return Promise.all(runs.map(run => this.run(run)))
    const results: ActResult[] = []
    for (const run of runs) results.push(await this.run(run))
    return results
  }

  /** Starts an unchanged workflow. */
  start(run: ActRun): Running<ActResult> {
    const { workflow, place = this.tool.place } = run
    const env = { ...this.#environment, ...place.actVariables }
    const running = startProgram([this.tool.act, ...this.#arguments(run, place)], { env, cwd: this.#workspace })
    return running.map(ended => {
      const output = `$ act ${path.basename(workflow)}\n${ended.stdout}${ended.stderr}`
      const result = { exitCode: ended.exitCode, output }
      this.results.push(result)
      return result
    })
  }

  /** A copy of the issues of the repository, as they are now. */
  get issues(): readonly StandInIssue[] {
    return structuredClone(this.servers.github.issues(REPOSITORY).all)
  }

  #git(...args: readonly string[]): void {
    execFileSync('git', ['-C', this.#workspace, ...args], { env: this.#environment, stdio: 'ignore' })
  }

  #arguments(run: ActRun, place: JobPlace): readonly string[] {
    const { workflow, event = 'workflow_dispatch', secrets = {}, variables = {}, inputs = {}, env = {}, matrix } = run
    const lines = pairsOf({ GITHUB_TOKEN: JOB_TOKEN, ...secrets })
    const secretFile = this.setup.home.write(`caller/secrets-${runs++}.env`, lines.join('\n'))
    const jobVariables = { ...this.#jobVariables, ...place.jobVariables(this.setup), ...env }
    return [
      ...[event, '--workflows', path.join(ROOT, workflow), '--directory', this.#workspace],
      ...place.options(this.setup),
      ...['--local-repository', `org/clr-refresh@v1=${this.#published}`],
      ...standInsFor(readFileSync(path.join(ROOT, workflow), 'utf8')).flatMap(pair => ['--local-repository', pair]),
      ...['--no-cache-server', '--artifact-server-addr', '127.0.0.1'],
      ...['--secret-file', secretFile],
      ...pairsOf(variables).flatMap(pair => ['--var', pair]),
      ...pairsOf(inputs).flatMap(pair => ['--input', pair]),
      ...pairsOf(jobVariables).flatMap(pair => ['--env', pair]),
      ...(matrix === undefined ? [] : ['--matrix', matrix])
    ]
  }

  /** The whole environment of act, which jobs on this machine inherit. */
  get #environment(): Readonly<Record<string, string>> {
    return { ...realEnvironment(this.setup.home), PATH: JOB_PATH }
  }

  get #jobVariables(): Readonly<Record<string, string>> {
    const { github, registry } = this.servers
    const addresses = { GITHUB_API_URL: github.apiUrl, NPM_CONFIG_REGISTRY: registry.url }
    return { ...this.setup.endpoint.environment, NO_PROXY: '127.0.0.1', ...addresses }
  }
}

let runs = 0

/** The third-party actions of a workflow, each with the commit that it is pinned to, and what stands in for it. */
function standInsFor(workflow: string): readonly string[] {
  const used = Array.from(workflow.matchAll(/uses: (([\w-]+\/[\w-]+)@\w+)/g), ([, pinned = '', name = '']) => ({
    pinned,
    name
  }))
  return used.flatMap(({ pinned, name }) => {
    const folder = THIRD_PARTY_ACTIONS[name]
    return folder === undefined ? [] : [`${pinned}=${path.join(ROOT, 'testing/act/actions', folder)}`]
  })
}

function pairsOf(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).map(pair => pair.join('='))
}

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { realEnvironment, type E2eSetup } from '../e2e-setup.js'
import { JOB_TOKEN, type StandInGitHub } from '../github/github.js'
import type { StandInIssue } from '../github/issues.js'
import { CLAUDE_FOLDER, NODE24, ROOT } from '../paths.js'
import { startProgram } from '../program.js'
import type { StandInRegistry } from '../registry/registry.js'

/** The parts of this repository that a user's workflow can refer to. */
const PUBLISHED = ['action.yml', 'notice', 'package.json', 'dist', '.github']

/** The third-party actions in the examples, and the local actions that stand in for them. act itself replaces actions/checkout. */
const THIRD_PARTY_ACTIONS: Readonly<Record<string, string>> = {
  'anthropics/claude-code-action': 'claude-code-action',
  'actions/create-github-app-token': 'create-github-app-token'
}

/** The repository that the workflows run in. */
export const REPOSITORY = 'acme/app'

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

  /** @param act path of the program */
  constructor(
    private readonly act: string,
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
  async run({
    workflow,
    event,
    secrets = {},
    variables = {},
    inputs = {},
    env = {},
    matrix
  }: ActRun): Promise<ActResult> {
    const lines = pairsOf({ GITHUB_TOKEN: JOB_TOKEN, ...secrets })
    const secretFile = this.setup.home.write(`caller/secrets-${runs++}.env`, lines.join('\n'))
    const command = [
      ...[this.act, event ?? 'workflow_dispatch'],
      ...['--workflows', path.join(ROOT, workflow), '--directory', this.#workspace],
      ...['-P', 'ubuntu-latest=-self-hosted', '-P', 'self-hosted=-self-hosted'],
      ...['--local-repository', `org/clr-refresh@v1=${this.#published}`],
      ...standInsFor(readFileSync(path.join(ROOT, workflow), 'utf8')).flatMap(pair => ['--local-repository', pair]),
      ...['--no-cache-server', '--artifact-server-addr', '127.0.0.1'],
      ...['--secret-file', secretFile],
      ...pairsOf(variables).flatMap(pair => ['--var', pair]),
      ...pairsOf(inputs).flatMap(pair => ['--input', pair]),
      ...pairsOf({ ...this.#jobEnvironment, ...env }).flatMap(pair => ['--env', pair]),
      ...(matrix === undefined ? [] : ['--matrix', matrix])
    ]
    const ended = await startProgram(command, { env: this.#environment, cwd: this.#workspace }).ended
    const output = `$ act ${path.basename(workflow)}\n${ended.stdout}${ended.stderr}`
    const result = { exitCode: ended.exitCode, output }
    this.results.push(result)
    return result
  }

  /** A copy of the issues of the repository, as they are now. */
  get issues(): readonly StandInIssue[] {
    return structuredClone(this.servers.github.issues(REPOSITORY).all)
  }

  #git(...args: readonly string[]): void {
    execFileSync('git', ['-C', this.#workspace, ...args], { env: this.#environment, stdio: 'ignore' })
  }

  /** The whole environment of act, which its jobs inherit. */
  get #environment(): Readonly<Record<string, string>> {
    const PATH = [path.dirname(NODE24), CLAUDE_FOLDER, '/usr/bin', '/bin'].join(path.delimiter)
    return { ...realEnvironment(this.setup.home), PATH }
  }

  get #jobEnvironment(): Readonly<Record<string, string>> {
    const { endpoint, home } = this.setup
    const { github, registry } = this.servers
    const addresses = { GITHUB_API_URL: github.apiUrl, NPM_CONFIG_REGISTRY: registry.url }
    return { HOME: home.path, ...endpoint.environment, NO_PROXY: '127.0.0.1', ...addresses }
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

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { realEnvironment, type E2eSetup } from '../e2e-setup.js'
import type { StandInGitHub } from '../github/github.js'
import { CLAUDE_FOLDER, NODE24, ROOT } from '../paths.js'
import { startProgram } from '../program.js'

/** The parts of this repository that a user's workflow can refer to. */
const PUBLISHED = ['action.yml', 'package.json', 'dist', '.github']

/** The third-party actions in the examples, and the local actions that stand in for them. */
const THIRD_PARTY_ACTIONS: Readonly<Record<string, string>> = {
  'anthropics/claude-code-action@v1': 'claude-code-action',
  'actions/create-github-app-token@v2': 'create-github-app-token'
}

/** The repository that the workflows run in. */
export const REPOSITORY = 'acme/app'

/** One run of act. */
export interface ActRun {
  /** Path below the root of this repository. */
  readonly workflow: string
  readonly secrets?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
  /** Runs only the jobs of a matrix with this value: `environment:claude-anna`. */
  readonly matrix?: string
}

/** How one run of act ended. */
export interface ActResult {
  readonly exitCode: number | null
  /** The log, with a first line that names the workflow. */
  readonly output: string
}

/** An issue in the stand-in for `gh`. */
export interface Issue {
  readonly state: string
  readonly title: string
  /** The description, then the comments. */
  readonly comments: readonly string[]
}

/** Runs workflows in act: with the HOME of a setup, in a new repository, with the action from this checkout. */
export class ActRunner {
  /** The results of all runs so far. */
  readonly results: ActResult[] = []
  readonly #workspace: string
  readonly #published: string
  readonly #issues: string

  /** @param act path of the program */
  constructor(
    private readonly act: string,
    private readonly setup: E2eSetup,
    private readonly github: StandInGitHub
  ) {
    this.#workspace = setup.home.at('caller/app')
    this.#published = setup.home.at('caller/clr-refresh')
    this.#issues = setup.home.write('caller/issues.json', '[]')
    for (const name of PUBLISHED) cpSync(path.join(ROOT, name), path.join(this.#published, name), { recursive: true })
    mkdirSync(this.#workspace)
    this.#git('init', '--initial-branch', 'main')
    this.#git('remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`)
    this.#git('-c', 'user.name=Anna', '-c', 'user.email=anna@acme.test', 'commit', '--allow-empty', '-m', 'Begin')
  }

  /** Runs an unchanged workflow with the event `workflow_dispatch`. */
  async run({ workflow, secrets = {}, variables = {}, matrix }: ActRun): Promise<ActResult> {
    const lines = Object.entries({ GITHUB_TOKEN: 'github_token_of_the_job', ...secrets }).map(pair => pair.join('='))
    const secretFile = this.setup.home.write(`caller/secrets-${runs++}.env`, lines.join('\n'))
    const command = [
      ...[this.act, 'workflow_dispatch'],
      ...['--workflows', path.join(ROOT, workflow), '--directory', this.#workspace],
      ...['-P', 'ubuntu-latest=-self-hosted', '-P', 'self-hosted=-self-hosted'],
      ...['--local-repository', `org/clr-refresh@v1=${this.#published}`],
      ...Object.entries(THIRD_PARTY_ACTIONS).flatMap(([name, folder]) => [
        '--local-repository',
        `${name}=${path.join(ROOT, 'testing/act/actions', folder)}`
      ]),
      ...['--no-cache-server', '--artifact-server-addr', '127.0.0.1'],
      ...['--secret-file', secretFile],
      ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
      ...Object.entries(this.#jobEnvironment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...(matrix === undefined ? [] : ['--matrix', matrix])
    ]
    const ended = await startProgram(command, { env: this.#environment, cwd: this.#workspace }).ended
    const output = `$ act ${path.basename(workflow)}\n${ended.stdout}${ended.stderr}`
    const result = { exitCode: ended.exitCode, output }
    this.results.push(result)
    return result
  }

  /** The issues of the repository. */
  get issues(): readonly Issue[] {
    const issues: unknown = JSON.parse(readFileSync(this.#issues, 'utf8'))
    return Array.isArray(issues) ? issues.filter(isIssue) : []
  }

  #git(...args: readonly string[]): void {
    execFileSync('git', ['-C', this.#workspace, ...args], { env: this.#environment, stdio: 'ignore' })
  }

  /** The whole environment of act, which its jobs inherit; the stand-ins for `gh` and `npm` come first on PATH. */
  get #environment(): Readonly<Record<string, string>> {
    const stubs = path.join(ROOT, 'testing/act/bin')
    const PATH = [stubs, path.dirname(NODE24), CLAUDE_FOLDER, '/usr/bin', '/bin'].join(path.delimiter)
    return { ...realEnvironment(this.setup.home), PATH, GH_STAND_IN: this.#issues }
  }

  get #jobEnvironment(): Readonly<Record<string, string>> {
    const { endpoint, home } = this.setup
    return { HOME: home.path, ...endpoint.environment, NO_PROXY: '127.0.0.1', GITHUB_API_URL: this.github.apiUrl }
  }
}

let runs = 0

function isIssue(value: unknown): value is Issue {
  return typeof value === 'object' && value !== null && 'state' in value && 'title' in value && 'comments' in value
}

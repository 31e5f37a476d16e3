import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { realEnvironment, type E2eSetup } from '../e2e-setup.js'
import type { StandInGitHub } from '../github/github.js'
import { CLAUDE_FOLDER, NODE24, ROOT } from '../paths.js'
import { startProgram } from '../program.js'

/** What a tag of this repository holds that a workflow of a user can reach. */
const PUBLISHED = ['action.yml', 'package.json', 'dist', '.github']

/** The actions of others in the examples, by the tiny local ones that stand in for them. */
const ACTIONS_OF_OTHERS: Readonly<Record<string, string>> = {
  'anthropics/claude-code-action@v1': 'claude-code-action',
  'actions/create-github-app-token@v2': 'create-github-app-token'
}

/** The repository that the workflows run in. */
export const REPOSITORY = 'acme/app'

/** What one run of act is given. */
export interface ActRun {
  /** Path below the root of this repository. */
  readonly workflow: string
  readonly secrets?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
  /** Of a matrix, only the jobs with this value: `environment:claude-anna`. */
  readonly matrix?: string
}

/** How one run of act ended. */
export interface ActResult {
  readonly exitCode: number | null
  /** What a person sees. */
  readonly output: string
}

/** An issue, as the stand-in for `gh` keeps it. */
export interface Issue {
  readonly state: string
  readonly title: string
  readonly said: readonly string[]
}

/** Runs workflows by act: on a HOME, in a repository of its own, with the action as its tag has it. */
export class ActRunner {
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

  /** Runs a workflow unchanged, as `workflow_dispatch`. */
  async run({ workflow, secrets = {}, variables = {}, matrix }: ActRun): Promise<ActResult> {
    const lines = Object.entries({ GITHUB_TOKEN: 'github_token_of_the_job', ...secrets }).map(pair => pair.join('='))
    const secretFile = this.setup.home.write(`caller/secrets-${runs++}.env`, lines.join('\n'))
    const command = [
      ...[this.act, 'workflow_dispatch'],
      ...['--workflows', path.join(ROOT, workflow), '--directory', this.#workspace],
      ...['-P', 'ubuntu-latest=-self-hosted', '-P', 'self-hosted=-self-hosted'],
      ...['--local-repository', `org/clr-refresh@v1=${this.#published}`],
      ...Object.entries(ACTIONS_OF_OTHERS).flatMap(([name, folder]) => [
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
    return { exitCode: ended.exitCode, output: `$ act ${path.basename(workflow)}\n${ended.stdout}${ended.stderr}` }
  }

  /** The issues of the repository. */
  get issues(): readonly Issue[] {
    const issues: unknown = JSON.parse(readFileSync(this.#issues, 'utf8'))
    return Array.isArray(issues) ? issues.filter(isIssue) : []
  }

  #git(...args: readonly string[]): void {
    execFileSync('git', ['-C', this.#workspace, ...args], { env: this.#environment, stdio: 'ignore' })
  }

  /** All that act itself has, and hands on to its jobs: the stand-ins for `gh` and `npm` before everything else. */
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
  return typeof value === 'object' && value !== null && 'state' in value && 'title' in value && 'said' in value
}

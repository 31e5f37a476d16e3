import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StandInGitHub } from '../github/github.js'
import { Running } from '../running.js'
import { CLAUDE_FOLDER, NODE24_PATH } from '../scratch.js'
import type { E2eSetup } from '../e2e-setup.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

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

/** What came of it. */
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

/** One machine with act on it: a HOME, a repository to run workflows in, and the action as its tag has it. */
export class Machine {
  private constructor(
    private readonly act: string,
    private readonly setup: E2eSetup,
    private readonly github: StandInGitHub
  ) {}

  /** @param act path of the program */
  static async create(act: string, setup: E2eSetup, github: StandInGitHub): Promise<Machine> {
    const machine = new Machine(act, setup, github)
    for (const name of PUBLISHED) await cp(join(ROOT, name), join(machine.#published, name), { recursive: true })
    await mkdir(machine.#workspace, { recursive: true })
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-C', machine.#workspace, ...args], { env: machine.#environment(), stdio: 'ignore' })
    git('init', '--initial-branch', 'main')
    git('remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`)
    git('-c', 'user.name=Anna', '-c', 'user.email=anna@acme.test', 'commit', '--allow-empty', '-m', 'Begin')
    return machine
  }

  /** Runs a workflow as it stands, as `workflow_dispatch`. */
  async run({ workflow, secrets = {}, variables = {}, matrix }: ActRun): Promise<ActResult> {
    const secretFile = join(this.#folder, `secrets-${runs++}.env`)
    const lines = Object.entries({ GITHUB_TOKEN: 'github_token_of_the_job', ...secrets }).map(pair => pair.join('='))
    await writeFile(secretFile, lines.join('\n'), { mode: 0o600 })
    const ended = await Running.start({
      program: this.act,
      args: [
        'workflow_dispatch',
        ...['--workflows', join(ROOT, workflow), '--directory', this.#workspace],
        ...['-P', 'ubuntu-latest=-self-hosted', '-P', 'self-hosted=-self-hosted'],
        ...['--local-repository', `org/clr-refresh@v1=${this.#published}`],
        ...Object.entries(ACTIONS_OF_OTHERS).flatMap(([name, folder]) => [
          '--local-repository',
          `${name}=${join(ROOT, 'testing/act/actions', folder)}`
        ]),
        ...['--no-cache-server', '--artifact-server-addr', '127.0.0.1'],
        ...['--secret-file', secretFile],
        ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
        ...Object.entries(this.#jobEnvironment()).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        ...(matrix === undefined ? [] : ['--matrix', matrix])
      ],
      env: this.#environment(),
      cwd: this.#workspace
    }).ended
    return { exitCode: ended.exitCode, output: `$ act ${basename(workflow)}\n${ended.stdout}${ended.stderr}` }
  }

  /** The issues of the repository. */
  async issues(): Promise<readonly Issue[]> {
    const text = await readFile(this.#issues, 'utf8').catch(() => '[]')
    const issues: unknown = JSON.parse(text)
    return Array.isArray(issues) ? issues.filter(isIssue) : []
  }

  get #folder(): string {
    return this.setup.scratch.folder
  }

  get #workspace(): string {
    return join(this.#folder, 'caller', 'app')
  }

  get #published(): string {
    return join(this.#folder, 'caller', 'clr-refresh')
  }

  get #issues(): string {
    return join(this.#folder, 'caller', 'issues.json')
  }

  /** All that act itself has, and hands on to its jobs: the stand-ins for `gh` and `npm` before everything else. */
  #environment(): Record<string, string> {
    const stubs = join(ROOT, 'testing/act/bin')
    const path = [stubs, join(NODE24_PATH, '..'), CLAUDE_FOLDER, '/usr/bin', '/bin'].join(delimiter)
    return this.setup.scratch.environment(undefined, { PATH: path, GH_STAND_IN: this.#issues })
  }

  #jobEnvironment(): Readonly<Record<string, string>> {
    const { endpoint, scratch } = this.setup
    return { HOME: scratch.home, ...endpoint.environment, NO_PROXY: '127.0.0.1', GITHUB_API_URL: this.github.apiUrl }
  }
}

let runs = 0

function isIssue(value: unknown): value is Issue {
  return typeof value === 'object' && value !== null && 'state' in value && 'title' in value && 'said' in value
}

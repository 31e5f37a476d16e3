import { mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { parseLogin } from '../../src/core/credentials/credentials.js'
import { ACTION, type DoorRun } from '../../testing/doors.js'
import { E2eSetup, type E2eOptions } from '../../testing/e2e-setup.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import type { Vault } from '../../testing/github/vault.js'
import { ACTION_BUNDLES, CLAUDE_FOLDER, NODE24 } from '../../testing/paths.js'
import { startProgram, type Ended } from '../../testing/program.js'
import { inputVariables, stateVariables } from '../../testing/runner-files.js'

const REPOSITORY = 'acme/app'
const ENVIRONMENT = 'claude'
const SECRET = 'CLAUDE_CREDENTIALS'
const STATE = 'runner/state'
const HOUR_MS = 3_600_000
const TEN_MINUTES_MS = 600_000
const DAY_MS = 24 * HOUR_MS

/** What a runner tells a step about its workflow. The stand-in for GitHub answers for this API. */
const RUN = {
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_RUN_ID: '1234567890',
  GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/keepalive.yml@refs/heads/main`,
  GITHUB_ACTION_REPOSITORY: 'org/clr-refresh',
  GITHUB_ACTION_REF: 'v1'
}

/** A login whose access token expires in ten minutes, so that a refresh is due, and which itself ends in some days. */
export function loginDueSoon(daysLeft: number): NonNullable<E2eOptions['login']> {
  const nowMs = Date.now()
  return { expiresAt: nowMs + TEN_MINUTES_MS, refreshTokenExpiresAt: nowMs + daysLeft * DAY_MS }
}

/** A job of a sample repository. Its step refreshes the login of a secret with the real CLI, and stores it there again. */
export class SampleJob implements AsyncDisposable {
  private constructor(
    readonly setup: E2eSetup,
    private readonly github: StandInGitHub
  ) {
    const { endpoint, home, login } = setup
    mkdirSync(this.#programs, { recursive: true })
    symlinkSync(realpathSync(path.join(CLAUDE_FOLDER, 'claude')), path.join(this.#programs, 'claude'))
    rmSync(home.creds) // the step writes the file, from the secret
    home.write(STATE, '')
    setup.remember()
    endpoint.standIns.set('api.github.com', github.apiUrl)
    const text = JSON.stringify({ claudeAiOauth: login.claudeAiOauth })
    this.#vault.put(SECRET, { text, updatedAtMs: Date.now() - HOUR_MS })
  }

  static async create(options: E2eOptions): Promise<SampleJob> {
    return new SampleJob(await E2eSetup.create(options), await startGitHub())
  }

  /** Runs the step. */
  main(): Promise<DoorRun> {
    const { home } = this.setup
    const env = { ...this.#variables, GITHUB_STATE: home.at(STATE) }
    return this.setup.refresh(ACTION, { claudeFolder: this.#programs, creds: home.creds, env })
  }

  /** Runs what a runner runs at the end of the job. */
  post(): Promise<Ended> {
    const { home, environment } = this.setup
    const given = { ...this.#variables, ...inputVariables({ creds: home.creds }), ...stateVariables(home.text(STATE)) }
    const env = { ...environment, RUNNER_TEMP: home.at('tmp'), ...given }
    return startProgram([NODE24, ACTION_BUNDLES.post], { env, cwd: home.path }).ended
  }

  /** Whether the secret has the tokens that are valid at the endpoint. */
  get isSecretCurrent(): boolean {
    const { endpoint, login } = this.setup
    return parseLogin(this.#secretText).refreshToken === endpoint.currentPair(login).refreshToken
  }

  /** What the job has left behind, except in RUNNER_TEMP, which a runner empties after the job. */
  get leftovers(): readonly (string | number)[] {
    return this.setup.leftovers.filter(left => !String(left).startsWith('tmp/'))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.setup[Symbol.asyncDispose]()
    await this.github.close()
  }

  get #variables(): Readonly<Record<string, string>> {
    const inputs = {
      'creds-json': this.#secretText,
      'secret-name': SECRET,
      'secret-environment': ENVIRONMENT,
      'github-token': WRITE_TOKEN
    }
    return { ...RUN, ...inputVariables(inputs) }
  }

  /** A folder for PATH, which has only the real `claude`, and a name that people have seen. */
  get #programs(): string {
    return this.setup.home.at('.local/bin')
  }

  get #secretText(): string {
    return this.#vault.textOf(SECRET) ?? ''
  }

  get #vault(): Vault {
    return this.github.environment(REPOSITORY, ENVIRONMENT)
  }
}

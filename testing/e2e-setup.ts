import { existsSync, mkdirSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import path from 'node:path'
import type { CallOptions, Door, DoorRun } from './doors.js'
import { startEndpoint, type Endpoint, type EndpointOptions } from './endpoint/endpoint.js'
import type { CredentialsDocument, OauthCredentials } from './endpoint/logins.js'
import { namesBelow } from './folder-state.js'
import { CLAUDE_FOLDER, NODE20 } from './paths.js'
import { processesOf } from './processes.js'
import { startProgram, type Running, type Variables } from './program.js'
import type { TempFolder } from './temp-folder.js'
import { CREDENTIALS, TestHome } from './test-home.js'
import { until } from './waiting.js'

/** The login and the first replies of an end-to-end setup. */
export interface E2eOptions extends EndpointOptions {
  /** Fields of the login; by default its access token expires in an hour. */
  readonly login?: Partial<OauthCredentials>
}

/** An endpoint, and a HOME with a login of this endpoint in its credentials file. */
export class E2eSetup implements AsyncDisposable {
  readonly home: TestHome
  /** The text of the credentials file at first. */
  readonly originalText: string
  #namesAtFirst: readonly string[]

  private constructor(
    readonly endpoint: Endpoint,
    readonly login: CredentialsDocument,
    private readonly isEndpointOurs: boolean
  ) {
    this.originalText = JSON.stringify(login)
    this.home = new TestHome(this.originalText)
    mkdirSync(this.home.at('tmp'), { mode: 0o700 })
    this.#namesAtFirst = this.#names()
  }

  /** A setup with a new endpoint, which closes together with the setup. */
  static async create({ login, ...replies }: E2eOptions = {}): Promise<E2eSetup> {
    const endpoint = await startEndpoint(replies)
    return new E2eSetup(endpoint, endpoint.newLogin(login), true)
  }

  /** A setup with an existing endpoint, which stays open. */
  static at(endpoint: Endpoint, login?: Partial<OauthCredentials>): E2eSetup {
    return new E2eSetup(endpoint, endpoint.newLogin(login), false)
  }

  /** From now on, files that a test has added so far do not count as `leftovers`. */
  remember(): void {
    this.#namesAtFirst = this.#names()
  }

  /** Starts a refresh and waits for its end. */
  refresh(door: Door, options?: CallOptions): Promise<DoorRun> {
    return this.start(door, options).ended
  }

  /** Starts a refresh. */
  start(door: Door, options?: CallOptions): Running<DoorRun> {
    return door.start(this, options)
  }

  /** Starts a session of the real CLI in this HOME. */
  startSession(env: Variables = {}, cwd = this.home.path): Running {
    const command = ['claude', '--model', 'claude-sonnet-4-6', '--print', '.']
    return startProgram(command, { env: { ...this.environment, ...env }, cwd })
  }

  /** An environment without any variable of this process, with those that make programs use the endpoint. */
  get environment(): Environment {
    return { ...realEnvironment(this.home), ...this.endpoint.environment }
  }

  /** Waits until the endpoint has received this many requests for an exchange. */
  untilSent(exchanges = 1): Promise<void> {
    return until(() => this.endpoint.requests.token.length >= exchanges)
  }

  /** Waits until another run tries to take a lock that is held: it then creates a folder `lock-…`. */
  async untilAnotherWaits(): Promise<void> {
    for await (const { filename } of watch(this.workFolder)) if (filename?.startsWith('lock-')) return
  }

  /** Waits until a run holds the lock of `clr`; it may still wait for the locks of the CLI. */
  untilLocked(): Promise<void> {
    return until(() => existsSync(path.join(this.workFolder, 'lock/owner.json')))
  }

  /** The folder in which `clr` keeps its locks and isolated HOMEs. */
  get workFolder(): string {
    return `${this.home.creds}.clr`
  }

  /** The text of the credentials file now. */
  get fileText(): string {
    return this.home.text(CREDENTIALS)
  }

  /** Whether the credentials file is unchanged, byte for byte, or has the endpoint's current pair. */
  get fileState(): 'as it was' | 'current' | 'neither' {
    const text = this.fileText
    if (text === this.originalText) return 'as it was'
    const { accessToken, refreshToken } = this.endpoint.currentPair(this.login)
    return text.includes(`"${accessToken}"`) && text.includes(`"${refreshToken}"`) ? 'current' : 'neither'
  }

  /** New files and folders in the HOME, and processes that still run there. */
  get leftovers(): readonly (string | number)[] {
    return [...this.#names().filter(name => !this.#namesAtFirst.includes(name)), ...processesOf(this.home.path)]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.home[Symbol.dispose]()
    if (this.isEndpointOurs) await this.endpoint.close()
  }

  /** Without the runner's files and what a step keeps for later steps, since a runner empties RUNNER_TEMP after the job. */
  #names(): readonly string[] {
    return namesBelow(this.home.path)
      .filter(name => !/^(?:(?:runner|caller)(?:\/|$)|tmp\/clr-refresh-pairs-)/.test(name))
      .sort()
  }
}

/** The variables of every end-to-end environment. */
export type Environment = Readonly<Record<'PATH' | 'LANG' | 'HOME' | 'TMPDIR', string>>

/** An environment without any variable of this process, with the real `claude` and Node 20 on PATH. */
export function realEnvironment(home: TempFolder): Environment {
  const PATH = [CLAUDE_FOLDER, path.dirname(NODE20), '/usr/bin', '/bin'].join(path.delimiter)
  return { PATH, LANG: 'C.UTF-8', HOME: home.path, TMPDIR: home.at('tmp') }
}

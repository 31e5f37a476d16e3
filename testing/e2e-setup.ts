import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import path from 'node:path'
import type { CallOptions, Door, DoorRun } from './doors.js'
import { startEndpoint, type Endpoint, type EndpointOptions } from './endpoint/endpoint.js'
import type { CredentialsDocument, OauthCredentials } from './endpoint/logins.js'
import { CLAUDE_FOLDER, NODE20 } from './paths.js'
import { processesOf } from './processes.js'
import { startProgram, type Running, type Variables } from './program.js'
import type { TempFolder } from './temp-folder.js'
import { CREDENTIALS, TestHome } from './test-home.js'
import { until } from './waiting.js'

/** What an end-to-end setup begins with. */
export interface E2eOptions extends EndpointOptions {
  /** Fields of the login in the file; by default its access token expires in an hour. */
  readonly login?: Partial<OauthCredentials>
}

/** Everything that one end-to-end test needs: an endpoint, a HOME, and a login in its credentials file. */
export class E2eSetup {
  readonly home: TestHome
  /** The credentials file as it was. */
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

  /** With an endpoint of its own. */
  static async create({ login, ...replies }: E2eOptions = {}): Promise<E2eSetup> {
    const endpoint = await startEndpoint(replies)
    return new E2eSetup(endpoint, endpoint.newLogin(login), true)
  }

  /** With a login of an endpoint that is there, and stays. */
  static at(endpoint: Endpoint, login?: Partial<OauthCredentials>): E2eSetup {
    return new E2eSetup(endpoint, endpoint.newLogin(login), false)
  }

  /** Takes what a test has added meanwhile for part of the beginning. */
  remember(): void {
    this.#namesAtFirst = this.#names()
  }

  /** Asks for a refresh and waits for its end. */
  refresh(door: Door, options?: CallOptions): Promise<DoorRun> {
    return this.start(door, options).ended
  }

  /** Asks for a refresh. */
  start(door: Door, options?: CallOptions): Running<DoorRun> {
    return door.start(this, options)
  }

  /** A live session of the real CLI on this HOME. */
  startSession(env: Variables = {}, cwd = this.home.path): Running {
    const command = ['claude', '--model', 'claude-sonnet-4-6', '--print', '.']
    return startProgram(command, { env: { ...this.environment, ...env }, cwd })
  }

  /** An environment made from nothing, that leads to the endpoint. */
  get environment(): Environment {
    return { ...realEnvironment(this.home), ...this.endpoint.environment }
  }

  /** Waits until the endpoint has received this many exchanges. */
  untilSent(exchanges = 1): Promise<void> {
    return until(() => this.endpoint.requests.token.length >= exchanges)
  }

  /** Waits until one more run asks for the lock that a run holds, as it does by a folder `lock-…` of its own. */
  async untilAnotherWaits(): Promise<void> {
    for await (const { filename } of watch(this.workFolder)) if (filename?.startsWith('lock-')) return
  }

  /** Waits until a run has the lock of its own, and so at most waits for a session's. */
  untilLocked(): Promise<void> {
    return until(() => existsSync(path.join(this.workFolder, 'lock/owner.json')))
  }

  /** Where runs keep all that they need on disk. */
  get workFolder(): string {
    return `${this.home.creds}.clr`
  }

  /** The credentials file as it is. */
  get fileText(): string {
    return this.home.text(CREDENTIALS)
  }

  /** Whether the credentials file is as it was, to the byte, or holds the endpoint's current pair. */
  get fileState(): 'as it was' | 'current' | 'neither' {
    const text = this.fileText
    if (text === this.originalText) return 'as it was'
    const { accessToken, refreshToken } = this.endpoint.currentPair(this.login)
    return text.includes(`"${accessToken}"`) && text.includes(`"${refreshToken}"`) ? 'current' : 'neither'
  }

  /** Files and folders in the HOME that were not there at first, and processes that still run there. */
  get leftovers(): readonly (string | number)[] {
    return [...this.#names().filter(name => !this.#namesAtFirst.includes(name)), ...processesOf(this.home.path)]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.home[Symbol.dispose]()
    if (this.isEndpointOurs) await this.endpoint.close()
  }

  /** Not what a runner keeps for its steps, nor what a step keeps for later ones: a runner empties RUNNER_TEMP after the job. */
  #names(): readonly string[] {
    const names = readdirSync(this.home.path, { recursive: true, encoding: 'utf8' })
    return names.filter(name => !/^(?:(?:runner|caller)(?:\/|$)|tmp\/clr-refresh-pairs-)/.test(name)).sort()
  }
}

/** What every end-to-end environment holds. */
export type Environment = Readonly<Record<'PATH' | 'LANG' | 'HOME' | 'TMPDIR', string>>

/** An environment made from nothing, with the real `claude` and Node 20 on the PATH. */
export function realEnvironment(home: TempFolder): Environment {
  const PATH = [CLAUDE_FOLDER, path.dirname(NODE20), '/usr/bin', '/bin'].join(path.delimiter)
  return { PATH, LANG: 'C.UTF-8', HOME: home.path, TMPDIR: home.at('tmp') }
}

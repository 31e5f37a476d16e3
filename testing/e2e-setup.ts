import { existsSync } from 'node:fs'
import { readdir, readFile, watch } from 'node:fs/promises'
import { endProcessesOf, processesOf } from './processes.js'
import { until } from './waiting.js'
import type { Door, DoorRun, OpenDoor, CallOptions } from './doors.js'
import { startEndpoint, type Endpoint, type EndpointOptions } from './endpoint/endpoint.js'
import type { CredentialsDocument, OauthCredentials } from './endpoint/logins.js'
import { Running } from './running.js'
import { Scratch } from './scratch.js'

/** What an end-to-end setup begins with. */
export interface E2eOptions extends EndpointOptions {
  /** Fields of the login in the file; by default its access token expires in an hour. */
  readonly login?: Partial<OauthCredentials>
}

/** Everything that one end-to-end test needs: an endpoint, a HOME, and a login in its credentials file. */
export class E2eSetup {
  private constructor(
    readonly endpoint: Endpoint,
    readonly scratch: Scratch,
    readonly login: CredentialsDocument,
    /** The credentials file as it was. */
    readonly originalText: string,
    private namesAtFirst: readonly string[]
  ) {}

  static async create({ login: fields, ...replies }: E2eOptions = {}): Promise<E2eSetup> {
    const [endpoint, scratch] = await Promise.all([startEndpoint(replies), Scratch.create()])
    const login = endpoint.newLogin(fields)
    await scratch.writeCredentials(login)
    return new E2eSetup(endpoint, scratch, login, JSON.stringify(login), await namesBelow(scratch))
  }

  /** Takes what a test has added meanwhile for part of the beginning. */
  async remember(): Promise<void> {
    this.namesAtFirst = await namesBelow(this.scratch)
  }

  /** Asks for a refresh and waits for its end. */
  async refresh(door: Door, wishes?: CallOptions): Promise<DoorRun> {
    return (await this.begin(door, wishes)).ended
  }

  /** Asks for a refresh. */
  begin(door: Door, wishes?: CallOptions): Promise<OpenDoor> {
    return door.open(this.scratch, this.endpoint, wishes)
  }

  /** A live session of the real CLI on this HOME. */
  startSession(env: Readonly<Record<string, string>> = {}, cwd = this.scratch.home): Running {
    return Running.start({
      program: 'claude',
      args: ['--model', 'claude-sonnet-4-6', '--print', '.'],
      env: this.scratch.environment(this.endpoint, env),
      cwd
    })
  }

  /** Waits until the endpoint has received this many exchanges. */
  untilSent(exchanges = 1): Promise<void> {
    return until(() => this.endpoint.requests.token.length >= exchanges)
  }

  /** Waits until one more run asks for the lock that a run holds, as it does by a folder `lock-…` of its own. */
  async untilAnotherWaits(): Promise<void> {
    for await (const { filename } of watch(`${this.scratch.credsPath}.clr`)) if (filename?.startsWith('lock-')) return
  }

  /** Waits until a run has the lock of its own, and so at most waits for a session's. */
  untilLocked(): Promise<void> {
    return until(() => existsSync(`${this.scratch.credsPath}.clr/lock/owner.json`))
  }

  /** The credentials file as it is. */
  text(): Promise<string> {
    return readFile(this.scratch.credsPath, 'utf8')
  }

  /** Whether the credentials file is as it was, to the byte, or holds the endpoint's current pair. */
  async fileState(): Promise<'as it was' | 'current' | 'neither'> {
    const text = await this.text()
    if (text === this.originalText) return 'as it was'
    const { accessToken, refreshToken } = this.endpoint.currentPair(this.login)
    return text.includes(`"${accessToken}"`) && text.includes(`"${refreshToken}"`) ? 'current' : 'neither'
  }

  /** Files and folders that were not there at first, and processes that still run; both below or in this scratch folder. */
  async leftovers(): Promise<readonly (string | number)[]> {
    const names = await namesBelow(this.scratch)
    return [...names.filter(name => !this.namesAtFirst.includes(name)), ...processesOf(this.scratch.folder)]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    endProcessesOf(this.scratch.folder)
    await this.endpoint.close()
    await this.scratch.remove()
  }
}

/** Not what a runner keeps for its steps, nor what a step keeps for later ones: a runner empties RUNNER_TEMP after the job. */
async function namesBelow({ folder }: Scratch): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter(name => !/^(?:(?:runner|caller)(?:\/|$)|tmp\/clr-refresh-pairs-)/.test(name)).sort()
}

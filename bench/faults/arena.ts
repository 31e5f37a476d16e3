import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endProcessesOf, processesOf } from '../../testing/processes.js'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { CredentialsDocument } from '../../testing/endpoint/logins.js'
import { NODE20_PATH, Scratch } from '../../testing/scratch.js'
import { isJsonObject, parseJson } from '../../src/core/json.js'
import { isReason, type Reason } from '../../src/core/reasons.js'
import { namesIn, readTextOrEmpty } from '../../src/core/system/read.js'

const CLR = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

/** How one run of `clr` ended. */
export interface Ended {
  readonly exitCode: number | null
  readonly reason: Reason | null
  readonly message: string
}

/** A run of `clr` that goes on. */
export interface Running {
  readonly pid: number
  readonly ended: Promise<Ended>
}

/** How to start a run. */
export interface StartOptions {
  /** Path of a module to load first, which gives the process another clock, or makes it stand still at some point. */
  readonly preload?: string
  /** Whose process it is; this process's own unless given. */
  readonly uid?: number
}

/** One login, its file in a HOME of its own, and the endpoint that judges what becomes of it. Also `await using`. */
export class Arena {
  private constructor(
    readonly endpoint: Endpoint,
    readonly scratch: Scratch,
    readonly login: CredentialsDocument
  ) {}

  static async create(endpoint: Endpoint): Promise<Arena> {
    const scratch = await Scratch.create()
    const login = endpoint.newLogin()
    await scratch.writeCredentials(login)
    return new Arena(endpoint, scratch, login)
  }

  get credsPath(): string {
    return this.scratch.credsPath
  }

  /** The folder of the file. */
  get folder(): string {
    return join(this.credsPath, '..')
  }

  /** Where runs keep all that they need on disk. */
  get workFolder(): string {
    return `${this.credsPath}.clr`
  }

  /** Starts the program on this file. */
  start({ preload, uid }: StartOptions = {}): Running {
    const args = [
      ...(preload === undefined ? [] : ['--import', preload]),
      CLR,
      'refresh',
      '--json',
      '--creds',
      this.credsPath
    ]
    const child = spawn(NODE20_PATH, args, {
      env: this.scratch.environment(this.endpoint),
      stdio: ['ignore', 'pipe', 'ignore'],
      ...(uid === undefined ? {} : { uid, gid: uid })
    })
    return { pid: child.pid ?? 0, ended: endOf(child) }
  }

  /** Makes the login one that a live session would refresh at its start. */
  async expire(): Promise<void> {
    await this.scratch.writeCredentials({ ...this.login, claudeAiOauth: { ...this.login.claudeAiOauth, expiresAt: 1 } })
  }

  /** Starts a live session of the CLI on this HOME. Its Bun loads modules (docs/claude-cli.md#script-or-native-program). */
  startSession({ preload }: Pick<StartOptions, 'preload'> = {}): ChildProcess {
    const variables: Record<string, string> = preload === undefined ? {} : { BUN_OPTIONS: `--preload=${preload}` }
    return spawn('claude', ['--model', 'claude-sonnet-4-6', '--print', '.'], {
      env: this.scratch.environment(this.endpoint, variables),
      cwd: '/',
      stdio: 'ignore'
    })
  }

  /** Whether the file holds the pair that is good at the endpoint now, and the login stands. */
  isCurrent(): boolean {
    const current = this.endpoint.currentPair(this.login)
    const held = this.pairIn(this.credsPath)
    const isSame = held?.accessToken === current.accessToken && held.refreshToken === current.refreshToken
    return isSame && !this.endpoint.isRevoked(this.login)
  }

  /** Whether the endpoint's pair is on this machine's disk: in the file, in an isolated HOME, or in a rescue file. */
  isOnDisk(): boolean {
    const { refreshToken } = this.endpoint.currentPair(this.login)
    return [this.credsPath, ...filesBelow(this.workFolder)].some(
      file => this.pairIn(file)?.refreshToken === refreshToken
    )
  }

  /** The pid of the `claude` that works in an isolated HOME here; null where there is none. */
  claudePid(): number | null {
    const record = filesBelow(this.workFolder).find(file => file.endsWith('claude.stat'))
    const pid = record === undefined ? Number.NaN : Number.parseInt(readTextOrEmpty(record), 10)
    return Number.isInteger(pid) && pid > 1 ? pid : null
  }

  /** What a run left that should be gone: folders, locks, processes. */
  leftovers(): readonly string[] {
    const folders = [this.workFolder, join(this.folder, '.oauth_refresh.lock'), `${this.folder}.lock`]
    return [
      ...folders.filter(folder => namesIn(join(folder, '..')).includes(folder.split('/').at(-1) ?? '')),
      ...processesOf(this.scratch.folder).map(String)
    ]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    endProcessesOf(this.scratch.folder)
    await this.scratch.remove()
  }

  private pairIn(file: string): { readonly accessToken: unknown; readonly refreshToken: unknown } | null {
    const document = parseJson(readTextOrEmpty(file))
    const login = isJsonObject(document) ? document.claudeAiOauth : null
    return isJsonObject(login) ? { accessToken: login.accessToken, refreshToken: login.refreshToken } : null
  }
}

async function endOf(child: ChildProcess): Promise<Ended> {
  let stdout = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  const exitCode = await new Promise<number | null>(resolve => {
    child.once('close', resolve)
  })
  const report = parseJson(stdout)
  const reason =
    isJsonObject(report) && typeof report.reason === 'string' && isReason(report.reason) ? report.reason : null
  return { exitCode, reason, message: isJsonObject(report) ? String(report.message) : stdout }
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name))
  } catch {
    return []
  }
}

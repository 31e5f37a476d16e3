import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseJson } from '../src/core/json.js'
import { objectFrom, parseObject } from './json-object.js'
import type { DoorRun, OpenDoor, CallOptions } from './doors.js'
import { CLR_ON_NODE20 } from './doors.js'
import type { Ended } from './running.js'
import type { E2eSetup } from './e2e-setup.js'

const FIXTURES = fileURLToPath(new URL('macos/', import.meta.url))

/** The folder of the real CLI 2.1.112 as on macOS, and of stand-ins for programs of macOS. */
const PROGRAMS = join(FIXTURES, 'bin')

/** The variable that makes every Node program believe that it runs on macOS. */
export const AS_ON_MACOS = { NODE_OPTIONS: `--require "${join(FIXTURES, 'darwin.cjs')}"` }

/** The item in which the CLI keeps a login, unless `CLAUDE_CONFIG_DIR` is set (docs/claude-cli.md#macos). */
export const LOGIN_ITEM = 'Claude Code-credentials'

const USER = 'anna'

/** A Mac as far as `clr` and the CLI 2.1.112 can tell, with a Keychain of its own. */
export class Mac {
  private constructor(
    private readonly setup: E2eSetup,
    private readonly keychain: string
  ) {}

  /** Makes one of an end-to-end setup, with an empty Keychain. */
  static async create(setup: E2eSetup): Promise<Mac> {
    const folder = join(setup.scratch.folder, 'caller')
    await mkdir(folder, { recursive: true })
    const mac = new Mac(setup, join(folder, 'keychain.json'))
    await mac.fillKeychain({})
    return mac
  }

  /** Puts passwords into the Keychain, by service. */
  async fillKeychain(passwords: Readonly<Record<string, string>>, isLocked = false): Promise<void> {
    const items: Record<string, string> = {}
    for (const [service, password] of Object.entries(passwords)) items[`${service} of ${USER}`] = password
    await writeFile(this.keychain, JSON.stringify({ isLocked, items }))
  }

  /** The services of the items that are in the Keychain. */
  async services(): Promise<readonly string[]> {
    const { items } = parseObject(await readFile(this.keychain, 'utf8'))
    return Object.keys(objectFrom(items)).map(item => item.replace(` of ${USER}`, ''))
  }

  /** What the Keychain has been asked for: the arguments of each call of `security`. */
  async calls(): Promise<readonly unknown[]> {
    const lines = (await readFile(`${this.keychain}.log`, 'utf8')).trim().split('\n')
    return lines.map(parseJson)
  }

  /** Starts `clr refresh`. */
  begin(wishes: CallOptions = {}): Promise<OpenDoor> {
    const env = { ...this.#variables, ...AS_ON_MACOS, ...wishes.env }
    return this.setup.begin(CLR_ON_NODE20, { ...wishes, claudeFolder: PROGRAMS, env })
  }

  /** Runs `clr refresh`. */
  async refresh(wishes?: CallOptions): Promise<DoorRun> {
    return (await this.begin(wishes)).ended
  }

  /** Runs a session of the CLI in this HOME until its end. */
  session(env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const PATH = [PROGRAMS, this.setup.scratch.environment().PATH ?? ''].join(delimiter)
    return this.setup.startSession({ PATH, ...this.#variables, ...env }).ended
  }

  get #variables(): Readonly<Record<string, string>> {
    return { LC_KEYCHAIN: this.keychain, USER }
  }
}

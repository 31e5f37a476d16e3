import { readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseJson } from '../src/core/json.js'
import { objectFrom, parseObject } from './json-object.js'
import { CLR_ON_NODE20, type CallOptions, type DoorRun } from './doors.js'
import type { Ended, Running, Variables } from './program.js'
import type { E2eSetup } from './e2e-setup.js'

const FIXTURES = fileURLToPath(new URL('macos/', import.meta.url))

/** The folder with the real CLI 2.1.112 and with stand-ins for programs of macOS. */
const PROGRAMS = join(FIXTURES, 'bin')

/** The variable that makes every Node program behave as on macOS. */
export const AS_ON_MACOS = { NODE_OPTIONS: `--require "${join(FIXTURES, 'darwin.cjs')}"` }

/** The Keychain item in which the CLI keeps a login, unless `CLAUDE_CONFIG_DIR` is set (docs/claude-cli.md#macos). */
export const LOGIN_ITEM = 'Claude Code-credentials'

const USER = 'anna'

/** Makes `clr` and the CLI 2.1.112 behave as on a Mac, with a Keychain that is empty at first. */
export class Mac {
  readonly #keychain: string

  constructor(private readonly setup: E2eSetup) {
    this.#keychain = setup.home.write('caller/keychain.json', '')
    this.fillKeychain({})
  }

  /** Replaces the content of the Keychain with these passwords, by service. */
  fillKeychain(passwords: Readonly<Record<string, string>>, isLocked = false): void {
    const items = Object.fromEntries(
      Object.entries(passwords).map(([service, password]) => [`${service} of ${USER}`, password])
    )
    writeFileSync(this.#keychain, JSON.stringify({ isLocked, items }))
  }

  /** The services of all items in the Keychain. */
  get services(): readonly string[] {
    const { items } = parseObject(readFileSync(this.#keychain, 'utf8'))
    return Object.keys(objectFrom(items)).map(item => item.replace(` of ${USER}`, ''))
  }

  /** The arguments of each call of `security`. */
  get calls(): readonly unknown[] {
    return readFileSync(`${this.#keychain}.log`, 'utf8').trim().split('\n').map(parseJson)
  }

  /** Starts `clr refresh`. */
  start(options: CallOptions = {}): Running<DoorRun> {
    const env = { ...this.#variables, ...AS_ON_MACOS, ...options.env }
    return this.setup.start(CLR_ON_NODE20, { ...options, claudeFolder: PROGRAMS, env })
  }

  /** Runs `clr refresh`. */
  refresh(options?: CallOptions): Promise<DoorRun> {
    return this.start(options).ended
  }

  /** Runs a session of the CLI in this HOME until its end. */
  session(env: Variables = {}): Promise<Ended> {
    const PATH = [PROGRAMS, this.setup.environment.PATH].join(delimiter)
    return this.setup.startSession({ PATH, ...this.#variables, ...env }).ended
  }

  /** The variables that make `clr`, and the CLI that it starts, behave as on a Mac. */
  get environment(): Variables {
    return { ...this.#variables, ...AS_ON_MACOS, PATH: [PROGRAMS, this.setup.environment.PATH].join(delimiter) }
  }

  get #variables(): Readonly<Record<string, string>> {
    return { LC_KEYCHAIN: this.#keychain, USER }
  }
}

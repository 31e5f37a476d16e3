import path from 'node:path'
import { parseJson, type JsonObject } from '../src/core/json.js'
import { namesIn } from '../src/core/system/read.js'
import { parseObject } from './json-object.js'
import { CLR, smallClaude } from './paths.js'
import { processesOf } from './processes.js'
import { startProgram, type Ended, type Running, type Variables } from './program.js'
import { sampleText } from './sample-login.js'
import { TempFolder } from './temp-folder.js'
import { isExchangeUnderWay, until } from './waiting.js'

/** Where a HOME has its credentials file, and beside it the work folder of `clr`. */
export const CREDENTIALS = '.claude/.credentials.json'
export const WORK_FOLDER = `${CREDENTIALS}.clr`

/**
 * The variables that make one system call of `clr`, on a path that ends so, fail with a code, or end it by SIGKILL: for
 * example `renameSync`, `.credentials.json`, `SIGKILL`.
 */
export function faultAt(call: string, end: string, how: string): Readonly<Record<string, string>> {
  const preload = path.join(import.meta.dirname, 'faulty-node.js')
  return { NODE_OPTIONS: `--import=${preload}`, LC_FAULT: `${call} ${end} ${how}` }
}

/** How one call of `clr` is made. */
export interface ClrOptions {
  /** The name of a folder in `testing/claudes`: what plays `claude` on the PATH. None by default. */
  readonly claude?: string
  /** More variables; a test's way to tell a small `claude` something is one whose name begins with LC_. */
  readonly env?: Variables
  readonly cwd?: string
  /** The user whose process it is; our own user unless given. */
  readonly uid?: number
  /** The Node that runs it; this process's own unless given. */
  readonly node?: string
  /** The words of a command that starts it, such as `setpriv …`. */
  readonly launcher?: readonly string[]
}

/** How one call of `clr` ended. */
export interface ClrRun extends Ended {
  /** What `--json` printed; undefined if it is no JSON. */
  readonly report: unknown
}

/** A HOME of a test's own with a credentials file in it. Gone at the end of the block (`using`). */
export class TestHome extends TempFolder {
  readonly creds = this.at(CREDENTIALS)
  /** The credentials file as it was at first; empty if there was none. */
  readonly originalText: string

  /** @param text of the credentials file; null if there is to be none at first */
  constructor(text: string | null = sampleText()) {
    super()
    if (text !== null) this.writeCredentials(text)
    this.originalText = text ?? ''
  }

  /** Calls `clr refresh --json` on the credentials file. */
  refresh(claude: string, args: readonly string[] = [], env: Variables = {}): Promise<ClrRun> {
    return this.clr(['refresh', '--json', ...args], { claude, env })
  }

  /** Calls `clr refresh --json` with a script as the only `claude` on PATH. */
  refreshByScript(script: string): Promise<ClrRun> {
    this.write('bin/claude', script, 0o755)
    return this.clr(['refresh', '--json'], { env: { PATH: `${this.at('bin')}:/usr/bin:/bin` } })
  }

  /** Calls `clr`, in an environment made from nothing. */
  clr(args: readonly string[], options?: ClrOptions): Promise<ClrRun> {
    return this.startClr(args, options).ended
  }

  /** Starts `clr`, in an environment made from nothing. */
  startClr(args: readonly string[], options: ClrOptions = {}): Running<ClrRun> {
    const { claude, env, cwd = this.path, uid, node = process.execPath, launcher = [] } = options
    const command = [...launcher, node, CLR, ...args]
    const running = startProgram(command, {
      cwd,
      uid,
      env: { ...this.environment(claude), LC_CREDS: this.creds, ...env }
    })
    return running.map(ended => ({ ...ended, report: parseJson(ended.stdout) }))
  }

  /** An environment made from nothing, with this HOME, and a small `claude` on the PATH. */
  environment(claude?: string): Readonly<Record<string, string>> {
    const PATH = [...(claude === undefined ? [] : [smallClaude(claude)]), '/usr/bin', '/bin'].join(':')
    return { PATH, HOME: this.path, LC_NOTES: this.notesPath }
  }

  /** Variables that let something happen in `clr` right before its first call of node:fs on a path with this in it. */
  happening(call: string, part: string, script: string): Readonly<Record<string, string>> {
    const text = `const fs = require('node:fs')
      const { ${call}: original } = fs
      fs.${call} = (...args) => {
        if (!String(args[0]).includes(${JSON.stringify(part)})) return original(...args)
        fs.${call} = original
        ${script}
        return original(...args)
      }`
    return { NODE_OPTIONS: `--require ${this.write('happening.cjs', text, 0o644)}` }
  }

  /** Where a small `claude` leaves notes for its test. */
  get notesPath(): string {
    return this.at('notes')
  }

  /** Writes the credentials file, and makes the folder above it if there is none. */
  writeCredentials(text: string): void {
    this.write(CREDENTIALS, text)
  }

  /** Writes a rescue file, as one of the login with this fingerprint, and returns its path. */
  writeRescue(text: string, fingerprint = '0'.repeat(64)): string {
    return this.write(`${WORK_FOLDER}/rescue-20261126T000000Z-${fingerprint}.json`, text)
  }

  /** Resolves when a `claude` holds the locks under which it exchanges the token. */
  async exchangeUnderWay(): Promise<void> {
    await until(() => this.isolatedHomes.some(isExchangeUnderWay))
  }

  /** The login that is in the file now. */
  get login(): unknown {
    return this.document.claudeAiOauth
  }

  /** All that is in the file now. */
  get document(): JsonObject {
    return parseObject(this.text(CREDENTIALS))
  }

  /** The isolated HOMEs beside the file. */
  get isolatedHomes(): readonly string[] {
    const folder = `${this.creds}.clr`
    return namesIn(folder).flatMap(name => (name.startsWith('home-') ? [path.join(folder, name)] : []))
  }

  /** What a run left behind: entries beside the credentials file, and processes. */
  get leftovers(): readonly (string | number)[] {
    return [...namesIn(this.at('.claude')).filter(name => name !== '.credentials.json'), ...processesOf(this.path)]
  }
}

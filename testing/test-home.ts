import { existsSync } from 'node:fs'
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

/** The path of the credentials file in a HOME, and of the work folder of `clr` beside it. */
export const CREDENTIALS = '.claude/.credentials.json'
export const WORK_FOLDER = `${CREDENTIALS}.clr`

/**
 * The variables that make a call of one function of node:fs in `clr` fail with a code, or kill it with SIGKILL, if a path has
 * this end: for example `renameSync`, `.credentials.json`, `SIGKILL`.
 */
export function faultAt(call: string, end: string, how: string): Readonly<Record<string, string>> {
  const preload = path.join(import.meta.dirname, 'faulty-node.js')
  return { NODE_OPTIONS: `--import=${preload}`, LC_FAULT: `${call} ${end} ${how}` }
}

/** The options of one call of `clr`. */
export interface ClrOptions {
  /** The name of a small `claude` in `testing/claudes`, for PATH; by default there is no `claude`. */
  readonly claude?: string
  /** More variables. Only those whose name begins with LC_ reach the small `claude`. */
  readonly env?: Variables
  readonly cwd?: string
  /** The user that runs it; the current user by default. */
  readonly uid?: number
  /** The Node that runs it; that of this process by default. */
  readonly node?: string
  /** A command with arguments that starts it, such as `setpriv …`. */
  readonly launcher?: readonly string[]
}

/** The result of one call of `clr`. */
export interface ClrRun extends Ended {
  /** The JSON on stdout; undefined if it is not JSON. */
  readonly report: unknown
}

/** A temporary HOME with a credentials file. */
export class TestHome extends TempFolder {
  readonly creds = this.at(CREDENTIALS)
  /** The text of the credentials file at first; empty if there was none. */
  readonly originalText: string

  /** @param text of the credentials file; null for none */
  constructor(text: string | null = sampleText()) {
    super()
    if (text !== null) this.writeCredentials(text)
    this.originalText = text ?? ''
  }

  /** Runs `clr refresh --json`. */
  refresh(claude: string, args: readonly string[] = [], env: Variables = {}): Promise<ClrRun> {
    return this.clr(['refresh', '--json', ...patient(args, env)], { claude, env })
  }

  /** Calls `clr refresh --json` with a script as the only `claude` on PATH. */
  refreshByScript(script: string): Promise<ClrRun> {
    this.write('bin/claude', script, 0o755)
    return this.clr(['refresh', '--json', PATIENT], { env: { PATH: `${this.at('bin')}:/usr/bin:/bin` } })
  }

  /** Runs `clr` in an environment without any variable of this process. */
  clr(args: readonly string[], options?: ClrOptions): Promise<ClrRun> {
    return this.startClr(args, options).ended
  }

  /** Starts `clr` in an environment without any variable of this process. */
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

  /** An environment without any variable of this process, with this HOME and a small `claude` on PATH. */
  environment(claude?: string): Readonly<Record<string, string>> {
    const PATH = [...(claude === undefined ? [] : [smallClaude(claude)]), '/usr/bin', '/bin'].join(':')
    return { PATH, HOME: this.path, LC_NOTES: this.notesPath }
  }

  /** The variables that make `clr` run a script just before its first call of this function of node:fs with such a path. */
  scriptBefore(call: string, part: string, script: string): Readonly<Record<string, string>> {
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

  /** The file in which a small `claude` leaves notes for its test. */
  get notesPath(): string {
    return this.at('notes')
  }

  /** Writes the credentials file, and creates its folder. */
  writeCredentials(text: string): void {
    this.write(CREDENTIALS, text)
  }

  /** Writes a rescue file, as one of the login with this fingerprint, and returns its path. */
  writeRescue(text: string, fingerprint = '0'.repeat(64)): string {
    return this.write(`${WORK_FOLDER}/rescue-20261126T000000Z-${fingerprint}.json`, text)
  }

  /** Waits until a `claude` holds the locks under which it exchanges the token. */
  async exchangeUnderWay(): Promise<void> {
    await until(() => this.isolatedHomes.some(isExchangeUnderWay))
  }

  /** Waits until a sign-in has stored its login in an isolated HOME. */
  async untilSignedIn(): Promise<void> {
    await until(() => this.isolatedHomes.some(home => existsSync(path.join(home, CREDENTIALS))))
  }

  /** The login in the credentials file now. */
  get login(): unknown {
    return this.document.claudeAiOauth
  }

  /** The content of the credentials file now. */
  get document(): JsonObject {
    return parseObject(this.text(CREDENTIALS))
  }

  /** The paths of the isolated HOMEs of the credentials file. */
  get isolatedHomes(): readonly string[] {
    const folder = `${this.creds}.clr`
    return namesIn(folder).flatMap(name => (name.startsWith('home-') ? [path.join(folder, name)] : []))
  }

  /** Files and folders beside the credentials file, and processes that still run. */
  get leftovers(): readonly (string | number)[] {
    return [...namesIn(this.at('.claude')).filter(name => name !== '.credentials.json'), ...processesOf(this.path)]
  }
}

/** In place of the default of 45 s, which can pass on a busy machine. */
const PATIENT = '--timeout=300'

function patient(args: readonly string[], env: Variables): readonly string[] {
  const isTimed = 'CLR_TIMEOUT' in env || args.some(argument => argument.startsWith('--timeout'))
  return isTimed ? args : [...args, PATIENT]
}

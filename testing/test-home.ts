import { spawn } from 'node:child_process'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { parseJson, type JsonObject } from '../src/core/json.js'
import { parseObject } from './json-object.js'
import { processesOf } from './processes.js'
import { sampleText } from './sample-login.js'
import { TempFolder } from './temp-folder.js'

/** The program as it ships. */
export const CLR = path.resolve(import.meta.dirname, '../dist/cli/index.js')

const BIN = path.join(import.meta.dirname, 'claudes')

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
  /** The name of a folder in `bin`: what stands for `claude` on the PATH. None by default. */
  readonly claude?: string
  /** More variables; a test's way to tell a small `claude` something is one whose name begins with LC_. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** The user whose process it is; our own user unless given. */
  readonly uid?: number
  /** The Node that runs it; this process's own unless given. */
  readonly node?: string
  /** The words of a command that starts it, such as `setpriv …`. */
  readonly launcher?: readonly string[]
}

/** How one call of `clr` ended. */
export interface ClrRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** What `--json` printed; undefined where it is no JSON. */
  readonly report: unknown
  readonly elapsedMs: number
}

/** A HOME of a test's own with a credentials file in it, to call `clr` in. Gone at the end of the block (`using`). */
export class TestHome extends TempFolder {
  readonly creds: string

  constructor(readonly originalText = sampleText()) {
    super()
    this.creds = this.write('.claude/.credentials.json', originalText)
  }

  /** Calls `clr refresh --json` on the credentials file. */
  refresh(claude: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<ClrRun> {
    return this.clr(['refresh', '--json', ...args], { claude, env })
  }

  /** Calls `clr`, in an environment made from nothing. */
  async clr(args: readonly string[], options: ClrOptions = {}): Promise<ClrRun> {
    const startMs = performance.now()
    const child = this.start(args, options)
    const exited = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    })
    const [exitCode, stdout, stderr] = await Promise.all([exited, text(child.stdout), text(child.stderr)])
    return { exitCode, stdout, stderr, report: parseJson(stdout), elapsedMs: performance.now() - startMs }
  }

  /** Starts `clr`, in an environment made from nothing. */
  start(args: readonly string[], options: ClrOptions = {}) {
    const { claude, env, cwd = this.path, uid, node = process.execPath, launcher = [] } = options
    const PATH = [claude === undefined ? [] : [this.binOf(claude)], '/usr/bin', '/bin'].flat().join(':')
    const [program = '', ...rest] = [...launcher, node, CLR, ...args]
    return spawn(program, rest, {
      cwd,
      env: { PATH, HOME: this.path, LC_NOTES: this.notesPath, LC_CREDS: this.creds, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid })
    })
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

  /** The folder of a small `claude`. */
  binOf(claude: string): string {
    return path.join(BIN, claude)
  }

  /** Where a small `claude` leaves notes for its test. */
  get notesPath(): string {
    return this.at('notes')
  }

  /** The login that stands in the file now. */
  get login(): unknown {
    return this.document.claudeAiOauth
  }

  /** All that stands in the file now. */
  get document(): JsonObject {
    return parseObject(this.text('.claude/.credentials.json'))
  }

  /** What a run left behind: files beside the credentials, and processes. */
  get leftovers(): readonly (string | number)[] {
    return [...this.names('.claude').filter(name => name !== '.credentials.json'), ...processesOf(this.path)]
  }
}

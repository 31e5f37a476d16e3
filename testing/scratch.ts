import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Endpoint } from './endpoint/endpoint.js'

const NODE_MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url))

/** Folder of the real `claude` of the devDependency. */
export const CLAUDE_FOLDER = join(NODE_MODULES, '.bin')

/** Node 20: what users of `clr` have at least. Also the folder for `#!/usr/bin/env node`. */
export const NODE20_PATH = join(NODE_MODULES, 'node20', 'bin', 'node')

/** Node 24: what the runner gives an action. */
export const NODE24_PATH = join(NODE_MODULES, 'node', 'bin', 'node')

/** A folder of its own under the temporary folder, with all that a child may call its own. Also `await using`. */
export class Scratch {
  private constructor(readonly folder: string) {}

  /** Makes the folder, empty but for `home` and `tmp`. */
  static async create(): Promise<Scratch> {
    const scratch = new Scratch(await mkdtemp(join(tmpdir(), 'clr-scratch-')))
    await mkdir(scratch.home, { mode: 0o700 })
    await mkdir(scratch.tmp, { mode: 0o700 })
    return scratch
  }

  get home(): string {
    return join(this.folder, 'home')
  }

  get tmp(): string {
    return join(this.folder, 'tmp')
  }

  /** Where a CLI with this HOME has its credentials. */
  get credsPath(): string {
    return join(this.home, '.claude', '.credentials.json')
  }

  /** Writes a credentials file, mode 600: by default the one of this HOME. Returns its path. */
  async writeCredentials(document: unknown, path = this.credsPath): Promise<string> {
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
    await writeFile(path, typeof document === 'string' ? document : JSON.stringify(document), { mode: 0o600 })
    await chmod(path, 0o600)
    return path
  }

  /** The parsed content of a credentials file: by default the one of this HOME. */
  async readCredentials(path = this.credsPath): Promise<unknown> {
    return JSON.parse(await readFile(path, 'utf8'))
  }

  /** An environment made from nothing, that leads to the endpoint where one is given. */
  environment(endpoint?: Endpoint, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
    return { ...scratchEnvironment(endpoint), HOME: this.home, TMPDIR: this.tmp, ...extra }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.remove()
  }
}

/** PATH with the real `claude` and Node 20, the variables of the endpoint, and nothing of this process; no HOME. */
export function scratchEnvironment(
  endpoint?: Endpoint,
  extra: Readonly<Record<string, string>> = {}
): Record<string, string> {
  const path = [CLAUDE_FOLDER, join(NODE20_PATH, '..'), '/usr/bin', '/bin'].join(delimiter)
  return { PATH: path, LANG: 'C.UTF-8', ...endpoint?.environment, ...extra }
}

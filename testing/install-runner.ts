import path from 'node:path'
import { parseClaudeVersion } from '../src/action/install/claude-version.js'
import { installClaude } from '../src/action/install/install-claude.js'
import { resolveClaude } from '../src/action/install/resolve-claude.js'
import type { Installing } from '../src/action/install/installing.js'
import type { ClientLimits } from '../src/action/install/registry-client.js'
import type { StandInRegistry } from './registry/registry.js'
import { TempFolder } from './temp-folder.js'

const NEVER = new AbortController().signal

/** Less patience than a step has, so that tests need not wait. */
const LIMITS = { stallMs: 30_000, totalMs: 600_000, retryWaitsMs: [1, 1] }

/** How one installation differs from the others. */
export interface InstallOptions extends Partial<ClientLimits> {
  readonly variables?: NodeJS.ProcessEnv
  readonly cancel?: AbortSignal
}

/** A runner with neither `npm`, `node` nor `claude` on PATH. The installer runs inside the process of the test. */
export class InstallRunner extends TempFolder {
  readonly env: Readonly<Record<string, string>>
  /** The log lines of the installations, and those that were shown at once. */
  readonly notes: string[] = []
  readonly shown: string[] = []

  constructor(registry: StandInRegistry | null) {
    super()
    this.env = {
      PATH: '/nowhere',
      HOME: this.path,
      RUNNER_TEMP: this.path,
      RUNNER_TOOL_CACHE: this.at('tools'),
      ...(registry === null ? {} : { NPM_CONFIG_REGISTRY: registry.url })
    }
  }

  /** @returns the folder of the program */
  install(version: string, { variables = {}, cancel = NEVER, ...limits }: InstallOptions = {}): Promise<string> {
    const env = { ...this.env, ...variables }
    return installClaude(parseClaudeVersion(version), env, this.step(cancel), { ...LIMITS, ...limits })
  }

  /** What a dry run would say. */
  resolve(version: string): Promise<string> {
    return resolveClaude(parseClaudeVersion(version), this.env, this.step())
  }

  step(cancel = NEVER): Installing {
    const note = (line: string): void => void this.notes.push(line)
    return { cancel, note, progress: line => void this.shown.push(line) }
  }

  /** Where a version is in the tool cache. */
  folderOf(version: string): string {
    return this.at('tools/claude-code', version, process.arch)
  }

  /** The paths of everything in the runner's folder that is not part of a complete version. */
  get leftovers(): readonly string[] {
    const versions = this.names().includes('tools') ? this.names('tools').flatMap(tool => this.#unfinished(tool)) : []
    return [...this.names().filter(name => name !== 'tools'), ...versions]
  }

  #unfinished(tool: string): readonly string[] {
    const folder = path.join('tools', tool)
    return this.names(folder)
      .filter(
        version => !/^\d/.test(version) || !this.names(path.join(folder, version)).includes(`${process.arch}.complete`)
      )
      .map(version => path.join(folder, version))
  }
}

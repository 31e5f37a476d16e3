import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseClaudeVersion } from '../src/action/install/claude-version.js'
import { installClaude } from '../src/action/install/install-claude.js'
import { isJsonObject } from '../src/core/json.js'
import { TempFolder } from './temp-folder.js'

/** The folder of an `npm` that installs a small program as `claude`. */
export const NPM = path.resolve(import.meta.dirname, 'npm')
const NEVER = new AbortController().signal

/** A runner with such an `npm`. */
export class NpmRunner extends TempFolder {
  readonly env = {
    PATH: `${NPM}:${path.dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: this.path,
    RUNNER_TEMP: this.path,
    RUNNER_TOOL_CACHE: this.at('tools'),
    LC_NPM_NOTES: this.at('npm-notes')
  }

  /** The log lines of the installation. */
  readonly notes: string[] = []

  install(version: string, variables: NodeJS.ProcessEnv = {}, cancel = NEVER): Promise<string> {
    const note = (line: string): void => void this.notes.push(line)
    return installClaude(parseClaudeVersion(version), { ...this.env, ...variables }, { cancel, note, progress: note })
  }

  /** All calls of `npm`. */
  get calls(): readonly NpmCall[] {
    return npmCallsIn(this.env.LC_NPM_NOTES)
  }

  folderOf(version: string): string {
    return this.at('tools/claude-code', version, process.arch)
  }
}

/** One call of `npm`; `home` has the names in its HOME. */
export interface NpmCall {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  readonly home: readonly string[]
}

/** The calls of `npm` that it has noted in a file. */
export function npmCallsIn(file: string): readonly NpmCall[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line): unknown => JSON.parse(line)).filter(isNpmCall)
}

function isNpmCall(value: unknown): value is NpmCall {
  return (
    isJsonObject(value) && typeof value.command === 'string' && isJsonObject(value.env) && Array.isArray(value.args)
  )
}

/** For comparisons, if a call that a test expects was not made. */
export const NO_CALL: NpmCall = { command: '', args: [], env: {}, cwd: '', home: ['?'] }

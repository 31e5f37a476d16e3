import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { Log } from '../log.js'
import { shellLine } from './claude-command.js'

/** One call of `claude` that is about to be made. */
export interface ClaudeCall {
  readonly command: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly workingDirectory: string
}

/** Says what the run is about to do. */
export function traceRun({ trace }: Log, file: CredentialsPath, timeoutSeconds: number): void {
  trace('# clr refresh')
  trace(`# creds: ${file.given}${file.real === file.given ? '' : ` -> ${file.real}`}`)
  trace(`# timeout: ${timeoutSeconds === 0 ? 'none' : `${timeoutSeconds}s`}`)
}

/** Says which command is about to run, where, and which variables it gets: their names alone, some hold passwords. */
export function traceCall({ trace }: Log, { command, environment, workingDirectory }: ClaudeCall): void {
  const ours = ['HOME', 'USERPROFILE', 'TMPDIR', 'ANTHROPIC_BASE_URL', 'DISABLE_AUTOUPDATER']
  trace(`# isolated HOME: ${environment.HOME ?? ''}`)
  trace(`# working directory: ${workingDirectory}`)
  trace(
    `# variables passed through: ${Object.keys(environment)
      .filter(name => !ours.includes(name))
      .join(' ')}`
  )
  trace(`# variables set: ${ours.map(name => `${name}=${environment[name] ?? ''}`).join(' ')}`)
  trace(`# program: ${command[0] ?? ''}`)
  trace(shellLine(['claude', ...command.slice(1)]))
}

import type { ClaudeProgram } from '../report.js'
import { scriptHeadOrEmpty } from '../programs/script-head.js'

/** What a shell ends with if a program can't be run, or is not there (POSIX, Shell Command Language, 2.8.2). */
const NOT_RUN = [126, 127]

/** Why a `claude` never ran, and what a person should do. */
export interface NeverRan {
  readonly reason: 'claude-failed'
  readonly message: string
  readonly remedy: string
  /** Whether another try may help; not if it is missing. */
  readonly isRepeatable?: boolean
}

/**
 * Names the failure of a `claude` that never ran: it is being written to, so that it can't be started (ETXTBSY), or it is a
 * script that does not find the program that it runs. Null for any other; the npm package has no such script.
 * @param said what a message quotes of what it printed
 */
export function neverRan(exitCode: number | null, said: string, { path, version }: ClaudeProgram): NeverRan | null {
  const busy = /(?:(\/[^:]+): )?(?:cannot execute: )?text file busy/i.exec(said)
  if (exitCode === 126 && busy !== null) {
    return {
      reason: 'claude-failed',
      message: `${busy[1] ?? path} could not be started, because another program is writing to it, as an update does`,
      remedy: 'Run it again when the update is done.',
      isRepeatable: true
    }
  }
  if (exitCode === null || version !== null || scriptHeadOrEmpty(path) === '') return null
  // bash and dash of its first line
  if (said.includes('bad interpreter') || said.includes(`exec: ${path}:`)) {
    if (exitCode !== 127) return null
    const message = `${path} could not be started: its first line names a program that is not there`
    return { reason: 'claude-failed', message, remedy: 'Install that program, or correct the line.' }
  }
  if (!NOT_RUN.includes(exitCode) && !/not found|no such file/i.test(said)) return null
  return {
    reason: 'claude-failed',
    message: `${path} is a script that ended with exit status ${exitCode} before any exchange, perhaps because it needs your HOME or variables, which it does not get here${said === '' ? '' : `; it said: ${said}`}`,
    remedy: 'Put the folder that holds the program itself, which the script runs, first on PATH.'
  }
}

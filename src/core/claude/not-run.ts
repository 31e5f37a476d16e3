import { scriptHeadOrEmpty } from '../programs/shim.js'
import type { ClaudeProgram } from '../report.js'
import type { WithoutPair } from '../token-use.js'

/** What went wrong in a call of `claude`; what became of the token is decided separately. */
export type Description = Omit<WithoutPair, 'tokenUse'> & {
  /** Whether another try is certain to be safe, and may help. */
  readonly isRepeatable?: boolean
}

/** The exit statuses of a shell if a program can't be run, or is missing (POSIX, Shell Command Language, 2.8.2). */
const NOT_RUN_STATUSES = [126, 127]

/**
 * Describes the failure of a `claude` that never ran: something is writing to it, so it can't be started (ETXTBSY), or it is
 * a script that does not find the program that it runs. Null for any other failure. The npm package has no such script.
 * @param said what a message quotes of its output
 */
export function neverRan(exitCode: number | null, said: string, { path, version }: ClaudeProgram): Description | null {
  const busy = /(?:(\/[^:]+): )?(?:cannot execute: )?text file busy/i.exec(said)
  if (exitCode === 126 && busy !== null) {
    return {
      reason: 'claude-failed',
      message: `${busy[1] ?? path} could not be started, because another program, perhaps an update, is writing to it`,
      remedy: 'Run it again in a minute.',
      isRepeatable: true
    }
  }
  if (exitCode === null || version !== null || scriptHeadOrEmpty(path) === '') return null
  // What bash and dash say if the first line of a script names a program that is missing.
  if (said.includes('bad interpreter') || said.includes(`exec: ${path}:`)) {
    if (exitCode !== 127) return null
    const message = `${path} could not be started: its first line names a program that does not exist`
    return { reason: 'claude-failed', message, remedy: 'Install that program, or fix the line.' }
  }
  if (!NOT_RUN_STATUSES.includes(exitCode) && !/not found|no such file/i.test(said)) return null
  return {
    reason: 'claude-failed',
    message: `${path} is a script that ended with exit status ${exitCode} before it began to refresh the login, perhaps because it needs your HOME or other variables, which \`clr\` does not pass to it${said === '' ? '' : `; its output: ${said}`}`,
    remedy: 'Put the folder of the real program, which the script starts, before the script on PATH.'
  }
}

import { traceRun } from '../refresh/claude/trace.js'
import { DEFAULTS, parseTimeoutSeconds } from '../refresh/options.js'
import { readInputs } from './inputs.js'

/**
 * The trace of a `clr` that was not started, because something else went wrong before; empty if the inputs don't tell what it
 * would have done.
 * @param creds absolute path of the credentials file; empty if the inputs name none
 */
export function callNotMade(creds: string, env: NodeJS.ProcessEnv): string {
  if (creds === '') return ''
  const lines: string[] = []
  const log = { trace: (line: string) => lines.push(line), claudeOutput: () => undefined }
  try {
    const { timeout } = readInputs(env)
    const timeoutSeconds = parseTimeoutSeconds(timeout === '' ? DEFAULTS.timeout : timeout)
    traceRun(log, { creds, timeoutSeconds, environment: env })
  } catch {
    // The message of the step names the input that is wrong.
  }
  return lines.join('\n')
}

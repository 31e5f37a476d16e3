import { traceRun } from '../core/claude/trace.js'
import { DEFAULTS, parseTimeoutSeconds } from '../core/options.js'
import type { Toolkit } from './context.js'
import type { ActionInputs } from './inputs.js'
import { asLogLine } from './output/text.js'

/**
 * Shows the call of `claude` as it would be made now, before anything else is done: so it is in the log even if the step is
 * killed, or ends before any call. No token is in it. @param creds absolute path of the credentials file. @throws RefreshError
 * `usage`
 */
export async function showCall(
  toolkit: Toolkit,
  { inputs: { timeout }, creds }: { readonly inputs: ActionInputs; readonly creds: string },
  environment: NodeJS.ProcessEnv
): Promise<void> {
  const lines: string[] = []
  const log = { trace: (line: string) => lines.push(asLogLine(line)), claudeOutput: () => undefined }
  await traceRun(log, {
    creds,
    timeoutSeconds: parseTimeoutSeconds(timeout === '' ? DEFAULTS.timeout : timeout),
    environment
  })
  await toolkit.group('The call of claude', () => {
    for (const line of lines) toolkit.info(line)
    return Promise.resolve()
  })
}

/** What `clr` printed without the same call, which it shows first. */
export function withoutCall(stderr: string): string {
  return stderr.replace(/^# clr refresh\n[^]*?^claude .*\n/m, '')
}

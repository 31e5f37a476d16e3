import { traceRun } from '../core/claude/trace.js'
import { DEFAULTS, parseTimeoutSeconds } from '../core/options.js'
import type { Toolkit } from './context.js'
import type { ActionInputs } from './inputs.js'
import { showGroup } from './output/log.js'
import { asLogLine } from './output/text.js'

/**
 * Shows the call of `claude` as it would be made now. Call it before anything else, so that the log has it even if the step
 * is killed or ends before the real call. It holds no token.
 * @param creds absolute path of the credentials file
 * @throws RefreshError `usage`
 */
export async function showCall(
  toolkit: Toolkit,
  { inputs: { timeout }, creds }: { readonly inputs: ActionInputs; readonly creds: string },
  environment: NodeJS.ProcessEnv
): Promise<void> {
  const lines: string[] = []
  const log = { trace: (line: string) => lines.push(asLogLine(line)), claudeOutput: () => undefined }
  await traceRun(log, { creds, timeoutSeconds: parseTimeoutSeconds(timeout || DEFAULTS.timeout), environment })
  await showGroup(toolkit, 'The call of claude', lines)
}

/** What `clr` printed, without the call, which it prints first. */
export function withoutCall(stderr: string): string {
  return stderr.replace(/^# clr refresh\n[^]*?^claude .*\n/m, '')
}

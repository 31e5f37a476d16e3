import { NOT_STARTED, traceRun, type TracedRun } from '../core/claude/trace.js'
import { DEFAULTS, parseTimeoutSeconds } from '../core/options.js'
import type { Toolkit } from './context.js'
import type { ActionInputs } from './inputs.js'
import { parseClaudeVersion } from './install/claude-version.js'
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
  { inputs, creds }: { readonly inputs: ActionInputs; readonly creds: string },
  environment: NodeJS.ProcessEnv
): Promise<void> {
  const lines: string[] = []
  const log = { trace: (line: string) => lines.push(asLogLine(line)), claudeOutput: () => undefined }
  const timeoutSeconds = parseTimeoutSeconds(inputs.timeout || DEFAULTS.timeout)
  await traceRun(log, { creds, timeoutSeconds, environment, ...programOf(inputs) })
  if (inputs.dryRun) log.trace(NOT_STARTED)
  await showGroup(toolkit, 'The call of claude', lines)
}

/** For a dry run with `claude-version`, which installs nothing: a real run shows its call again after it has installed one. */
function programOf({ dryRun, claudeVersion }: ActionInputs): Pick<TracedRun, 'program'> {
  if (!dryRun || claudeVersion === '') return {}
  const wanted = parseClaudeVersion(claudeVersion)
  const name = 'the claude of claude-version'
  return {
    program:
      wanted.kind === 'exact' ? { name, version: wanted.version } : { name: `${name} ${wanted.tag}`, version: null }
  }
}

/** What `clr` printed, without the call, which it prints first. */
export function withoutCall(stderr: string): string {
  return stderr.replace(/^# clr refresh\n[^]*?^claude .*\n/m, '')
}

import type { RefreshReport } from '../../core/report.js'
import type { Toolkit } from '../context.js'
import { asLogLine, describeTime } from './text.js'

/** What the log of a step shows. */
export interface LogContent {
  readonly report: RefreshReport
  /** The line that renews the login; empty if it is not known. */
  readonly loginCommand: string
  /** What `clr` and `claude` printed on stderr, already redacted. */
  readonly childOutput: string
  readonly trace: boolean
  /** What was done before `clr` started, a line each. */
  readonly notes: readonly string[]
  /** Names of the caller's network variables that `claude` gets. */
  readonly networkVariables: readonly string[]
  /** Whether nothing was refreshed, and no `claude` was started. */
  readonly isDryRun?: boolean
}

/** Shows the notes, one line for a success, and the rest in groups. An error is an annotation, which the log shows anyway. */
export async function showLog(toolkit: Toolkit, content: LogContent, nowMs: number): Promise<void> {
  const { report, childOutput, trace, notes } = content
  for (const note of notes) toolkit.info(asLogLine(note))
  if (report.exitCode === 0) toolkit.info(asLogLine(report.message))
  if ((trace || report.exitCode !== 0) && childOutput.trim() !== '') await showChildOutput(toolkit, childOutput)
  await showGroup(toolkit, 'Details', detailsOf(content, nowMs))
}

/** Shows a program's output; the runner ignores workflow commands in it. */
async function showChildOutput(toolkit: Toolkit, text: string): Promise<void> {
  const { randomUUID } = await import('node:crypto') // loaded late, so that it does not delay `clr`
  const resumeToken = randomUUID()
  const lines = text.trimEnd().split(/\r\n|\r|\n/)
  const quoted = [`::stop-commands::${resumeToken}`, ...lines.map(asLogLine), `::${resumeToken}::`]
  await showGroup(toolkit, 'What clr and claude said', quoted)
}

/** Shows lines in a collapsed group. */
export async function showGroup(toolkit: Toolkit, title: string, lines: readonly string[]): Promise<void> {
  await toolkit.group(title, () => {
    for (const line of lines) toolkit.info(line)
    return Promise.resolve()
  })
}

function detailsOf(content: LogContent, nowMs: number): readonly string[] {
  const { report, loginCommand, networkVariables, isDryRun = false } = content
  const { claude } = report
  const phases = report.phases.map(({ name, ms }) => `${name} ${Math.round(ms)} ms`).join(', ')
  const details: readonly (readonly [string, string | null])[] = [
    ['reason', report.reason],
    ['file', report.creds],
    ['expiry before', isDryRun ? null : describeTime(report.previousExpiresAt, nowMs)],
    [isDryRun ? 'expiry' : 'expiry now', describeTime(report.expiresAt, nowMs)],
    ['login ends', describeTime(report.loginExpiresAt, nowMs)],
    ['new login by', loginCommand || null],
    ['claude', claude === null ? null : `${claude.path} ${claude.version ?? ''}`],
    ['passed to claude', isDryRun ? null : networkVariables.join(', ') || null],
    ['time taken', `${Math.round(report.elapsedMs)} ms`],
    ['phases', isDryRun ? null : phases || null]
  ]
  return details.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${asLogLine(value)}`]))
}

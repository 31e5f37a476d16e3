import type { RefreshReport } from '../../core/report.js'
import type { Toolkit } from '../context.js'
import { logLineOf, type SecretResult } from '../secret-result.js'
import { describeSeconds, type Times } from '../step-times.js'
import { asLogLine, canBeShown, describeTime, howToSignIn } from './text.js'

/** What the log of a step shows. */
export interface LogContent {
  readonly report: RefreshReport
  /** What was done with each secret that the inputs name. */
  readonly secrets: readonly SecretResult[]
  /** The line that renews the login; empty if it is not known. */
  readonly loginCommand: string
  /** What `clr` and `claude` printed on stderr, already redacted. */
  readonly childOutput: string
  readonly trace: boolean
  readonly times: Times
  /** Names of the caller's network variables that `claude` gets. */
  readonly networkVariables: readonly string[]
  /** Whether nothing was refreshed, and no `claude` was started. */
  readonly isDryRun?: boolean
}

/** Shows what was done before `clr` started, a line each. */
export function showNotes(toolkit: Toolkit, notes: readonly string[]): void {
  for (const note of notes) toolkit.info(asLogLine(note))
}

/**
 * Shows one line for a success, one for each secret, and the rest in groups. An error is an annotation, which the log shows
 * anyway.
 */
export async function showLog(toolkit: Toolkit, content: LogContent, nowMs: number): Promise<void> {
  const { report, secrets, childOutput, trace } = content
  if (report.exitCode === 0) toolkit.info(asLogLine(report.message))
  // An annotation says why something was not stored.
  for (const secret of secrets.filter(({ state }) => state !== 'not-stored')) toolkit.info(asLogLine(logLineOf(secret)))
  if ((trace || report.exitCode !== 0) && childOutput.trim() !== '') await showChildOutput(toolkit, childOutput)
  await showGroup(toolkit, 'Details', detailsOf(content, nowMs))
}

/** Shows a program's output; the runner ignores workflow commands in it. */
async function showChildOutput(toolkit: Toolkit, text: string): Promise<void> {
  const { randomUUID } = await import('node:crypto') // loaded late, so that it does not delay `clr`
  const resumeToken = randomUUID()
  const lines = text.trimEnd().split(/\r\n|\r|\n/)
  const quoted = [`::stop-commands::${resumeToken}`, ...lines.map(asLogLine), `::${resumeToken}::`]
  await showGroup(toolkit, 'What clr and claude printed', quoted)
}

/** Shows lines in a collapsed group. */
export async function showGroup(toolkit: Toolkit, title: string, lines: readonly string[]): Promise<void> {
  await toolkit.group(title, () => {
    for (const line of lines) toolkit.info(line)
    return Promise.resolve()
  })
}

function detailsOf(content: LogContent, nowMs: number): readonly string[] {
  const { report, loginCommand, networkVariables, times, isDryRun = false } = content
  const { claude } = report
  const phases = times.phases.map(({ name, ms }) => `${name} ${describeSeconds(ms)}`).join(', ')
  const details: readonly (readonly [string, string | null])[] = [
    ['reason', report.reason],
    ['file', report.creds],
    ['expiry before', isDryRun ? null : describeTime(report.previousExpiresAt, nowMs)],
    [isDryRun ? 'expiry' : 'expiry now', describeTime(report.expiresAt, nowMs)],
    ['login ends', describeTime(report.loginExpiresAt, nowMs)],
    ['to sign in again', signInDetail(loginCommand)],
    ['claude', claude === null ? null : `${claude.path} ${claude.version ?? ''}`],
    ['network variables passed to claude', isDryRun || claude === null ? null : networkVariables.join(', ') || null],
    ['time taken', describeSeconds(times.totalMs)],
    ['phases', isDryRun ? null : phases || null]
  ]
  return details.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${asLogLine(value)}`]))
}

function signInDetail(command: string): string | null {
  if (command === '') return null
  return canBeShown(command) ? command : howToSignIn(command)
}

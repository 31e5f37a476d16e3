import { outcomeOf } from '../../core/reasons.js'
import type { Phase, RefreshReport } from '../../core/report.js'
import type { Toolkit } from '../context.js'
import { loginWarning } from './annotations.js'
import { describeTime, escapeForSummary } from './text.js'

const MARKS = { 0: '✅', 1: '❌', 2: '⏱️' } as const

/** What a dry run has found out. */
export interface DryRunFindings {
  /** What it has proven, a sentence each. */
  readonly proven: readonly string[]
  /** What a real run would lose, in a sentence; null if nothing. */
  readonly ahead: string | null
}

/** How a step ended. */
export interface StepEnd {
  readonly report: RefreshReport
  /**
   * Markdown with commands to store by hand what was not stored. Only GitHub can open the texts in it. Null if all is
   * stored.
   */
  readonly sealed: string | null
  /** Null, or left out, for a refresh. */
  readonly dryRun?: DryRunFindings | null
}

/** How a step ended, and what the summary says about its login. */
export interface ShownEnd extends StepEnd {
  /** The line that renews the login; empty if it is not known. */
  readonly loginCommand: string
}

/** Adds the job summary of a run. If it can't be written, a warning says so, and the step does not fail. */
export async function writeSummary(toolkit: Toolkit, end: ShownEnd, nowMs: number): Promise<void> {
  composeSummary(toolkit.summary, end, nowMs)
  await write(toolkit)
}

/** Adds a text to the job summary. If it can't be written, a warning says so, as in `writeSummary`. */
export async function writeMarkdown(toolkit: Toolkit, text: string): Promise<void> {
  toolkit.summary.addRaw(text, true)
  await write(toolkit)
}

async function write(toolkit: Toolkit): Promise<void> {
  try {
    await toolkit.summary.write()
  } catch {
    toolkit.summary.emptyBuffer()
    toolkit.warning('The job summary could not be written: GITHUB_STEP_SUMMARY names no file that can be written.')
  }
}

/**
 * Status line, message, table and timeline; after a failure also the remedy. After a dry run what it has proven, and no
 * timeline.
 */
export function composeSummary(summary: Toolkit['summary'], end: ShownEnd, nowMs: number): void {
  const { report, sealed, loginCommand, dryRun = null } = end
  const { exitCode, title } = outcomeOf(report.reason)
  const warning = loginWarning(report, { nowMs, loginCommand })
  const paragraphs = [
    escapeForSummary(report.message),
    report.remedy === '' ? '' : `**What to do:** ${report.remedy}`,
    warning === null ? '' : `⚠️ ${warning.message}`,
    dryRun?.ahead == null ? '' : `⚠️ ${escapeForSummary(dryRun.ahead)}`
  ]
  summary.addHeading(`${MARKS[exitCode]} ${title}`, 3)
  for (const paragraph of paragraphs) if (paragraph !== '') summary.addEOL().addRaw(paragraph, true)
  if (dryRun !== null && dryRun.proven.length > 0) summary.addEOL().addList(dryRun.proven.map(escapeForSummary))
  summary.addEOL().addTable(rowsOf(report, { nowMs, isDryRun: dryRun !== null }))
  if (sealed !== null) summary.addEOL().addRaw(sealed, true)
  const timeline = dryRun === null ? timelineOf(report.phases) : ''
  if (timeline !== '') summary.addEOL().addRaw(timeline, true)
  summary.addEOL()
}

/** A dry run shows one expiry, since it changes none. */
function rowsOf(
  report: RefreshReport,
  { nowMs, isDryRun }: { readonly nowMs: number; readonly isDryRun: boolean }
): { data: string; header?: boolean }[][] {
  const { claude } = report
  const cells: readonly (readonly [name: string, html: string | null])[] = [
    ['File', code(report.creds)],
    ['Reason', code(report.reason)],
    ['Expiry before', isDryRun ? null : describeTime(report.previousExpiresAt, nowMs)],
    [isDryRun ? 'Expiry' : 'Expiry now', describeTime(report.expiresAt, nowMs)],
    ['Login ends', describeTime(report.loginExpiresAt, nowMs)],
    ['claude', claude === null ? null : `${code(claude.path) ?? ''} ${escapeForSummary(claude.version ?? '')}`],
    ['Time taken', `${(report.elapsedMs / 1_000).toFixed(2)} s`]
  ]
  return cells.flatMap(([name, html]) => (html === null ? [] : [[{ data: name, header: true }, { data: html.trim() }]]))
}

function code(text: string | null): string | null {
  return text === null ? null : `<code>${escapeForSummary(text)}</code>`
}

/** A mermaid diagram of the phases, one after the other, in milliseconds from the start; empty if there are none. */
export function timelineOf(phases: readonly Phase[]): string {
  let startMs = 0
  const bars = phases.map(({ name, ms }) => {
    const bar = `  ${labelOf(name)} ${Math.round(ms)} ms :${startMs}, ${Math.max(1, Math.round(ms))}ms`
    startMs += Math.max(1, Math.round(ms))
    return bar
  })
  if (bars.length === 0) return ''
  // `x` and `%Q` are milliseconds since 1970: here, since the start of the run
  const head = ['gantt', '  dateFormat x', '  axisFormat %Q ms', '  todayMarker off']
  return ['```mermaid', ...head, ...bars, '```'].join('\n')
}

/** A name without the characters that have a meaning in mermaid (`:`, `;`, `#`, `%`). */
function labelOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, ' ').trim() || 'step'
}

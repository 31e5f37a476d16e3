import { outcomeOf } from '../../core/reasons.js'
import type { RefreshReport } from '../../core/report.js'
import type { Toolkit } from '../toolkit.js'
import { loginWarning } from './annotations.js'
import { escapeForSummary } from './escape.js'
import { timelineOf } from './timeline.js'
import { describeTime } from './times.js'

const MARKS = { 0: '✅', 1: '❌', 2: '⏱️' } as const

/** Adds the job summary of a run. A step does not fail for it: where it cannot be written, a warning says so. */
export async function writeSummary(toolkit: Toolkit, content: SummaryContent, nowMs: number): Promise<void> {
  composeSummary(toolkit.summary, content, nowMs)
  await write(toolkit)
}

/** Adds a text to the job summary. A step does not fail for it either. */
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

/** What a summary tells. */
export interface SummaryContent {
  readonly report: RefreshReport
  /** Markdown that says how a person stores what could not be stored; holds no secret that anybody but GitHub can open. */
  readonly sealed: string | null
}

/** Status line, message, table, timeline; for a failure the remedy. */
export function composeSummary(summary: Toolkit['summary'], { report, sealed }: SummaryContent, nowMs: number): void {
  const { exitCode, title } = outcomeOf(report.reason)
  const warning = loginWarning(report.loginExpiresAt, nowMs)
  const paragraphs = [
    escapeForSummary(report.message),
    report.remedy === '' ? '' : `**What to do:** ${report.remedy}`,
    warning === null ? '' : `⚠️ ${warning.message}`
  ]
  summary.addHeading(`${MARKS[exitCode]} ${title}`, 3)
  for (const paragraph of paragraphs) if (paragraph !== '') summary.addEOL().addRaw(paragraph, true)
  summary.addEOL().addTable(rowsOf(report, nowMs))
  if (sealed !== null) summary.addEOL().addRaw(sealed, true)
  const timeline = timelineOf(report.phases)
  if (timeline !== '') summary.addEOL().addRaw(timeline, true)
  summary.addEOL()
}

type Row = { data: string; header?: boolean }[]

function rowsOf(report: RefreshReport, nowMs: number): Row[] {
  const { claude } = report
  return [
    ...row('File', code(report.creds)),
    ...row('Reason', code(report.reason)),
    ...row('Expiry before', describeTime(report.previousExpiresAt, nowMs)),
    ...row('Expiry now', describeTime(report.expiresAt, nowMs)),
    ...row('Login ends', describeTime(report.loginExpiresAt, nowMs)),
    ...row('claude', claude === null ? null : `${code(claude.path) ?? ''} ${escapeForSummary(claude.version ?? '')}`),
    ...row('Time taken', `${(report.elapsedMs / 1_000).toFixed(2)} s`)
  ]
}

function row(name: string, html: string | null): Row[] {
  return html === null ? [] : [[{ data: name, header: true }, { data: html.trim() }]]
}

function code(text: string | null): string | null {
  return text === null ? null : `<code>${escapeForSummary(text)}</code>`
}

import { endWarning, type EndWarning } from '../../core/end-warning.js'
import { troubleshootingUrl } from '../../core/project.js'
import { NOT_SENT, outcomeOf } from '../../core/reasons.js'
import type { RefreshReport } from '../../core/report.js'
import { describeMoment } from '../../core/times.js'
import type { Toolkit } from '../context.js'
import type { SecretResult } from '../secret-result.js'
import type { Times } from '../step-times.js'
import { inlineCode, link } from './markdown.js'
import type { RunLinks } from './run-links.js'
import { runAgain, signInBlocks } from './sign-in.js'
import { firstLine } from './summary-first-line.js'
import { isLoginLost, tableRows } from './summary-table.js'
import { timesAsDetails } from './summary-times.js'
import { asSentence, escapeForSummary, howToSignIn, proseForSummary } from './text.js'

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
  /** What was done with each secret that the inputs name; empty if nothing was. */
  readonly secrets: readonly SecretResult[]
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
  /** What is stored in no secret, and may get lost, in a sentence; null, or left out, for nothing. */
  readonly loss?: string | null
  readonly links: RunLinks
  readonly times: Times
  /** Whether the credentials file exists, or was read. */
  readonly isFileKnown: boolean
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
    toolkit.warning('The file named by GITHUB_STEP_SUMMARY cannot be written.', { title: 'Job summary not written' })
  }
}

/**
 * Heading, what a reader has to know and do, a short table, and, after a refresh that succeeded, the times. The path of the file
 * is in it only once.
 */
export function composeSummary(summary: Toolkit['summary'], end: ShownEnd, nowMs: number): void {
  const { report, secrets, dryRun = null, times } = end
  const { exitCode, title } = outcomeOf(report.reason)
  summary.addHeading(`${MARKS[exitCode]} ${title}`, 3)
  const paragraphs = [...(exitCode === 0 ? success(end, nowMs) : failure(end)), ...notices(end, nowMs)]
  for (const paragraph of paragraphs) summary.addEOL().addRaw(paragraph, true)
  const proven = (dryRun?.proven ?? []).map(proseForSummary)
  if (proven.length > 0) summary.addEOL().addRaw(proven.map(line => `- ${line}`).join('\n'), true)
  const isPathShown = report.creds !== null && hasPath([...paragraphs, ...proven], report.creds)
  const rows = tableRows({ report, secrets, nowMs, hasFileRow: end.isFileKnown && !isPathShown })
  if (rows.length > 0) {
    summary.addEOL().addTable(rows.map(([name, html]) => [{ data: name, header: true }, { data: html }]))
  }
  if (exitCode === 0 && dryRun === null) {
    const { label, html } = timesAsDetails(times)
    summary.addEOL().addDetails(label, html)
  }
  summary.addEOL()
}

/** A path can be in a text, or in a block of code, which is not escaped. */
function hasPath(texts: readonly string[], path: string): boolean {
  return texts.some(text => text.includes(path) || text.includes(escapeForSummary(path)))
}

function success({ report, dryRun = null }: ShownEnd, nowMs: number): readonly string[] {
  if (dryRun !== null) return [proseForSummary(asSentence(report.message))]
  return [firstLine(report, nowMs), ...meaningOf(report)]
}

/** What a reason means that is not an ordinary refresh. */
function meaningOf({ reason }: RefreshReport): readonly string[] {
  if (reason === 'still-valid') {
    return ['Nothing was refreshed, because the access token is valid for longer than `min-validity`.']
  }
  if (reason === 'recovered') {
    return [
      'An interrupted run had left these tokens beside the file. They are in the file now, and no refresh was needed.'
    ]
  }
  return []
}

function failure(end: ShownEnd): readonly string[] {
  const { message, reason } = end.report
  const more = link(`More about ${inlineCode(reason)}`, troubleshootingUrl(reason))
  return [proseForSummary(asSentence(message)), ...whatToDo(end), more]
}

/** If a sentence of the remedy ends with the line that signs in, the line is shown in blocks there. */
function whatToDo({ report: { reason, remedy }, sealed, loginCommand, links }: ShownEnd): readonly string[] {
  if (sealed !== null) return [sealed]
  const text = proseForSummary(remedy)
  if (text === '' || remedy === NOT_SENT) return text === '' ? [] : [text]
  const thenRun = isLoginLost(reason) ? ` Then ${runAgain(links)}.` : ''
  const how = ` ${howToSignIn(loginCommand)}.`
  const at = remedy.indexOf(how)
  const start = `**What to do:** ${proseForSummary(remedy.slice(0, at))}`
  const blocks = at < 0 ? null : signInBlocks(start, { loginCommand, links })
  if (blocks === null) return [`**What to do:** ${text}${thenRun}`]
  const rest = `${thenRun} ${proseForSummary(remedy.slice(at + how.length))}`.trim()
  return rest === '' ? blocks : [...blocks, rest]
}

/** What a reader should know besides the outcome. */
function notices(
  { report, dryRun = null, loss = null, loginCommand, links }: ShownEnd,
  nowMs: number
): readonly string[] {
  const warnings = [...(loss === null ? [] : [loss]), ...report.warnings].map(
    sentence => `⚠️ ${proseForSummary(asSentence(sentence))}`
  )
  const warning = endWarning(report, nowMs)
  if (warning === null) return warnings
  const what = sentenceAbout(warning, { nowMs, isDateKnown: report.exitCode === 0 && dryRun === null })
  const blocks = signInBlocks(`⚠️ ${what}`, { loginCommand, links })
  return [...warnings, ...(blocks ?? [`⚠️ ${what} ${howToSignIn(loginCommand)}.`])]
}

/** @param isDateKnown whether the reader has read the date already, in the first line */
function sentenceAbout(
  { endMs, hasEnded }: EndWarning,
  { nowMs, isDateKnown }: { readonly nowMs: number; readonly isDateKnown: boolean }
): string {
  const date = describeMoment(endMs, nowMs)
  if (hasEnded) return `According to its stored end date, the login ended on **${date}**. Sign in again`
  const when = isDateKnown ? 'soon' : `on **${date}**`
  return `The login ends ${when}, and a refresh does not extend it. Sign in again before then`
}

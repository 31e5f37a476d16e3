import { troubleshootingUrl } from '../core/project.js'
import type { Reason } from '../core/reasons.js'
import { safeLine } from '../core/redact.js'
import { wrapped, type Measure } from './wrapped-text.js'

/** How a text is laid out for a stream. */
export interface Layout {
  /** The width of the terminal; null for a pipe or a file, where each text stays on one line. */
  readonly columns: number | null
  readonly measure: Measure
}

/** What begins each message on standard error, and the indentation of the lines below it. */
const NAME = 'clr: '
const INDENT = ' '.repeat(NAME.length)

/** How far the second and later lines of a success message are indented. */
const HANGING = '  '

/** A failed run, for people. */
export interface ShownFailure {
  readonly reason: Reason
  readonly message: string
  /** Empty if there is nothing to do. */
  readonly remedy: string
  /** More facts, each a line of its own. */
  readonly notes?: readonly string[]
}

/** The layout for a stream. @param measure by default every character takes one column */
export function layoutFor(
  { isTTY, columns }: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  measure: Measure = text => text.length
): Layout {
  return { columns: isTTY && columns > 0 ? columns : null, measure }
}

/** What failed, what to do, and the address of the section that explains the reason. */
export function failureText({ reason, message, remedy, notes = [] }: ShownFailure, layout: Layout): string {
  const below = [...(remedy === '' ? [] : [remedy]), ...notes].map(text => INDENT + paragraph(text, INDENT, layout))
  return [noticeText(`${reason}: ${message}`, layout), ...below, `${INDENT}More: ${troubleshootingUrl(reason)}\n`].join(
    ''
  )
}

/** A message that is no failure: a warning, or what `clr` is doing. */
export function noticeText(message: string, layout: Layout): string {
  return NAME + paragraph(message, INDENT, layout)
}

/** A line of the result. One that begins with a blank is a command to copy, and is never broken. */
export function resultText(line: string, layout: Layout): string {
  return line.startsWith(' ') ? `${safeLine(line)}\n` : paragraph(line, HANGING, layout)
}

/** @param indent of all lines but the first, whose own beginning is as wide */
function paragraph(text: string, indent: string, { columns, measure }: Layout): string {
  const line = safeLine(text)
  const lines = columns === null ? [line] : wrapped(line, columns - indent.length, measure)
  return `${lines.join(`\n${indent}`)}\n`
}

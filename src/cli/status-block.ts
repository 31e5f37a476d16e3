import type { FileStatus, State } from '../core/status/file-status.js'
import { describeMoment } from '../core/times.js'
import type { Paint, Style } from './colours.js'
import { visible, withTilde } from './text-layout.js'
import { wrapped, type Measure } from './wrapped-text.js'

/** How and when a status is shown. */
export interface View {
  readonly nowMs: number
  /** The width of the terminal. */
  readonly columns: number
  readonly paint: Paint
  readonly measure: Measure
  /** The user's home folder: paths in it are shortened. */
  readonly home: string
}

/** The word for each state, and its style. */
const SHOWN: Readonly<Record<State, readonly [word: string, style: Style]>> = {
  ok: ['ok', 'green'],
  'refresh-due': ['refresh due', 'cyan'],
  'ends-soon': ['ends soon', 'yellow'],
  ended: ['ended', 'red'],
  rejected: ['rejected', 'red'],
  blanked: ['blanked', 'red'],
  'not-a-login': ['not a login', 'red'],
  unreadable: ['unreadable', 'red'],
  missing: ['missing', 'red']
}

/** The word for a state. */
export function wordFor(state: State): string {
  return SHOWN[state][0]
}

/** A text in the style of a state. */
export function paintState(state: State, text: string, paint: Paint): string {
  return paint(SHOWN[state][1], text)
}

/** Everything about one file. */
export function fullBlock(status: FileStatus, view: View): string {
  const rows = [stateRow(status, view), ...factRows(status, view), ...adviceRows(status, view)]
  return block(status, rows, view)
}

/** What the table does not show about a file; empty if it shows everything. */
export function adviceBlock(status: FileStatus, view: View): string {
  const { state, notes, remedy } = status
  if (notes.length === 0 && remedy === null) return ''
  const isClear = state === 'ok' || state === 'refresh-due'
  return block(status, [...(isClear ? [] : [stateRow(status, view)]), ...adviceRows(status, view)], view)
}

function block({ file }: FileStatus, rows: readonly string[], { paint, home }: View): string {
  return `${paint('bold', visible(withTilde(file, home)))}\n${rows.join('\n')}\n`
}

function stateRow({ state, message }: FileStatus, view: View): string {
  const word = wordFor(state)
  const plain = row('State', state === 'ok' ? word : `${word}: ${message}`, view)
  return plain.replace(word, paintState(state, word, view.paint)) // only now, because the codes for colours have no width
}

function factRows({ kind, account, expiresAtMs, loginExpiresAtMs }: FileStatus, view: View): readonly string[] {
  if (kind === null) return []
  const token = kind === 'api-key' ? 'an API key, never refreshed' : 'only an access token, never refreshed'
  const about = kind === 'login' ? (account ?? 'unknown') : account === null ? token : `${account}; ${token}`
  const rows = [row('Account', about, view)]
  if (kind !== 'api-key' || expiresAtMs !== null) {
    rows.push(row('Token', moment(expiresAtMs, ['valid until', 'expired', 'expiry'], view), view))
  }
  if (kind === 'login') rows.push(row('Login', moment(loginExpiresAtMs, ['ends', 'ended', 'end'], view), view))
  return rows
}

/** A date after its words. @param words for a future, for a past and for an unknown date */
function moment(ms: number | null, words: readonly [string, string, string], { nowMs }: View): string {
  const [before, after, unknown] = words
  if (ms === null) return `${unknown} unknown`
  return `${ms > nowMs ? before : after} ${describeMoment(ms, nowMs)}`
}

function adviceRows({ notes, remedy }: FileStatus, view: View): readonly string[] {
  const rows = notes.map(note => row('Note', note, view))
  if (remedy === null) return rows
  const command =
    remedy.command === null ? [] : [`${' '.repeat(INDENT)}${visible(withTilde(remedy.command, view.home))}`]
  return [...rows, row('To do', remedy.sentence, view), ...command]
}

/** The column in which the texts of a block begin. */
const INDENT = 11

function row(label: string, text: string, { columns, measure, paint, home }: View): string {
  const lines = wrapped(visible(withTilde(text, home)), columns - INDENT, measure)
  return lines
    .map((line, at) => (at === 0 ? `  ${paint('dim', label.padEnd(INDENT - 2))}` : ' '.repeat(INDENT)) + line)
    .join('\n')
}

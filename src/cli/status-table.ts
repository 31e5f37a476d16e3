import type { FileStatus } from '../core/status/file-status.js'
import { inTime } from '../core/times.js'
import { paintState, wordFor, type View } from './status-block.js'
import { cutMiddle, padded, visible, withTilde } from './text-layout.js'

/** The blanks between two columns. */
const GAP = '  '

/** The shortest column of paths. */
const MIN_PATH_COLUMNS = 12

const HEAD = ['FILE', 'STATE', 'ACCOUNT', 'TOKEN ENDS', 'LOGIN ENDS'] as const

/**
 * One line for each file. Paths are cut if the table would be wider than the terminal.
 * @returns null if the terminal is too narrow even for that
 */
export function statusTable(statuses: readonly FileStatus[], view: View): string | null {
  const { columns, measure, paint } = view
  const cells = statuses.map(status => cellsOf(status, view))
  const widths = HEAD.map((head, at) => Math.max(head.length, ...cells.map(row => measure(row[at] ?? ''))))
  const others = widths.slice(1).reduce((sum, width) => sum + GAP.length + width, 0)
  if (MIN_PATH_COLUMNS + others > columns) return null
  widths[0] = Math.min(widths[0] ?? 0, Math.max(MIN_PATH_COLUMNS, columns - others))
  const aligned = (row: readonly string[]): readonly string[] =>
    row.map((cell, at) => padded(cutMiddle(cell, widths[at] ?? 0, measure), widths[at] ?? 0, measure))
  const lines = statuses.map((status, at) => {
    const [file = '', state = '', ...rest] = aligned(cells[at] ?? [])
    return [file, paintState(status.state, state, paint), ...rest].join(GAP).trimEnd()
  })
  return `${[paint('dim', aligned(HEAD).join(GAP).trimEnd()), ...lines].join('\n')}\n`
}

function cellsOf(status: FileStatus, { nowMs, home }: View): readonly string[] {
  const { file, state, kind, account, expiresAtMs, loginExpiresAtMs } = status
  const until = (ms: number | null): string => (ms === null ? 'unknown' : inTime(ms - nowMs))
  const dates = kind === null ? ['-', '-'] : [until(expiresAtMs), until(loginExpiresAtMs)]
  return [visible(withTilde(file, home)), wordFor(state), kind === null ? '-' : (account ?? 'unknown'), ...dates]
}

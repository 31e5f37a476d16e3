import type { Reason } from '../../core/reasons.js'
import type { RefreshReport } from '../../core/report.js'
import { utcMinute } from '../../core/times.js'
import { describeResult, type SecretResult } from '../secret-result.js'
import { asHtmlCode, describeTime, escapeForSummary } from './text.js'

/** A row of an HTML table: its name, and what it says in HTML. */
export type TableRow = readonly [name: string, html: string]

export interface TableContent {
  readonly report: RefreshReport
  readonly secrets: readonly SecretResult[]
  readonly nowMs: number
  /** Whether the path of the file belongs into the table: there is a file, and the text above does not name it yet. */
  readonly hasFileRow: boolean
}

/** The rows of what is known: secrets, access token, end of the login, `claude`, file. */
export function tableRows({ report, secrets, nowMs, hasFileRow }: TableContent): readonly TableRow[] {
  const { claude, creds, reason } = report
  const isAlive = !isLoginLost(reason)
  const rows: readonly (readonly [name: string, html: string | null])[] = [
    ...secrets.map(rowOf),
    ['Access token expires', isAlive ? tokenTimes(report, nowMs) : null],
    ['Login ends', isAlive ? describeTime(report.loginExpiresAt, nowMs) : null],
    ['claude', claude?.version == null ? null : escapeForSummary(claude.version)],
    ['File', creds === null || !hasFileRow ? null : asHtmlCode(creds)]
  ]
  return rows.flatMap(([name, html]) => (html === null ? [] : [[name, html] as const]))
}

/** Whether a login is lost, whatever its dates say. */
export function isLoginLost(reason: Reason): boolean {
  return reason === 'login-rejected' || reason === 'login-expired'
}

function rowOf(result: SecretResult): TableRow {
  return [result.content === 'credentials' ? 'Secret' : 'Access token', describeResult(result, asHtmlCode)]
}

/** `before → now` if a refresh has changed it. */
function tokenTimes(
  { previousExpiresAt: before, expiresAt: now, refreshed }: RefreshReport,
  nowMs: number
): string | null {
  const beforeMs = Date.parse(before ?? '')
  const nowText = describeTime(now, nowMs)
  if (!refreshed || Number.isNaN(beforeMs) || nowText === null || before === now) return nowText
  return `${utcMinute(beforeMs)} → ${nowText}`
}

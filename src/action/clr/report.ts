import { isJsonObject, parseJson, type JsonObject } from '../../core/json.js'
import { isReason, outcomeOf } from '../../core/reasons.js'
import { redact } from '../../core/redact.js'
import { memoryNote } from '../../core/system/out-of-memory.js'
import { reportOf, type ClaudeProgram, type Phase, type RefreshReport } from '../../core/report.js'
import { withoutPair, type TokenUse, type WithoutPair } from '../../core/token-use.js'
import { mayBeKilled, type ProgramResult } from './exec.js'

/** The command of `clr` that was called. */
type ClrCommand = 'refresh' | 'recover'

const MORE_MEMORY = 'Give the runner, or the container of the job, more memory.'

/** Who takes up what a `clr` that was killed has left; the end of a job is where it recovers. */
const RECOVERED_BY: Readonly<Record<ClrCommand, string>> = {
  refresh: 'A new pair that was left is recovered at the end of the job, or by the next run.',
  recover: 'A new pair that was left is recovered by the next run.'
}

/** Characters of stderr that a message quotes. */
const QUOTED_CHARACTERS = 300
/** Lines that say nothing to a person: the frames of a stack, Node's version, carets, the line with the pid. */
const NOISE = /^\s+at |^Node\.js v|^\s*\^+\s*$|^# clr \w+, pid/

/** What `clr` reported. Its exit status is the contract: no report, or one that contradicts it, is `internal`. */
export function reportFrom(result: ProgramResult, command: ClrCommand = 'refresh'): RefreshReport {
  const report = parseReport(result.stdout)
  if (report === null) return endedWithoutReport(result, command)
  return report.exitCode === result.exitCode ? report : contradicted(report, result)
}

/** What became of the login is what the report says: it was made when all was done. */
function contradicted({ reason, message, remedy }: RefreshReport, result: ProgramResult): RefreshReport {
  const what = `clr ${howItEnded(result)}, but reported ${reason}: ${message}${whatItSaid(result)}`
  return reportOf('internal', what, `${remedy} ${outcomeOf('internal').remedy}`.trim())
}

/** The report of a `clr` that made none, or a wrong one: what became of the refresh token is for its message to say. */
export function substituteReport(
  result: ProgramResult,
  ending: Omit<WithoutPair, 'tokenUse'>,
  command: ClrCommand = 'refresh'
): RefreshReport {
  const { reason, message, remedy } = withoutPair({ ...ending, tokenUse: tokenUseOf(result, command) })
  return reportOf(reason, message, remedy)
}

/** `clr` says who it is before it does anything else. A recovery sends no token, but follows on a run that may have. */
function tokenUseOf({ stderr }: ProgramResult, command: ClrCommand): TokenUse {
  if (command === 'recover') return 'perhaps-used-before'
  return /^# clr refresh, pid \d+/m.test(stderr) ? 'perhaps-used' : 'not-sent'
}

/** The one JSON object that `clr --json` prints; null if the text is not that. */
export function parseReport(stdout: string): RefreshReport | null {
  const value = parseJson(stdout)
  if (!isJsonObject(value)) return null
  const { reason, refreshed } = value
  if (typeof reason !== 'string' || !isReason(reason) || typeof refreshed !== 'boolean') return null
  const { exitCode, remedy } = outcomeOf(reason)
  if (value.exitCode !== exitCode) return null
  return {
    refreshed,
    reason,
    exitCode,
    creds: textOrNull(value.creds),
    previousExpiresAt: textOrNull(value.previousExpiresAt),
    expiresAt: textOrNull(value.expiresAt),
    loginExpiresAt: textOrNull(value.loginExpiresAt),
    elapsedMs: numberOf(value.elapsedMs),
    claude: parseClaude(value.claude),
    phases: parsePhases(value.phases),
    warnings: parseWarnings(value.warnings),
    message: textOrNull(value.message) ?? '',
    remedy: textOrNull(value.remedy) ?? remedy
  }
}

function parseClaude(value: unknown): ClaudeProgram | null {
  if (!isJsonObject(value) || typeof value.path !== 'string') return null
  return { path: value.path, version: textOrNull(value.version) }
}

function parsePhases(value: unknown): readonly Phase[] {
  if (!Array.isArray(value)) return []
  return value.filter(isJsonObject).map((phase: JsonObject) => ({
    name: textOrNull(phase.name) ?? '',
    ms: numberOf(phase.ms)
  }))
}

function parseWarnings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(warning => typeof warning === 'string') : []
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? value : 0
}

/** A `clr` that was killed for want of memory is no bug. */
function endedWithoutReport(result: ProgramResult, command: ClrCommand): RefreshReport {
  const said = whatItSaid(result)
  const note = memoryNote({ isKilled: mayBeKilled(result, said), said })
  const message = `clr ${howItEnded(result)}${note} without a report${said}`
  const remedy = note === '' ? undefined : `${MORE_MEMORY} ${RECOVERED_BY[command]}`
  return substituteReport(result, { reason: 'internal', message, remedy }, command)
}

function howItEnded({ exitCode }: ProgramResult): string {
  return exitCode === null ? 'did not run to its end' : `ended with exit code ${exitCode}`
}

/** The end of stderr, which has the cause of a crash, on one line and without a stack. */
function whatItSaid({ stderr }: ProgramResult): string {
  const lines = redact(stderr)
    .split('\n')
    .filter(line => !NOISE.test(line))
  const text = lines.join(' ').replace(/\s+/g, ' ').trim()
  return text === '' ? '' : `: ${text.slice(-QUOTED_CHARACTERS)}`
}

import { isJsonObject, parseJson, type JsonObject } from '../../core/json.js'
import { isReason, outcomeOf } from '../../core/reasons.js'
import { pidIn } from '../../core/pid-line.js'
import { redact } from '../../core/redact.js'
import { memoryNote } from '../../core/system/out-of-memory.js'
import { reportOf, type ClaudeProgram, type Phase, type RefreshReport } from '../../core/report.js'
import { withoutPair, type TokenUse, type WithoutPair } from '../../core/token-use.js'
import { mayBeKilled, type ProgramResult } from '../exec.js'

type ClrCommand = 'refresh' | 'recover'

const MORE_MEMORY = 'Give the runner, or the container of the job, more memory.'

/**
 * When the new pair of a killed `clr` is recovered. `clr recover` already runs at the end of the job, so only the next run
 * can do it then.
 */
const RECOVERED_BY: Readonly<Record<ClrCommand, string>> = {
  refresh: 'If there are new tokens, they are recovered at the end of the job, or by the next run.',
  recover: 'If there are new tokens, the next run recovers them.'
}

/** How many characters of stderr a message quotes. */
const QUOTED_CHARACTERS = 300
/** Lines of no use in a message: stack frames, Node's version, carets. */
const NOISE = /^\s+at |^Node\.js v|^\s*\^+\s*$/

/** What `clr` reported; `internal` if there is no report, or if it contradicts the exit status, which is the contract. */
export function reportFrom(result: ProgramResult, command: ClrCommand = 'refresh'): RefreshReport {
  const report = parseReport(result.stdout)
  if (report === null) return endedWithoutReport(result, command)
  return report.exitCode === result.exitCode ? report : contradicted(report, result)
}

/**
 * Keeps the remedy of the report: `clr` prints the report at its very end, so the remedy already says whether the login is
 * harmed.
 */
function contradicted({ reason, message, remedy }: RefreshReport, result: ProgramResult): RefreshReport {
  const what = `clr ${howItEnded(result)}, but reported ${reason}: ${message}${outputOf(result)}`
  return reportOf('internal', what, `${remedy} ${outcomeOf('internal').remedy}`.trim())
}

/** Replaces the report of a `clr` that made none. Its message says whether the refresh token may be used up. */
export function substituteReport(
  result: ProgramResult,
  ending: Omit<WithoutPair, 'tokenUse'>,
  command: ClrCommand = 'refresh'
): RefreshReport {
  const { reason, message, remedy } = withoutPair({ ...ending, tokenUse: tokenUseOf(result, command) })
  return reportOf(reason, message, remedy)
}

/** `clr` prints its pid before anything else. A recovery sends no token, but the run before it may have. */
function tokenUseOf({ stderr }: ProgramResult, command: ClrCommand): TokenUse {
  if (command === 'recover') return 'perhaps-used-before'
  return stderr.split('\n').some(line => pidIn(line) !== null) ? 'perhaps-used' : 'not-sent'
}

/** Parses the one JSON object that `clr --json` prints; null if the text is anything else. */
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
    loginEndsSoon: value.loginEndsSoon === true,
    elapsedMs: numberOf(value.elapsedMs),
    claude: parseClaude(value.claude),
    phases: listOf(value.phases).filter(isJsonObject).map(parsePhase),
    warnings: listOf(value.warnings).filter(warning => typeof warning === 'string'),
    message: textOrNull(value.message) ?? '',
    remedy: textOrNull(value.remedy) ?? remedy
  }
}

function parseClaude(value: unknown): ClaudeProgram | null {
  if (!isJsonObject(value) || typeof value.path !== 'string') return null
  return { path: value.path, version: textOrNull(value.version) }
}

function parsePhase({ name, ms }: JsonObject): Phase {
  return { name: textOrNull(name) ?? '', ms: numberOf(ms) }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? value : 0
}

/** A `clr` that was killed because memory ran out is not a bug. */
function endedWithoutReport(result: ProgramResult, command: ClrCommand): RefreshReport {
  const output = outputOf(result)
  const note = memoryNote({ isKilled: mayBeKilled(result, output), said: output })
  const message = `clr ${howItEnded(result)}${note}, and did not report a result${output}`
  const remedy = note === '' ? undefined : `${MORE_MEMORY} ${RECOVERED_BY[command]}`
  return substituteReport(result, { reason: 'internal', message, remedy }, command)
}

function howItEnded({ exitCode }: ProgramResult): string {
  return exitCode === null ? 'did not finish' : `ended with exit status ${exitCode}`
}

/** The end of stderr, where the cause of a crash is, on one line and without the stack. */
function outputOf({ stderr }: ProgramResult): string {
  const lines = redact(stderr)
    .split('\n')
    .filter(line => !NOISE.test(line) && pidIn(line) === null)
  const text = lines.join(' ').replace(/\s+/g, ' ').trim()
  return text === '' ? '' : `: ${text.slice(-QUOTED_CHARACTERS)}`
}

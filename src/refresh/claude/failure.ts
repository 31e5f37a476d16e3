import type { Reason } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { memoryNote } from '../system/out-of-memory.js'
import { explain } from '../system/system-error.js'
import type { ClaudeExit } from './claude-process.js'
import type { FailureSign } from './failure-signs.js'
import { neverRan } from './not-run.js'
import type { Sighting } from './watch.js'

/** A call of `claude` that brought no new pair. */
export interface Failure {
  readonly reason: Reason
  /** One sentence, without any token. */
  readonly message: string
  /** Whether another try is certain to be safe, and may help. */
  readonly isRepeatable: boolean
  /** What a person should do now, if that is not what the reason's outcome says. */
  readonly remedy?: string
}

/** All that was seen of such a call. */
export interface Evidence {
  readonly sighting: Sighting
  /** What its debug log and its output say of a failed exchange. */
  readonly sign: FailureSign | null
  /** What it printed, redacted. */
  readonly output: string
  readonly program: ClaudeProgram
}

/** Names the failure: first by what the CLI says of it, then by how the call ended. */
export function failureOf(evidence: Evidence): Failure {
  const { sighting, sign, program } = evidence
  if (sighting.kind === 'blanked') {
    return failure('login-rejected', 'the token endpoint rejected the login: its refresh token is used up or revoked')
  }
  if (sighting.kind === 'part') {
    return failure(
      'not-refreshed',
      "the token endpoint's answer held no whole pair; the old refresh token may be used up"
    )
  }
  // A deadline that passes in the midst of retries of its own tells more by what went wrong than by the clock.
  if (sign !== null && (sign.isAnswer || (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled'))) {
    return { reason: sign.reason, message: sign.what, isRepeatable: sign.isRepeatable }
  }
  switch (sighting.kind) {
    case 'deadline':
      return failure('timeout', 'the deadline passed before `claude` had refreshed the login')
    case 'cancelled':
      return failure('cancelled', 'cancelled before `claude` had refreshed the login')
    case 'exited':
      return exited(sighting, evidence)
    default:
      return failure(
        'not-refreshed',
        `the exchange brought no new pair, and \`claude\`${version(program)} does not say why`
      )
  }
}

function exited({ exit, inExchange }: Extract<Sighting, { kind: 'exited' }>, { output, program }: Evidence): Failure {
  const said = lastLine(output)
  const saying = said === '' ? '' : `; it said: ${said}`
  if (exit.startError !== null)
    return failure('claude-failed', `cannot start ${program.path}: ${explain({ code: exit.startError })}`)
  if (exit.code === 0)
    return failure('not-refreshed', `\`claude\`${version(program)} ended without a new pair${saying}`)
  const how = howItEnded(exit, output)
  if (inExchange) {
    const loss = 'the old refresh token may be used up'
    return failure(
      'not-refreshed',
      `\`claude\`${version(program)} ${how} once its exchange had begun; ${loss}${saying}`
    )
  }
  return (
    neverRan({ exitCode: exit.code, said }, program) ??
    failure('claude-failed', `\`claude\`${version(program)} ${how} before any exchange${saying}`)
  )
}

/** A shell that waits for a killed program ends with 137 itself. */
function howItEnded({ code, signal }: ClaudeExit, said: string): string {
  const how = code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with exit status ${code}`
  return how + memoryNote({ isKilled: signal === 'SIGKILL' || code === 137, said })
}

function failure(reason: Reason, message: string): Failure {
  return { reason, message, isRepeatable: false }
}

function version({ version: text }: ClaudeProgram): string {
  return text === null ? '' : ` ${text}`
}

/** The last line that says anything, cut to what fits a sentence. */
function lastLine(output: string): string {
  const line = output.split('\n').at(-1) ?? ''
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}

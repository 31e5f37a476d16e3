import type { Reason } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { memoryNote, MORE_MEMORY } from '../system/out-of-memory.js'
import { explainSystemError } from '../system/system-error.js'
import type { TokenUse, WithoutPair } from '../token-use.js'
import type { ClaudeExit } from './claude-process.js'
import type { FailureSign } from './failure-sign.js'
import { neverRan, type Description } from './not-run.js'
import { FIX_PROXY, type ProxyFault } from './proxy-variable.js'
import type { Sighting } from './watch.js'

/** A call of `claude` that produced no new pair. */
export interface Failure extends WithoutPair {
  /** The HTTP status of the token endpoint's answer; null if there was none, or it is not known. */
  readonly status: number | null
  /** Whether another try is certain to be safe, and may help. */
  readonly isRepeatable: boolean
}

/** Everything that was observed about such a call. */
export interface Evidence {
  readonly sighting: Sighting
  /** Whether an exchange had begun, or one may have gone unnoticed. */
  readonly mayHaveSent: boolean
  /** What the debug log and the output say about a failed exchange. */
  readonly sign: FailureSign | null
  /** What `claude` printed, redacted. */
  readonly output: string
  readonly program: ClaudeProgram
  /** What is wrong with the caller's proxy variable. */
  readonly proxyFault: ProxyFault | null
}

/** What blanked tokens mean, as a sentence; with the HTTP status of the answer, if it is known. */
export function meaningOfBlanked(status: number | null = null): string {
  const answer = status === null ? '' : ` (${status})`
  return `the token endpoint rejected the login${answer}: its refresh token is used up or revoked`
}

/** Names the failure: by what the CLI says about it, or else by how the call ended. */
export function classifyFailure(seen: Evidence): Failure {
  // With such a proxy variable, the CLI takes its lock and gives up before it has a connection.
  const isBlocked = seen.sighting.kind === 'exited' && seen.proxyFault?.blocksSending === true
  const evidence = { ...seen, mayHaveSent: seen.mayHaveSent && !isBlocked }
  const status = evidence.sign?.status ?? null
  return { isRepeatable: false, ...describe(evidence), tokenUse: tokenUseOf(evidence), status }
}

/**
 * What happened to the token: what the endpoint or the CLI says; or else judged by the CLI's lock, without which no version
 * sends anything.
 */
function tokenUseOf({ sighting, sign, mayHaveSent }: Evidence): TokenUse {
  if (sighting.kind === 'blanked') return 'rejected'
  if (sighting.kind === 'part') return 'perhaps-used'
  if (sighting.kind === 'exited' && sighting.exit.startError !== null) return 'not-sent'
  // `claude` was cut short, perhaps in a second try of its own, so this was not its last word.
  if (sign?.tokenUse === 'rejected' && (sighting.kind === 'deadline' || sighting.kind === 'cancelled')) return 'refused'
  return sign?.tokenUse ?? (mayHaveSent ? 'perhaps-used' : 'not-sent')
}

function describe(evidence: Evidence): Description {
  const { sighting, sign, program, mayHaveSent } = evidence
  if (sighting.kind === 'blanked') {
    const status = sign?.reason === 'login-rejected' ? sign.status : null
    return failure('login-rejected', meaningOfBlanked(status))
  }
  if (sighting.kind === 'part')
    return failure('not-refreshed', "the token endpoint's answer contained only one of the two tokens")
  // If the deadline passes between the CLI's own retries, an answer from the endpoint explains more than "the deadline
  // has passed".
  if (sign !== null && (sign.isAnswer || (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled'))) {
    const { what, isRepeatable, remedy } = sign
    if (sign.reason !== 'claude-failed') return { reason: sign.reason, message: what, isRepeatable, remedy }
    const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed'
    return { reason, message: what + outputNote(evidence), isRepeatable, remedy }
  }
  if (sighting.kind === 'exited') return describeExit(sighting.exit, evidence)
  if (sighting.kind === 'deadline') {
    return failure('timeout', 'the time limit passed before `claude` had refreshed the login')
  }
  if (sighting.kind === 'cancelled') return failure('cancelled', 'stopped before `claude` had refreshed the login')
  const claude = nameOf(program)
  if (mayHaveSent)
    return failure('not-refreshed', `${claude} tried to refresh the login, but got no new tokens and gave no reason`)
  return {
    reason: 'claude-failed',
    message: `${claude} sent a model request without refreshing the login first; a wrapper script that sets CLAUDE_CODE_OAUTH_TOKEN has this effect${outputNote(evidence)}`,
    remedy: 'If `claude` is a wrapper script here, put the folder of the real program before it on PATH.'
  }
}

function describeExit(exit: ClaudeExit, evidence: Evidence): Description {
  const { program, mayHaveSent, proxyFault, output } = evidence
  if (exit.startError !== null)
    return failure('claude-failed', `cannot start ${program.path}: ${explainSystemError({ code: exit.startError })}`)
  const notRun = mayHaveSent ? null : neverRan(exit.code, excerptOf(output), program)
  if (notRun !== null) return notRun
  const when = mayHaveSent ? 'after it had begun to refresh the login' : 'before it began to refresh the login'
  const memory = noteOnMemory(exit, output)
  const message = `${nameOf(program)} ${howItEnded(exit)}${memory} ${when}${outputNote(evidence)}`
  const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed'
  if (memory !== '') return { reason, message, remedy: MORE_MEMORY }
  if (proxyFault === null) return failure(reason, message)
  const fault = `${proxyFault.name} is not the http:// or https:// address of a proxy`
  return { reason, message: `${message}; ${fault}`, remedy: FIX_PROXY }
}

function howItEnded({ code, signal }: ClaudeExit): string {
  return code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with exit status ${code}`
}

/** If the program is killed while a shell waits for it, the shell itself ends with 137. */
function noteOnMemory({ code, signal }: ClaudeExit, said: string): string {
  return memoryNote({ isKilled: signal === 'SIGKILL' || code === 137, said })
}

function failure(reason: Reason, message: string): Description {
  return { reason, message }
}

function nameOf({ version }: ClaudeProgram): string {
  return version === null ? '`claude`' : `\`claude\` ${version}`
}

/** The longest quote that fits in a sentence, in characters. */
const MAX_QUOTE_LENGTH = 200

function outputNote({ output }: Evidence): string {
  const quote = excerptOf(output)
  return quote === '' ? '' : `; its output: ${quote}`
}

/** The output if it is short; else the line that names an error (not the frames of a stack), or the last line. */
function excerptOf(output: string): string {
  const lines = output.split('\n')
  const errorLine = lines.find(line => /^(?:\w*Error\b|Invalid )/.test(line)) ?? lines.at(-1) ?? ''
  const chosen = output.length > MAX_QUOTE_LENGTH ? errorLine : output
  const quote = chosen.replace(/\s+/g, ' ').replace(/\.$/, '').trim()
  return quote.length > MAX_QUOTE_LENGTH ? `${quote.slice(0, MAX_QUOTE_LENGTH)}…` : quote
}

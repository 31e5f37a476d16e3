import type { Reason } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { memoryNote } from '../system/out-of-memory.js'
import { explainSystemError } from '../system/system-error.js'
import type { TokenUse, WithoutPair } from '../token-use.js'
import type { ClaudeExit } from './claude-process.js'
import type { FailureSign } from './failure-signs.js'
import { neverRan } from './not-run.js'
import { CORRECT_PROXY, type ProxyFault } from './proxy-variable.js'
import type { Sighting } from './watch.js'

/** A call of `claude` that brought no new pair. */
export interface Failure extends WithoutPair {
  /** Whether another try is certain to be safe, and may help. */
  readonly isRepeatable: boolean
}

/** All that was seen of such a call. */
export interface Evidence {
  readonly sighting: Sighting
  /** Whether an exchange had begun, or may have gone by unseen. */
  readonly mayHaveSent: boolean
  /** What its debug log and its output say of a failed exchange. */
  readonly sign: FailureSign | null
  /** What it printed, redacted. */
  readonly output: string
  readonly program: ClaudeProgram
  /** What is wrong with the caller's proxy variable. */
  readonly proxyFault: ProxyFault | null
}

/** Names the failure: first by what the CLI says of it, then by how the call ended. */
export function classifyFailure(seen: Evidence): Failure {
  // With such a proxy it takes its lock, and gives up before it has a connection.
  const isKeptBack = seen.sighting.kind === 'exited' && seen.proxyFault?.keepsAllBack === true
  const evidence = { ...seen, mayHaveSent: seen.mayHaveSent && !isKeptBack }
  return { isRepeatable: false, ...describe(evidence), tokenUse: tokenUseOf(evidence) }
}

/** By what the endpoint, or the CLI, said of it; else by the CLI's lock, without which no version sends anything. */
function tokenUseOf({ sighting, sign, mayHaveSent }: Evidence): TokenUse {
  if (sighting.kind === 'blanked') return 'rejected'
  if (sighting.kind === 'part') return 'perhaps-used'
  if (sighting.kind === 'exited' && sighting.exit.startError !== null) return 'not-sent'
  return sign?.tokenUse ?? (mayHaveSent ? 'perhaps-used' : 'not-sent')
}

/** The same without what became of the token, which does not depend on it. */
type Description = Omit<WithoutPair, 'tokenUse'> & Partial<Pick<Failure, 'isRepeatable'>>

function describe(evidence: Evidence): Description {
  const { sighting, sign, program, mayHaveSent } = evidence
  if (sighting.kind === 'blanked') {
    return failure('login-rejected', 'the token endpoint rejected the login: its refresh token is used up or revoked')
  }
  if (sighting.kind === 'part') return failure('not-refreshed', "the token endpoint's answer held no whole pair")
  // A deadline that passes in the midst of retries of its own tells more by what went wrong than by the clock.
  if (sign !== null && (sign.isAnswer || (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled'))) {
    const { what, isRepeatable, remedy } = sign
    if (sign.reason !== 'claude-failed') return { reason: sign.reason, message: what, isRepeatable, remedy }
    const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed'
    return { reason, message: what + saying(evidence), isRepeatable, remedy }
  }
  switch (sighting.kind) {
    case 'deadline':
      return failure('timeout', 'the deadline passed before `claude` had refreshed the login')
    case 'cancelled':
      return failure('cancelled', 'cancelled before `claude` had refreshed the login')
    case 'exited':
      return exited(sighting, evidence)
    default:
      return mayHaveSent
        ? failure(
            'not-refreshed',
            `the exchange brought no new pair, and \`claude\`${version(program)} does not say why`
          )
        : {
            reason: 'claude-failed',
            message: `\`claude\`${version(program)} went on to the model without refreshing the login, as it does if a wrapper around it sets CLAUDE_CODE_OAUTH_TOKEN${saying(evidence)}`,
            remedy: 'If it is a wrapper, put the folder of the program that it runs first on PATH.'
          }
  }
}

function exited({ exit }: Extract<Sighting, { kind: 'exited' }>, evidence: Evidence): Description {
  const { program, mayHaveSent, proxyFault } = evidence
  if (exit.startError !== null)
    return failure('claude-failed', `cannot start ${program.path}: ${explainSystemError({ code: exit.startError })}`)
  const how = howItEnded(exit, evidence.output)
  const when = mayHaveSent ? 'once its exchange had begun' : 'before any exchange'
  const message = `\`claude\`${version(program)} ${how} ${when}${saying(evidence)}`
  const said = quotedFrom(evidence.output)
  const notRun = mayHaveSent ? null : neverRan(exit.code, said, program)
  if (notRun !== null) return notRun
  const reason = mayHaveSent ? 'not-refreshed' : 'claude-failed'
  if (proxyFault === null) return failure(reason, message)
  const fault = `${proxyFault.name} does not hold the http:// or https:// address of a proxy`
  return { reason, message: `${message}; ${fault}`, remedy: CORRECT_PROXY }
}

/** A shell that waits for a killed program ends with 137 itself. */
function howItEnded({ code, signal }: ClaudeExit, said: string): string {
  const how = code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with exit status ${code}`
  return how + memoryNote({ isKilled: signal === 'SIGKILL' || code === 137, said })
}

function failure(reason: Reason, message: string): Description {
  return { reason, message }
}

function version({ version: text }: ClaudeProgram): string {
  return text === null ? '' : ` ${text}`
}

/** So many characters of what `claude` said fit a sentence. */
const MAX_QUOTED = 200

function saying({ output }: Evidence): string {
  const quoted = quotedFrom(output)
  return quoted === '' ? '' : `; it said: ${quoted}`
}

/** What it said, if that is short; else the line that names an error (not the frames of a stack), or the last one. */
function quotedFrom(output: string): string {
  const lines = output.split('\n')
  const telling = lines.find(line => /^(?:\w*Error\b|Invalid )/.test(line)) ?? lines.at(-1) ?? ''
  const quoted = oneSentence(output.length > MAX_QUOTED ? telling : output)
  return quoted.length > MAX_QUOTED ? `${quoted.slice(0, MAX_QUOTED)}…` : quoted
}

function oneSentence(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\.$/, '').trim()
}

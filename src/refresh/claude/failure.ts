import type { Reason } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import type { TokenUse, WithoutPair } from '../token-use.js'
import type { FailureSign } from './failure-signs.js'
import { neverRan } from './not-run.js'
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
}

/** Names the failure: first by what the CLI says of it, then by how the call ended. */
export function failureOf(evidence: Evidence): Failure {
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
export type Description = Omit<WithoutPair, 'tokenUse'> & Partial<Pick<Failure, 'isRepeatable'>>

function describe(evidence: Evidence): Description {
  const { sighting, sign, program, mayHaveSent } = evidence
  if (sighting.kind === 'blanked') {
    return failure('login-rejected', 'the token endpoint rejected the login: its refresh token is used up or revoked')
  }
  if (sighting.kind === 'part') return failure('not-refreshed', "the token endpoint's answer held no whole pair")
  // A deadline that passes in the midst of retries of its own tells more by what went wrong than by the clock.
  if (sign !== null && (sign.isAnswer || (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled'))) {
    const { reason, what, isRepeatable, remedy } = sign
    return { reason, message: reason === 'claude-failed' ? what + saying(evidence) : what, isRepeatable, remedy }
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
        : failure(
            'claude-failed',
            `\`claude\`${version(program)} went on to the model without refreshing the login, as it does if a wrapper around it sets CLAUDE_CODE_OAUTH_TOKEN${saying(evidence)}`
          )
  }
}

function exited({ exit }: Extract<Sighting, { kind: 'exited' }>, evidence: Evidence): Description {
  const { program, mayHaveSent } = evidence
  if (exit.startError !== null) return failure('claude-failed', `cannot start ${program.path}: ${exit.startError}`)
  const how = exit.code === null ? `was ended by ${exit.signal ?? 'a signal'}` : `ended with exit status ${exit.code}`
  const when = mayHaveSent ? 'once its exchange had begun' : 'before any exchange'
  const message = `\`claude\`${version(program)} ${how} ${when}${saying(evidence)}`
  if (mayHaveSent) return failure('not-refreshed', message)
  const said = quotedFrom(evidence.output)
  return neverRan({ exitCode: exit.code, said }, program) ?? failure('claude-failed', message)
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

import type { Reason } from '../reasons.js'
import type { TokenUse } from '../token-use.js'
import { answerSignOf } from './answer-signs.js'
import { connectionSignOf } from './connection-signs.js'

/** What a line of the CLI's debug log, or of its output, says about a failed exchange. */
export interface FailureSign {
  readonly reason: Reason
  /** What went wrong, as a sentence. */
  readonly what: string
  /** The HTTP status of the answer; null if there was none, or it is not known. */
  readonly status: number | null
  /** Whether the CLI must be ended at once, because it would send the same token again by itself. */
  readonly endAtOnce: boolean
  /** Whether another try may help, and is safe because the endpoint has certainly not used the token up. */
  readonly isRepeatable: boolean
  /** Whether the endpoint itself answered. */
  readonly isAnswer: boolean
  /** Null if the line says nothing about the token. */
  readonly tokenUse: TokenUse | null
  /** What a person should do now, if it differs from the usual remedy of the reason. */
  readonly remedy?: string
}

/** The sign that counts in a log, and the line that it was read from, not yet redacted. */
export interface FoundSign extends FailureSign {
  readonly line: string
}

/** Every line about an exchange contains one of these. */
const MARKERS = [' [ERROR] ', 'OAuth session', 'Invalid proxy URL']

/**
 * What a log or an output says about a failed exchange; null if it says nothing. If it reports more than one failure, the CLI
 * has sent the token again by itself, with an unknown result, so nothing is repeatable.
 */
export function failureSignIn(log: string): FoundSign | null {
  const lines = log.split('\n').filter(line => MARKERS.some(marker => line.includes(marker)))
  const signs = lines.flatMap(line => {
    const sign = answerSignOf(line) ?? connectionSignOf(line)
    return sign === null ? [] : { ...sign, line }
  })
  const [first] = signs
  if (first === undefined || signs.length === 1) return first ?? null
  const uses = signs.flatMap(({ tokenUse }) => tokenUse ?? [])
  const isKnown = first.reason === 'login-rejected' || uses.every(use => use === 'not-sent')
  return { ...first, isRepeatable: false, tokenUse: isKnown ? first.tokenUse : 'perhaps-used' }
}

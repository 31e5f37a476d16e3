import type { Reason } from '../reasons.js'
import type { TokenUse } from '../token-use.js'
import { KNOWN_FAILURES } from './known-failures.js'

/** What a line of the CLI's debug log, or of its output, says of a failed exchange. */
export interface FailureSign {
  readonly reason: Reason
  /** What went wrong, as a sentence. */
  readonly what: string
  /** Whether the CLI itself would send the same token again: it must be ended at once. */
  readonly endAtOnce: boolean
  /** Whether it is certain that the endpoint has not used the token up, so that another try is safe and may help. */
  readonly isRepeatable: boolean
  /** Whether the endpoint itself has answered. */
  readonly isAnswer: boolean
  /** Null if it says nothing of the token. */
  readonly tokenUse: TokenUse | null
  /** What a person should do now, if that is not what the reason's outcome says. */
  readonly remedy?: string
}

/** The words of which a line has one if it says anything of an exchange. */
const TELLING = [' [ERROR] ', 'OAuth session', 'Invalid proxy URL']

/**
 * What a log or an output says of a failed exchange; null where it says nothing of it. Where it says so more than once the
 * CLI has sent the token again by itself, and nobody knows what came of that: then nothing is repeatable.
 */
export function failureSignIn(log: string): FailureSign | null {
  const telling = log.split('\n').filter(line => TELLING.some(word => line.includes(word)))
  const signs = telling.flatMap(line => KNOWN_FAILURES.find(([pattern]) => pattern.test(line))?.[1] ?? [])
  const [first] = signs
  if (first === undefined || signs.length === 1) return first ?? null
  const uses = signs.flatMap(({ tokenUse }) => tokenUse ?? [])
  const isKnown = first.tokenUse === 'rejected' || uses.every(use => use === 'not-sent')
  return { ...first, isRepeatable: false, tokenUse: isKnown ? first.tokenUse : 'perhaps-used' }
}

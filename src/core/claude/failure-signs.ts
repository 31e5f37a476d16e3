import { answerSignOf } from './answer-signs.js'
import { connectionSignOf } from './connection-signs.js'
import type { FailureSign } from './failure-sign.js'

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

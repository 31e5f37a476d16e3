import { RefreshError } from '../core/reasons.js'
import { quote } from './quote.js'

/** The secret that is written and removed again to prove that secrets can be written. */
export const PROBE_NAME = 'CLR_REFRESH_PROBE'

/**
 * The name of a secret, checked by GitHub's rules; null where the input is empty.
 * Source: https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets
 * @throws RefreshError `usage`
 */
export function parseSecretName(input: string, name: string): string | null {
  if (name === '') return null
  if (!/^\w+$/.test(name)) throw wrong(`${input} may hold letters, digits and "_" alone, got ${quote(name)}`)
  if (/^\d/.test(name)) throw wrong(`${input} must not begin with a digit, got ${quote(name)}`)
  if (/^GITHUB_/i.test(name)) throw wrong(`${input} must not begin with GITHUB_, got ${quote(name)}`)
  if (isSameName(name, PROBE_NAME)) throw wrong(`${input} must not be ${PROBE_NAME}, which is overwritten and removed`)
  return name
}

/** Whether GitHub takes two names for the same secret: it stores them in capitals. */
export function isSameName(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}

function wrong(sentence: string): RefreshError {
  return new RefreshError('usage', sentence)
}

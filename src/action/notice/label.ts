import { createHash } from 'node:crypto'
import { quote } from '../../core/options.js'
import { RefreshError } from '../../core/reasons.js'
import { redact } from '../../core/redact.js'

/** The most characters that the name of a label may have; GitHub answers 422 if it has more. */
const MAX_LABEL_LENGTH = 50
const HASH_LENGTH = 8

/**
 * The label of a login's issue: its name. A longer name is cut, with a part of its SHA-256 at the end, so that two long names
 * that begin alike have different labels.
 * @param login the input `login`
 * @throws RefreshError `usage` if the name cannot be a label, or may be a token
 */
export function parseLabel(login: string): string {
  if (redact(login) !== login) throw usage('login must be a name for the login, and this looks like a token')
  // GitHub's list of issues takes labels separated by commas, so a label with one could never be found again.
  if (/[,\p{Cc}\u2028\u2029]/u.test(login)) {
    throw usage(`login must be a name on one line, without a comma, got ${quote(login)}`)
  }
  const characters = Array.from(login)
  if (characters.length <= MAX_LABEL_LENGTH) return login
  const hash = createHash('sha256').update(login).digest('hex').slice(0, HASH_LENGTH)
  const start = characters.slice(0, MAX_LABEL_LENGTH - HASH_LENGTH - 1).join('')
  return `${start.trimEnd()}-${hash}`
}

/** Whether two names are the same label: GitHub ignores the case. */
export function isSameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function usage(sentence: string): RefreshError {
  return new RefreshError('usage', sentence)
}

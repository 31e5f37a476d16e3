import { createHash } from 'node:crypto'
import type { AnyLogin } from '../core/credentials/credentials.js'

/** The fields that identify a login's account: written at sign-in, not changed by a refresh (docs/claude-cli.md#what-it-holds). */
const FIELDS = ['accountUuid', 'organizationUuid'] as const

/**
 * A text that identifies a login's account: the SHA-256 of each field in hex, or nothing for a missing one, separated by a
 * space.
 */
export function accountFingerprint({ fields }: Pick<AnyLogin, 'fields'>): string {
  return FIELDS.map(field => hashOf(fields[field])).join(' ')
}

/** Whether two logins certainly differ in account or organization: both have the field, and its values differ. */
export function isOtherAccount(one: string, other: string): boolean {
  const [ours, theirs] = [one.split(' '), other.split(' ')]
  return FIELDS.some((_field, at) => (ours[at] ?? '') !== '' && (theirs[at] ?? '') !== '' && ours[at] !== theirs[at])
}

function hashOf(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') return ''
  return createHash('sha256').update(value.trim().toLowerCase()).digest('hex')
}

import { createHash } from 'node:crypto'
import type { AnyLogin } from '../core/credentials/credentials.js'

/** The fields that say whose login it is: written at sign-in, and not changed by a refresh (docs/claude-cli.md#what-it-holds). */
const FIELDS = ['accountUuid', 'organizationUuid'] as const

/** Whose login it is: the SHA-256 of each field in hex, separated by a blank; empty for each that is missing. */
export function accountFingerprint({ fields }: Pick<AnyLogin, 'fields'>): string {
  return FIELDS.map(field => hashOf(fields[field])).join(' ')
}

/** Whether two logins certainly differ in account or organization: a field that both have is not the same. */
export function isOtherAccount(one: string, other: string): boolean {
  const [ours, theirs] = [one.split(' '), other.split(' ')]
  return FIELDS.some((_field, at) => (ours[at] ?? '') !== '' && (theirs[at] ?? '') !== '' && ours[at] !== theirs[at])
}

function hashOf(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') return ''
  return createHash('sha256').update(value.trim().toLowerCase()).digest('hex')
}

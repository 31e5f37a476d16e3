import path from 'node:path'
import { findPlace } from '../../core/credentials/credentials-path.js'
import type { AnyLogin } from '../../core/credentials/credentials.js'
import { NOT_SENT, RefreshError } from '../../core/reasons.js'
import { statIfAny } from '../../core/system/read.js'
import { ownerToActFor, type User } from '../../core/system/rights.js'
import { WorkFolder } from '../../core/work-folder.js'
import { readLineage } from '../../core/write-back/lineage.js'
import { existingFileAt, type ExistingFile } from './existing-file.js'

/**
 * The user who runs the runner; null if not known. The runner creates this folder itself, so it belongs to that user.
 */
export function runnerUid({ RUNNER_TEMP: folder = '' }: NodeJS.ProcessEnv): number | null {
  return statIfAny(folder)?.uid ?? null
}

/**
 * The user whose rights are needed to place credentials; null for our own.
 * @param place the file's path as given, and with links resolved
 * @param runner the runner's user, who gave us the login, so it may be placed in a folder of this user; null if not known
 * @throws RefreshError `creds-not-writable`: the folder belongs to another user
 */
export function ownerOfPlace(
  { given, real }: { readonly given: string; readonly real: string },
  runner: number | null
): User | null {
  const owner = ownerToActFor(real)
  if (owner !== null && owner.uid !== runner) throw anotherUsers(path.dirname(given), owner.uid)
  return owner
}

/** Refuses to give credentials to the user who owns an existing file. @throws RefreshError `creds-not-writable` */
export function refuseAnothersFile(given: string, existing: ExistingFile, uid = process.geteuid?.()): void {
  if (existing.kind !== 'none' && existing.uid !== uid) throw anotherUsers(given, existing.uid)
}

function anotherUsers(entry: string, uid: number): RefreshError {
  const message = `${entry} belongs to another user (uid ${uid}), who must not get the login in creds-json`
  const remedy = `Set \`creds\` to a path in a folder that does not exist yet; the action creates it. ${NOT_SENT}`
  return new RefreshError('creds-not-writable', message, remedy)
}

/** Whether the login in the file stays: it is newer than that of `creds-json`, or the same and valid for as long. */
export function keepsItsLogin(existing: ExistingFile, incoming: AnyLogin): boolean {
  if (existing.kind === 'descendant') return true
  // An exchange may return a new access token and keep the refresh token.
  return existing.kind === 'same' && isAsGood(existing.credentials, incoming)
}

/** Whether one token is valid for as long as another. A token with unknown expiry counts as expired. */
function isAsGood(one: AnyLogin, other: AnyLogin): boolean {
  return (one.expiresAtMs ?? 0) >= (other.expiresAtMs ?? 0)
}

/** What `placeCredentials` would do. */
export interface JudgedPlace {
  /** The user whose rights it would take; null for our own. */
  readonly owner: User | null
  /** The login that it would put into the file; null if the login in the file would stay. */
  readonly incoming: AnyLogin | null
}

/**
 * Makes the checks of `placeCredentials` that need no lock, and changes nothing.
 * @throws RefreshError `usage`, `creds-not-writable`, `creds-unreadable`, `creds-invalid`
 */
export function judgePlace(given: string, incoming: AnyLogin, runner: number | null): JudgedPlace {
  const existing = existingFileAt(given, incoming)
  const place = existing.kind === 'none' ? findPlace(given) : existing.file
  const owner = place === null ? null : ownerOfPlace(place, runner) // a folder that is made is our own
  refuseAnothersFile(given, existing, owner?.uid)
  const folder = place === null ? null : WorkFolder.find(place)
  if (folder !== null) readLineage(folder) // who made the file must be known before one is made
  return { owner, incoming: keepsItsLogin(existing, incoming) ? null : incoming }
}

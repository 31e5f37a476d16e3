import type { AnyLogin } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import { RefreshError } from '../core/reasons.js'
import { accountFingerprint, isOtherAccount } from './account.js'
import type { JobContext } from './context.js'
import { loginAt } from './login-at.js'
import type { LoginSecrets, LoginToStore } from './login-secrets.js'
import { usedUpPairs } from './used-up.js'

/** What became of a login that was to be stored. */
export type StoreResult =
  | { readonly kind: 'stored' }
  /** There was nothing to store: the file holds no login, or is gone. */
  | { readonly kind: 'needless' }
  /** The message is for people; `sealed` is Markdown for the job summary. Neither holds a token. */
  | { readonly kind: 'failed'; readonly message: string; readonly sealed: string | null }
  /** The file holds a login of another account than the job began with: nothing of it was stored. */
  | { readonly kind: 'other-account'; readonly message: string }
  /** The file holds a pair that this job has used up: nothing of it was stored. */
  | { readonly kind: 'used-up'; readonly message: string }

/** One login to be stored. */
export interface StoreTask {
  readonly store: LoginSecrets
  /** Absolute path of the credentials file. */
  readonly creds: string
  /** How long that may take. */
  readonly limitMs: number
  /** Aborted when the runner cancels. */
  readonly signal: AbortSignal
}

/**
 * Stores what the file holds now, except what a secret holds already, and saves that for `post`. A failure is a result, not an
 * error: the login is safe in its file, and everything that comes after has to be done all the same.
 */
export async function storeLogin(task: StoreTask, context: JobContext): Promise<StoreResult> {
  try {
    const login = loginAt(task.creds)
    return login === null ? { kind: 'needless' } : await storeFound(login, task, context)
  } catch (error) {
    if (error instanceof RefreshError) return { kind: 'failed', message: error.message, sealed: null }
    throw error
  }
}

async function storeFound(login: AnyLogin, task: StoreTask, context: JobContext): Promise<StoreResult> {
  const { account, incoming } = context.state.known
  if (isOtherAccount(accountFingerprint(login), account))
    return { kind: 'other-account', message: otherAccount(task.creds) }
  if (usedUpPairs(context).includes(fingerprint(login))) return { kind: 'used-up', message: isUsedUp(task.creds) }
  if (login.refreshToken === null && fingerprint(login) !== incoming)
    return { kind: 'failed', message: lacksRefreshToken(task.creds), sealed: null }
  const { store, limitMs, signal } = task
  // The secret already holds the credentials that came in, or what another job has made of them since.
  const toStore: LoginToStore = fingerprint(login) === incoming ? { ...login, document: null } : login
  context.state.storing()
  try {
    await store.store(toStore, { limitMs, signal })
    context.state.storedPair(fingerprint(login))
    return { kind: 'stored' }
  } catch (error) {
    const message =
      error instanceof RefreshError ? error.message : 'the secret was not written, by a bug in clr-refresh'
    const sealed = store.sealedFallback(toStore)
    const byHand = sealed === null ? '' : '; the job summary has the line that stores it by hand'
    return { kind: 'failed', message: `${message}${byHand}`, sealed }
  }
}

function otherAccount(creds: string): string {
  return `${creds} now holds the login of another account than the one that this job began with, so neither that login nor its access token was stored; the secret stays as it is`
}

function isUsedUp(creds: string): string {
  return `${creds} holds a pair that this job has used up for a newer one, so neither that pair nor its access token was stored; the secret stays as it is`
}

function lacksRefreshToken(creds: string): string {
  return `the login that ${creds} holds by now has no refresh token, so neither it nor its access token was stored; the secret stays as it is`
}

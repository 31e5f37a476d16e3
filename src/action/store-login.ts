import type { AnyLogin } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import { RefreshError } from '../core/reasons.js'
import { accountFingerprint, isOtherAccount } from './account.js'
import type { StepContext } from './context.js'
import { loginAt } from './creds-json/existing-file.js'
import type { Limits } from '../github-secrets/retries.js'
import type { LoginSecrets, LoginToStore } from './login-secrets.js'
import { howToSignIn } from './output/text.js'
import type { SecretResult } from './secret-result.js'
import { usedUpPairs } from './used-up.js'

/** The result of storing a login. No text in it holds a token. */
export type StoreResult =
  | { readonly kind: 'stored'; readonly secrets: readonly SecretResult[] }
  /** There was nothing to store: the file is gone, or holds no login. */
  | { readonly kind: 'needless' }
  /** `sealed` is Markdown for the job summary; `secrets` is empty if none was tried. */
  | {
      readonly kind: 'failed'
      readonly message: string
      readonly sealed: string | null
      readonly secrets: readonly SecretResult[]
    }
  /** Nothing was stored: the file holds a login of another account than the job began with. */
  | { readonly kind: 'other-account'; readonly message: string }
  /** Nothing was stored: the file holds a pair that this job has used up. */
  | { readonly kind: 'used-up'; readonly message: string }

export interface StoreTask {
  readonly store: LoginSecrets
  /** Absolute path of the credentials file. */
  readonly creds: string
  /** Without a signal: it is that of the step. */
  readonly limits: Omit<Limits, 'signal'>
}

/**
 * Stores in the secrets the login that is in the file, except what a secret already holds, and saves for `post` that it is
 * stored. A failure is returned, not thrown: the login is safe in its file, and the step has to continue.
 */
export async function storeLogin(task: StoreTask, context: StepContext): Promise<StoreResult> {
  try {
    const login = loginAt(task.creds)
    return login === null ? { kind: 'needless' } : await storeFound(login, task, context)
  } catch (error) {
    if (error instanceof RefreshError) return { kind: 'failed', message: error.message, sealed: null, secrets: [] }
    throw error
  }
}

async function storeFound(
  login: AnyLogin,
  { store, creds, limits }: StoreTask,
  context: StepContext
): Promise<StoreResult> {
  const { state, signals } = context
  const { account, incoming } = state.known
  const pair = fingerprint(login)
  if (isOtherAccount(accountFingerprint(login), account)) return { kind: 'other-account', message: otherAccount(creds) }
  if (usedUpPairs(context).includes(pair)) return { kind: 'used-up', message: isUsedUp(creds) }
  if (login.refreshToken === null && pair !== incoming)
    return { kind: 'failed', message: lacksRefreshToken(creds), sealed: null, secrets: store.results(null) }
  // The secret that an incoming pair came from already holds it, or a newer one from another job.
  const toStore: LoginToStore = pair === incoming ? { ...login, document: null } : login
  state.storing()
  try {
    await store.store(toStore, { ...limits, signal: signals.cancel })
    state.storedPair(pair)
    return { kind: 'stored', secrets: store.results(toStore) }
  } catch (error) {
    const message =
      error instanceof RefreshError ? error.message : 'the secret was not written, by a bug in clr-refresh'
    return { kind: 'failed', message, sealed: store.sealedFallback(toStore), secrets: store.results(toStore) }
  }
}

/**
 * What a person should do if a login was not stored, in sentences.
 * @param loginCommand the line that renews the login; empty if it is not known
 */
export function remedyForUnstored(result: StoreResult, loginCommand: string): string {
  const ifUsedUp = `If the next run says \`login-rejected\`, sign in again ${howToSignIn(loginCommand)}.`
  switch (result.kind) {
    case 'stored':
      return ''
    case 'failed':
      if (result.sealed !== null)
        return 'The job summary has a command that stores the secret by hand, and says when to run it.'
      return `Fix the cause, then store the file in the secret, or sign in again. ${ifUsedUp}`
    case 'other-account':
      return `Give each account a file of its own with \`creds\`. ${ifUsedUp}`
    case 'needless':
    case 'used-up':
      return ifUsedUp
  }
}

function otherAccount(creds: string): string {
  return `${creds} now holds the login of another account than at the start of this job, so it was not stored, and the secret is unchanged`
}

function isUsedUp(creds: string): string {
  return `${creds} holds tokens that this job has already replaced with newer ones, so they were not stored, and the secret is unchanged`
}

function lacksRefreshToken(creds: string): string {
  return `the login that is in ${creds} now has no refresh token, so it was not stored, and the secret is unchanged`
}

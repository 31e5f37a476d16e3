import { NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import { describeLocation } from '../github-secrets/location.js'
import type { StoreMemory } from '../github-secrets/memory.js'
import type { SecretStore } from '../github-secrets/secret-store.js'
import { whyTooLarge, type SecretText, type StoreTarget, type StoreWords } from '../github-secrets/target.js'
import type { Limits } from '../github-secrets/time-budget.js'
import { toBase64 } from './creds-json/base64.js'
import type { SecretTarget } from './secret-target.js'
import { latestWriteMs, readStamp, stampedCredentials, whyStale } from './stamp.js'
import { describeManualWrites } from './store-by-hand.js'

/** What can be stored of a login. */
export interface LoginTexts {
  /** The whole credentials, without a stamp; null if their secret is to stay as it is. */
  readonly credentialsJson: string | null
  readonly accessToken: string
}

/** Credentials as they came in. */
export interface Arrival {
  /** As `readStamp` found it in them. */
  readonly storedAt: string | null
  /** Whether the file for them holds what has become of them by refreshes that are on record. */
  readonly isContinued: boolean
}

/** Room for longer tokens, which a refresh may bring. */
const GROWTH = { bytes: 1024, reason: 'longer tokens' }

/** For the login as it is before anything is spent. @throws RefreshError `usage` if a text has no room to grow in its secret */
export function assertFits(target: SecretTarget, login: LoginTexts): void {
  const sentence = secretTexts(target, login)
    .map(text => whyTooLarge(text, GROWTH))
    .find(text => text !== null)
  if (sentence !== undefined) throw new RefreshError('usage', sentence)
}

/**
 * Opens the secrets of a target; no request is made yet. Loads much: call it only if something is to be stored.
 * @param memory what the job knows of the secret for the credentials; kept nowhere unless given
 */
export async function openLoginSecrets(target: SecretTarget, memory?: StoreMemory): Promise<LoginSecrets> {
  const { openSecretStore } = await import('../github-secrets/secret-store.js')
  return new LoginSecrets(target, await openSecretStore(storeTargetOf(target), memory))
}

const WORDS: StoreWords = {
  token: 'github-token',
  apiUrl: 'GITHUB_API_URL',
  otherWriters: 'a new sign-in, or another job',
  cancelled: 'the job was cancelled'
}

function storeTargetOf({ location, credentialsName, accessTokenName, token, apiUrl }: SecretTarget): StoreTarget {
  const plainNames = accessTokenName === null ? [] : [accessTokenName]
  return { location, guardedName: credentialsName, plainNames, token, apiUrl, words: WORDS }
}

/** The secrets of GitHub in which a login is stored. Made by `openLoginSecrets`. */
export class LoginSecrets {
  constructor(
    private readonly target: SecretTarget,
    private readonly secrets: SecretStore
  ) {}

  /**
   * Proves, before anything is spent, that the secrets can be written; they themselves stay as they are. Takes the first
   * look at the one for the credentials.
   * @throws RefreshError `secret-not-writable`, with the permission that is missing; `cancelled`
   */
  async proveWritable(limits: Limits): Promise<void> {
    await beforeSending(this.secrets.proveWritable(limits))
  }

  /**
   * Refuses credentials that are older than what the secret holds by now: to send their refresh token again could revoke
   * the live login. Without a stamp, or a secret for the credentials, there is nothing to compare, and no request.
   * A write of this job is no reason to refuse them if the file goes on from them, with what that write stored.
   * @throws RefreshError `secret-stale`; `secret-not-writable` if GitHub does not say; `cancelled`
   */
  async checkNotStale({ storedAt, isContinued }: Arrival, limits: Limits): Promise<void> {
    const { location, credentialsName: name } = this.target
    if (name === null || storedAt === null || latestWriteMs(storedAt) === null) return
    const lastWrite = await beforeSending(this.secrets.lastWrite(limits))
    if (lastWrite === null) return
    const secret = `${name} of ${describeLocation(location)}`
    const sentence = whyStale(secret, lastWrite.atMs, storedAt)
    if (sentence === null) return
    if (!lastWrite.isOwn) throw new RefreshError('secret-stale', sentence)
    if (!isContinued) throw new RefreshError('secret-stale', renewedBefore(secret))
  }

  /**
   * Stores a login, stamped at each attempt: a write that comes late must not make its own stamp look stale. One secret that
   * fails does not keep the other from being stored. Credentials that somebody else has written since the first look (a new
   * sign-in, another job) stay as they are.
   * @throws RefreshError `secret-write-failed`, with the names of those that were not stored
   */
  async store(login: LoginTexts, limits: Limits): Promise<void> {
    await this.secrets.write(secretTexts(this.target, login), limits)
  }

  /**
   * What a person can store if `store` could not: markdown for the job summary, made without network. Only GitHub can
   * open what is in it. It has no stamp, which would be stale by then.
   * @returns null if all is stored, or GitHub's public key was never fetched
   */
  sealedFallback(login: LoginTexts): string | null {
    const writes = this.secrets.manualWrites(secretTexts(this.target, login))
    return writes.length === 0 ? null : describeManualWrites(writes)
  }
}

/** The texts for the secrets of a target, the credentials first. */
function secretTexts(target: SecretTarget, { credentialsJson, accessToken }: LoginTexts): readonly SecretText[] {
  const { credentialsName, accessTokenName, isBase64 } = target
  return [
    ...(credentialsName === null || credentialsJson === null
      ? []
      : [credentialsText(credentialsName, credentialsJson, isBase64)]),
    ...(accessTokenName === null ? [] : [{ name: accessTokenName, textAt: () => accessToken }])
  ]
}

function credentialsText(name: string, credentialsJson: string, isBase64: boolean): SecretText {
  const { json } = readStamp(credentialsJson)
  const jsonAt = (now: Date | null): string => (now === null ? json : stampedCredentials(json, now))
  return { name, textAt: isBase64 ? now => toBase64(jsonAt(now)) : jsonAt }
}

/** Adds to a cancellation that the refresh token was not sent. */
async function beforeSending<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof RefreshError) || error.reason !== 'cancelled') throw error
    throw new RefreshError('cancelled', `${error.message}; ${NOT_SENT_HERE}`)
  }
}

/** Says what to do if an earlier step of this job has written the secret, and so renewed what came in. */
function renewedBefore(secret: string): string {
  return `an earlier step of this job has renewed the login in the secret ${secret}, and the credentials that came in are older; give this step the same creds as that one, or its output creds-json; ${NOT_SENT_HERE}`
}

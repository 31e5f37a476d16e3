import { latestWriteMs, stampedJson, whyStale } from '../core/credentials/stamp.js'
import type { JsonObject } from '../core/json.js'
import { NOT_SENT, NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import { describeSecret } from '../github-secrets/location.js'
import type { StoreMemory } from '../github-secrets/memory.js'
import type { SecretStore } from '../github-secrets/secret-store.js'
import { whyTooLarge, type SecretText, type StoreWords } from '../github-secrets/target.js'
import type { Limits } from '../github-secrets/retries.js'
import { toBase64 } from './creds-json/base64.js'
import type { SecretResult } from './secret-result.js'
import type { SecretTarget } from './secret-target.js'
import { describeManualWrites } from './store-by-hand.js'

/** The parts of a login that secrets hold. */
export interface LoginToStore {
  /** The whole credentials, stamped or not; null if their secret must stay as it is. */
  readonly document: JsonObject | null
  readonly accessToken: string
}

/** What is known about the credentials in `creds-json`. */
export interface Arrival {
  /** Their stamp; null if they have none. */
  readonly storedAt: string | null
  /** Whether the credentials file holds a newer pair that recorded refreshes have made from them. */
  readonly isContinued: boolean
}

/** Room for longer tokens, which a refresh may bring. */
const GROWTH = { bytes: 1024, reason: 'longer tokens' }

/** Refuses, before the refresh, a login that is so large that longer tokens would not fit into its secrets. */
export function assertFits(target: SecretTarget, login: LoginToStore): void {
  const sentence = secretTexts(target, login)
    .map(text => whyTooLarge(text, GROWTH))
    .find(text => text !== null)
  if (sentence !== undefined) throw new RefreshError('usage', sentence)
}

/** The remedy if a step was given tokens that an earlier step of the job has used up. */
export const USE_NEW_TOKENS = 'Give this step the same `creds` as that step, or its output `creds-json`.'

const WORDS: StoreWords = {
  token: 'github-token',
  newToken: 'Make a new token, and store it in the secret that `github-token` reads',
  nothingDone: NOT_SENT,
  apiUrl: 'GITHUB_API_URL',
  otherWriters: 'a new sign-in, or another job',
  cancelled: 'the job was cancelled'
}

/**
 * Opens the secrets of a target; no request is made yet. Loads large packages: call it only if something will be stored.
 * @param memory what the job knows about the secret for the credentials; by default nothing is known, and nothing is saved
 */
export async function openLoginSecrets(target: SecretTarget, memory?: StoreMemory): Promise<LoginSecrets> {
  const { openSecretStore } = await import('../github-secrets/secret-store.js')
  const { credentialsName: guardedName, accessTokenName } = target
  const plainNames = accessTokenName === null ? [] : [accessTokenName]
  return new LoginSecrets(target, await openSecretStore({ ...target, guardedName, plainNames, words: WORDS }, memory))
}

/** The secrets of GitHub in which a login is stored. Made by `openLoginSecrets`. */
export class LoginSecrets {
  constructor(
    private readonly target: SecretTarget,
    private readonly secrets: SecretStore
  ) {}

  /**
   * Proves, before the refresh token is sent, that the secrets can be written, and leaves them as they are. Takes the first
   * look at the one for the credentials.
   * @throws RefreshError `secret-not-writable`, with the permission that is missing; `cancelled`
   */
  async proveWritable(limits: Limits): Promise<void> {
    await beforeSending(this.secrets.proveWritable(limits))
  }

  /**
   * Refuses credentials that are older than what the secret holds now: sending their refresh token again could revoke the
   * live login. Makes no request if there is no stamp, or no secret for the credentials. If this job wrote the secret, the
   * credentials are accepted if the file holds a pair that was made from them, because that pair is what was stored.
   * @throws RefreshError `secret-stale`; `secret-not-writable` if GitHub does not say when the secret was written;
   * `cancelled`
   */
  async checkNotStale({ storedAt, isContinued }: Arrival, limits: Limits): Promise<void> {
    const { location, credentialsName: name } = this.target
    if (name === null || storedAt === null || latestWriteMs(storedAt) === null) return
    const lastWrite = await beforeSending(this.secrets.lastWrite(limits))
    if (lastWrite === null) return
    const secret = describeSecret(name, location)
    const sentence = whyStale(secret, lastWrite.atMs, storedAt)
    if (sentence === null) return
    if (!lastWrite.isOwn) throw new RefreshError('secret-stale', sentence)
    if (isContinued) return
    const renewed = `an earlier step of this job has refreshed the login in the secret ${secret}, and creds-json still has the old tokens; ${NOT_SENT_HERE}`
    throw new RefreshError('secret-stale', renewed, USE_NEW_TOKENS)
  }

  /**
   * Stores a login, with a new stamp at each attempt: a late write would make an earlier stamp look stale. If one secret
   * fails, the other is still stored. Credentials that somebody else has written since the first look (a new sign-in, another
   * job) stay as they are.
   * @throws RefreshError `secret-write-failed`, with the names of those that were not stored
   */
  async store(login: LoginToStore, limits: Limits): Promise<void> {
    await this.secrets.write(secretTexts(this.target, login), limits)
  }

  /** What was done with each secret of the target so far. @param login what was to be stored; null if nothing was */
  results(login: LoginToStore | null): readonly SecretResult[] {
    const { location, credentialsName, accessTokenName } = this.target
    const of = (name: string | null, content: SecretResult['content']): readonly SecretResult[] => {
      if (name === null) return []
      const isKept = login !== null && login.document === null && content === 'credentials'
      const state = this.secrets.hasStored(name) ? 'stored' : isKept ? 'unchanged' : 'not-stored'
      return [{ name, location, content, state }]
    }
    return [...of(credentialsName, 'credentials'), ...of(accessTokenName, 'access token')]
  }

  /**
   * What a person can store if `store` failed: markdown for the job summary, made without network. Only GitHub can open the
   * texts in it. They have no stamp, which would be stale when they are stored.
   * @returns null if all is stored, or GitHub's public key was never fetched
   */
  sealedFallback(login: LoginToStore): string | null {
    const writes = this.secrets.manualWrites(secretTexts(this.target, login))
    return writes.length === 0 ? null : describeManualWrites(writes)
  }
}

/** The texts for the secrets of a target, the credentials first. */
function secretTexts(
  { credentialsName, accessTokenName, isBase64 }: SecretTarget,
  { document, accessToken }: LoginToStore
): readonly SecretText[] {
  const texts: SecretText[] = []
  if (credentialsName !== null && document !== null) {
    const jsonAt = (now: Date | null): string => stampedJson(document, now)
    texts.push({ name: credentialsName, textAt: isBase64 ? now => toBase64(jsonAt(now)) : jsonAt })
  }
  if (accessTokenName !== null) texts.push({ name: accessTokenName, textAt: () => accessToken })
  return texts
}

/** Adds to the message of a cancellation that the refresh token was not sent. */
async function beforeSending<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof RefreshError) || error.reason !== 'cancelled') throw error
    throw new RefreshError('cancelled', `${error.message}; ${NOT_SENT_HERE}`)
  }
}

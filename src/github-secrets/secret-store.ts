import { NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import { NO_MEMORY, Overtaken, SecretAccess, type StoreMemory } from './access.js'
import { ApiFailure } from './api-failure.js'
import { connect, type Api } from './api.js'
import { diagnose } from './diagnose.js'
import { describeFallback } from './manual-fallback.js'
import { secretTexts, tooLarge, type LoginTexts, type SecretText } from '../action/login-secrets.js'
import { Patience, type Limits } from './retry.js'
import { describePlace } from './place.js'
import { probe } from './probe.js'
import type { SecretReading } from './read-secret.js'
import { readySodium, seal } from './seal.js'
import { latestWriteMs, renewedBefore, stalenessOf } from './staleness.js'
import type { SecretTarget } from './target.js'

/** Credentials as they came in. */
export interface Arrival {
  /** As `readStamp` found it in them. */
  readonly storedAt: string | null
  /** Whether the file for them holds what has become of them by refreshes that are on record. */
  readonly isContinued: boolean
}

/** How often a request is made before anything is spent: who only asks should hear soon. */
const MOST_TRIES_TO_PROVE = 3

/**
 * Opens the way to the secrets of a target; no request is made yet. Loads much: import it where it is asked for.
 * @param memory what the job knows of the secret for the credentials; kept nowhere unless given
 */
export async function openSecretStore(target: SecretTarget, memory: StoreMemory = NO_MEMORY): Promise<SecretStore> {
  await readySodium()
  return new SecretStore(target, connect(target), memory)
}

/** The secrets that a target names. Made by `openSecretStore`. */
export class SecretStore {
  readonly #access: SecretAccess
  readonly #stored = new Set<string>()
  /** When somebody else wrote a secret that was therefore not stored, by its name. */
  readonly #overtaken = new Map<string, number>()

  constructor(
    private readonly target: SecretTarget,
    private readonly api: Api,
    memory: StoreMemory
  ) {
    this.#access = new SecretAccess(target.place, api, memory)
  }

  /**
   * Proves, before anything is spent, that the secrets can be written; the secrets themselves stay as they are. Takes the
   * first look at the one for the credentials.
   * @throws RefreshError `secret-not-writable`, with the permission that is missing; `cancelled`
   */
  async proveWritable(limits: Limits): Promise<void> {
    const { credentialsName, accessTokenName, place } = this.target
    const patience = new Patience(limits, MOST_TRIES_TO_PROVE)
    await this.#ask(limits, async () => {
      const { key } = this.#access
      if (credentialsName !== null && !this.#access.hasRead(credentialsName)) {
        await patience.try(signal => this.#access.lookAtLogin(credentialsName, signal))
      }
      await patience.try(signal => key.current(signal))
      if (accessTokenName !== null) await patience.try(signal => this.#access.readVisibility(accessTokenName, signal))
      await probe({ place, key, api: this.api }, patience)
    })
  }

  /**
   * Refuses credentials that are older than what the secret holds by now: to send their refresh token again could revoke
   * the live login. Without a stamp, or a secret for the credentials, there is nothing to compare, and no request.
   * A write of this job is no reason to refuse them if the file goes on from them, with what that write stored.
   * @throws RefreshError `secret-stale`; `secret-not-writable` if GitHub does not tell; `cancelled`
   */
  async checkNotStale({ storedAt, isContinued }: Arrival, limits: Limits): Promise<void> {
    const { place, credentialsName: name } = this.target
    if (name === null || storedAt === null || latestWriteMs(storedAt) === null) return
    const patience = new Patience(limits, MOST_TRIES_TO_PROVE)
    const look = (): Promise<SecretReading> => patience.try(signal => this.#access.lookAtLogin(name, signal))
    const { updatedAtMs } = await this.#ask(limits, look)
    const sentence = stalenessOf({ place, name }, updatedAtMs, storedAt)
    if (sentence === null) return
    if (updatedAtMs === null || !this.#access.isOwn(updatedAtMs)) throw new RefreshError('secret-stale', sentence)
    if (!isContinued) throw new RefreshError('secret-stale', renewedBefore({ place, name }))
  }

  /**
   * Stores a login in the secrets, stamped at each attempt: a write that comes late must not make its own stamp look
   * stale. One that fails does not keep the other from being stored. Credentials that somebody else has written since the
   * first look (a new sign-in, another job) stay as they are.
   * @throws RefreshError `secret-write-failed`, with the names of those that were not stored
   */
  async store(login: LoginTexts, limits: Limits): Promise<void> {
    const patience = new Patience(limits)
    const failures: string[] = []
    for (const text of secretTexts(this.target, login)) {
      const failure = tooLarge(text) ?? (await this.#put(text, patience))
      if (failure === null) this.#stored.add(text.name)
      else failures.push(`${text.name} of ${describePlace(this.target.place)} was not stored: ${failure}`)
    }
    if (failures.length > 0) throw new RefreshError('secret-write-failed', failures.join('; '))
  }

  /**
   * What a person can store if `store` could not: markdown for the job summary, made without network. Only GitHub can
   * open what is in it. It has no stamp, which would be stale by then.
   * @returns null if all is stored, or GitHub's public key was never fetched
   */
  sealedFallback(login: LoginTexts): string | null {
    const key = this.#access.key.last
    const waiting = secretTexts(this.target, login).filter(({ name }) => !this.#stored.has(name))
    if (key === null || waiting.length === 0) return null
    const secrets = waiting.map(({ name, textAt }) => ({
      name,
      sealed: seal(textAt(null), key),
      visibility: this.#access.visibilityOf(name),
      overtakenAtMs: this.#overtaken.get(name) ?? null
    }))
    return describeFallback(secrets, this.target)
  }

  /** What GitHub answers, or the reason why it does not. @throws RefreshError */
  async #ask<T>(limits: Limits, question: () => Promise<T>): Promise<T> {
    try {
      return await question()
    } catch (error) {
      if (limits.signal?.aborted === true)
        throw new RefreshError('cancelled', `the job was cancelled; ${NOT_SENT_HERE}`)
      if (!(error instanceof ApiFailure)) throw error
      const where = describePlace(this.target.place)
      const why = await diagnose(error, this.target, this.api)
      throw new RefreshError('secret-not-writable', `the secrets of ${where} cannot be written: ${why}`)
    }
  }

  /** Why one secret was not stored, in a clause; null if it was. */
  async #put(text: SecretText, patience: Patience): Promise<string | null> {
    try {
      await patience.try(signal => this.#access.put(text, signal))
      return null
    } catch (error) {
      if (error instanceof Overtaken) {
        this.#overtaken.set(text.name, error.writtenAtMs)
        return error.message
      }
      if (error instanceof ApiFailure) return diagnose(error, this.target, this.api)
      throw error
    }
  }
}

import { RefreshError } from '../../refresh/reasons.js'
import { ApiFailure } from './api-failure.js'
import { connect, type Api } from './api.js'
import { diagnose } from './diagnose.js'
import { describeFallback } from './fallback.js'
import { secretTexts, tooLarge, type LoginTexts, type SecretText } from './login-texts.js'
import { Patience, type Limits } from './patience.js'
import { describePlace, secretsPath } from './place.js'
import { probe } from './probe.js'
import { fetchPublicKey, type FetchedKey } from './public-key.js'
import { readySodium, seal } from './seal.js'
import { findStaleness } from './staleness.js'
import type { SecretTarget } from './target.js'
import { newVisibility, readVisibility, type Visibility } from './visibility.js'
import { assertWritten } from './written.js'

/** How often a request is made before anything is spent: who only asks should hear soon. */
const MOST_TRIES_TO_PROVE = 3

/** Opens the way to the secrets of a target; no request is made yet. Loads much: import it where it is asked for. */
export async function openSecretStore(target: SecretTarget): Promise<SecretStore> {
  await readySodium()
  return new SecretStore(target, connect(target))
}

/** The secrets that a target names. Made by `openSecretStore`. */
export class SecretStore {
  #key: FetchedKey | null = null
  readonly #visibilities = new Map<string, Visibility>()
  readonly #stored = new Set<string>()

  constructor(
    private readonly target: SecretTarget,
    private readonly api: Api
  ) {}

  /**
   * Proves, before anything is spent, that the secrets can be written; the secrets themselves stay as they are.
   * @throws RefreshError `secret-not-writable`, with the permission that is missing; `cancelled`
   */
  async proveWritable(limits: Limits): Promise<void> {
    const { target, api } = this
    const patience = new Patience(limits, MOST_TRIES_TO_PROVE)
    await this.#ask(limits, async () => {
      const key = await patience.try(signal => this.#fetchKey(signal))
      const names = [target.credentialsName, target.accessTokenName].filter(name => name !== null)
      for (const name of names) await patience.try(signal => this.#readVisibility(name, signal))
      await probe({ place: target.place, key, api }, patience)
    })
  }

  /**
   * Refuses credentials that are older than what the secret holds by now: to send their refresh token again could revoke
   * the live login. Without a stamp, or a secret for the credentials, there is nothing to compare, and no request.
   * @param storedAt as `readStamp` found it in the credentials that came in
   * @throws RefreshError `secret-stale`; `secret-not-writable` where GitHub does not tell; `cancelled`
   */
  async checkNotStale(storedAt: string | null, limits: Limits): Promise<void> {
    const { target, api } = this
    const name = target.credentialsName
    if (name === null || storedAt === null || Number.isNaN(Date.parse(storedAt))) return
    const at = { place: target.place, name, storedAtMs: Date.parse(storedAt) }
    const patience = new Patience(limits, MOST_TRIES_TO_PROVE)
    const sentence = await this.#ask(limits, () => patience.try(signal => findStaleness(at, api, signal)))
    if (sentence !== null) throw new RefreshError('secret-stale', sentence)
  }

  /**
   * Stores a login in the secrets, stamped at each attempt: a write that comes late must not make its own stamp look
   * stale. One that fails does not keep the other from being stored.
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
   * What a person can store where `store` could not: markdown for the job summary, made without network. Only GitHub can
   * open what is in it. It has no stamp, which would be stale by then.
   * @returns null where all is stored, or where GitHub's public key was never fetched
   */
  sealedFallback(login: LoginTexts): string | null {
    const key = this.#key
    const waiting = secretTexts(this.target, login).filter(({ name }) => !this.#stored.has(name))
    if (key === null || waiting.length === 0) return null
    const secrets = waiting.map(({ name, textAt }) => ({
      name,
      sealed: seal(textAt(null), key),
      visibility: this.#visibilities.get(name) ?? newVisibility(this.target.place)
    }))
    return describeFallback(secrets, this.target)
  }

  /** What GitHub answers, or the reason why it does not. @throws RefreshError */
  async #ask<T>(limits: Limits, question: () => Promise<T>): Promise<T> {
    try {
      return await question()
    } catch (error) {
      if (limits.signal?.aborted === true)
        throw new RefreshError('cancelled', 'the job was cancelled; nothing was sent')
      if (!(error instanceof ApiFailure)) throw error
      const where = describePlace(this.target.place)
      const why = await diagnose(error, this.target, this.api)
      throw new RefreshError('secret-not-writable', `the secrets of ${where} cannot be written: ${why}`)
    }
  }

  /** Why one secret was not stored, in a clause; null where it was. */
  async #put(text: SecretText, patience: Patience): Promise<string | null> {
    try {
      await patience.try(signal => this.#putOnce(text, signal))
      return null
    } catch (error) {
      if (error instanceof ApiFailure) return diagnose(error, this.target, this.api)
      throw error
    }
  }

  async #putOnce({ name, textAt }: SecretText, signal: AbortSignal): Promise<void> {
    const key = this.#key ?? (await this.#fetchKey(signal))
    const visibility = await this.#readVisibility(name, signal)
    const sealed = seal(textAt(new Date(Date.now() + key.clockAheadMs)), key)
    const path = `${secretsPath(this.target.place)}/${name}`
    assertWritten(await this.api({ method: 'PUT', path, parameters: { ...sealed, ...visibility }, signal }))
  }

  async #fetchKey(signal: AbortSignal): Promise<FetchedKey> {
    this.#key = await fetchPublicKey(this.target.place, this.api, signal)
    return this.#key
  }

  async #readVisibility(name: string, signal: AbortSignal): Promise<Visibility> {
    const visibility = await readVisibility({ place: this.target.place, name }, this.api, signal)
    this.#visibilities.set(name, visibility)
    return visibility
  }
}

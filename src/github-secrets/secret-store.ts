import { RefreshError } from '../core/reasons.js'
import { utcMinute } from '../core/times.js'
import { ApiFailure } from './api-failure.js'
import { connect, type Api } from './api.js'
import { createIfMissing } from './environment.js'
import { explainFailure } from './explain-failure.js'
import { describeSecret, describeSecrets, type SecretLocation } from './location.js'
import { NO_MEMORY, type StoreMemory } from './memory.js'
import { Overtaken } from './own-writes.js'
import { placesWithout } from './places-without.js'
import { readySodium } from './seal.js'
import { SecretRequests } from './secret-requests.js'
import { whyTooLarge, type SecretText, type StoreTarget } from './target.js'
import { TimeBudget, type Limits } from './retries.js'

/** When a secret was last written. */
export interface LastWrite {
  /** In milliseconds since 1970 by GitHub's clock, in whole seconds. */
  readonly atMs: number
  /** Whether this job wrote it. */
  readonly isOwn: boolean
}

/** A text that could not be stored, for a person to store. */
export interface ManualWrite {
  readonly name: string
  /** A command for a shell with `gh`. Only GitHub can open the text in it. */
  readonly command: string
  /** When somebody else wrote the secret, in milliseconds since 1970; null if nobody did, as far as is known. */
  readonly overtakenAtMs: number | null
}

/** The most tries for each request before anything is written: few, so that a failure is reported soon. */
const MAX_TRIES = 3
/** The time limit for removing the probe, in milliseconds, even if the time for the rest is up. */
const REMOVAL_LIMIT_MS = 10_000
/** The same from a cancel on: the outputs must be set before the runner kills the step, 7.5 s or 10 s after it. */
const CANCELLED_REMOVAL_LIMIT_MS = 3_000
/** The most time for the plain secrets, in milliseconds, however long the guarded one, which comes first, may take. */
const PLAIN_LIMIT_MS = 300_000

/**
 * Opens the secrets of a target; no request is made yet. Loads large packages: import this file only when it is needed.
 * @param memory what the job knows of these secrets; by default nothing, and nothing is kept
 */
export async function openSecretStore(target: StoreTarget, memory: StoreMemory = NO_MEMORY): Promise<SecretStore> {
  await readySodium()
  return new SecretStore(target, connect(target), memory)
}

/** The secrets of a target. Made by `openSecretStore`. */
export class SecretStore {
  readonly #access: SecretRequests
  readonly #stored = new Set<string>()
  /** When somebody else wrote a secret that was therefore not stored, by its name. */
  readonly #overtaken = new Map<string, number>()

  constructor(
    private readonly target: StoreTarget,
    private readonly api: Api,
    memory: StoreMemory
  ) {
    this.#access = new SecretRequests(target, api, memory)
  }

  /**
   * Creates the environment that holds the secrets if it does not exist. An existing one is never changed.
   * @returns whether it was created; false also for a location that is no environment
   * @throws RefreshError `secret-not-writable`, with the permission that is missing; `cancelled`
   */
  async createMissingEnvironment(limits: Limits): Promise<boolean> {
    const { location } = this.target
    if (location.kind !== 'environment') return false
    const means = { key: this.#access.key, api: this.api, budget: new TimeBudget(limits, MAX_TRIES) }
    return this.#ask(limits, () => createIfMissing(location, means))
  }

  /**
   * Proves that the secrets can be written, and leaves them as they are: a probe is written and removed, since reading the
   * public key needs no right to write. Takes the first look at the guarded secret.
   * @throws RefreshError `secret-not-writable`, with the permission that is missing; `cancelled`
   */
  async proveWritable(limits: Limits): Promise<void> {
    const { guardedName, plainNames } = this.target
    const access = this.#access
    const budget = new TimeBudget(limits, MAX_TRIES)
    await this.#ask(limits, async () => {
      if (guardedName !== null && !access.hasLooked) {
        await budget.retry(signal => access.lookAtGuarded(guardedName, signal))
      }
      await budget.retry(signal => access.key.current(signal))
      for (const name of plainNames) await budget.retry(signal => access.readVisibility(name, signal))
      await this.#probe(budget, limits)
    })
  }

  async #probe(budget: TimeBudget, limits: Limits): Promise<void> {
    const probe = { mayExist: false }
    const put = async (signal: AbortSignal): Promise<void> => {
      try {
        await this.#access.putProbe(signal)
      } catch (error) {
        if (!(error instanceof ApiFailure) || !error.isRefusal) probe.mayExist = true
        throw error
      }
    }
    try {
      await budget.retry(put)
    } catch (error) {
      if (probe.mayExist) await this.#removeProbe(limits).catch(() => undefined) // the first failure is reported
      throw error
    }
    await this.#removeProbe(limits)
  }

  /** @throws ApiFailure; a cancel does not end it, but soon makes it late */
  async #removeProbe(limits: Limits): Promise<void> {
    const late = new AbortController()
    const onCancel = (): void => {
      setTimeout(() => {
        late.abort()
      }, CANCELLED_REMOVAL_LIMIT_MS).unref()
    }
    if (limits.signal?.aborted === true) onCancel()
    else limits.signal?.addEventListener('abort', onCancel, { once: true })
    const budget = new TimeBudget({ ...limits, limitMs: REMOVAL_LIMIT_MS, signal: late.signal }, MAX_TRIES)
    try {
      await budget.retry(signal => this.#access.removeProbe(signal))
    } finally {
      limits.signal?.removeEventListener('abort', onCancel)
    }
  }

  /**
   * When the guarded secret was last written; null if it does not exist, or the target has none. Takes the first look at it.
   * @throws RefreshError `secret-not-writable` if GitHub does not say; `cancelled`
   */
  async lastWrite(limits: Limits): Promise<LastWrite | null> {
    const { guardedName } = this.target
    if (guardedName === null) return null
    const look = (signal: AbortSignal) => this.#access.lookAtGuarded(guardedName, signal)
    const { updatedAtMs } = await this.#ask(limits, () => new TimeBudget(limits, MAX_TRIES).retry(look))
    return updatedAtMs === null ? null : { atMs: updatedAtMs, isOwn: this.#access.ownWrites.includes(updatedAtMs) }
  }

  /**
   * Writes texts to their secrets. If one fails, the others are still stored. The guarded secret stays as it is if somebody
   * else has written it since the first look.
   * @throws RefreshError `secret-write-failed`, with the names of those that were not stored
   */
  async write(texts: readonly SecretText[], limits: Limits): Promise<void> {
    const budget = new TimeBudget(limits)
    const failures: string[] = []
    for (const text of texts) {
      if (text.name !== this.target.guardedName) budget.shorten(PLAIN_LIMIT_MS)
      const failure = whyTooLarge(text) ?? (await this.#put(text, budget))
      if (failure === null) this.#stored.add(text.name)
      else failures.push(`${describeSecret(text.name, this.target.location)} was not stored: ${failure}`)
    }
    if (failures.length > 0) throw new RefreshError('secret-write-failed', failures.join('; '))
  }

  /** Whether `write` has stored a secret. */
  hasStored(name: string): boolean {
    return this.#stored.has(name)
  }

  /** The places that lack another secret, although a job that reads these secrets would look there, as far as GitHub says. Never throws. */
  placesWithout(name: string, limitMs: number): Promise<readonly SecretLocation[]> {
    const signal = AbortSignal.timeout(limitMs)
    return placesWithout(name, { location: this.target.location, api: this.api, signal })
  }

  /**
   * The texts that `write` has not stored, as commands for a person. Makes no request.
   * @returns none if all are stored, or if GitHub's public key was never fetched
   */
  manualWrites(texts: readonly SecretText[]): readonly ManualWrite[] {
    return texts.flatMap(text => {
      const { name } = text
      const command = this.#stored.has(name) ? null : this.#access.manualCommand(text)
      return command === null ? [] : [{ name, command, overtakenAtMs: this.#overtaken.get(name) ?? null }]
    })
  }

  /** Makes requests before anything is written. @throws RefreshError that explains a failure */
  async #ask<T>(limits: Limits, requests: () => Promise<T>): Promise<T> {
    try {
      return await requests()
    } catch (error) {
      if (limits.signal?.aborted === true) throw new RefreshError('cancelled', this.target.words.cancelled)
      if (!(error instanceof ApiFailure)) throw error
      const secrets = describeSecrets(this.target.location)
      const { why, remedy } = await explainFailure(error, this.target, this.api)
      const { nothingDone } = this.target.words
      throw new RefreshError(
        'secret-not-writable',
        `the ${secrets} cannot be written: ${why}`,
        `${remedy} ${nothingDone}`
      )
    }
  }

  /** Why one secret was not stored, in a clause; null if it was. */
  async #put(text: SecretText, budget: TimeBudget): Promise<string | null> {
    try {
      await budget.retry(signal => this.#access.put(text, signal))
      return null
    } catch (error) {
      if (error instanceof ApiFailure) return (await explainFailure(error, this.target, this.api)).why
      if (!(error instanceof Overtaken)) throw error
      this.#overtaken.set(text.name, error.writtenAtMs)
      const { otherWriters } = this.target.words
      return `somebody else wrote it at ${utcMinute(error.writtenAtMs)} UTC (${otherWriters}), so it was not overwritten`
    }
  }
}

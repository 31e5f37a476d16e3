import { RefreshError } from '../core/reasons.js'
import { ApiFailure } from './api-failure.js'
import { connect, type Api } from './api.js'
import { explainFailure } from './explain-failure.js'
import { ghCommand } from './gh-command.js'
import { describeLocation } from './location.js'
import { NO_MEMORY, type StoreMemory } from './memory.js'
import { probe } from './probe.js'
import { readySodium, seal } from './seal.js'
import { Overtaken, SecretAccess } from './secret-access.js'
import { whyTooLarge, type SecretText, type StoreTarget } from './target.js'
import { TimeBudget, type Limits } from './time-budget.js'

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
  /** For a shell with `gh`. Only GitHub can open the text in it. */
  readonly command: string
  /** When somebody else wrote the secret, in milliseconds since 1970; null if nobody did, as far as is known. */
  readonly overtakenAtMs: number | null
}

/** How often a request is made at most by those who only ask: they should hear soon. */
const MOST_TRIES_TO_ASK = 3

/**
 * Opens the secrets of a target; no request is made yet. Loads much: import it only when it is needed.
 * @param memory what the job knows of these secrets; kept nowhere unless given
 */
export async function openSecretStore(target: StoreTarget, memory: StoreMemory = NO_MEMORY): Promise<SecretStore> {
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
    private readonly target: StoreTarget,
    private readonly api: Api,
    memory: StoreMemory
  ) {
    this.#access = new SecretAccess(target, api, memory)
  }

  /**
   * Proves that the secrets can be written; they themselves stay as they are. Takes the first look at the guarded one.
   * @throws RefreshError `secret-not-writable`, with the permission that is missing; `cancelled`
   */
  async proveWritable(limits: Limits): Promise<void> {
    const { guardedName, plainNames, location } = this.target
    const { key } = this.#access
    const budget = new TimeBudget(limits, MOST_TRIES_TO_ASK)
    await this.#ask(limits, async () => {
      if (guardedName !== null && !this.#access.hasRead(guardedName)) {
        await budget.retry(signal => this.#access.lookAtGuarded(guardedName, signal))
      }
      await budget.retry(signal => key.current(signal))
      for (const name of plainNames) await budget.retry(signal => this.#access.readVisibility(name, signal))
      await probe({ location, key, api: this.api }, budget)
    })
  }

  /**
   * When the guarded secret was last written; null if it does not exist, or the target names none. Takes the first look at it.
   * @throws RefreshError `secret-not-writable` if GitHub does not say; `cancelled`
   */
  async lastWrite(limits: Limits): Promise<LastWrite | null> {
    const { guardedName } = this.target
    if (guardedName === null) return null
    const budget = new TimeBudget(limits, MOST_TRIES_TO_ASK)
    const { updatedAtMs } = await this.#ask(limits, () =>
      budget.retry(signal => this.#access.lookAtGuarded(guardedName, signal))
    )
    return updatedAtMs === null ? null : { atMs: updatedAtMs, isOwn: this.#access.isOwn(updatedAtMs) }
  }

  /**
   * Writes texts to their secrets. One that fails does not keep the others from being stored. The guarded secret stays as it
   * is if somebody else has written it since the first look.
   * @throws RefreshError `secret-write-failed`, with the names of those that were not stored
   */
  async write(texts: readonly SecretText[], limits: Limits): Promise<void> {
    const budget = new TimeBudget(limits)
    const failures: string[] = []
    for (const text of texts) {
      const failure = whyTooLarge(text) ?? (await this.#put(text, budget))
      if (failure === null) this.#stored.add(text.name)
      else failures.push(`${text.name} of ${describeLocation(this.target.location)} was not stored: ${failure}`)
    }
    if (failures.length > 0) throw new RefreshError('secret-write-failed', failures.join('; '))
  }

  /**
   * Those of the texts that `write` has not stored, as commands for a person; made without network.
   * @returns none if all are stored, or if GitHub's public key was never fetched
   */
  manualWrites(texts: readonly SecretText[]): readonly ManualWrite[] {
    const key = this.#access.key.last
    if (key === null) return []
    return texts
      .filter(({ name }) => !this.#stored.has(name))
      .map(({ name, textAt }) => {
        const unstored = { name, sealed: seal(textAt(null), key), visibility: this.#access.visibilityOf(name) }
        return { name, command: ghCommand(unstored, this.target), overtakenAtMs: this.#overtaken.get(name) ?? null }
      })
  }

  /** What GitHub answers, or the reason why it does not. @throws RefreshError */
  async #ask<T>(limits: Limits, question: () => Promise<T>): Promise<T> {
    try {
      return await question()
    } catch (error) {
      if (limits.signal?.aborted === true) throw new RefreshError('cancelled', this.target.words.cancelled)
      if (!(error instanceof ApiFailure)) throw error
      const where = describeLocation(this.target.location)
      const why = await explainFailure(error, this.target, this.api)
      throw new RefreshError('secret-not-writable', `the secrets of ${where} cannot be written: ${why}`)
    }
  }

  /** Why one secret was not stored, in a clause; null if it was. */
  async #put(text: SecretText, budget: TimeBudget): Promise<string | null> {
    try {
      await budget.retry(signal => this.#access.put(text, signal))
      return null
    } catch (error) {
      if (error instanceof Overtaken) {
        this.#overtaken.set(text.name, error.writtenAtMs)
        return error.message
      }
      if (error instanceof ApiFailure) return explainFailure(error, this.target, this.api)
      throw error
    }
  }
}

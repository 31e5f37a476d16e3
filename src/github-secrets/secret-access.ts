import type { JsonObject } from '../core/json.js'
import { utcMinute } from '../core/times.js'
import { ApiFailure } from './api-failure.js'
import { assertWritten, type Api } from './api.js'
import { secretsPath } from './location.js'
import type { PublicKey, StoreMemory, Visibility } from './memory.js'
import { OwnWrites } from './own-writes.js'
import { newVisibility, readSecret, readVisibility, type SecretAt, type SecretReading } from './read-secret.js'
import { LocationKey, seal } from './seal.js'
import type { SecretText, StoreTarget } from './target.js'

/** Somebody else has written the guarded secret since the first look. The message is a clause for people. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'

  /**
   * @param writtenAtMs when that was, in milliseconds since 1970
   * @param otherWriters who that may have been
   */
  constructor(
    readonly writtenAtMs: number,
    otherWriters: string
  ) {
    super(`somebody else wrote it at ${utcMinute(writtenAtMs)} UTC (${otherWriters}), so it stays as it is`)
  }
}

/** The requests that read and write the secrets of a target, each made once. */
export class SecretAccess {
  readonly key: LocationKey
  readonly #ownWrites: OwnWrites
  readonly #visibilities: Map<string, Visibility>
  readonly #read = new Set<string>()

  constructor(
    private readonly target: StoreTarget,
    private readonly api: Api,
    private readonly memory: StoreMemory
  ) {
    this.#visibilities = new Map(memory.visibilities)
    this.key = new LocationKey(target.location, api, memory)
    this.#ownWrites = new OwnWrites(memory)
  }

  /** Whether this process has read a secret. */
  hasRead(name: string): boolean {
    return this.#read.has(name)
  }

  /** Whether a date of the guarded secret is that of a write of this job. */
  isOwn(updatedAtMs: number): boolean {
    return this.#ownWrites.includes(updatedAtMs)
  }

  /** Who may read a secret, as last read; as for a new one, if it never was. */
  visibilityOf(name: string): Visibility {
    return this.#visibilities.get(name) ?? newVisibility(this.target.location)
  }

  /** Reads the guarded secret. The first time in a job is its first look. @throws ApiFailure */
  async lookAtGuarded(name: string, signal: AbortSignal): Promise<SecretReading> {
    const reading = await readSecret(this.#at(name), this.api, signal)
    await this.#keepVisibility(name, reading.secret, signal)
    this.#ownWrites.look(reading.updatedAtMs)
    return reading
  }

  /** Reads what a PUT of a plain secret has to repeat. @throws ApiFailure */
  async readVisibility(name: string, signal: AbortSignal): Promise<void> {
    if (this.target.location.kind !== 'organization') return
    const { secret } = await readSecret(this.#at(name), this.api, signal)
    await this.#keepVisibility(name, secret, signal)
  }

  /** Writes a secret, once; the guarded one only if nobody else has meanwhile. @throws ApiFailure @throws Overtaken */
  async put(text: SecretText, signal: AbortSignal): Promise<void> {
    const isGuarded = text.name === this.target.guardedName
    await this.key.whileCurrent(signal, key =>
      isGuarded ? this.#putGuarded(text, key, signal) : this.#putPlain(text, key, signal)
    )
  }

  async #putGuarded({ name, textAt }: SecretText, key: PublicKey, signal: AbortSignal): Promise<void> {
    const before = await this.lookAtGuarded(name, signal)
    const { updatedAtMs, clock } = before
    if (updatedAtMs !== null && this.#ownWrites.isOvertaken(updatedAtMs)) {
      throw new Overtaken(updatedAtMs, this.target.words.otherWriters)
    }
    const request = (): Promise<number | null> => {
      const text = textAt(new Date(Date.now() + clock.aheadMs)) // by the clock that dates the secret
      return this.#write({ name, text }, key, signal)
    }
    await this.#ownWrites.write({ before, request, readBack: () => this.#readBack(name, signal) })
  }

  async #putPlain({ name, textAt }: SecretText, key: PublicKey, signal: AbortSignal): Promise<void> {
    await this.readVisibility(name, signal)
    await this.#write({ name, text: textAt(null) }, key, signal)
  }

  /** @returns the date of the answer */
  async #write(
    { name, text }: { name: string; text: string },
    key: PublicKey,
    signal: AbortSignal
  ): Promise<number | null> {
    const parameters = { ...seal(text, key), ...this.visibilityOf(name) }
    const path = `${secretsPath(this.target.location)}/${name}`
    const answer = await this.api({ method: 'PUT', path, parameters, signal })
    assertWritten(answer)
    return answer.dateMs
  }

  /** Null if it cannot be read: the write itself does not fail for that. */
  async #readBack(name: string, signal: AbortSignal): Promise<SecretReading | null> {
    const signals = AbortSignal.any([signal, AbortSignal.timeout(READ_BACK_LIMIT_MS)])
    try {
      return await readSecret(this.#at(name), this.api, signals)
    } catch (error) {
      if (error instanceof ApiFailure) return null
      throw error
    }
  }

  async #keepVisibility(name: string, secret: JsonObject | null, signal: AbortSignal): Promise<void> {
    const visibility = await readVisibility(this.#at(name), secret, this.api, signal)
    this.#read.add(name)
    this.#visibilities.set(name, visibility)
    if (this.target.location.kind === 'organization') this.memory.saveVisibilities(this.#visibilities)
  }

  #at(name: string): SecretAt {
    return { location: this.target.location, name }
  }
}

/** For reading a secret right after a write, in milliseconds. */
const READ_BACK_LIMIT_MS = 5_000

import type { JsonObject } from '../core/json.js'
import { utcMinute } from '../core/times.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import type { SecretText } from '../action/login-secrets.js'
import { secretsPath, type SecretPlace } from './place.js'
import { PlaceKey, type KeyMemory } from './public-key.js'
import { readSecret, type SecretReading } from './read-secret.js'
import { seal, type PublicKey } from './seal.js'
import { newVisibility, readVisibility, type Visibility, type VisibilityMemory } from './visibility.js'
import type { SightMemory } from './sight.js'
import { SecretWatch } from './watch.js'
import { assertWritten } from './written.js'

/** Somebody else has written the secret since the first look. The message is a clause for people. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'

  /** @param writtenAtMs when that was, in milliseconds since 1970 */
  constructor(readonly writtenAtMs: number) {
    super(
      `somebody else wrote it at ${utcMinute(writtenAtMs)} UTC (a new sign-in, or another job), so it stays as it is`
    )
  }
}

/** What earlier runs of the job know. */
export type StoreMemory = SightMemory & KeyMemory & VisibilityMemory

/** Keeps nothing. */
export const NO_MEMORY: StoreMemory = {
  sight: null,
  save: () => undefined,
  key: null,
  saveKey: () => undefined,
  visibilities: new Map(),
  saveVisibilities: () => undefined
}

/** The requests that read and write the secrets of one place. */
export class SecretAccess {
  readonly key: PlaceKey
  readonly #watch: SecretWatch
  readonly #visibilities: Map<string, Visibility>
  readonly #read = new Set<string>()

  constructor(
    private readonly place: SecretPlace,
    private readonly api: Api,
    private readonly memory: StoreMemory
  ) {
    this.#visibilities = new Map(memory.visibilities)
    this.key = new PlaceKey(place, api, memory)
    this.#watch = new SecretWatch(memory)
  }

  /** Whether this process has read a secret. */
  hasRead(name: string): boolean {
    return this.#read.has(name)
  }

  /** Whether the date of the secret for the credentials is that of a write of this job. */
  isOwn(updatedAtMs: number): boolean {
    return this.#watch.isOwn(updatedAtMs)
  }

  /** Who may read a secret, as it was last read; as of a new one, if it never was. */
  visibilityOf(name: string): Visibility {
    return this.#visibilities.get(name) ?? newVisibility(this.place)
  }

  /**
   * Reads the secret for the credentials. The first time in a job is its first look.
   * @throws ApiFailure
   */
  async lookAtLogin(name: string, signal: AbortSignal): Promise<SecretReading> {
    const reading = await readSecret({ place: this.place, name }, this.api, signal)
    await this.#keepVisibility(name, reading.secret, signal)
    this.#watch.look(reading.updatedAtMs)
    return reading
  }

  /** Reads what a PUT of any other secret has to say anew. @throws ApiFailure */
  async readVisibility(name: string, signal: AbortSignal): Promise<void> {
    if (this.place.kind !== 'organization') return
    const { secret } = await readSecret({ place: this.place, name }, this.api, signal)
    await this.#keepVisibility(name, secret, signal)
  }

  /** Writes a secret, once; the credentials only if nobody else has meanwhile. @throws ApiFailure @throws Overtaken */
  async put(text: SecretText, signal: AbortSignal): Promise<void> {
    await this.key.whileCurrent(signal, key =>
      text.isLogin ? this.#putLogin(text, key, signal) : this.#putOther(text, key, signal)
    )
  }

  async #putLogin({ name, textAt }: SecretText, key: PublicKey, signal: AbortSignal): Promise<void> {
    const before = await this.lookAtLogin(name, signal)
    const { updatedAtMs, clock } = before
    if (updatedAtMs !== null && this.#watch.isOvertaken(updatedAtMs)) throw new Overtaken(updatedAtMs)
    const request = (): Promise<number | null> => {
      const text = textAt(new Date(Date.now() + clock.aheadMs)) // by the clock that dates the secret
      return this.#write({ name, text }, key, signal)
    }
    await this.#watch.write({ before, request, readBack: () => this.#readBack(name, signal) })
  }

  async #putOther({ name, textAt }: SecretText, key: PublicKey, signal: AbortSignal): Promise<void> {
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
    const path = `${secretsPath(this.place)}/${name}`
    const answer = await this.api({ method: 'PUT', path, parameters, signal })
    assertWritten(answer)
    return answer.dateMs
  }

  /** What has become of the write does not hang on this. */
  async #readBack(name: string, signal: AbortSignal): Promise<SecretReading | null> {
    const signals = AbortSignal.any([signal, AbortSignal.timeout(READ_BACK_LIMIT_MS)])
    try {
      return await readSecret({ place: this.place, name }, this.api, signals)
    } catch (error) {
      if (error instanceof ApiFailure) return null
      throw error
    }
  }

  async #keepVisibility(name: string, secret: JsonObject | null, signal: AbortSignal): Promise<void> {
    const visibility = await readVisibility({ place: this.place, name }, secret, this.api, signal)
    this.#read.add(name)
    this.#visibilities.set(name, visibility)
    if (this.place.kind === 'organization') this.memory.saveVisibilities(this.#visibilities)
  }
}

/** To read a secret right after a write, no more time than this. */
const READ_BACK_LIMIT_MS = 5_000

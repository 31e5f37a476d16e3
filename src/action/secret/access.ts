import type { JsonObject } from '../../refresh/json.js'
import { utcMinute } from '../../refresh/times.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import type { SecretText } from './login-texts.js'
import { secretsPath, type SecretPlace } from './place.js'
import { PlaceKey, type FetchedKey } from './public-key.js'
import { readSecret, updatedAtMsOf } from './read-secret.js'
import { seal } from './seal.js'
import { SecretWatch, type SightMemory } from './sight.js'
import { newVisibility, readVisibility, type Visibility } from './visibility.js'
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

/** The requests that read and write the secrets of one place. */
export class SecretAccess {
  readonly key: PlaceKey
  readonly #watch: SecretWatch
  readonly #visibilities = new Map<string, Visibility>()

  constructor(
    private readonly place: SecretPlace,
    private readonly api: Api,
    memory: SightMemory
  ) {
    this.key = new PlaceKey(place, api)
    this.#watch = new SecretWatch(memory)
  }

  /** Whether this run has taken its first look at the secret for the credentials. */
  get hasLooked(): boolean {
    return this.#watch.hasLooked
  }

  /** Who may read a secret, as it was last read; as of a new one, if it never was. */
  visibilityOf(name: string): Visibility {
    return this.#visibilities.get(name) ?? newVisibility(this.place)
  }

  /**
   * Reads when the secret for the credentials was last written, in milliseconds since 1970; null if it is not there. The
   * first time is this run's first look.
   * @throws ApiFailure
   */
  async lookAtLogin(name: string, signal: AbortSignal): Promise<number | null> {
    const secret = await readSecret({ place: this.place, name }, this.api, signal)
    const updatedAtMs = updatedAtMsOf(secret)
    await this.#keepVisibility(name, secret, signal)
    this.#watch.look(updatedAtMs)
    return updatedAtMs
  }

  /** Reads what a PUT of any other secret has to say anew. @throws ApiFailure */
  async readVisibility(name: string, signal: AbortSignal): Promise<void> {
    if (this.place.kind !== 'organization') return
    await this.#keepVisibility(name, await readSecret({ place: this.place, name }, this.api, signal), signal)
  }

  /** Writes a secret, once; the credentials only if nobody else has meanwhile. @throws ApiFailure @throws Overtaken */
  async put(text: SecretText, signal: AbortSignal): Promise<void> {
    const { name, isLogin } = text
    await this.key.whileCurrent(signal, key =>
      isLogin ? this.#putLogin(text, key, signal) : this.#putOther(text, key, signal)
    )
    if (isLogin) await this.#confirm(name, signal)
  }

  async #putLogin(text: SecretText, key: FetchedKey, signal: AbortSignal): Promise<void> {
    const updatedAtMs = await this.lookAtLogin(text.name, signal)
    if (updatedAtMs !== null && this.#watch.isOvertaken(updatedAtMs)) throw new Overtaken(updatedAtMs)
    await this.#watch.write(key.clockAheadMs, () => this.#write(text, key, signal))
  }

  async #putOther(text: SecretText, key: FetchedKey, signal: AbortSignal): Promise<void> {
    await this.readVisibility(text.name, signal)
    await this.#write(text, key, signal)
  }

  async #write({ name, textAt }: SecretText, key: FetchedKey, signal: AbortSignal): Promise<void> {
    const sealed = seal(textAt(new Date(Date.now() + key.clockAheadMs)), key)
    const parameters = { ...sealed, ...this.visibilityOf(name) }
    assertWritten(await this.api({ method: 'PUT', path: `${secretsPath(this.place)}/${name}`, parameters, signal }))
  }

  /** The write is done, whatever becomes of this: without it the time of the request stands for its date. */
  async #confirm(name: string, signal: AbortSignal): Promise<void> {
    const signals = AbortSignal.any([signal, AbortSignal.timeout(CONFIRM_LIMIT_MS)])
    try {
      this.#watch.confirm(updatedAtMsOf(await readSecret({ place: this.place, name }, this.api, signals)))
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
    }
  }

  async #keepVisibility(name: string, secret: JsonObject | null, signal: AbortSignal): Promise<void> {
    this.#visibilities.set(name, await readVisibility({ place: this.place, name }, secret, this.api, signal))
  }
}

/** To read the date of our own write, no more time than this. */
const CONFIRM_LIMIT_MS = 5_000

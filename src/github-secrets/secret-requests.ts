import { ApiFailure } from './api-failure.js'
import { assertWritten, type Api } from './api.js'
import { appOf, secretsPath } from './location.js'
import type { PublicKey, StoreMemory, Visibility } from './memory.js'
import { OwnWrites } from './own-writes.js'
import { readSecret, readVisibility, type SecretQuery, type SecretReading } from './read-secret.js'
import { ghCommand, LocationKey, seal, visibilityFor, type SealedSecret } from './seal.js'
import { PROBE_NAME, type SecretText, type StoreTarget } from './target.js'
import { withTimeLimit } from './time-limit.js'

/** The text of the probe, which is not secret. */
const PROBE_TEXT = 'written by clr-refresh to test its access; safe to delete'
/** Who may read the probe of an organization: no repository, as with `gh secret set --no-repos-selected`. */
const PROBE_VISIBILITY: Visibility = { visibility: 'selected', selected_repository_ids: [] }
/** Who may read a new secret of an organization: private repositories, as with `gh secret set --org`. */
const NEW_VISIBILITY: Visibility = { visibility: 'private' }
/** The time limit for reading a secret right after a write, in milliseconds. */
const READ_BACK_LIMIT_MS = 5_000

/** The requests that read and write the secrets of a target. They are made once: retries are up to the caller. */
export class SecretRequests {
  readonly key: LocationKey
  readonly ownWrites: OwnWrites
  /** Whether this process has read the guarded secret. */
  hasLooked = false
  readonly #visibilities: Map<string, Visibility>
  readonly #isOrganization: boolean

  constructor(
    private readonly target: StoreTarget,
    private readonly api: Api,
    private readonly memory: StoreMemory
  ) {
    this.#isOrganization = target.location.kind === 'organization'
    this.#visibilities = new Map(memory.visibilities)
    this.key = new LocationKey(target.location, api, memory)
    this.ownWrites = new OwnWrites(memory)
  }

  /** Reads the guarded secret. The first time in a job is the first look. @throws ApiFailure */
  async lookAtGuarded(name: string, signal: AbortSignal): Promise<SecretReading> {
    const query = this.#query(name, signal)
    const reading = await readSecret(query, this.api)
    await this.#keepVisibility(name, reading, query)
    this.hasLooked = true
    this.ownWrites.look(reading.updatedAtMs)
    return reading
  }

  /** Reads what a PUT of a plain secret must repeat. @throws ApiFailure */
  async readVisibility(name: string, signal: AbortSignal): Promise<void> {
    if (!this.#isOrganization) return
    const query = this.#query(name, signal)
    await this.#keepVisibility(name, await readSecret(query, this.api), query)
  }

  /** Writes a secret; the guarded one only if nobody else has written it since the first look. @throws ApiFailure, Overtaken */
  async put(text: SecretText, signal: AbortSignal): Promise<void> {
    const isGuarded = text.name === this.target.guardedName
    await this.key.whileCurrent(signal, key =>
      isGuarded ? this.#putGuarded(text, key, signal) : this.#putPlain(text, key, signal)
    )
  }

  /** Writes a secret of the probe's own name. @throws ApiFailure */
  async putProbe(signal: AbortSignal): Promise<void> {
    const request = (key: PublicKey): Promise<unknown> => {
      return this.#send(PROBE_NAME, this.#sealFor(PROBE_VISIBILITY, PROBE_TEXT, key), signal)
    }
    await this.key.whileCurrent(signal, request)
  }

  /** Removes the probe. It may be gone already: another job may have run the same check. @throws ApiFailure */
  async removeProbe(signal: AbortSignal): Promise<void> {
    try {
      assertWritten(await this.api({ method: 'DELETE', path: this.#pathOf(PROBE_NAME), signal }))
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.status !== 404) throw error
    }
  }

  /** The shell command with which a person stores a text; null if GitHub's public key was never fetched. */
  manualCommand({ name, textAt }: SecretText): string | null {
    const key = this.key.last
    return key === null ? null : ghCommand(this.#pathOf(name), this.#seal(name, textAt(null), key), this.target.apiUrl)
  }

  async #putGuarded({ name, textAt }: SecretText, key: PublicKey, signal: AbortSignal): Promise<void> {
    const before = await this.lookAtGuarded(name, signal)
    this.ownWrites.assertNotOvertaken(before)
    const request = (): Promise<number | null> => {
      const text = textAt(new Date(Date.now() + before.aheadMs)) // by GitHub's clock, which also dates the secret
      return this.#send(name, this.#seal(name, text, key), signal)
    }
    await this.ownWrites.write(before, request, () => this.#readBack(name, signal))
  }

  async #putPlain({ name, textAt }: SecretText, key: PublicKey, signal: AbortSignal): Promise<void> {
    await this.readVisibility(name, signal)
    await this.#send(name, this.#seal(name, textAt(null), key), signal)
  }

  /** @returns the date of the answer, in milliseconds since 1970; null if it has none */
  async #send(name: string, sealed: SealedSecret, signal: AbortSignal): Promise<number | null> {
    const answer = await this.api({ method: 'PUT', path: this.#pathOf(name), parameters: { ...sealed }, signal })
    assertWritten(answer)
    return answer.dateMs
  }

  /** Null if the secret cannot be read: the write itself does not fail because of that. */
  async #readBack(name: string, signal: AbortSignal): Promise<SecretReading | null> {
    const read = (limited: AbortSignal) => readSecret(this.#query(name, limited), this.api)
    try {
      return await withTimeLimit(READ_BACK_LIMIT_MS, signal, read)
    } catch (error) {
      if (error instanceof ApiFailure) return null
      throw error
    }
  }

  async #keepVisibility(name: string, { secret }: SecretReading, query: SecretQuery): Promise<void> {
    if (!this.#isOrganization) return
    this.#visibilities.set(name, secret === null ? NEW_VISIBILITY : await readVisibility(secret, query, this.api))
    this.memory.saveVisibilities(this.#visibilities)
  }

  #seal(name: string, text: string, key: PublicKey): SealedSecret {
    return this.#sealFor(this.#visibilities.get(name) ?? NEW_VISIBILITY, text, key)
  }

  /** @param visibility used only in an organization */
  #sealFor(visibility: Visibility, text: string, key: PublicKey): SealedSecret {
    const app = appOf(this.target.location)
    return seal(text, key, this.#isOrganization ? visibilityFor(app, visibility) : {})
  }

  #query(name: string, signal: AbortSignal): SecretQuery {
    return { path: this.#pathOf(name), signal }
  }

  #pathOf(name: string): string {
    return `${secretsPath(this.target.location)}/${name}`
  }
}

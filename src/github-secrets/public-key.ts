import { isJsonObject } from '../core/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretPlace } from './place.js'
import type { PublicKey } from './seal.js'

/** Where a key is kept, for `post`, whose token may have expired. */
export interface KeyMemory {
  /** As it was last fetched; null if it never was. */
  readonly key: PublicKey | null
  /** Called whenever a key is fetched. */
  readonly saveKey: (key: PublicKey) => void
}

/** Fetches the key that seals secrets for a place. @throws ApiFailure */
export async function fetchPublicKey(place: SecretPlace, api: Api, signal: AbortSignal): Promise<PublicKey> {
  const { data } = await api({ method: 'GET', path: `${secretsPath(place)}/public-key`, signal })
  const { key_id: id, key } = isJsonObject(data) ? data : {}
  const fetched = publicKeyOf(id, key)
  if (fetched === null) throw ApiFailure.ofForeignAnswer()
  return fetched
}

/** A key of its parts; null if they are none. What is taken on goes into a line for a shell. */
export function publicKeyOf(id: unknown, key: unknown): PublicKey | null {
  if (typeof id !== 'string' || !/^[\w.-]+$/.test(id)) return null
  if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES) return null
  return { id, key }
}

/** The key of a place: fetched when it is first needed, and again when GitHub takes it no longer. */
export class PlaceKey {
  #key: PublicKey | null

  constructor(
    private readonly place: SecretPlace,
    private readonly api: Api,
    private readonly memory: KeyMemory
  ) {
    this.#key = memory.key
  }

  /** As it was last fetched; null if it never was. */
  get last(): PublicKey | null {
    return this.#key
  }

  /** @throws ApiFailure */
  async current(signal: AbortSignal): Promise<PublicKey> {
    return this.#key ?? this.#fetch(signal)
  }

  /**
   * Makes a request with something in it that is sealed by the key. GitHub rotates keys, and answers a text that was sealed
   * by an old one with 422: then the key is fetched again, and if it is another one the request is made once more. Any
   * other 422 is final.
   * @throws ApiFailure
   */
  async whileCurrent<T>(signal: AbortSignal, request: (key: PublicKey) => Promise<T>): Promise<T> {
    const key = await this.current(signal)
    try {
      return await request(key)
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.status !== 422) throw error
      const renewed = await this.#fetch(signal)
      if (renewed.id === key.id && renewed.key === key.key) throw error
      return request(renewed)
    }
  }

  async #fetch(signal: AbortSignal): Promise<PublicKey> {
    this.#key = await fetchPublicKey(this.place, this.api, signal)
    this.memory.saveKey(this.#key)
    return this.#key
  }
}

/** Of a Curve25519 key. */
const KEY_BYTES = 32

import { isJsonObject } from '../../refresh/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretPlace } from './place.js'
import type { PublicKey } from './seal.js'

/** The key that seals secrets for a place. */
export interface FetchedKey extends PublicKey {
  /** How far GitHub's clock is ahead of ours, in milliseconds; 0 where it does not tell. */
  readonly clockAheadMs: number
}

/** Fetches the key of a place, and tells the time by GitHub's clock, which dates the secrets. @throws ApiFailure */
export async function fetchPublicKey(place: SecretPlace, api: Api, signal: AbortSignal): Promise<FetchedKey> {
  const { data, dateMs } = await api({ method: 'GET', path: `${secretsPath(place)}/public-key`, signal })
  const { key_id: id, key } = isJsonObject(data) ? data : {}
  // what is taken on goes into a line for a shell
  if (typeof id !== 'string' || !/^[\w.-]+$/.test(id)) throw ApiFailure.ofForeignAnswer()
  if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== KEY_BYTES) throw ApiFailure.ofForeignAnswer()
  return { id, key, clockAheadMs: dateMs === null ? 0 : dateMs - Date.now() }
}

/** The key of a place: fetched when it is first needed, and again when GitHub takes it no longer. */
export class PlaceKey {
  #key: FetchedKey | null = null

  constructor(
    private readonly place: SecretPlace,
    private readonly api: Api
  ) {}

  /** As it was last fetched; null if it never was. */
  get last(): FetchedKey | null {
    return this.#key
  }

  /** @throws ApiFailure */
  async current(signal: AbortSignal): Promise<FetchedKey> {
    return this.#key ?? this.#fetch(signal)
  }

  /**
   * Makes a request with something in it that is sealed by the key. GitHub rotates keys, and answers a text that was sealed
   * by an old one with 422: then the key is fetched again, and if it is another one the request is made once more. Any
   * other 422 is final.
   * @throws ApiFailure
   */
  async whileCurrent<T>(signal: AbortSignal, request: (key: FetchedKey) => Promise<T>): Promise<T> {
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

  async #fetch(signal: AbortSignal): Promise<FetchedKey> {
    this.#key = await fetchPublicKey(this.place, this.api, signal)
    return this.#key
  }
}

/** Of a Curve25519 key. */
const KEY_BYTES = 32

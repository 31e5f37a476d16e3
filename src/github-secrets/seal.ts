import sodium from 'libsodium-wrappers'
import { isJsonObject } from '../core/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretLocation } from './location.js'
import { parsePublicKey, type PublicKey, type StoreMemory } from './memory.js'

/** A text that only GitHub can read, as the body of a PUT names it. */
export type SealedSecret = Readonly<Record<'encrypted_value' | 'key_id', string>>

/** Must be awaited once before `seal`: libsodium is WebAssembly, which is compiled first. */
export async function readySodium(): Promise<void> {
  await sodium.ready
}

/**
 * Seals a text by libsodium's sealed box (`crypto_box_seal`).
 * Source: https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 */
export function seal(text: string, { id, key }: PublicKey): SealedSecret {
  const base64 = sodium.base64_variants.ORIGINAL
  const box = sodium.crypto_box_seal(text, sodium.from_base64(key, base64))
  return { encrypted_value: sodium.to_base64(box, base64), key_id: id }
}

/** The key that seals secrets for a location: fetched when first needed, and again when GitHub no longer accepts it. */
export class LocationKey {
  #key: PublicKey | null

  constructor(
    private readonly location: SecretLocation,
    private readonly api: Api,
    private readonly memory: Pick<StoreMemory, 'key' | 'saveKey'>
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
    this.#key = await fetchPublicKey(this.location, this.api, signal)
    this.memory.saveKey(this.#key)
    return this.#key
  }
}

/** @throws ApiFailure */
export async function fetchPublicKey(location: SecretLocation, api: Api, signal: AbortSignal): Promise<PublicKey> {
  const { data } = await api({ method: 'GET', path: `${secretsPath(location)}/public-key`, signal })
  const { key_id: id, key } = isJsonObject(data) ? data : {}
  const fetched = parsePublicKey(id, key)
  if (fetched === null) throw ApiFailure.ofForeignAnswer()
  return fetched
}

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

/** Of a Curve25519 key. */
const KEY_BYTES = 32

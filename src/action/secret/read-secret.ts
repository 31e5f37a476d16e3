import { isJsonObject, type JsonObject } from '../../refresh/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretPlace } from './place.js'

/** One secret. */
export interface SecretAt {
  readonly place: SecretPlace
  readonly name: string
}

/**
 * What GitHub tells of a secret, which is all but its text; null if it is not there.
 * Source: https://docs.github.com/en/rest/actions/secrets#get-a-repository-secret
 * @throws ApiFailure
 */
export async function readSecret({ place, name }: SecretAt, api: Api, signal: AbortSignal): Promise<JsonObject | null> {
  try {
    const { data } = await api({ method: 'GET', path: `${secretsPath(place)}/${name}`, signal })
    if (isJsonObject(data)) return data
    throw ApiFailure.ofForeignAnswer()
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return null
    throw error
  }
}

/**
 * When a secret was last written, in milliseconds since 1970 by GitHub's clock, whose dates have whole seconds; null if it
 * is not there.
 * @throws ApiFailure
 */
export function updatedAtMsOf(secret: JsonObject | null): number | null {
  if (secret === null) return null
  const { updated_at: updatedAt } = secret
  if (typeof updatedAt !== 'string' || Number.isNaN(Date.parse(updatedAt))) throw ApiFailure.ofForeignAnswer()
  return Date.parse(updatedAt)
}

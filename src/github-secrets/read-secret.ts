import { isJsonObject, type JsonObject } from '../core/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretPlace } from './place.js'

/** One secret. */
export interface SecretAt {
  readonly place: SecretPlace
  readonly name: string
}

/** A clock of GitHub's, as an answer told it. */
export interface ServerClock {
  /** How far it is ahead of ours at least, in milliseconds; 0 if it was not told. */
  readonly aheadMs: number
  /** How much more that may be, in milliseconds: the answer had been under way. */
  readonly unsureMs: number
}

/** What GitHub tells of a secret, which is all but its text. */
export interface SecretReading {
  /** Null if the secret is not there. */
  readonly secret: JsonObject | null
  /** When it was last written, in milliseconds since 1970 by GitHub's clock, in whole seconds; null if it is not there. */
  readonly updatedAtMs: number | null
  /** When GitHub answered, by its clock; null if it does not tell. */
  readonly dateMs: number | null
  readonly clock: ServerClock
}

/**
 * Reads what GitHub tells of a secret.
 * Source: https://docs.github.com/en/rest/actions/secrets#get-a-repository-secret
 * @throws ApiFailure
 */
export async function readSecret({ place, name }: SecretAt, api: Api, signal: AbortSignal): Promise<SecretReading> {
  const startMs = performance.now()
  const { secret, dateMs } = await askFor(`${secretsPath(place)}/${name}`, api, signal)
  const aheadMs = dateMs === null ? 0 : dateMs - Date.now()
  const clock = { aheadMs, unsureMs: performance.now() - startMs }
  return { secret, updatedAtMs: secret === null ? null : updatedAtMsOf(secret), dateMs, clock }
}

async function askFor(path: string, api: Api, signal: AbortSignal): Promise<Pick<SecretReading, 'secret' | 'dateMs'>> {
  try {
    const { data, dateMs } = await api({ method: 'GET', path, signal })
    if (isJsonObject(data)) return { secret: data, dateMs }
    throw ApiFailure.ofForeignAnswer()
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return { secret: null, dateMs: error.dateMs }
    throw error
  }
}

function updatedAtMsOf({ updated_at: updatedAt }: JsonObject): number {
  if (typeof updatedAt !== 'string' || Number.isNaN(Date.parse(updatedAt))) throw ApiFailure.ofForeignAnswer()
  return Date.parse(updatedAt)
}

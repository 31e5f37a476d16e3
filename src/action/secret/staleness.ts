import { isJsonObject } from '../../refresh/json.js'
import { utcMinute } from '../../refresh/times.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { describePlace, secretsPath } from './place.js'
import type { SecretAt } from './visibility.js'

/** The credentials that came in, by the secret that they are said to come from. */
export interface StampedSecret extends SecretAt {
  /** Milliseconds since 1970. */
  readonly storedAtMs: number
}

/** Between a stamp and GitHub's own date of the same write lie seconds; clocks differ, too. */
const TOLERANCE_MS = 2 * 60 * 1_000

/** Says, in a sentence, that a secret was written after the stamp; null where it was not, or is not there. @throws ApiFailure */
export async function findStaleness(secret: StampedSecret, api: Api, signal: AbortSignal): Promise<string | null> {
  const updatedAtMs = await readUpdatedAt(secret, api, signal)
  if (updatedAtMs === null || updatedAtMs - secret.storedAtMs <= TOLERANCE_MS) return null
  const [written, stamped] = [utcMinute(updatedAtMs), utcMinute(secret.storedAtMs)]
  return `the secret ${secret.name} of ${describePlace(secret.place)} was written at ${written} UTC; the credentials that came in were stored at ${stamped} UTC, so they are older, and nothing was sent`
}

async function readUpdatedAt({ place, name }: SecretAt, api: Api, signal: AbortSignal): Promise<number | null> {
  try {
    const { data } = await api({ method: 'GET', path: `${secretsPath(place)}/${name}`, signal })
    const updatedAt = isJsonObject(data) ? data.updated_at : undefined
    if (typeof updatedAt !== 'string' || Number.isNaN(Date.parse(updatedAt))) throw ApiFailure.ofForeignAnswer()
    return Date.parse(updatedAt)
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return null
    throw error
  }
}

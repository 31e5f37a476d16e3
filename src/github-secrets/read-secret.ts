import { isJsonObject, type JsonObject } from '../core/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api, ApiCall } from './api.js'
import { parseVisibility, type Visibility } from './memory.js'

/** Which secret to read: its path in the API. */
export type SecretQuery = Pick<ApiCall, 'path' | 'signal'>

/** Everything that GitHub says about a secret; its text is never part of it. */
export interface SecretReading {
  /** Null if the secret does not exist. */
  readonly secret: JsonObject | null
  /** When it was last written, in milliseconds since 1970 by GitHub's clock, in whole seconds; null if it does not exist. */
  readonly updatedAtMs: number | null
  /** When GitHub answered, in milliseconds since 1970 by its clock; null if the answer has no date. */
  readonly dateMs: number | null
  /** How far GitHub's clock is ahead of ours, at least, in milliseconds; 0 if the answer has no date. */
  readonly aheadMs: number
  /** How much further it may be ahead, in milliseconds: the time that the request took. */
  readonly unsureMs: number
}

/**
 * Reads what GitHub says about a secret.
 * Source: https://docs.github.com/en/rest/actions/secrets#get-a-repository-secret
 * @throws ApiFailure
 */
export async function readSecret(query: SecretQuery, api: Api): Promise<SecretReading> {
  const startMs = performance.now()
  const { secret, dateMs } = await getSecret(query, api)
  const aheadMs = dateMs === null ? 0 : dateMs - Date.now()
  const unsureMs = performance.now() - startMs
  return { secret, updatedAtMs: secret === null ? null : updatedAtMsOf(secret), dateMs, aheadMs, unsureMs }
}

async function getSecret(query: SecretQuery, api: Api): Promise<Pick<SecretReading, 'secret' | 'dateMs'>> {
  try {
    const { data, dateMs } = await api({ method: 'GET', ...query })
    if (isJsonObject(data)) return { secret: data, dateMs }
    throw ApiFailure.ofForeignAnswer()
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return { secret: null, dateMs: error.dateMs }
    throw error
  }
}

function updatedAtMsOf({ updated_at: updatedAt }: JsonObject): number {
  const ms = typeof updatedAt === 'string' ? Date.parse(updatedAt) : Number.NaN
  if (Number.isNaN(ms)) throw ApiFailure.ofForeignAnswer()
  return ms
}

/**
 * Who may read an organization's secret. A PUT must repeat it, with the ids of the repositories if only selected ones may.
 * Source: https://docs.github.com/en/rest/actions/secrets#create-or-update-an-organization-secret
 * @param secret as GitHub describes it
 * @throws ApiFailure
 */
export async function readVisibility({ visibility }: JsonObject, query: SecretQuery, api: Api): Promise<Visibility> {
  const known = parseVisibility({ visibility })
  if (known === null) throw ApiFailure.ofForeignAnswer()
  if (known.visibility !== 'selected') return known
  return { ...known, selected_repository_ids: await readRepositoryIds(query, api) }
}

/** The most repositories that GitHub lists in one answer. */
const PAGE_SIZE = 100

async function readRepositoryIds({ path, signal }: SecretQuery, api: Api): Promise<readonly number[]> {
  const ids: number[] = []
  for (let page = 1; ; page += 1) {
    const parameters = { per_page: PAGE_SIZE, page }
    const { data } = await api({ method: 'GET', path: `${path}/repositories`, parameters, signal })
    const repositories: unknown = isJsonObject(data) ? data.repositories : undefined
    // better to fail than to take the secret away from the repositories that could not be read
    if (!Array.isArray(repositories)) throw ApiFailure.ofForeignAnswer()
    ids.push(...repositories.filter(isJsonObject).flatMap(({ id }) => (typeof id === 'number' ? [id] : [])))
    if (repositories.length < PAGE_SIZE) return ids
  }
}

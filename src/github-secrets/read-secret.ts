import { isJsonObject, type JsonObject } from '../core/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretLocation } from './location.js'
import { parseVisibility, type Visibility } from './memory.js'

/** One secret. */
export interface SecretAt {
  readonly location: SecretLocation
  readonly name: string
}

/** GitHub's clock compared with ours, as an answer showed it. */
export interface ServerClock {
  /** How far it is ahead of ours at least, in milliseconds; 0 if the answer has no date. */
  readonly aheadMs: number
  /** How much more that may be, in milliseconds: the time that the answer took. */
  readonly unsureMs: number
}

/** What GitHub says of a secret: everything but its text. */
export interface SecretReading {
  /** Null if the secret does not exist. */
  readonly secret: JsonObject | null
  /** When it was last written, in milliseconds since 1970 by GitHub's clock, in whole seconds; null if it does not exist. */
  readonly updatedAtMs: number | null
  /** When GitHub answered, in milliseconds since 1970 by its clock; null if the answer has no date. */
  readonly dateMs: number | null
  readonly clock: ServerClock
}

/**
 * Reads what GitHub says of a secret.
 * Source: https://docs.github.com/en/rest/actions/secrets#get-a-repository-secret
 * @throws ApiFailure
 */
export async function readSecret({ location, name }: SecretAt, api: Api, signal: AbortSignal): Promise<SecretReading> {
  const startMs = performance.now()
  const { secret, dateMs } = await getSecret(`${secretsPath(location)}/${name}`, api, signal)
  const aheadMs = dateMs === null ? 0 : dateMs - Date.now()
  const clock = { aheadMs, unsureMs: performance.now() - startMs }
  return { secret, updatedAtMs: secret === null ? null : updatedAtMsOf(secret), dateMs, clock }
}

async function getSecret(
  path: string,
  api: Api,
  signal: AbortSignal
): Promise<Pick<SecretReading, 'secret' | 'dateMs'>> {
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

/** The visibility of a secret that does not exist yet, as far as anybody knows: what `gh secret set --org` takes. */
export function newVisibility(location: SecretLocation): Visibility {
  return location.kind === 'organization' ? { visibility: 'private' } : {}
}

/**
 * Who may read a secret now. A PUT of an organization's secret has to repeat it, with the ids of the repositories if only
 * selected ones may. For a new one: private repositories.
 * Source: https://docs.github.com/en/rest/actions/secrets#create-or-update-an-organization-secret
 * @param secret what GitHub says of it; null if it does not exist
 * @throws ApiFailure
 */
export async function readVisibility(
  { location, name }: SecretAt,
  secret: JsonObject | null,
  api: Api,
  signal: AbortSignal
): Promise<Visibility> {
  if (location.kind !== 'organization' || secret === null) return newVisibility(location)
  const known = parseVisibility({ visibility: secret.visibility })
  if (known === null) throw ApiFailure.ofForeignAnswer()
  if (known.visibility !== 'selected') return known
  const path = `${secretsPath(location)}/${name}/repositories`
  return { ...known, selected_repository_ids: await readRepositoryIds(path, api, signal) }
}

/** The most repositories that GitHub gives at a time. */
const PAGE_SIZE = 100

async function readRepositoryIds(path: string, api: Api, signal: AbortSignal): Promise<readonly number[]> {
  const ids: number[] = []
  for (let page = 1; ; page += 1) {
    const { data } = await api({ method: 'GET', path, parameters: { per_page: PAGE_SIZE, page }, signal })
    const repositories: unknown = isJsonObject(data) ? data.repositories : undefined
    // better to fail than to take the secret away from the repositories that could not be read
    if (!Array.isArray(repositories)) throw ApiFailure.ofForeignAnswer()
    ids.push(...repositories.flatMap(idOf))
    if (repositories.length < PAGE_SIZE) return ids
  }
}

function idOf(repository: unknown): readonly number[] {
  return isJsonObject(repository) && typeof repository.id === 'number' ? [repository.id] : []
}

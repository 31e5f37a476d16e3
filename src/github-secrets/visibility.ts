import { isJsonObject, type JsonObject } from '../core/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretPlace } from './place.js'
import type { SecretAt } from './read-secret.js'

/** Which repositories may read an organization's secret, as the body of a PUT names it; nothing for other places. */
export interface Visibility {
  readonly visibility?: string
  readonly selected_repository_ids?: readonly number[]
}

/** Where it is kept who may read the secrets, for `post`, whose token may have expired. */
export interface VisibilityMemory {
  /** As it was last read, by the name of the secret. */
  readonly visibilities: ReadonlyMap<string, Visibility>
  /** Called whenever it is read anew, of an organization's secrets only. */
  readonly saveVisibilities: (visibilities: ReadonlyMap<string, Visibility>) => void
}

/** Nobody may read it: for the probe. As `gh secret set --no-repos-selected`. */
const NOBODY: Visibility = { visibility: 'selected', selected_repository_ids: [] }
/** What `gh secret set --org` takes for a new secret. */
const NEW: Visibility = { visibility: 'private' }
/** The most that GitHub gives at a time. */
const PAGE_SIZE = 100

/** For a secret that is not there yet, as far as anybody knows. */
export function newVisibility(place: SecretPlace): Visibility {
  return place.kind === 'organization' ? NEW : {}
}

/** For the probe. */
export function probeVisibility(place: SecretPlace): Visibility {
  return place.kind === 'organization' ? NOBODY : {}
}

/**
 * Who may read a secret now, so that it stays so: a PUT of an organization's secret has to say it anew, with the ids of
 * the repositories if only selected ones may. For a new one: private repositories.
 * Source: https://docs.github.com/en/rest/actions/secrets#create-or-update-an-organization-secret
 * @param secret what GitHub tells of it; null if it is not there
 * @throws ApiFailure
 */
export async function readVisibility(
  at: SecretAt,
  secret: JsonObject | null,
  api: Api,
  signal: AbortSignal
): Promise<Visibility> {
  if (at.place.kind !== 'organization' || secret === null) return newVisibility(at.place)
  const { visibility } = secret
  if (typeof visibility !== 'string' || !isWord(visibility)) throw ApiFailure.ofForeignAnswer()
  if (visibility !== 'selected') return { visibility }
  const path = `${secretsPath(at.place)}/${at.name}/repositories`
  return { visibility, selected_repository_ids: await readRepositoryIds(path, api, signal) }
}

/** From the JSON of one; null if the value is not that. */
export function visibilityOf(value: unknown): Visibility | null {
  if (!isJsonObject(value) || typeof value.visibility !== 'string' || !isWord(value.visibility)) return null
  const { visibility, selected_repository_ids: ids } = value
  if (!Array.isArray(ids)) return { visibility }
  return { visibility, selected_repository_ids: ids.filter(id => typeof id === 'number') }
}

/** It goes into a line for a shell. */
function isWord(text: string): boolean {
  return /^\w+$/.test(text)
}

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

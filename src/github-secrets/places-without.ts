import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretLocation } from './location.js'
import { readSecret } from './read-secret.js'

/**
 * The places that lack a secret, of those in which a job that reads the secrets of a location would find it: the location
 * itself, and for an environment also its repository.
 * @returns none if the secret is in one of them; without those of which GitHub does not say it
 */
export async function placesWithout(
  name: string,
  { location, api, signal }: { readonly location: SecretLocation; readonly api: Api; readonly signal: AbortSignal }
): Promise<readonly SecretLocation[]> {
  const without: SecretLocation[] = []
  for (const place of placesFor(location)) {
    try {
      const { secret } = await readSecret({ path: `${secretsPath(place)}/${name}`, signal }, api)
      if (secret !== null) return []
      without.push(place)
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
    }
  }
  return without
}

function placesFor(location: SecretLocation): readonly SecretLocation[] {
  if (location.kind !== 'environment') return [location]
  return [location, { kind: 'repository', repository: location.repository, app: 'actions' }]
}

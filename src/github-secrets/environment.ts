import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { environmentPath, type EnvironmentLocation } from './location.js'
import type { TimeBudget } from './retries.js'
import type { LocationKey } from './seal.js'

/** A refusal to create an environment. */
export class NotCreated extends ApiFailure {}

/** What `createIfMissing` works with. */
export interface Means {
  readonly key: LocationKey
  readonly api: Api
  readonly budget: TimeBudget
}

/**
 * Creates an environment if GitHub answers 404 for the public key of its secrets, although the repository can be read.
 * @returns whether it was created
 * @throws NotCreated if the token may not create it; ApiFailure for any other failure
 */
export async function createIfMissing(location: EnvironmentLocation, { key, api, budget }: Means): Promise<boolean> {
  let isAsked = false
  await budget.retry(async signal => {
    try {
      await key.current(signal)
    } catch (error) {
      const isMissing = error instanceof ApiFailure && error.status === 404
      if (!isMissing || !(await mayBeCreated(location, api, signal))) throw error
      isAsked = true
      await create(location, api, signal)
    }
  })
  return isAsked
}

/**
 * Whether the 404 is about the environment, and not about the token. GitHub hides the secrets of an environment from some
 * tokens by a 404, too, and the one request for environments creates or updates: it would overwrite the protection rules of
 * an existing one. A token that can read a repository can usually read its environments; if it can't, the 404 counts.
 * Source: https://docs.github.com/en/rest/deployments/environments
 */
async function mayBeCreated(location: EnvironmentLocation, api: Api, signal: AbortSignal): Promise<boolean> {
  const canRead = async (path: string): Promise<boolean> => {
    try {
      await api({ method: 'GET', path, signal })
      return true
    } catch (error) {
      if (error instanceof ApiFailure && !error.isTransient) return false
      throw error
    }
  }
  return (await canRead(`/repos/${location.repository}`)) && !(await canRead(environmentPath(location)))
}

/** The request has no body, so the new environment has no protection rule. */
async function create(location: EnvironmentLocation, api: Api, signal: AbortSignal): Promise<void> {
  try {
    await api({ method: 'PUT', path: environmentPath(location), signal })
  } catch (error) {
    const isRefused = error instanceof ApiFailure && (error.status === 403 || error.status === 404)
    if (!isRefused || error.isTransient || error.isSingleSignOn) throw error
    throw new NotCreated(error.status, error.said)
  }
}

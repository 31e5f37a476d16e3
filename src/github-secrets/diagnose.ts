import type { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { explain } from './explain-failure.js'
import { Patience } from './retry.js'
import type { SecretTarget } from './target.js'

/** To find out more of a failure, no more time than this. */
const DIAGNOSIS_LIMIT_MS = 5_000

/**
 * Why GitHub refused, in a clause. A missing environment and a missing repository are the same 404; one more request
 * tells them apart.
 */
export async function diagnose(failure: ApiFailure, target: SecretTarget, api: Api): Promise<string> {
  const { place } = target
  if (failure.status !== 404 || place.kind !== 'environment') return explain(failure, target)
  const { signal } = new Patience({ limitMs: DIAGNOSIS_LIMIT_MS })
  const repositoryIsThere = await api({ method: 'GET', path: `/repos/${place.repository}`, signal }).then(
    () => true,
    () => false
  )
  return explain(failure, target, repositoryIsThere)
}

import { ApiFailure } from './api-failure.js'
import { assertWritten, type Api } from './api.js'
import { secretsPath, type SecretLocation } from './location.js'
import type { Visibility } from './memory.js'
import { PROBE_NAME } from './parse-target.js'
import { seal, type LocationKey } from './seal.js'
import { TimeBudget } from './time-budget.js'

/** Where a probe is written, and by which means. */
export interface ProbeSite {
  readonly location: SecretLocation
  readonly key: LocationKey
  readonly api: Api
}

/** No secret at all. */
const PROBE_TEXT = 'clr-refresh wrote this to see whether it can, and was about to remove it'
/** Readable by no repository, as `gh secret set --no-repos-selected`. */
const NOBODY: Visibility = { visibility: 'selected', selected_repository_ids: [] }

/** For the removal, in milliseconds, even if the time for the rest is up. */
const REMOVAL_LIMIT_MS = 10_000
const MOST_TRIES = 3

/**
 * Writes a secret of the probe's own name and removes it again: that the public key can be read proves no right to write.
 * It is also removed after a write that failed, which may have landed all the same.
 * @throws ApiFailure
 */
export async function probe({ location, key, api }: ProbeSite, budget: TimeBudget): Promise<void> {
  const path = `${secretsPath(location)}/${PROBE_NAME}`
  const visibility = location.kind === 'organization' ? NOBODY : {}
  try {
    await budget.retry(signal =>
      key.whileCurrent(signal, async current => {
        const parameters = { ...seal(PROBE_TEXT, current), ...visibility }
        assertWritten(await api({ method: 'PUT', path, parameters, signal }))
      })
    )
  } catch (error) {
    await removeProbe(path, api).catch(() => undefined) // the first failure is the one to report
    throw error
  }
  await removeProbe(path, api)
}

/** It is fine if it is gone already: another job may have been proving the same. */
async function removeProbe(path: string, api: Api): Promise<void> {
  try {
    await new TimeBudget({ limitMs: REMOVAL_LIMIT_MS }, MOST_TRIES).retry(async signal => {
      assertWritten(await api({ method: 'DELETE', path, signal }))
    })
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.status !== 404) throw error
  }
}

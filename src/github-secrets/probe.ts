import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { Patience } from './retry.js'
import { secretsPath, type SecretPlace } from './place.js'
import type { PlaceKey } from './public-key.js'
import { seal } from './seal.js'
import { PROBE_NAME } from './secret-name.js'
import { probeVisibility } from './visibility.js'
import { assertWritten } from './written.js'

/** What a probe needs. */
export interface ProbeSite {
  readonly place: SecretPlace
  readonly key: PlaceKey
  readonly api: Api
}

/** No secret at all. */
const PROBE_TEXT = 'clr-refresh wrote this to see whether it can, and was about to remove it'

/** For the removal, whatever has become of the time for the rest. */
const REMOVAL_LIMIT_MS = 10_000
const MOST_TRIES = 3

/**
 * Writes a secret of the probe's own name and removes it again: to read the public key proves no right to write. It is
 * removed after a write that failed too: that may have landed all the same.
 * @throws ApiFailure
 */
export async function probe(site: ProbeSite, patience: Patience): Promise<void> {
  const { place, key, api } = site
  const path = `${secretsPath(place)}/${PROBE_NAME}`
  try {
    await patience.try(signal =>
      key.whileCurrent(signal, async current => {
        const parameters = { ...seal(PROBE_TEXT, current), ...probeVisibility(place) }
        assertWritten(await api({ method: 'PUT', path, parameters, signal }))
      })
    )
  } catch (error) {
    await removeProbe(path, api).catch(() => undefined) // the first failure is the one to tell of
    throw error
  }
  await removeProbe(path, api)
}

/** Gone already is as good: another job may have been proving the same. */
async function removeProbe(path: string, api: Api): Promise<void> {
  try {
    await new Patience({ limitMs: REMOVAL_LIMIT_MS }, MOST_TRIES).try(async signal => {
      assertWritten(await api({ method: 'DELETE', path, signal }))
    })
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.status !== 404) throw error
  }
}

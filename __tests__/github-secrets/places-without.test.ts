import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { SecretLocation } from '../../src/github-secrets/location.js'
import { openSecretStore } from '../../src/github-secrets/secret-store.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { ENVIRONMENT, ORGANIZATION, REPOSITORY, targetAt } from './targets.js'

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
  github.environment('acme/app', "keep alive's/1")
  github.organization('acme')
})

afterEach(async () => {
  await github.close()
})

async function placesWithout(location: SecretLocation, limitMs = 10_000): Promise<readonly SecretLocation[]> {
  return (await openSecretStore(targetAt(github, { location }))).placesWithout('SECRETS_TOKEN', limitMs)
}

describe('a secret that a job also needs', () => {
  it('is missing if neither the environment nor its repository has it', async () => {
    expect(await placesWithout(ENVIRONMENT)).toEqual([ENVIRONMENT, REPOSITORY])
  })

  it.each([REPOSITORY, ORGANIZATION])('is missing if its own place does not have it: %j', async location => {
    expect(await placesWithout(location)).toEqual([location])
  })

  it.each(['environment', 'repository'] as const)('is not missing if the %s has it', async kind => {
    const vault =
      kind === 'repository' ? github.repository('acme/app') : github.environment('acme/app', "keep alive's/1")
    vault.put('SECRETS_TOKEN', { text: 'fake' })
    expect(await placesWithout(ENVIRONMENT)).toEqual([])
  })

  it('is not said to be missing in a place that the token may not read', async () => {
    github.faults.add({ path: /actions\/secrets/, fault: { kind: 'status', status: 403 } })
    expect(await placesWithout(ENVIRONMENT)).toEqual([ENVIRONMENT])
    github.faults.add({ fault: { kind: 'drop' } })
    expect(await placesWithout(REPOSITORY)).toEqual([])
  })

  it('is not waited for', async () => {
    github.faults.add({ times: 2, fault: { kind: 'hang' } })
    expect(await placesWithout(ENVIRONMENT, 300)).toEqual([])
  })
})

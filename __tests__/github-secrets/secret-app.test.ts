import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  appOf,
  describeSecret,
  describeSecrets,
  secretsPath,
  type SecretLocation
} from '../../src/github-secrets/location.js'
import { SECRET_APPS } from '../../src/github-secrets/secret-app.js'
import { openSecretStore, type SecretStore } from '../../src/github-secrets/secret-store.js'
import type { StoreTarget } from '../../src/github-secrets/target.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import type { Vault } from '../../testing/github/vault.js'
import { rejectionOf } from '../../testing/refusal.js'
import { ENVIRONMENT, inStore, LIMITS, ORGANIZATION, PLAIN, REPOSITORY, targetAt } from './targets.js'

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
  github.repository('acme/app')
  github.organization('acme')
})

afterEach(() => github.close())

/** A store for one plain secret. */
function open(location: SecretLocation, changes: Partial<StoreTarget> = {}): Promise<SecretStore> {
  return openSecretStore(targetAt(github, { location, guardedName: null, ...changes }))
}

function vaultAt(location: SecretLocation): Vault {
  const app = appOf(location)
  return location.kind === 'organization' ? github.organization('acme', app) : github.repository('acme/app', app)
}

/** The places that have at least one secret, as paths. */
function filledPlaces(): readonly string[] {
  return PLACES.flatMap(([path, location]) => (vaultAt(location).secrets.size > 0 ? [path] : []))
}

const PLACES = SECRET_APPS.flatMap(app => [
  [`/repos/acme/app/${app}/secrets`, inStore(REPOSITORY, app)] as const,
  [`/orgs/acme/${app}/secrets`, inStore(ORGANIZATION, app)] as const
])

describe.each(PLACES)('the secrets at %s', (path, location) => {
  it('have this path', () => {
    expect(secretsPath(location)).toBe(path)
  })

  it('are proven to be writable, and written, in this store only', async () => {
    const store = await open(location)
    await store.proveWritable(LIMITS)
    expect(filledPlaces()).toEqual([])
    await store.write([PLAIN], LIMITS)
    expect(filledPlaces()).toEqual([path])
    expect(vaultAt(location).textOf('PLAIN')).toBe(PLAIN.textAt())
    expect(github.lines.filter(line => !line.includes(` ${path}/`))).toEqual([])
  })

  it('need a permission of their own', async () => {
    const others = SECRET_APPS.filter(app => app !== appOf(location))
    github.tokens.set('ghp_fake', Object.fromEntries(others.map(app => [app, 'write'])))
    const store = await open(location, { token: 'ghp_fake' })
    expect((await rejectionOf(store.proveWritable(LIMITS))).message).toContain('lacks the ')
  })
})

describe("an organization's secret that selected repositories may read", () => {
  it.each([
    ['actions', [7, 8]],
    ['dependabot', ['7', '8']],
    ['codespaces', [7, 8]]
  ] as const)('keeps them in the %s store, with ids as GitHub wants them there', async (app, ids) => {
    const vault = github.organization('acme', app)
    vault.put('PLAIN', { text: 'old', visibility: 'selected', repositoryIds: [7, 8] })
    const store = await open(inStore(ORGANIZATION, app))
    await store.proveWritable(LIMITS)
    await store.write([PLAIN], LIMITS)
    const [, put] = github.requests.filter(({ method }) => method === 'PUT')
    expect(put?.body).toMatchObject({ visibility: 'selected', selected_repository_ids: ids })
    expect(vault.secrets.get('PLAIN')).toMatchObject({ text: PLAIN.textAt(), repositoryIds: [7, 8] })
  })
})

describe('a sentence about secrets', () => {
  it('names the store if it is not that of Actions', () => {
    const places = [REPOSITORY, ENVIRONMENT, inStore(REPOSITORY, 'dependabot'), inStore(ORGANIZATION, 'codespaces')]
    expect(places.map(describeSecrets)).toEqual([
      'secrets of repository acme/app',
      `secrets of environment "keep alive's/1" of acme/app`,
      'Dependabot secrets of repository acme/app',
      'Codespaces secrets of organization acme'
    ])
    expect(places.map(place => describeSecret('NAME', place))).toEqual([
      'NAME of repository acme/app',
      `NAME of environment "keep alive's/1" of acme/app`,
      'Dependabot secret NAME of repository acme/app',
      'Codespaces secret NAME of organization acme'
    ])
  })

  it('names it when a secret was not stored', async () => {
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 422 } })
    const store = await open(inStore(REPOSITORY, 'dependabot'))
    const { message } = await rejectionOf(store.write([PLAIN], LIMITS))
    expect(message).toMatch(/^Dependabot secret PLAIN of repository acme\/app was not stored: /)
  })
})

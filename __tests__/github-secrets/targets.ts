import type { SecretLocation } from '../../src/github-secrets/location.js'
import type { SecretApp } from '../../src/github-secrets/secret-app.js'
import type { SecretText, StoreTarget } from '../../src/github-secrets/target.js'
import { WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'

export const REPOSITORY: SecretLocation = { kind: 'repository', repository: 'acme/app', app: 'actions' }
export const ENVIRONMENT: SecretLocation = {
  kind: 'environment',
  repository: 'acme/app',
  environment: "keep alive's/1"
}
export const ORGANIZATION: SecretLocation = { kind: 'organization', organization: 'acme', app: 'actions' }

/** The same place in another store. */
export function inStore(location: SecretLocation, app: SecretApp): SecretLocation {
  return location.kind === 'environment' ? location : { ...location, app }
}

export const GUARDED = { name: 'GUARDED', textAt: () => 'the guarded text' } satisfies SecretText
export const PLAIN = { name: 'PLAIN', textAt: () => 'the plain text' } satisfies SecretText
export const BOTH: readonly SecretText[] = [GUARDED, PLAIN]

/** Enough for any test, in milliseconds. */
export const LIMITS = { limitMs: 10_000 }

/** Both secrets on a stand-in. */
export function targetAt(github: StandInGitHub, changes: Partial<StoreTarget> = {}): StoreTarget {
  return {
    location: REPOSITORY,
    guardedName: GUARDED.name,
    plainNames: [PLAIN.name],
    token: WRITE_TOKEN,
    apiUrl: github.apiUrl,
    words: {
      token: 'github-token',
      newToken: 'Store a new token',
      nothingDone: 'Nothing was done.',
      apiUrl: 'GITHUB_API_URL',
      otherWriters: 'another job',
      cancelled: 'the job was cancelled'
    },
    ...changes
  }
}

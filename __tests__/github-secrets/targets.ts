import type { SecretPlace } from '../../src/github-secrets/place.js'
import type { SecretTarget } from '../../src/github-secrets/target.js'
import { RefreshError, type Reason } from '../../src/core/reasons.js'
import { WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'

export const REPOSITORY: SecretPlace = { kind: 'repository', repository: 'acme/app' }
export const ENVIRONMENT: SecretPlace = { kind: 'environment', repository: 'acme/app', environment: "keep alive's/1" }
export const ORGANIZATION: SecretPlace = { kind: 'organization', organization: 'acme' }

export const LOGIN = {
  credentialsJson: '{\n  "claudeAiOauth": { "accessToken": "fake-access-1", "refreshToken": "fake-refresh-1" }\n}\n',
  accessToken: 'fake-access-1'
}
export const LOGIN_LINE = '{"claudeAiOauth":{"accessToken":"fake-access-1","refreshToken":"fake-refresh-1"}}'

/** Enough for any test, in milliseconds. */
export const LIMITS = { limitMs: 10_000 }

/** A target at a stand-in, for both secrets. */
export function targetAt(github: StandInGitHub, changes: Partial<SecretTarget> = {}): SecretTarget {
  return {
    place: REPOSITORY,
    credentialsName: 'CLAUDE_CREDENTIALS',
    isBase64: false,
    accessTokenName: 'CLAUDE_CODE_OAUTH_TOKEN',
    token: WRITE_TOKEN,
    apiUrl: github.apiUrl,
    ...changes
  }
}

/** With which reason and sentence a promise is refused; fails where it is kept, or broken by another error. */
export async function refusal(promise: Promise<unknown>): Promise<{ reason: Reason; message: string }> {
  try {
    await promise
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    if (error.cause !== undefined)
      throw new Error('an error of ours has no cause: it could hold a token', { cause: error })
    return { reason: error.reason, message: error.message }
  }
  throw new Error('nothing was refused')
}

import type { SecretTarget } from '../../src/action/secret-target.js'
import { WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'

export const LOGIN = {
  document: { claudeAiOauth: { accessToken: 'fake-access-1', refreshToken: 'fake-refresh-1' } },
  accessToken: 'fake-access-1'
}
export const LOGIN_LINE = '{"claudeAiOauth":{"accessToken":"fake-access-1","refreshToken":"fake-refresh-1"}}'

/** Both secrets on a stand-in. */
export function loginTargetAt(
  { apiUrl }: Pick<StandInGitHub, 'apiUrl'>,
  changes: Partial<SecretTarget> = {}
): SecretTarget {
  return {
    location: { kind: 'repository', repository: 'acme/app', app: 'actions' },
    credentialsName: 'CLAUDE_CREDENTIALS',
    isBase64: false,
    accessTokenName: 'CLAUDE_CODE_OAUTH_TOKEN',
    token: WRITE_TOKEN,
    apiUrl,
    ...changes
  }
}

import { parseLogin, type Credentials } from '../src/core/credentials/credentials.js'

/** The fake pair of every sample login, and the fake pair with which the programs in `testing/claudes` replace it. */
export const OLD_PAIR = { accessToken: 'sk-ant-oat01-test-old', refreshToken: 'sk-ant-ort01-test-old' }
export const NEW_PAIR = { accessToken: 'sk-ant-oat01-test-new', refreshToken: 'sk-ant-ort01-test-new' }

/** A pair of some other login, also fake. */
export const OTHER_PAIR = { accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' }

/** 2027-01-15 08:00 UTC. */
export const OLD_EXPIRY_MS = Date.UTC(2027, 0, 15, 8)

/** A login with these fields changed; `undefined` removes a field. */
export function sampleLogin(changes: object = {}): object {
  return {
    ...OLD_PAIR,
    expiresAt: OLD_EXPIRY_MS,
    scopes: ['user:inference', 'user:profile'],
    subscriptionType: 'pro',
    rateLimitTier: 'default_claude_ai',
    ...changes
  }
}

/** The text of a credentials file with such a login and a token of another service, as the CLI writes it. */
export function sampleText(changes: object = {}): string {
  return JSON.stringify({ claudeAiOauth: sampleLogin(changes), mcpOAuth: { other: { accessToken: 'test-other' } } })
}

/** The credentials in such a file. */
export function sampleCredentials(changes: object = {}): Credentials {
  const login = parseLogin(sampleText(changes))
  if (login.refreshToken === null) throw new Error('these changes remove the refresh token')
  return login
}

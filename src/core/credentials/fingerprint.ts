import { createHash } from 'node:crypto'

/** Two tokens that belong together; null for the refresh token of a login that has none. */
export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string | null
}

/**
 * A name for a pair that tells it from every other and says nothing of its tokens: 64 hex digits, of which the first half is
 * the access token's own. Each half is half of a SHA-256.
 */
export function fingerprint({ accessToken, refreshToken }: TokenPair): string {
  return digest(accessToken) + digest(`${accessToken}\0${refreshToken ?? ''}`)
}

/** Whether an access token is that of the pair which has this fingerprint. */
export function isAccessTokenOf(accessToken: string, pairFingerprint: string): boolean {
  return pairFingerprint.startsWith(digest(accessToken))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

import { createHash } from 'node:crypto'

/** Two tokens that belong together. `refreshToken` is null if the login has none. */
export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string | null
}

/**
 * Identifies a pair without revealing its tokens: 64 hex digits. The first 32 depend only on the access token, the last 32 on
 * both. Each half is the first half of a SHA-256.
 */
export function fingerprint({ accessToken, refreshToken }: TokenPair): string {
  return digest(accessToken) + digest(`${accessToken}\0${refreshToken ?? ''}`)
}

/** Whether an access token is the one of the pair with this fingerprint. */
export function isAccessTokenOf(accessToken: string, pairFingerprint: string): boolean {
  return pairFingerprint.startsWith(digest(accessToken))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

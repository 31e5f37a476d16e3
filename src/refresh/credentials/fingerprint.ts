import { createHash } from 'node:crypto'

/** Two tokens that belong together; null for the refresh token of a login that has none. */
export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string | null
}

/** A name for a pair that tells it from every other and says nothing of its tokens: SHA-256, in hex. */
export function fingerprint({ accessToken, refreshToken }: TokenPair): string {
  return createHash('sha256')
    .update(`${accessToken}\0${refreshToken ?? ''}`)
    .digest('hex')
}

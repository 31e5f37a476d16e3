import { createHash } from 'node:crypto'

/** Two tokens that belong together. */
export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string
}

/** A name for a pair that tells it from every other and says nothing of its tokens: SHA-256, in hex. */
export function fingerprint(pair: TokenPair): string {
  return createHash('sha256').update(`${pair.accessToken}\0${pair.refreshToken}`).digest('hex')
}

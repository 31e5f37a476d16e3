import type { SecretLocation } from './location.js'

/** Which secrets a store writes, where, and with which right. */
export interface StoreTarget {
  readonly location: SecretLocation
  /** The secret that is never overwritten if somebody else has written it since the first look; null for none. */
  readonly guardedName: string | null
  /** The secrets that are overwritten whoever wrote them. */
  readonly plainNames: readonly string[]
  /** The token for GitHub's API: itself a secret. */
  readonly token: string
  /** Base of the REST API, without a slash at its end: `https://api.github.com`, `https://ghes.example/api/v3`. */
  readonly apiUrl: string
  readonly words: StoreWords
}

/** What messages call the things that each caller has its own words for. */
export interface StoreWords {
  /** The token: `github-token`. */
  readonly token: string
  /** The setting that has the address of the API: `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** Who else may write the guarded secret: `another job`. */
  readonly otherWriters: string
  /** What happened if the caller's signal is aborted, as a clause: `the job was cancelled`. */
  readonly cancelled: string
}

/** A text to be stored in a secret. */
export interface SecretText {
  /** The name of the secret: one of the target's. */
  readonly name: string
  /**
   * The text to write at a moment by GitHub's clock, for a text that has its own date in it. Null if that is not known: for
   * a plain secret, and for a text that a person stores later.
   */
  readonly textAt: (now: Date | null) => string
}

/** "Secrets are limited to 48 KB in size": https://docs.github.com/en/actions/reference/security/secrets */
const LARGEST_SECRET_BYTES = 48 * 1024

/**
 * Says, in a clause, that GitHub would not store a text; null if it would.
 * @param growth bytes by which the text may yet grow, and what for
 */
export function whyTooLarge({ name, textAt }: SecretText, growth = { bytes: 0, reason: '' }): string | null {
  const bytes = Buffer.byteLength(textAt(new Date()))
  if (bytes + growth.bytes <= LARGEST_SECRET_BYTES) return null
  const room = growth.bytes === 0 ? '' : `, with ${growth.bytes} more for ${growth.reason}`
  return `${name} would have ${bytes} bytes${room}, and GitHub stores at most ${LARGEST_SECRET_BYTES} (48 KB) in a secret`
}

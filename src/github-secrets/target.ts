import { quote } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'
import type { GivenText, SecretLocation } from './location.js'

/** Which secrets a store writes, where, and with which token. */
export interface StoreTarget {
  readonly location: SecretLocation
  /** The secret that is never overwritten if somebody else has written it since the first look; null for none. */
  readonly guardedName: string | null
  /** The secrets that are always overwritten. */
  readonly plainNames: readonly string[]
  /** The token for GitHub's API: itself a secret. */
  readonly token: string
  /** Base of the REST API, without a slash at its end: `https://api.github.com`, `https://ghes.example/api/v3`. */
  readonly apiUrl: string
  readonly words: StoreWords
}

/** The caller's own words for what messages mention. */
export interface StoreWords {
  /** The token: `github-token`. */
  readonly token: string
  /** What to do about a token that is not valid, as a sentence without its full stop: `Set GH_TOKEN to a new token`. */
  readonly newToken: string
  /** The setting that holds the address of the API: `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** Who else may write the guarded secret: `another job`. */
  readonly otherWriters: string
  /** A sentence about what has not happened if the secrets can't be written: `The sign-in has not started.` */
  readonly nothingDone: string
  /** What happened if the caller's signal is aborted, as a clause: `the job was cancelled`. */
  readonly cancelled: string
}

/** A text to store in a secret. */
export interface SecretText {
  /** The name of the secret: one of the target's. */
  readonly name: string
  /**
   * Returns the text to write. It may contain the time of the write, by GitHub's clock: `now`, which is null if it is not
   * known (for a plain secret, and for a text that a person stores later).
   */
  readonly textAt: (now: Date | null) => string
}

/** "Secrets are limited to 48 KB in size": https://docs.github.com/en/actions/reference/security/secrets */
const MAX_SECRET_BYTES = 48 * 1024

/**
 * Says, in a clause, that a text is too large for GitHub; null if it is not.
 * @param growth bytes by which the text may still grow, and why
 */
export function whyTooLarge({ name, textAt }: SecretText, growth = { bytes: 0, reason: '' }): string | null {
  const bytes = Buffer.byteLength(textAt(new Date()))
  if (bytes + growth.bytes <= MAX_SECRET_BYTES) return null
  const room = growth.bytes === 0 ? '' : `, with ${growth.bytes} more for ${growth.reason}`
  return `${name} would have ${bytes} bytes${room}, and GitHub stores at most ${MAX_SECRET_BYTES} (48 KB) in a secret`
}

/** The secret that is written and removed again to prove that secrets can be written. */
export const PROBE_NAME = 'CLR_REFRESH_PROBE'

/**
 * The name of a secret, checked by GitHub's rules; null if none is given.
 * Source: https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets
 * @throws RefreshError `usage`
 */
export function parseSecretName({ text: name, from }: GivenText): string | null {
  if (name === '') return null
  if (!/^\w+$/.test(name)) throw usage(`${from} may contain only letters, digits and "_", got ${quote(name)}`)
  if (/^\d/.test(name)) throw usage(`${from} must not begin with a digit, got ${quote(name)}`)
  if (/^GITHUB_/i.test(name)) throw usage(`${from} must not begin with GITHUB_, got ${quote(name)}`)
  if (isSameName(name, PROBE_NAME))
    throw usage(`${from} must not be ${PROBE_NAME}, which clr-refresh writes and removes to test the token`)
  return name
}

/** Whether two names mean the same secret to GitHub, which stores them in capitals. */
export function isSameName(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}

/** A token that fits into a header. The error never quotes it. @throws RefreshError `usage` */
export function parseApiToken({ text, from }: GivenText): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text
  throw usage(`${from} is not a token: it has a space, a line break or a non-ASCII character`)
}

/**
 * Base of the REST API; GitHub's own if none is given. The error never quotes the text, which may contain a password.
 * @throws RefreshError `usage`
 */
export function parseApiUrl({ text, from }: GivenText): string {
  if (text === '') return 'https://api.github.com'
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && hasPlainHost(url)) {
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
  }
  throw usage(`${from} must be an http or https address without a user name or password`)
}

/** The server of an API as `gh` names it: `api.github.com` and `api.acme.ghe.com` without `api.`, GHES by its host. */
export function ghHostOf(apiUrl: string): string {
  const { host } = new URL(apiUrl)
  return /^api\.(.+\.ghe\.com|github\.com)$/.exec(host)?.[1] ?? host
}

/** Without a login, and with a host of letters, digits, `.`, `-` (or an IPv6 address): it becomes part of a shell command. */
function hasPlainHost({ username, password, hostname }: URL): boolean {
  return username === '' && password === '' && /^[\w.:[\]-]+$/.test(hostname)
}

function usage(sentence: string): RefreshError {
  return new RefreshError('usage', sentence)
}

import { quote } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'
import type { SecretLocation } from './location.js'

/** A text as a user gave it, and the input, option or variable that it came by. Empty means not given. */
export interface GivenText {
  readonly text: string
  readonly from: string
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
  if (!/^\w+$/.test(name)) throw usage(`${from} may hold letters, digits and "_" alone, got ${quote(name)}`)
  if (/^\d/.test(name)) throw usage(`${from} must not begin with a digit, got ${quote(name)}`)
  if (/^GITHUB_/i.test(name)) throw usage(`${from} must not begin with GITHUB_, got ${quote(name)}`)
  if (isSameName(name, PROBE_NAME)) throw usage(`${from} must not be ${PROBE_NAME}, which is overwritten and removed`)
  return name
}

/** Whether GitHub takes two names for the same secret: it stores them in capitals. */
export function isSameName(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}

/** What a user gave to say where the secrets are. */
export interface GivenLocation {
  readonly repository: GivenText
  readonly environment: GivenText
  readonly organization: GivenText
  /** Taken if neither an organization nor a repository is given. */
  readonly defaultRepository: GivenText
}

/** @throws RefreshError `usage` */
export function parseLocation(given: GivenLocation): SecretLocation {
  const { organization, environment } = given
  if (organization.text !== '') return parseOrganization(given)
  const repository = parseRepository(given)
  if (environment.text === '') return { kind: 'repository', repository }
  // `.` and `..` would be resolved as steps of the path; 255 is GitHub's own limit
  if (!/^\.{1,2}$/.test(environment.text) && environment.text.length <= 255)
    return { kind: 'environment', repository, environment: environment.text }
  throw usage(`${environment.from} must be the name of an environment, got ${quote(environment.text)}`)
}

function parseOrganization({ organization: { text, from }, repository, environment }: GivenLocation): SecretLocation {
  const other = [repository, environment].find(given => given.text !== '')
  if (other !== undefined) throw usage(`${from} and ${other.from} exclude each other`)
  if (isOwner(text)) return { kind: 'organization', organization: text }
  throw usage(`${from} must be the name of an organization, got ${quote(text)}`)
}

function parseRepository({ repository, defaultRepository }: GivenLocation): string {
  const { text, from } = repository.text === '' ? defaultRepository : repository
  if (text === '') throw usage(`${repository.from} is missing, and ${from} is not set`)
  const [owner = '', name = '', ...rest] = text.split('/')
  if (isOwner(owner) && /^(?!\.{1,2}$)[\w.-]+$/.test(name) && rest.length === 0) return text
  throw usage(`${from} must be owner/name, got ${quote(text)}`)
}

/** Letters, digits and hyphens; managed users also have an underscore before their company's short code. */
function isOwner(text: string): boolean {
  return /^[a-z\d][\w-]*$/i.test(text)
}

/** A token that a header can hold. Never quotes it. @throws RefreshError `usage` */
export function parseToken({ text, from }: GivenText): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text
  throw usage(`${from} must be one word of ASCII characters; it holds blanks or others`)
}

/** Base of the REST API; GitHub's own if none is given. Never quotes the text, which may have a password in it. @throws RefreshError `usage` */
export function parseApiUrl({ text, from }: GivenText): string {
  if (text === '') return 'https://api.github.com'
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && hasPlainHost(url)) {
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
  }
  throw usage(`${from} must be an http or https address without a login in it`)
}

/** Without a login, and with a host of letters, digits, `.`, `-` (or an IPv6 address): it goes into a line for a shell. */
function hasPlainHost({ username, password, hostname }: URL): boolean {
  return username === '' && password === '' && /^[\w.:[\]-]+$/.test(hostname)
}

function usage(sentence: string): RefreshError {
  return new RefreshError('usage', sentence)
}

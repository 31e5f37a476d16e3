import { RefreshError } from '../core/reasons.js'
import { remedyForEmpty, whyNoSecrets } from '../action/no-secrets.js'
import type { SecretPlace } from './place.js'
import { quote } from './quote.js'
import { isSameName, parseSecretName } from './secret-name.js'

/** The inputs that have to do with secrets, as texts; empty means not given. */
export interface SecretInputs {
  readonly secretName: string
  readonly secretRepository: string
  readonly secretEnvironment: string
  readonly secretOrganization: string
  readonly accessTokenSecretName: string
  readonly githubToken: string
}

/** What is to be stored, where, in which form, and by which right. */
export interface SecretTarget extends SecretAddress {
  /** Whether the secret for the credentials holds base64 of the JSON. */
  readonly isBase64: boolean
}

/** All of a target that the inputs name. At least one of the two names is there. */
export interface SecretAddress {
  readonly place: SecretPlace
  /** The secret for the whole credentials. */
  readonly credentialsName: string | null
  /** The secret for the access token alone. */
  readonly accessTokenName: string | null
  /** The token for GitHub's API: itself a secret. */
  readonly token: string
  /** Base of the REST API, without a slash at its end: `https://api.github.com`, `https://ghes.example/api/v3`. */
  readonly apiUrl: string
}

/**
 * What the inputs ask to be stored; null where they ask for nothing. `GITHUB_REPOSITORY` is the default place,
 * `GITHUB_API_URL` tells the server.
 * @throws RefreshError `usage`, in one sentence that names the input at fault
 */
export function parseSecretTarget(inputs: SecretInputs, env: NodeJS.ProcessEnv): SecretAddress | null {
  const credentialsName = parseSecretName('secret-name', inputs.secretName)
  const accessTokenName = parseSecretName('access-token-secret-name', inputs.accessTokenSecretName)
  if (credentialsName === null && accessTokenName === null) return null
  if (credentialsName !== null && accessTokenName !== null && isSameName(credentialsName, accessTokenName)) {
    throw wrong(`secret-name and access-token-secret-name must differ, got ${quote(credentialsName)} for both`)
  }
  const place = parsePlace(inputs, env)
  return {
    place,
    credentialsName,
    accessTokenName,
    token: parseToken(inputs.githubToken, env),
    apiUrl: parseApiUrl(env)
  }
}

function parsePlace(inputs: SecretInputs, env: NodeJS.ProcessEnv): SecretPlace {
  const { secretRepository, secretEnvironment: environment, secretOrganization: organization } = inputs
  if (organization !== '') {
    if (secretRepository !== '') throw wrong('secret-organization and secret-repository exclude each other')
    if (environment !== '') throw wrong('secret-organization and secret-environment exclude each other')
    if (isOwner(organization)) return { kind: 'organization', organization }
    throw wrong(`secret-organization must be the name of an organization, got ${quote(organization)}`)
  }
  const repository = parseRepository(secretRepository, env)
  if (environment === '') return { kind: 'repository', repository }
  // `.` and `..` would be resolved as steps of the path; 255 is GitHub's own limit
  if (!/^\.{1,2}$/.test(environment) && environment.length <= 255)
    return { kind: 'environment', repository, environment }
  throw wrong(`secret-environment must be the name of an environment, got ${quote(environment)}`)
}

function parseRepository(given: string, env: NodeJS.ProcessEnv): string {
  const repository = given === '' ? (env.GITHUB_REPOSITORY ?? '') : given
  if (repository === '') throw wrong('secret-repository is missing, and GITHUB_REPOSITORY is not set')
  const [owner = '', name = '', ...rest] = repository.split('/')
  if (isOwner(owner) && /^(?!\.{1,2}$)[\w.-]+$/.test(name) && rest.length === 0) return repository
  throw wrong(
    `${given === '' ? 'GITHUB_REPOSITORY' : 'secret-repository'} must be owner/name, got ${quote(repository)}`
  )
}

/** Letters, digits and hyphens; managed users also have an underscore before their company's short code. */
function isOwner(text: string): boolean {
  return /^[a-z\d][\w-]*$/i.test(text)
}

function parseToken(token: string, env: NodeJS.ProcessEnv): string {
  if (token === '') {
    const why = whyNoSecrets(env)
    const what = why ?? 'it needs the right to write the secret; GITHUB_TOKEN has none'
    throw new RefreshError('usage', `github-token is missing: ${what}`, remedyForEmpty(why))
  }
  if (/^[\x21-\x7e]+$/.test(token)) return token // what a header can hold
  throw wrong('github-token must be one word of ASCII characters; it holds blanks or others')
}

function parseApiUrl(env: NodeJS.ProcessEnv): string {
  const text = env.GITHUB_API_URL ?? ''
  if (text === '') return 'https://api.github.com'
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && hasPlainHost(url)) {
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
  }
  throw wrong('GITHUB_API_URL must be an http or https address without a login in it')
}

/** Without a login, and with a host of letters, digits, `.`, `-` (or an IPv6 address): it goes into a line for a shell. */
function hasPlainHost({ username, password, hostname }: URL): boolean {
  return username === '' && password === '' && /^[\w.:[\]-]+$/.test(hostname)
}

function wrong(sentence: string): RefreshError {
  return new RefreshError('usage', sentence)
}

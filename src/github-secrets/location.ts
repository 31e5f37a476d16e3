import { quote } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'
import { factsOf, SECRET_APPS, type SecretApp } from './secret-app.js'

/**
 * Whose secrets they are, and in which store, by the options of `gh secret set`: `--repo`, `--env`, `--org`, `--app`. An
 * environment has only Actions secrets.
 */
export type SecretLocation =
  | { readonly kind: 'repository'; /** `owner/name` */ readonly repository: string; readonly app: SecretApp }
  | { readonly kind: 'environment'; readonly repository: string; readonly environment: string }
  | { readonly kind: 'organization'; readonly organization: string; readonly app: SecretApp }

/** The store that holds the secrets of a location. */
export function appOf(location: SecretLocation): SecretApp {
  return location.kind === 'environment' ? 'actions' : location.app
}

/** How a sentence shows a name that is not its own, such as that of a repository. */
export type Marker = (name: string) => string

/**
 * A location in a sentence: `repository acme/app`, `environment "ci" of acme/app`, `organization acme`.
 * @param mark how names are shown; by default only the name of an environment, which may hold anything, has quotes
 */
export function describeLocation(location: SecretLocation, mark?: Marker): string {
  const show = mark ?? String
  switch (location.kind) {
    case 'repository':
      return `repository ${show(location.repository)}`
    case 'environment':
      return `environment ${(mark ?? JSON.stringify)(location.environment)} of ${show(location.repository)}`
    case 'organization':
      return `organization ${show(location.organization)}`
  }
}

/** The secrets of a location in a sentence: `secrets of repository acme/app`, `Dependabot secrets of organization acme`. */
export function describeSecrets(location: SecretLocation): string {
  const app = appOf(location)
  return `${app === 'actions' ? '' : `${factsOf(app).title} `}secrets of ${describeLocation(location)}`
}

/** One secret in a sentence: `NAME of repository acme/app`, `Dependabot secret NAME of organization acme`. */
export function describeSecret(name: string, location: SecretLocation, mark?: Marker): string {
  const app = appOf(location)
  const what = app === 'actions' ? '' : `${factsOf(app).title} secret `
  return `${what}${(mark ?? String)(name)} of ${describeLocation(location, mark)}`
}

/**
 * The path of the secrets in GitHub's REST API, without the base. The name of a secret, or `public-key`, is appended to it.
 * Sources: https://docs.github.com/en/rest/actions/secrets, https://docs.github.com/en/rest/dependabot/secrets,
 * https://docs.github.com/en/rest/codespaces/repository-secrets,
 * https://docs.github.com/en/rest/codespaces/organization-secrets
 */
export function secretsPath(location: SecretLocation): string {
  switch (location.kind) {
    case 'repository':
      return `/repos/${location.repository}/${location.app}/secrets`
    case 'environment':
      return `${environmentPath(location)}/secrets`
    case 'organization':
      return `/orgs/${location.organization}/${location.app}/secrets`
  }
}

/** A location that is an environment. */
export type EnvironmentLocation = Extract<SecretLocation, { readonly kind: 'environment' }>

/** The path of an environment in GitHub's REST API, without the base. */
export function environmentPath({ repository, environment }: EnvironmentLocation): string {
  return `/repos/${repository}/environments/${encodeSegment(environment)}`
}

/** `encodeURIComponent` leaves `!'()*` as they are, and a single quote would end the quoted path in a shell command. */
function encodeSegment(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16)}`)
}

/**
 * The permission that a token needs to write secrets there, as GitHub's settings pages call it.
 * Source: "Fine-grained access tokens for …" under each endpoint of the pages that `secretsPath` names.
 */
export function permissionFor(location: SecretLocation): string {
  const { permissions, classicToken } = factsOf(appOf(location))
  switch (location.kind) {
    case 'repository':
      return `the repository permission "${permissions.repository}: write" (${classicToken}: the scope "repo")`
    case 'environment':
      return 'the repository permission "Environments: write" (a classic token: the scope "repo")'
    case 'organization':
      return `the organization permission "${permissions.organization}: write" (a classic token of an owner: the scope "admin:org")`
  }
}

/**
 * The permission that a token needs to create an environment.
 * Source: https://docs.github.com/en/rest/deployments/environments#create-or-update-an-environment
 */
export const PERMISSION_TO_CREATE =
  'the repository permission "Administration: write" (a classic token: the scope "repo")'

/** A text that a user gave, and the name of the input, option or variable that holds it. An empty text means not given. */
export interface GivenText {
  readonly text: string
  readonly from: string
}

/** What a user gave to name a location. */
export interface GivenLocation {
  readonly repository: GivenText
  readonly environment: GivenText
  readonly organization: GivenText
  /** Used if neither a repository nor an organization is given. */
  readonly defaultRepository: GivenText
  /** The store; that of Actions if not given. */
  readonly app?: SecretApp
}

/** The store that a user named; that of Actions if the text is empty. @throws RefreshError `usage` */
export function parseSecretApp({ text, from }: GivenText): SecretApp {
  if (text === '') return 'actions'
  const app = SECRET_APPS.find(known => known === text)
  if (app !== undefined) return app
  throw new RefreshError('usage', `${from} must be actions, dependabot or codespaces, got ${quote(text)}`)
}

/** @throws RefreshError `usage` */
export function parseLocation(given: GivenLocation): SecretLocation {
  const { organization, environment, app = 'actions' } = given
  if (organization.text !== '') return { kind: 'organization', organization: parseOrganization(given), app }
  const repository = parseRepository(given)
  if (environment.text === '') return { kind: 'repository', repository, app }
  if (app !== 'actions') {
    const { title } = factsOf(app)
    const sentence = `${environment.from} must be empty for ${title} secrets: an environment has only Actions secrets`
    throw new RefreshError('usage', sentence)
  }
  // `.` and `..` would be resolved as steps of the path; 255 is GitHub's own limit
  if (!/^\.{1,2}$/.test(environment.text) && environment.text.length <= 255)
    return { kind: 'environment', repository, environment: environment.text }
  const sentence = `${environment.from} must be the name of an environment, got ${quote(environment.text)}`
  throw new RefreshError('usage', sentence)
}

function parseOrganization({ organization: { text, from }, repository, environment }: GivenLocation): string {
  const other = [repository, environment].find(given => given.text !== '')
  if (other !== undefined) throw new RefreshError('usage', `${from} and ${other.from} cannot be used together`)
  if (isOwner(text)) return text
  throw new RefreshError('usage', `${from} must be the name of an organization, got ${quote(text)}`)
}

function parseRepository({ repository, defaultRepository }: GivenLocation): string {
  const { text, from } = repository.text === '' ? defaultRepository : repository
  if (text === '') throw new RefreshError('usage', `${repository.from} is missing, and ${from} is not set`)
  const [owner = '', name = '', ...rest] = text.split('/')
  if (isOwner(owner) && /^(?!\.{1,2}$)[\w.-]+$/.test(name) && rest.length === 0) return text
  throw new RefreshError('usage', `${from} must be owner/name, got ${quote(text)}`)
}

/** Letters, digits and hyphens; managed users also have an underscore before the short code of their company. */
function isOwner(text: string): boolean {
  return /^[a-z\d][\w-]*$/i.test(text)
}

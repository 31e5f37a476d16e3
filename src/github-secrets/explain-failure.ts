import { inTime } from '../core/times.js'
import type { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { NotCreated } from './environment.js'
import { appOf, describeLocation, permissionFor, PERMISSION_TO_CREATE, type SecretLocation } from './location.js'
import type { StoreTarget } from './target.js'

/** The time limit of the one extra request that explains a failure, in milliseconds. */
const DIAGNOSIS_LIMIT_MS = 5_000

/** Why a request failed. Never holds a token. */
export interface Explanation {
  /** One clause, with the permission that is missing. */
  readonly why: string
  /** What a person should do, in a sentence or two. */
  readonly remedy: string
}

/**
 * Explains why GitHub refused. GitHub answers 404 both for a missing environment and for a missing repository: one more request
 * tells them apart.
 */
export async function explainFailure(failure: ApiFailure, target: StoreTarget, api: Api): Promise<Explanation> {
  const { why, remedy } = await explain(failure, target, api)
  return { why: `${why}${quoteGitHub(failure)}`, remedy }
}

async function explain(failure: ApiFailure, target: StoreTarget, api: Api): Promise<Explanation> {
  if (failure instanceof NotCreated) return explainNotCreated(failure, target)
  const usual = explainUsual(failure, target)
  if (usual !== null) return usual
  if (failure.status === 403) return explainForbidden(failure, target)
  if (failure.status !== 404) return { why: answered(failure), remedy: AGAIN_LATER }
  if (!lacksCodespaces(target)) return explainNotFound(target, api)
  return {
    why: 'GitHub Enterprise Server has no Codespaces, and therefore no Codespaces secrets',
    remedy: 'Set `secret-app` to `actions` or `dependabot`.'
  }
}

const AGAIN_LATER = 'Run it again later.'

function answered({ status }: ApiFailure): string {
  return `GitHub's API answered ${status}`
}

/** What GitHub itself said, to be appended to a clause; empty if it said nothing. */
export function quoteGitHub({ status, said }: ApiFailure): string {
  return status === null || said === '' ? '' : ` (GitHub said: ${JSON.stringify(said)})`
}

/** Which API failed, and the caller's own words for messages. */
export interface FailureContext extends Pick<StoreTarget, 'apiUrl'> {
  readonly words: Pick<StoreTarget['words'], 'token' | 'newToken' | 'apiUrl' | 'cancelled'>
}

/** Explains why any request to GitHub failed; null if that depends on what was requested. */
export function explainUsual(failure: ApiFailure, { apiUrl, words }: FailureContext): Explanation | null {
  const { status, waitMs } = failure
  if (failure.isGivenUp) {
    return { why: `${words.cancelled}, or the time limit passed, before GitHub answered`, remedy: 'Run it again.' }
  }
  if (status === null) {
    return {
      why: `GitHub's API at ${apiUrl} cannot be reached (${failure.said})`,
      remedy: `Check the network, ${words.apiUrl}, HTTPS_PROXY, and, for a proxy with a CA of its own, NODE_EXTRA_CA_CERTS.`
    }
  }
  if (failure.isRateLimit) {
    const wait = waitMs === null ? '' : `; it can be tried again ${inTime(Math.max(1, waitMs))}`
    return { why: `GitHub's rate limit was reached${wait}`, remedy: AGAIN_LATER }
  }
  if (status >= 500) return { why: answered(failure), remedy: AGAIN_LATER }
  if (status === 401) {
    return {
      why: `${words.token} is not valid: it has expired, was revoked or mistyped, or belongs to another GitHub server`,
      remedy: `${words.newToken}.`
    }
  }
  if (!failure.isSingleSignOn) return null
  return {
    why: `${words.token} is not authorized for the organization's single sign-on`,
    remedy: 'Authorize it in the token settings of your GitHub account ("Configure SSO").'
  }
}

/** GitHub also answers 403 for what no permission changes: an archived repository, a list of allowed IP addresses. */
function explainForbidden(failure: ApiFailure, target: StoreTarget): Explanation {
  const { location, words } = target
  const place = placeOf(location)
  if (saysNoPermission(failure)) {
    return {
      why: `${words.token} lacks ${permissionFor(location)}${orNotApproved(target)}`,
      remedy: accessRemedy(target, `Give the token this permission for ${place}`)
    }
  }
  const first = failure.said === '' ? '' : 'Fix what GitHub names. If that is unclear, '
  const check = `${first === '' ? 'C' : 'c'}heck that the token has ${permissionFor(location)} for ${place}`
  return { why: 'GitHub refused it (403)', remedy: accessRemedy(target, `${first}${check}`) }
}

/**
 * Whether GitHub says that the token lacks a permission: "Resource not accessible by personal access token" (or "by
 * integration"), "Must have admin rights to Repository.". A 404 says nothing else.
 */
function saysNoPermission({ status, said }: ApiFailure): boolean {
  return status === 404 || /resource not accessible|must (?:have|be)\b.*\badmin/i.test(said)
}

function explainNotCreated(failure: NotCreated, target: StoreTarget): Explanation {
  const { token } = target.words
  if (!saysNoPermission(failure)) {
    return {
      why: 'the environment does not exist, and GitHub refused to create it (403)',
      remedy: accessRemedy(
        target,
        `Fix what GitHub names, or create the environment in the settings of the repository. The token needs ${PERMISSION_TO_CREATE}`
      )
    }
  }
  return {
    why: `the environment does not exist, and ${token} may not create it: it lacks ${PERMISSION_TO_CREATE}${orNotApproved(target)}, or the repository is private and its plan has no environments`,
    remedy: accessRemedy(
      target,
      'Create the environment in the settings of the repository, or give the token this permission'
    )
  }
}

/** GitHub also answers 404 if the token may not see the repository, environment or organization. */
async function explainNotFound(target: StoreTarget, api: Api): Promise<Explanation> {
  const { location, words } = target
  const isRepositoryMissing = location.kind === 'environment' && !(await isRepositoryVisible(location.repository, api))
  const missing = isRepositoryMissing ? `repository ${location.repository}` : describeLocation(location)
  const otherwise = appOf(location) === 'codespaces' ? 'or has no Codespaces, ' : ''
  return {
    why: `${missing} does not exist, ${otherwise}or ${words.token} has no access to it: it needs ${permissionFor(location)}${orNotApproved(target)}`,
    remedy: accessRemedy(target, `Check the name. If it is right, give the token access to ${placeOf(location)}`)
  }
}

async function isRepositoryVisible(repository: string, api: Api): Promise<boolean> {
  const signal = AbortSignal.timeout(DIAGNOSIS_LIMIT_MS)
  return api({ method: 'GET', path: `/repos/${repository}`, signal }).then(
    () => true,
    () => false
  )
}

/** What a token has to be given access to. */
function placeOf(location: SecretLocation): string {
  return location.kind === 'organization' ? location.organization : location.repository
}

/**
 * Whether Codespaces secrets were looked for on a GitHub Enterprise Server, whose API is the only one with a path. It has no
 * endpoints for them, and answers 404. Source: https://docs.github.com/en/enterprise-server@latest/rest has no chapter on
 * Codespaces.
 */
function lacksCodespaces({ location, apiUrl }: StoreTarget): boolean {
  return appOf(location) === 'codespaces' && apiUrl.endsWith('/api/v3')
}

/**
 * How tokens begin. `GITHUB_TOKEN` begins with `ghs_`, but so does the token of every installed GitHub App.
 * Source: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 */
const FINE_GRAINED = 'github_pat_'
const OF_INSTALLATION = 'ghs_'

/**
 * An organization may have to approve a fine-grained token: until then it can only read what is public, and GitHub refuses it
 * in the same words as one without the permission. Source: https://docs.github.com/en/organizations/managing-programmatic-access-to-your-organization/managing-requests-for-personal-access-tokens-in-your-organization
 */
function orNotApproved({ token }: StoreTarget): string {
  return token.startsWith(FINE_GRAINED) ? ', or the organization has not approved it yet' : ''
}

/** @param what the first thing to do, as a sentence without its end */
function accessRemedy({ token }: StoreTarget, what: string): string {
  if (token.startsWith(OF_INSTALLATION)) {
    return `${what}. The job's own GITHUB_TOKEN can never write secrets: use a personal access token or a GitHub App's token.`
  }
  if (!token.startsWith(FINE_GRAINED)) return `${what}.`
  return `${what}. If your GitHub settings show the token as pending, an owner of the organization has to approve it.`
}

import type { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { NotCreated } from './environment.js'
import { appOf, describeLocation, permissionFor, PERMISSION_TO_CREATE } from './location.js'
import type { StoreTarget } from './target.js'

/** The time limit of the one extra request that explains a failure, in milliseconds. */
const DIAGNOSIS_LIMIT_MS = 5_000

/**
 * Why GitHub refused, in one clause for people, with the permission that is missing. Never holds a token. GitHub answers 404
 * both for a missing environment and for a missing repository: one more request tells them apart.
 */
export async function explainFailure(failure: ApiFailure, target: StoreTarget, api: Api): Promise<string> {
  const said = quoteOf(failure)
  if (failure instanceof NotCreated) return `${notCreatedClause(target)}${said}`
  if (failure.status !== 404) return `${clauseFor(failure, target)}${said}`
  if (lacksCodespaces(target)) return `GitHub Enterprise Server has no Codespaces, and so no secrets for them${said}`
  return `${await notFoundClause(target, api)}${hintAt(target.token)}${said}`
}

/**
 * Whether Codespaces secrets were looked for on a GitHub Enterprise Server, whose API is the only one with a path. It has no
 * endpoints for them, and answers 404. Source: https://docs.github.com/en/enterprise-server@latest/rest has no chapter on
 * Codespaces.
 */
function lacksCodespaces({ location, apiUrl }: StoreTarget): boolean {
  return appOf(location) === 'codespaces' && apiUrl.endsWith('/api/v3')
}

function clauseFor(failure: ApiFailure, { location, token, apiUrl, words }: StoreTarget): string {
  const clause = failureClause(failure, { apiUrl, words })
  if (clause !== null) return clause
  if (failure.status === 403) return `${words.token} lacks ${permissionFor(location)}${hintAt(token)}`
  return `GitHub's API answers with status ${failure.status}`
}

/** What GitHub itself said, to be appended to a clause; empty if it said nothing. */
export function quoteOf({ status, said }: ApiFailure): string {
  return status === null || said === '' ? '' : ` (GitHub said: ${JSON.stringify(said)})`
}

/** Which API failed, and the caller's own words for messages. */
export interface FailureContext extends Pick<StoreTarget, 'apiUrl'> {
  readonly words: Pick<StoreTarget['words'], 'token' | 'apiUrl' | 'cancelled'>
}

/** Why any request to GitHub failed, in one clause for people; null if that depends on what was requested. */
export function failureClause(failure: ApiFailure, { apiUrl, words }: FailureContext): string | null {
  const { status, waitMs } = failure
  if (failure.isGivenUp) return `${words.cancelled}, or the time was up, before GitHub had answered`
  if (status === null) {
    return `GitHub's API at ${apiUrl} cannot be reached (${failure.said}); check the network, ${words.apiUrl}, HTTPS_PROXY, and NODE_EXTRA_CA_CERTS for a proxy with a CA of its own`
  }
  if (failure.isRateLimit) {
    const wait = waitMs === null ? '' : `; it asks to wait ${Math.ceil(waitMs / 1_000)} s`
    return `GitHub takes no more requests for now${wait}`
  }
  if (status >= 500) return `GitHub's API fails with status ${status}; try again later`
  if (status === 401) return `${words.token} is not valid: it is expired, revoked, or of another GitHub server`
  if (failure.isSingleSignOn) {
    return `${words.token} is not authorised for the single sign-on of its organization; authorise it in your token settings`
  }
  return null
}

function notCreatedClause({ token, words }: StoreTarget): string {
  return `the environment does not exist, and ${words.token} may not create it: it lacks ${PERMISSION_TO_CREATE}, or the plan of a private repository has no environments${hintAt(token)}`
}

/** GitHub also answers 404 if the token may not see the repository, environment or organization. */
async function notFoundClause({ location, words }: StoreTarget, api: Api): Promise<string> {
  const isRepositoryMissing = location.kind === 'environment' && !(await isRepositoryVisible(location.repository, api))
  const missing = isRepositoryMissing ? `repository ${location.repository}` : describeLocation(location)
  const otherwise = appOf(location) === 'codespaces' ? 'or has no Codespaces, ' : ''
  return `${missing} does not exist, ${otherwise}or ${words.token} has no access to it; it needs ${permissionFor(location)}`
}

async function isRepositoryVisible(repository: string, api: Api): Promise<boolean> {
  const signal = AbortSignal.timeout(DIAGNOSIS_LIMIT_MS)
  return api({ method: 'GET', path: `/repos/${repository}`, signal }).then(
    () => true,
    () => false
  )
}

/**
 * `GITHUB_TOKEN` begins with `ghs_`, but so does the token of every installed GitHub App.
 * Source: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 */
function hintAt(token: string): string {
  if (!token.startsWith('ghs_')) return ''
  return "; if it is the job's own GITHUB_TOKEN: that can never write secrets, take a personal access token or a GitHub App's"
}

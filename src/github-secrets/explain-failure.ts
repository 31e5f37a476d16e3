import type { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { describeLocation, permissionFor } from './location.js'
import type { StoreTarget } from './target.js'
import { TimeBudget } from './time-budget.js'

/** For the one more request that explains a failure, in milliseconds. */
const DIAGNOSIS_LIMIT_MS = 5_000

/**
 * Why GitHub refused, in one clause for people, with the permission that is missing. Never holds a token. A missing
 * environment and a missing repository are the same 404: one more request shows which it is.
 */
export async function explainFailure(failure: ApiFailure, target: StoreTarget, api: Api): Promise<string> {
  const said = failure.status === null || failure.said === '' ? '' : ` (GitHub said: ${JSON.stringify(failure.said)})`
  if (failure.status !== 404) return `${clauseFor(failure, target)}${said}`
  return `${await notFoundClause(target, api)}${hintAt(target.token)}${said}`
}

function clauseFor(failure: ApiFailure, { location, token, apiUrl, words }: StoreTarget): string {
  const { status } = failure
  if (failure.isGivenUp) return `${words.cancelled}, or the time was up, before GitHub had answered`
  if (status === null) {
    return `GitHub's API at ${apiUrl} cannot be reached (${failure.said}); check the network, ${words.apiUrl}, HTTPS_PROXY, and NODE_EXTRA_CA_CERTS for a proxy with a CA of its own`
  }
  if (failure.isRateLimit) return `GitHub takes no more requests for now${waitClause(failure)}`
  if (status >= 500) return `GitHub's API fails with status ${status}; try again later`
  if (status === 401) return `${words.token} is not valid: it is expired, revoked, or of another GitHub server`
  if (failure.isSingleSignOn) {
    return `${words.token} is not authorised for the single sign-on of its organization; authorise it in your token settings`
  }
  if (status === 403) return `${words.token} lacks ${permissionFor(location)}${hintAt(token)}`
  return `GitHub's API answers with status ${status}`
}

function waitClause({ waitMs }: ApiFailure): string {
  return waitMs === null ? '' : `; it asks to wait ${Math.ceil(waitMs / 1_000)} s`
}

/** GitHub answers 404 also if the token may not know that the thing exists. */
async function notFoundClause({ location, words }: StoreTarget, api: Api): Promise<string> {
  const isRepositoryMissing = location.kind === 'environment' && !(await isRepositoryVisible(location.repository, api))
  const missing = isRepositoryMissing ? `repository ${location.repository}` : describeLocation(location)
  return `${missing} does not exist, or ${words.token} has no access to it; it needs ${permissionFor(location)}`
}

async function isRepositoryVisible(repository: string, api: Api): Promise<boolean> {
  const { signal } = new TimeBudget({ limitMs: DIAGNOSIS_LIMIT_MS })
  return api({ method: 'GET', path: `/repos/${repository}`, signal }).then(
    () => true,
    () => false
  )
}

/**
 * `GITHUB_TOKEN` begins with `ghs_`, but so does every token of an installed GitHub App.
 * Source: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 */
function hintAt(token: string): string {
  if (!token.startsWith('ghs_')) return ''
  return "; if it is the job's own GITHUB_TOKEN: that can never write secrets, take a personal access token or a GitHub App's"
}

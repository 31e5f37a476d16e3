import type { ApiFailure } from './api-failure.js'
import { describePlace, permissionFor, type SecretPlace } from './place.js'
import type { SecretTarget } from './target.js'

/**
 * Why GitHub refused, in one clause for people, with the permission that is missing. Never holds a token.
 * @param repositoryIsThere whether the token can see at least the repository; null where that is not known
 */
export function explain(failure: ApiFailure, target: SecretTarget, repositoryIsThere: boolean | null = null): string {
  const said = failure.status === null || failure.said === '' ? '' : ` (GitHub said: ${JSON.stringify(failure.said)})`
  if (failure.status !== 404) return `${clauseFor(failure, target)}${said}`
  return `${notFoundClause(target.place, repositoryIsThere)}${hintAt(target.token)}${said}`
}

function clauseFor(failure: ApiFailure, target: SecretTarget): string {
  const { status } = failure
  if (failure.isGivenUp) return 'the job was cancelled, or the time was up, before GitHub had answered'
  if (status === null) {
    return `GitHub's API at ${target.apiUrl} cannot be reached (${failure.said}); check the network, GITHUB_API_URL, HTTPS_PROXY, and NODE_EXTRA_CA_CERTS for a proxy with a CA of its own`
  }
  if (failure.isRateLimit) return `GitHub takes no more requests for now${waitClause(failure)}`
  if (status >= 500) return `GitHub's API fails with status ${status}; try again later`
  if (status === 401) return 'github-token is not valid: it is expired, revoked, or of another GitHub server'
  if (failure.isSingleSignOn) {
    return `github-token is not authorised for the single sign-on of its organization; authorise it in your token settings`
  }
  if (status === 403) return `github-token lacks ${permissionFor(target.place)}${hintAt(target.token)}`
  return `GitHub's API answers with status ${status}`
}

function waitClause({ waitMs }: ApiFailure): string {
  return waitMs === null ? '' : `; it asks to wait ${Math.ceil(waitMs / 1_000)} s`
}

/** GitHub hides by a 404 what a token may not know of. */
function notFoundClause(place: SecretPlace, repositoryIsThere: boolean | null): string {
  const missing =
    place.kind === 'environment' && repositoryIsThere === false
      ? `repository ${place.repository}`
      : describePlace(place)
  return `${missing} does not exist, or github-token has no access to it; it needs ${permissionFor(place)}`
}

/**
 * `GITHUB_TOKEN` begins with `ghs_`, but so does every token of an installed GitHub App.
 * Source: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 */
function hintAt(token: string): string {
  if (!token.startsWith('ghs_')) return ''
  return "; if it is the job's own GITHUB_TOKEN: that can never write secrets, take a personal access token or a GitHub App's"
}

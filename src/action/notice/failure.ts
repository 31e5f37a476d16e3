import type { ApiFailure } from '../../github-secrets/api-failure.js'
import { failureClause, quoteOf } from '../../github-secrets/explain-failure.js'
import type { IssuesTarget } from './inputs.js'

const WORDS = { token: 'github-token', apiUrl: 'GITHUB_API_URL', cancelled: 'the job was cancelled' } as const

/** Whether issues are turned off in the settings of the repository: https://docs.github.com/en/rest/issues/issues, status 410. */
export function areIssuesOff({ status, said }: ApiFailure): boolean {
  return status === 410 && !/deleted/i.test(said) // a single issue that was deleted has the same status
}

/** Why the notice could not be written, in a clause, with the permission that is missing. Never holds a token. */
export function whyNoNotice(failure: ApiFailure, { apiUrl, repository }: IssuesTarget): string {
  return `${clauseFor(failure, apiUrl) ?? permissionClause(failure, repository)}${quoteOf(failure)}`
}

function clauseFor(failure: ApiFailure, apiUrl: string): string | null {
  const clause = failureClause(failure, { apiUrl, words: WORDS })
  if (clause !== null || failure.status === 403 || failure.status === 404) return clause
  return `GitHub's API answers with status ${failure.status}`
}

function permissionClause({ status }: ApiFailure, repository: string): string {
  const what = status === 404 ? `${repository} does not exist, or github-token` : 'github-token'
  return `${what} may not write the issues of this repository: give the job \`permissions: issues: write\``
}

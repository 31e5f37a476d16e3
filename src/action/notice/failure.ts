import type { ApiFailure } from '../../github-secrets/api-failure.js'
import { explainUsual, quoteGitHub } from '../../github-secrets/explain-failure.js'
import type { IssuesTarget } from './inputs.js'

const WORDS = {
  token: 'github-token',
  newToken: 'Give the step a valid `github-token`',
  apiUrl: 'GITHUB_API_URL',
  cancelled: 'the job was cancelled'
} as const

/** Whether issues are turned off in the settings of the repository: https://docs.github.com/en/rest/issues/issues, status 410. */
export function areIssuesOff({ status, said }: ApiFailure): boolean {
  return status === 410 && !/deleted/i.test(said) // a single issue that was deleted has the same status
}

/** Why the notice could not be written, with the permission that is missing, and what to do. Never holds a token. */
export function whyNoNotice(failure: ApiFailure, { apiUrl, repository }: IssuesTarget): string {
  const usual = explainUsual(failure, { apiUrl, words: WORDS })
  if (usual !== null) return `${usual.why}${quoteGitHub(failure)}. ${usual.remedy}`
  const isForbidden = failure.status === 403 || failure.status === 404
  const why = isForbidden ? permissionClause(failure, repository) : `GitHub's API answered ${failure.status}`
  return `${why}${quoteGitHub(failure)}`
}

function permissionClause({ status }: ApiFailure, repository: string): string {
  const what = status === 404 ? `${repository} does not exist, or github-token` : 'github-token'
  return `${what} may not write the issues of this repository: give the job \`permissions: issues: write\``
}

import { quote } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'
import type { SecretLocation } from '../github-secrets/location.js'
import { isSameName, parseApiUrl, parseLocation, parseSecretName, parseToken } from '../github-secrets/parse-target.js'
import { remedyForEmpty, whyNoSecrets } from './no-secrets.js'

/** The inputs that have to do with secrets, as texts; empty means not given. */
export interface SecretInputs {
  readonly secretName: string
  readonly secretRepository: string
  readonly secretEnvironment: string
  readonly secretOrganization: string
  readonly accessTokenSecretName: string
  readonly githubToken: string
}

/** In which secrets the login is to be stored, in which form, and with which right. */
export interface SecretTarget extends SecretAddress {
  /** Whether the secret for the credentials holds base64 of the JSON. */
  readonly isBase64: boolean
}

/** What the inputs say of a target. At least one of the two names is there. */
export interface SecretAddress {
  readonly location: SecretLocation
  /** The secret for the whole credentials. */
  readonly credentialsName: string | null
  /** The secret for only the access token. */
  readonly accessTokenName: string | null
  /** The token for GitHub's API: itself a secret. */
  readonly token: string
  /** Base of the REST API, without a slash at its end. */
  readonly apiUrl: string
}

/**
 * Where the inputs ask the login to be stored; null if nowhere. `GITHUB_REPOSITORY` is the default, `GITHUB_API_URL` names
 * the server.
 * @throws RefreshError `usage`, in one sentence that names the input at fault
 */
export function parseSecretTarget(inputs: SecretInputs, env: NodeJS.ProcessEnv): SecretAddress | null {
  const credentialsName = parseSecretName({ from: 'secret-name', text: inputs.secretName })
  const accessTokenName = parseSecretName({ from: 'access-token-secret-name', text: inputs.accessTokenSecretName })
  if (credentialsName === null && accessTokenName === null) return null
  if (credentialsName !== null && accessTokenName !== null && isSameName(credentialsName, accessTokenName)) {
    const sentence = `secret-name and access-token-secret-name must differ, got ${quote(credentialsName)} for both`
    throw new RefreshError('usage', sentence)
  }
  const location = parseLocation({
    repository: { from: 'secret-repository', text: inputs.secretRepository },
    environment: { from: 'secret-environment', text: inputs.secretEnvironment },
    organization: { from: 'secret-organization', text: inputs.secretOrganization },
    defaultRepository: { from: 'GITHUB_REPOSITORY', text: env.GITHUB_REPOSITORY ?? '' }
  })
  if (inputs.githubToken === '') throw missingToken(env)
  const token = parseToken({ from: 'github-token', text: inputs.githubToken })
  const apiUrl = parseApiUrl({ from: 'GITHUB_API_URL', text: env.GITHUB_API_URL ?? '' })
  return { location, credentialsName, accessTokenName, token, apiUrl }
}

function missingToken(env: NodeJS.ProcessEnv): RefreshError {
  const why = whyNoSecrets(env)
  const what = why ?? 'it needs the right to write the secret; GITHUB_TOKEN has none'
  return new RefreshError('usage', `github-token is missing: ${what}`, remedyForEmpty(why))
}

import { quote } from '../core/options.js'
import { NOT_SENT, RefreshError } from '../core/reasons.js'
import { parseLocation, parseSecretApp } from '../github-secrets/location.js'
import type { SecretApp } from '../github-secrets/secret-app.js'
import { isSameName, parseApiUrl, parseSecretName, parseApiToken, type StoreTarget } from '../github-secrets/target.js'
import { remedyForEmpty, whyNoSecrets } from './no-secrets.js'

/** The inputs about secrets, as texts; empty means not given. */
export interface SecretInputs {
  readonly secretName: string
  readonly secretRepository: string
  readonly secretEnvironment: string
  readonly secretOrganization: string
  readonly accessTokenSecretName: string
  readonly secretApp: string
  readonly githubToken: string
}

/** Which secrets the inputs name, and where. At least one of the two names is not null. */
export interface SecretPlace extends Pick<StoreTarget, 'location' | 'apiUrl'> {
  /** The secret for the whole credentials. */
  readonly credentialsName: string | null
  /** The secret for only the access token. */
  readonly accessTokenName: string | null
}

/** The secrets in which a login is stored, as the inputs name them. */
export interface SecretAddress extends SecretPlace, Pick<StoreTarget, 'token'> {}

/** The secrets in which a login is stored, and the form in which they hold the credentials. */
export interface SecretTarget extends SecretAddress {
  /** Whether the secret for the credentials holds base64 of the JSON. */
  readonly isBase64: boolean
}

/**
 * The secrets that the inputs name; null if they name none. The repository defaults to `GITHUB_REPOSITORY`, the server to
 * `GITHUB_API_URL`, the store to that of Actions.
 * @throws RefreshError `usage`, in one sentence that names the input at fault
 */
export function parseSecretTarget(inputs: SecretInputs, env: NodeJS.ProcessEnv): SecretAddress | null {
  const place = parseSecretPlace(inputs, env)
  if (place === null) return null
  if (inputs.githubToken === '') throw missingToken(env)
  return { ...place, token: parseApiToken({ from: 'github-token', text: inputs.githubToken }) }
}

/** As `parseSecretTarget`, whether or not there is a token. @throws RefreshError `usage` */
export function parseSecretPlace(inputs: SecretInputs, env: NodeJS.ProcessEnv): SecretPlace | null {
  const credentialsName = parseSecretName({ from: 'secret-name', text: inputs.secretName })
  const accessTokenName = parseSecretName({ from: 'access-token-secret-name', text: inputs.accessTokenSecretName })
  const app = parseApp(inputs)
  if (credentialsName === null && accessTokenName === null) return null
  if (credentialsName !== null && accessTokenName !== null && isSameName(credentialsName, accessTokenName)) {
    const sentence = `secret-name and access-token-secret-name must differ, got ${quote(credentialsName)} for both`
    throw new RefreshError('usage', sentence)
  }
  const location = parseLocation({
    repository: { from: 'secret-repository', text: inputs.secretRepository },
    environment: { from: 'secret-environment', text: inputs.secretEnvironment },
    organization: { from: 'secret-organization', text: inputs.secretOrganization },
    defaultRepository: { from: 'GITHUB_REPOSITORY', text: env.GITHUB_REPOSITORY ?? '' },
    app
  })
  const apiUrl = parseApiUrl({ from: 'GITHUB_API_URL', text: env.GITHUB_API_URL ?? '' })
  return { location, credentialsName, accessTokenName, apiUrl }
}

/** The store for the access token. The credentials are stored only where a job can read them again: in that of Actions. */
function parseApp({ secretApp, secretName }: SecretInputs): SecretApp {
  const app = parseSecretApp({ from: 'secret-app', text: secretApp })
  if (app === 'actions' || secretName === '') return app
  const sentence = `secret-name must be empty if secret-app is ${app}, because credentials can be stored only as an Actions secret`
  const remedy = `Store the access token in a step of its own, with \`access-token-secret-name\` and without \`secret-name\`. ${NOT_SENT}`
  throw new RefreshError('usage', sentence, remedy)
}

function missingToken(env: NodeJS.ProcessEnv): RefreshError {
  const why = whyNoSecrets(env)
  const what = why ?? 'it must be a token that can write secrets, which `GITHUB_TOKEN` never can'
  return new RefreshError('usage', `github-token is missing: ${what}`, remedyForEmpty(why))
}

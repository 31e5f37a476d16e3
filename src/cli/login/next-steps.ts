import { shellLine } from '../../core/shell-line.js'
import { describeLocation, permissionFor, type SecretLocation } from '../../github-secrets/location.js'
import { placeArguments, repositoryOn } from '../../github-secrets/place-arguments.js'
import type { SecretTarget } from './secret-target.js'
import { isOwnHost, type GitHubServer } from './server.js'

/** The secret with the token that the workflows of `examples/` store a refreshed login with. */
export const TOKEN_SECRET = 'SECRETS_TOKEN'

/** The workflow of `examples/` that keeps one login alive. */
const WORKFLOW = 'keepalive.yml'

/**
 * What a person should do after a login was stored: a line for each sentence and each command.
 * @param without where a job looks for `SECRETS_TOKEN` in vain; none if it is there, or not known
 */
export function nextSteps(
  { location, server }: Pick<SecretTarget, 'location' | 'server'>,
  without: readonly SecretLocation[]
): readonly string[] {
  return [...tokenSteps(location, server, without), ...runSteps(location, server)]
}

function tokenSteps(
  location: SecretLocation,
  server: GitHubServer,
  without: readonly SecretLocation[]
): readonly string[] {
  if (without.length === 0) return []
  const places = without.map(location => describeLocation(location)).join(', nor in ')
  const command = shellLine(['gh', 'secret', 'set', TOKEN_SECRET, ...placeArguments(location, server)])
  return [
    `the secret ${TOKEN_SECRET} is not in ${places}: the workflow needs it to store the refreshed login, unless it uses a GitHub App's token`,
    `create a token with ${permissionFor(location)}, and store it:`,
    `  ${command}`
  ]
}

function runSteps(location: SecretLocation, server: GitHubServer): readonly string[] {
  if (location.kind === 'organization') return ['next: run the workflow that refreshes this login']
  const { repository } = location
  const command = shellLine(['gh', 'workflow', 'run', WORKFLOW, '--repo', repositoryOn(server, repository)])
  return [
    `next: run the workflow that refreshes this login, at ${webAddress(server)}/${repository}/actions or with:`,
    `  ${command}`
  ]
}

/** A server's web pages: GitHub Enterprise Server has them at the address of its API. */
function webAddress({ host, apiUrl }: GitHubServer): string {
  return isOwnHost(host) ? `https://${host}` : new URL(apiUrl).origin
}

import type { SecretLocation } from './location.js'

/** The host of GitHub itself, which commands need not name. */
export const GITHUB = 'github.com'

/** A server, by the host as `gh` names it: `github.com`, `acme.ghe.com`, `ghes.example:8443`. */
interface Server {
  readonly host: string
}

/** The options of `clr login` that name a secret, from any working directory. */
export function secretArguments({
  name,
  location,
  server
}: {
  readonly name: string
  readonly location: SecretLocation
  readonly server: Server
}): readonly string[] {
  return ['--secret', name, ...placeArguments(location, server)]
}

/** The same without the name of the secret; `gh secret set` has these options, too. That of an organization names no server. */
export function placeArguments(location: SecretLocation, server: Server): readonly string[] {
  if (location.kind === 'organization') return ['--org', location.organization]
  const environment = location.kind === 'environment' ? option('--env', location.environment) : []
  return ['--repo', repositoryOn(server, location.repository), ...environment]
}

/** A value that begins with a dash would be taken for an option. */
function option(name: string, value: string): readonly string[] {
  return value.startsWith('-') ? [`${name}=${value}`] : [name, value]
}

/** A repository as `--repo` of `clr login` and of `gh` names it: with its host, unless that is github.com. */
export function repositoryOn({ host }: Server, repository: string): string {
  return host === GITHUB ? repository : `${host}/${repository}`
}

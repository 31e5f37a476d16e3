import { quote } from '../../core/options.js'
import { RefreshError } from '../../core/reasons.js'
import type { GivenText } from '../../github-secrets/location.js'
import { GITHUB } from '../../github-secrets/place-arguments.js'
import { ghHostOf, parseApiUrl } from '../../github-secrets/target.js'

/** A GitHub server. */
export interface GitHubServer {
  /** As `gh` names it: `github.com`, `acme.ghe.com`, `ghes.example`; with a port if it has one of its own. */
  readonly host: string
  /** Base of the REST API, without a slash at its end. */
  readonly apiUrl: string
  /** The setting that names the server, for messages: `GITHUB_API_URL`, `GH_HOST`, `--repo`; null if none does. */
  readonly namedBy: string | null
}

/**
 * The server that the user names: by `GITHUB_API_URL`, by the host in `--repo`, or by `GH_HOST`; null if by none of them.
 * @param repoHost the host in `--repo`; empty for none
 * @throws RefreshError `usage`
 */
export function namedServer(environment: NodeJS.ProcessEnv, repoHost: GivenText): GitHubServer | null {
  const apiUrl = (environment.GITHUB_API_URL ?? '').trim()
  const ghHost = { text: (environment.GH_HOST ?? '').trim(), from: 'GH_HOST' }
  if (apiUrl === '') return [repoHost, ghHost].filter(({ text }) => text !== '').map(serverNamed)[0] ?? null
  const from = 'GITHUB_API_URL'
  const parsed = parseApiUrl({ text: apiUrl, from })
  const server = { host: ghHostOf(parsed), apiUrl: parsed, namedBy: from }
  if (repoHost.text === '' || isSameServer(server, serverNamed(repoHost).host)) return server
  const conflict = `${repoHost.from} names ${serverNamed(repoHost).host}, but ${from} names ${server.host}`
  throw new RefreshError('usage', conflict)
}

/** Whether a repository on this host is one of this server. One on this machine may stand for any other: a tunnel, a test. */
export function isSameServer({ host }: GitHubServer, other: string): boolean {
  return hostnameOf(host) === hostnameOf(normalHost(other)) || isThisMachine(host)
}

/**
 * The server at a host.
 * Sources: https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency, and "HOSTNAME/api/v3" in
 * https://docs.github.com/en/enterprise-server@latest/rest
 */
export function serverAt(host: string, namedBy: string | null): GitHubServer {
  const normal = normalHost(host)
  const isHosted = normal === GITHUB || isTenant(normal)
  return { host: normal, apiUrl: isHosted ? `https://api.${normal}` : `https://${normal}/api/v3`, namedBy }
}

/** Whether a host is one of GitHub's own, for which `gh` uses `GH_TOKEN`. */
export function isOwnHost(host: string): boolean {
  return host === GITHUB || isTenant(host)
}

/** Whether requests to a host never leave this machine. */
export function isThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostnameOf(host))
}

function serverNamed({ text, from }: GivenText): GitHubServer {
  if (/^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/i.test(text)) return serverAt(text, from)
  const sentence = `${from} must name a host, such as github.com or ghes.example, got ${quote(text)}`
  throw new RefreshError('usage', sentence)
}

/** Sub-domains, such as `ssh.github.com` and `api.acme.ghe.com`, belong to the same server. */
function normalHost(host: string): string {
  const lower = host.toLowerCase()
  return /(?:^|\.)(github\.com|[\w-]+\.ghe\.com)$/.exec(lower)?.[1] ?? lower
}

function isTenant(host: string): boolean {
  return host.endsWith('.ghe.com')
}

function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '')
}

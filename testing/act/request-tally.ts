import type { Endpoint } from '../endpoint/endpoint.js'
import type { StandInGitHub } from '../github/github.js'
import type { StandInRegistry } from '../registry/registry.js'

/** Where the requests are sent. */
export interface Servers {
  readonly endpoint: Endpoint
  readonly github: StandInGitHub
  readonly registry: StandInRegistry
}

/** Collects the requests of one step after another. */
export class RequestTally {
  #seen = { endpoint: 0, github: 0, registry: 0 }

  constructor(private readonly servers: Servers) {}

  /** The requests since the last call, in their order: first those of the CLI, then those to GitHub and to the npm registry. */
  take(): readonly string[] {
    const { endpoint, github, registry } = this.servers
    const { signIn, token, profile, model, other } = endpoint.requests
    const asked = [signIn, token, profile, model, other].flat().sort((one, next) => one.atMs - next.atMs)
    const told = github.lines
    const { requests } = registry
    const lines = [
      ...asked.slice(this.#seen.endpoint).map(({ method, url }) => `claude: ${method} ${hostAndPath(url)}`),
      ...told.slice(this.#seen.github).map(line => `GitHub: ${line}`),
      ...requests.slice(this.#seen.registry).map(({ method, path }) => `npm registry: ${method} ${path}`)
    ]
    this.#seen = { endpoint: asked.length, github: told.length, registry: requests.length }
    return lines
  }
}

/** The different lines, each with how often it occurs: `75 × GitHub: GET …`. Those of the CLI come first. */
export function countsOf(lines: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  const ofClaude = lines.filter(line => line.startsWith('claude'))
  const others = lines.filter(line => !line.startsWith('claude'))
  for (const line of [...ofClaude, ...others]) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].map(([line, count]) => `${String(count).padStart(3)} × ${line}`)
}

function hostAndPath(url: string): string {
  const { host, pathname } = new URL(url)
  return host + pathname
}

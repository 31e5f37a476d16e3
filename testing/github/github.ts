import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import sodium from 'libsodium-wrappers'
import { parseJson } from '../../src/core/json.js'
import type { SecretApp } from '../../src/github-secrets/secret-app.js'
import { Environments, type EnvironmentRequest } from './environments.js'
import { Faults } from './faults.js'
import { Issues, type IssuesAccess } from './issues.js'
import type { SecondaryRateLimit } from './secondary-rate-limit.js'
import { answerSecrets, NOT_FOUND, refusalFor, type ApiAnswer } from './secrets.js'
import { Vault, type VaultKind } from './vault.js'

/**
 * What a token permits: to `write` or `read` secrets and issues; `admin` may also create environments; `issues` may write
 * issues only, as the token of a job; `refused` may see the repository or organization but neither secrets nor issues; `blind`
 * may see nothing; `expired` is invalid.
 */
export type Permission = 'admin' | 'write' | 'read' | 'issues' | 'refused' | 'blind' | 'expired'

/** A permission for all stores, or for some of them: the token is `refused` by the others, and by the issues. */
export type Grant = Permission | Readonly<Partial<Record<SecretApp, 'write' | 'read'>>>

/** How `startGitHub` sets up the stand-in. */
export interface GitHubOptions {
  /** A path before all paths of the API. With `/api/v3` it is a GitHub Enterprise Server, which has no Codespaces. */
  readonly prefix?: string
  /** What each token permits; any other token gets a 401. */
  readonly tokens?: Readonly<Record<string, Grant>>
}

/** One request that reached the stand-in. */
export interface GitHubRequest {
  readonly atMs: number
  readonly method: string
  /** Path and query, without the prefix. */
  readonly path: string
  readonly status: number | 'none'
  /** The seconds after which the answer allows the next request; null if it does not say. */
  readonly retryAfterSeconds: number | null
  /** Parsed if it is JSON. Its secret is sealed. */
  readonly body: unknown
}

/** A token that may write; every stand-in accepts it. */
export const WRITE_TOKEN = 'github_pat_fake_may_write'

/** The token of a job that may write issues, and no secrets; every stand-in accepts it. */
export const JOB_TOKEN = 'ghs_fake_token_of_a_job'

/** Starts a stand-in for the secrets and issues of GitHub's REST API, on loopback only. It really opens the sealed boxes. */
export async function startGitHub(options: GitHubOptions = {}): Promise<StandInGitHub> {
  await sodium.ready
  const server = createServer()
  const github = new StandInGitHub(server, options)
  server.on('request', (request, response) => void github.answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return github
}

/** A running stand-in. */
export class StandInGitHub implements AsyncDisposable {
  readonly requests: GitHubRequest[] = []
  readonly faults = new Faults()
  readonly environments = new Environments()
  readonly tokens: Map<string, Grant>
  /** The limit that all tokens share; null for none. */
  secondaryLimit: SecondaryRateLimit | null = null
  /** How far its clock is ahead of ours, in milliseconds. */
  clockAheadMs = 0
  readonly #vaults = new Map<string, Vault>()
  readonly #issues = new Map<string, Issues>()
  readonly #prefix: string

  /** Called only by `startGitHub`. */
  constructor(
    private readonly server: Server,
    options: GitHubOptions
  ) {
    this.#prefix = options.prefix ?? ''
    this.tokens = new Map(Object.entries<Grant>({ [WRITE_TOKEN]: 'write', [JOB_TOKEN]: 'issues', ...options.tokens }))
  }

  /** The value for `GITHUB_API_URL`. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}${this.#prefix}`
  }

  get port(): number {
    const address = this.server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  /** The secrets of a repository (`owner/name`) in one store. The repository exists from now on, with all stores. */
  repository(repository: string, app: SecretApp = 'actions'): Vault {
    return this.#vaultsOf(`/repos/${repository}`, 'repository')[app]
  }

  /** The secrets of an environment, which exists from now on, like its repository. */
  environment(repository: string, environment: string): Vault {
    this.repository(repository)
    this.environments.add(`/repos/${repository}/environments/${environment}`)
    const kind = { place: 'environment', app: 'actions' } as const
    return this.#vault(`/repos/${repository}/environments/${environment}/secrets`, kind)
  }

  /** The secrets of an organization in one store. The organization exists from now on, with all stores. */
  organization(organization: string, app: SecretApp = 'actions'): Vault {
    return this.#vaultsOf(`/orgs/${organization}`, 'organization')[app]
  }

  /** The issues and labels of a repository (`owner/name`), which exists from now on. */
  issues(repository: string): Issues {
    this.repository(repository)
    const found = this.#issues.get(repository) ?? new Issues()
    this.#issues.set(repository, found)
    return found
  }

  /** The requests as lines, `PUT /repos/… 201`, for a log or a test. */
  get lines(): readonly string[] {
    return this.requests.map(({ method, path, status }) => `${method} ${path} ${status}`)
  }

  /** Stops listening and drops every open connection. */
  async close(): Promise<void> {
    const closed = once(this.server, 'close')
    this.server.close()
    this.server.closeAllConnections()
    await closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** Answers one request, unless it meets one of `faults`. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '' } = request
    const sent = await text(request)
    const body = parseJson(sent)
    const path = (request.url ?? '').slice(this.#prefix.length)
    const log = (status: number | 'none', retryAfter?: string): unknown => {
      const retryAfterSeconds = retryAfter === undefined ? null : Number(retryAfter)
      return this.requests.push({ atMs: Date.now(), method, path, status, retryAfterSeconds, body })
    }
    const fault = request.url?.startsWith(this.#prefix) === true ? this.faults.take(method, path) : null
    if (fault?.kind === 'meanwhile') fault.act()
    if (fault === null || fault.kind === 'status' || fault.kind === 'meanwhile') {
      const limited = this.secondaryLimit?.judge(method) ?? null
      const answer = fault?.kind === 'status' ? fault : (limited ?? this.#work(request, path, sent))
      log(answer.status, answer.headers?.['retry-after'])
      this.#send(response, answer)
      return
    }
    if (fault.kind.endsWith('-after')) this.#work(request, path, sent)
    log('none')
    if (!fault.kind.startsWith('hang')) request.socket.destroy()
  }

  #send(response: ServerResponse, { status, headers, body }: ApiAnswer): void {
    const date = new Date(Date.now() + this.clockAheadMs).toUTCString()
    response.writeHead(status, { date, 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(status === 204 ? undefined : JSON.stringify(body ?? { message: `stand-in says ${status}` }))
  }

  #work(request: IncomingMessage, path: string, sent: string): ApiAnswer {
    const token = (request.headers.authorization ?? '').replace(/^(Bearer|token) /i, '')
    const grant = this.tokens.get(token) ?? 'expired'
    if (grant === 'expired') return { status: 401, body: { message: 'Bad credentials' } }
    const { pathname, searchParams: query } = new URL(path, 'http://stand-in')
    const [, place = '', rest = ''] = /^(.*\/secrets)\/(.+)$/.exec(decodeURIComponent(pathname)) ?? []
    const vault = this.#vaults.get(place)
    if (grant === 'blind') return NOT_FOUND
    const { method = '' } = request
    if (/^(?:\/[^/]+){3}\/environments\/[^/]+$/.test(pathname)) {
      const mayAdminister = grant === 'admin'
      return this.#answerEnvironment(decodeURIComponent(pathname), { method, token, sent, mayAdminister })
    }
    const [, repository = '', ofIssues] = /^\/repos\/([^/]+\/[^/]+)\/((?:issues|labels)(?:\/.*)?)$/.exec(pathname) ?? []
    if (ofIssues !== undefined) {
      if (!this.#vaults.has(`/repos/${repository}/actions/secrets`)) return NOT_FOUND
      const access = accessToIssues(grant)
      return this.issues(repository).answer({ method, rest: ofIssues, query, body: parseJson(sent), token, access })
    }
    if (vault === undefined)
      return this.#vaults.has(`${pathname}/actions/secrets`) ? { status: 200, body: {} } : NOT_FOUND
    if (vault.kind.app === 'codespaces' && this.#isEnterpriseServer) return NOT_FOUND
    const permission = typeof grant === 'string' ? grant : (grant[vault.kind.app] ?? 'refused')
    if (permission === 'refused' || permission === 'issues' || (permission === 'read' && method !== 'GET'))
      return refusalFor(token)
    return answerSecrets(vault, { method, rest, query, body: parseJson(sent) })
  }

  #answerEnvironment(path: string, request: EnvironmentRequest): ApiAnswer {
    const [, repository = '', environment = ''] = /^\/repos\/([^/]+\/[^/]+)\/environments\/(.+)$/.exec(path) ?? []
    if (!this.#vaults.has(`/repos/${repository}/actions/secrets`)) return NOT_FOUND
    const answer = this.environments.answer(path, request)
    if (answer.status === 200) this.environment(repository, environment)
    return answer
  }

  get #isEnterpriseServer(): boolean {
    return this.#prefix === '/api/v3'
  }

  #vaultsOf(owner: string, place: VaultKind['place']): Readonly<Record<SecretApp, Vault>> {
    const vaultIn = (app: SecretApp): Vault => this.#vault(`${owner}/${app}/secrets`, { place, app })
    return { actions: vaultIn('actions'), dependabot: vaultIn('dependabot'), codespaces: vaultIn('codespaces') }
  }

  #vault(path: string, kind: VaultKind): Vault {
    const found = this.#vaults.get(path) ?? new Vault(kind, () => Date.now() + this.clockAheadMs)
    this.#vaults.set(path, found)
    return found
  }
}

function accessToIssues(grant: Grant): IssuesAccess {
  if (grant === 'admin' || grant === 'write' || grant === 'issues') return 'write'
  return grant === 'read' ? 'read' : 'none'
}

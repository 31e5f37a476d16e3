import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http'
import { json, LOGIN_WANTED, NOT_FOUND, type RegistryAnswer } from './answer.js'
import { packVersion, type NewVersion } from './package-version.js'
import { ABBREVIATED, abbreviatedPackument, fullPackument, tarballPath, type StoredPackage } from './packument.js'
import { RouteFaults, type Route } from './route-faults.js'
import { sendAnswer } from './send-answer.js'
import { DEFAULT_SETTINGS, type RegistrySettings } from './settings.js'
import { SigningKey } from './signing-key.js'

/** How `startRegistry` sets up the stand-in. */
export interface RegistryOptions extends Partial<RegistrySettings> {
  /** A path before all paths, with a slash at the start: `/npm`. */
  readonly prefix?: string
}

/** One request that reached the stand-in. */
export interface RegistryRequest {
  readonly method: string
  /** Path and query as they were sent, with the prefix. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** Starts a stand-in for the npm registry, on loopback only. It has no package until some are published. */
export async function startRegistry({ prefix = '', ...settings }: RegistryOptions = {}): Promise<StandInRegistry> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const registry = new StandInRegistry(server, prefix, settings)
  server.on('request', (request, response) => void registry.answer(request, response))
  return registry
}

/** A running stand-in. */
export class StandInRegistry implements AsyncDisposable {
  readonly requests: RegistryRequest[] = []
  readonly faults = new RouteFaults()
  readonly settings: RegistrySettings
  /** Its address, with a slash at the end. */
  readonly url: string
  readonly #packages = new Map<string, StoredPackage>()
  readonly #key = new SigningKey()
  readonly #otherKey = new SigningKey()

  /** Called only by `startRegistry`. */
  constructor(
    private readonly server: Server,
    private readonly prefix: string,
    settings: Partial<RegistrySettings>
  ) {
    const address = this.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    this.url = `http://127.0.0.1:${port}${prefix}/`
    this.settings = { ...DEFAULT_SETTINGS, tarballBase: this.url, ...settings }
  }

  /** Adds a version. The first one of a package gets the tag `latest`. */
  async publish(version: NewVersion): Promise<void> {
    const published = await packVersion(version)
    const { name } = version
    const stored = this.#packages.get(name) ?? { name, versions: new Map(), tags: new Map() }
    this.#packages.set(name, stored)
    stored.versions.set(version.version, published)
    if (stored.tags.size === 0) stored.tags.set('latest', version.version)
  }

  /** Lets a tag of a published package name a version, even one that does not exist. */
  tag(name: string, tag: string, version: string): void {
    this.#packages.get(name)?.tags.set(tag, version)
  }

  /** Its address without a path, for a proxy that passes requests on. */
  get origin(): string {
    return new URL(this.url).origin
  }

  /** The paths of the requests so far, without the prefix. */
  get paths(): readonly string[] {
    return this.requests.map(({ path }) => path.slice(this.prefix.length + 1))
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
    const { method = '', url: path = '', headers } = request
    this.requests.push({ method, path, headers })
    const target = this.#targetOf(path)
    const fault = target === null ? null : this.faults.take(target.route, target.name)
    const answer = this.#isWelcome(headers) ? this.#answerFor(target, headers) : LOGIN_WANTED
    await sendAnswer(response, answer, { fault, path: path.slice(this.prefix.length + 1) })
  }

  #targetOf(path: string): Target | null {
    if (!path.startsWith(`${this.prefix}/`)) return null
    const rest = decodeURIComponent(path.slice(this.prefix.length + 1).replace(/\?.*$/s, ''))
    if (rest === '-/npm/v1/keys') return { route: 'keys', name: '', path: rest }
    const [, name = '', tarball] = /^((?:@[^/]+\/)?[^/]+)(\/-\/[^/]+)?$/.exec(rest) ?? []
    if (name === '') return null
    return { route: tarball === undefined ? 'metadata' : 'tarball', name, path: rest }
  }

  #isWelcome({ authorization }: IncomingHttpHeaders): boolean {
    const { login } = this.settings
    return login === null || authorization === `Basic ${Buffer.from(login).toString('base64')}`
  }

  #answerFor(target: Target | null, { accept = '' }: IncomingHttpHeaders): RegistryAnswer {
    if (target?.route === 'keys') return this.#keys()
    const stored = this.#packages.get(target?.name ?? '')
    if (target === null || stored === undefined) return NOT_FOUND
    if (target.route === 'metadata') {
      const settings = { ...this.settings, key: this.#key }
      if (!accept.includes(ABBREVIATED)) return json(200, fullPackument(stored, settings))
      return json(200, abbreviatedPackument(stored, settings), ABBREVIATED)
    }
    const found = [...stored.versions.values()].find(
      ({ manifest }) => tarballPath(manifest.name, manifest.version) === target.path
    )
    if (found === undefined) return NOT_FOUND
    const { size, stream } = found.tarball
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, size, stream }
  }

  #keys(): RegistryAnswer {
    const { keys, expires } = this.settings
    if (keys === 'none') return NOT_FOUND
    return json(200, { keys: [(keys === 'other' ? this.#otherKey : this.#key).served(expires)] })
  }
}

/** What a request asks for. */
interface Target {
  readonly route: Route
  /** Empty for the keys. */
  readonly name: string
  readonly path: string
}

import { orNull } from '../../core/or-null.js'
import { installFailed, REMEDIES } from './install-failure.js'
import { addressOf, REGISTRY_VARIABLES } from './registry-address.js'

const PUBLIC_HOST = 'registry.npmjs.org'

/** The registry from which `claude` is installed. */
export class Registry {
  private constructor(
    private readonly url: URL,
    /** The variable that names it; null for the public registry. */
    readonly variable: string | null
  ) {}

  /** @throws RefreshError `claude-install-failed` if a variable names no address */
  static of(env: NodeJS.ProcessEnv): Registry {
    const variable = REGISTRY_VARIABLES.find(name => (env[name] ?? '').trim() !== '') ?? null
    if (variable === null) return new Registry(new URL(`https://${PUBLIC_HOST}/`), null)
    const url = orNull(() => new URL((env[variable] ?? '').trim()))
    if (url === null || !isWeb(url)) throw installFailed(`${variable} has no valid address`, REMEDIES.wrongAddress)
    return new Registry(url, variable)
  }

  /** As logs and messages show it. */
  get address(): string {
    return addressOf(this.url.href)
  }

  get hasLogin(): boolean {
    return this.url.username !== '' || this.url.password !== ''
  }

  /** The address of something in the registry, without user and password. @param path encoded, without a slash at the start */
  at(path: string): URL {
    const url = withoutLogin(this.url)
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`
    return url
  }

  /**
   * The address of a tarball, from the metadata of its package; null if it is no address. One of the public registry is looked
   * for in this one, as npm does by default: many mirrors pass on the metadata unchanged
   * (https://docs.npmjs.com/cli/v11/using-npm/config#replace-registry-host).
   */
  tarballAt(address: string): URL | null {
    const url = orNull(() => new URL(address))
    if (url === null || !isWeb(url)) return null
    return url.hostname === PUBLIC_HOST ? this.at(url.pathname.slice(1)) : withoutLogin(url)
  }

  isOriginOf({ origin }: URL): boolean {
    return origin === this.url.origin
  }

  /** The header `Authorization` for a request; null unless the request is for the registry's own origin. */
  authorizationFor(url: URL): string | null {
    if (!this.hasLogin || !this.isOriginOf(url)) return null
    const { username, password } = this.url
    const pair = [username, password].map(part => orNull(() => decodeURIComponent(part)) ?? part).join(':')
    return `Basic ${Buffer.from(pair).toString('base64')}`
  }
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:'
}

function withoutLogin(address: URL): URL {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

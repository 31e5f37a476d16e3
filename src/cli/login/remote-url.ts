/** A repository on some server. */
export interface RemoteRepository {
  /** In lower case; with the port of an HTTP address that names one: `ghes.example:8443`. */
  readonly host: string
  /** `owner/name` */
  readonly repository: string
}

/**
 * The name of a host, with a port if it has one. Anything else could lead to another host once it is part of the address of an
 * API, such as the `#` in `evil.example#.acme.ghe.com`.
 */
const HOST = /^(?:[a-z\d](?:[\w.-]*[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** `user@host:path`, git's short form of an SSH address. */
const SHORT_SSH = /^(?:[^@/:]+@)?([^@/:]+):(?!\/\/)(.+)$/

const WEB_PROTOCOLS = ['https:', 'http:']
const OTHER_PROTOCOLS = ['ssh:', 'git+ssh:', 'git:']

/**
 * The repository that the address of a git remote names; null if it names none on a server. Its user and password are not
 * part of the result. Forms: https://git-scm.com/docs/git-clone#_git_urls
 */
export function parseRemoteUrl(address: string): RemoteRepository | null {
  const [, shortHost = '', shortPath = ''] = SHORT_SSH.exec(address) ?? []
  if (shortHost !== '') return repositoryAt(shortHost, shortPath)
  if (!URL.canParse(address)) return null
  const { protocol, host, hostname, pathname } = new URL(address)
  if (WEB_PROTOCOLS.includes(protocol)) return repositoryAt(host, pathname)
  // their port is not that of the web server
  return OTHER_PROTOCOLS.includes(protocol) ? repositoryAt(hostname, pathname) : null
}

function repositoryAt(host: string, path: string): RemoteRepository | null {
  const [, owner = '', name = ''] = /^\/?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(path) ?? []
  if (!HOST.test(host) || owner === '' || name === '') return null
  return { host: host.toLowerCase().replace(/^www\./, ''), repository: `${owner}/${name}` }
}

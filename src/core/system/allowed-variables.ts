import path from 'node:path'
import { orNull } from '../or-null.js'

/** The authorities that a program trusts: files, and a list of folders. A relative path starts where the caller is, not where the program runs. */
const AUTHORITIES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR']

/** The variables that lead a program through a network: proxies and authorities. */
export const NETWORK_VARIABLES: readonly string[] = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
  ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'],
  ...AUTHORITIES
]

/**
 * On NixOS a program made for other systems, as the native `claude` is, starts only with these: they name its loader and its
 * libraries. Whoever sets them steers the program, as does whoever sets PATH, which passes too.
 */
const NIX_LOADER = /^NIX_LD(?:_LIBRARY_PATH)?(?:_\w+)?$/

/**
 * What may pass from a caller to a program: whatever is not named here could steer it, or carry a secret of somebody else
 * (docs/claude-cli.md#the-environment).
 */
const ALLOWED = new Set(['LANG', 'LANGUAGE', 'TZ', ...NETWORK_VARIABLES])

/** The variables of a caller that may pass to any program, and a PATH with only its absolute entries. */
export function allowedVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const allowed: Record<string, string> = { PATH: absoluteEntries(environment.PATH).join(path.delimiter) }
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue
    if (NIX_LOADER.test(name)) allowed[name] = absoluteEntries(value).join(path.delimiter)
    if (!ALLOWED.has(name) && !name.startsWith('LC_')) continue
    allowed[name] = AUTHORITIES.includes(name) ? absolutePaths(value) : value
  }
  return allowed
}

/** One path, or several, as `SSL_CERT_DIR` may hold them. */
export function absolutePaths(value: string): string {
  // As given if the working directory is gone: then a relative path leads nowhere.
  const absolute = (one: string): string => orNull(() => path.resolve(one)) ?? one
  return value
    .split(path.delimiter)
    .map(one => (one === '' ? one : absolute(one)))
    .join(path.delimiter)
}

/** The absolute folders of a PATH: a relative one, or an empty one, would mean whatever the working directory is. */
export function absoluteEntries(pathVariable: string | undefined): readonly string[] {
  return (pathVariable ?? '').split(path.delimiter).filter(entry => path.isAbsolute(entry))
}

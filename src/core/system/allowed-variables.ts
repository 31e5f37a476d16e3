import path from 'node:path'
import { orNull } from '../or-null.js'

/** The authorities that a program trusts: files, and a list of folders. Relative ones start at the caller's working directory. */
const AUTHORITIES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR']

/** The variables for a program's network: proxies and authorities. */
export const NETWORK_VARIABLES: readonly string[] = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
  ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'],
  ...AUTHORITIES
]

/**
 * The loader and the libraries of a program that is not made for NixOS, such as the native `claude`: without these variables
 * it does not start there. They control the program, but so does PATH, which is passed too.
 */
const NIX_LOADER = /^NIX_LD(?:_LIBRARY_PATH)?(?:_\w+)?$/

/** Any other variable of the caller could control the program, or hold another secret (docs/claude-cli.md#the-environment). */
const ALLOWED = new Set(['LANG', 'LANGUAGE', 'TZ', ...NETWORK_VARIABLES])

/** The caller's variables that may be passed to any program, and a PATH with only its absolute entries. */
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

/** Makes a path absolute, or each path of a list, which `SSL_CERT_DIR` may hold. */
export function absolutePaths(value: string): string {
  // Left as given if the working directory is gone: then a relative path leads nowhere.
  const absolute = (one: string): string => orNull(() => path.resolve(one)) ?? one
  return value
    .split(path.delimiter)
    .map(one => (one === '' ? one : absolute(one)))
    .join(path.delimiter)
}

/** The absolute folders of a PATH. A relative or empty entry would depend on the working directory. */
export function absoluteEntries(pathVariable: string | undefined): readonly string[] {
  return (pathVariable ?? '').split(path.delimiter).filter(entry => path.isAbsolute(entry))
}

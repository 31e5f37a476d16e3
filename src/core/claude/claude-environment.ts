import path from 'node:path'

/** What leads `claude` through a network. */
const NETWORK = new Set([
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CLAUDE_CODE_CLIENT_CERT',
  'CLAUDE_CODE_CLIENT_KEY',
  'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE'
])

/**
 * On NixOS a program made for other systems, as the native `claude` is, starts only with these: they name its loader and its
 * libraries. Whoever sets them steers the program, as does whoever sets PATH, which passes too.
 */
const NIX_LOADER = /^NIX_LD(?:_LIBRARY_PATH)?(?:_\w+)?$/

/**
 * What may pass from a caller to `claude`: whatever is not named here could steer it, or carry a secret of somebody else
 * (docs/claude-cli.md#the-environment).
 */
const ALLOWED = new Set(['LANG', 'LANGUAGE', 'TZ', ...NETWORK])

/** Of these, the ones that name files or folders: a relative path starts where the caller stands, not where `claude` does. */
const PATHS = new Set([
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CLAUDE_CODE_CLIENT_CERT',
  'CLAUDE_CODE_CLIENT_KEY'
])

/** The names of the variables that lead `claude` through a network: proxies, authorities, client certificates. Sorted. */
export function networkVariables(environment: NodeJS.ProcessEnv): readonly string[] {
  const isOfNetwork = ([name, value]: [string, string]): boolean => value !== '' && NETWORK.has(name)
  return Object.entries(allowedVariables(environment))
    .filter(isOfNetwork)
    .map(([name]) => name)
    .sort()
}

/** The variables of a caller that may pass on, and a PATH of its absolute entries alone. */
export function allowedVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const allowed: Record<string, string> = { PATH: absoluteEntries(environment.PATH).join(path.delimiter) }
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue
    if (NIX_LOADER.test(name)) allowed[name] = absoluteEntries(value).join(path.delimiter)
    if (!ALLOWED.has(name) && !name.startsWith('LC_')) continue
    allowed[name] = PATHS.has(name) ? absolutePaths(value) : value
  }
  return allowed
}

/** One path, or some, as `SSL_CERT_DIR` may hold them. */
function absolutePaths(value: string): string {
  const paths = value.split(path.delimiter)
  return paths.map(one => (one === '' ? one : absolute(one))).join(path.delimiter)
}

/** Where the working directory is gone a relative path leads nowhere, and stays as it is. */
function absolute(one: string): string {
  try {
    return path.resolve(one)
  } catch {
    return one
  }
}

/** The absolute folders of a PATH: a relative one, or an empty one, would mean whatever folder we happen to stand in. */
export function absoluteEntries(pathVariable: string | undefined): readonly string[] {
  return (pathVariable ?? '').split(path.delimiter).filter(entry => path.isAbsolute(entry))
}

/** Where an isolated `claude` lives and whom it talks to. */
export interface Isolation {
  readonly home: string
  readonly temporaryFolder: string
  /** A folder of ours that comes before all others on PATH; null if there is none. */
  readonly firstOnPath: string | null
  /** The address of our own listener, which no model request gets past. */
  readonly baseUrl: string
}

/** The whole environment of an isolated `claude`. */
export function claudeEnvironment(caller: NodeJS.ProcessEnv, isolation: Isolation): Record<string, string> {
  const allowed = allowedVariables(caller)
  return {
    ...allowed,
    PATH: claudePath(allowed.PATH ?? '', isolation.firstOnPath),
    HOME: isolation.home,
    USERPROFILE: isolation.home,
    TMPDIR: isolation.temporaryFolder,
    NO_PROXY: withLoopback(caller.NO_PROXY ?? caller.no_proxy),
    no_proxy: withLoopback(caller.no_proxy ?? caller.NO_PROXY),
    ANTHROPIC_BASE_URL: isolation.baseUrl,
    // Costs nothing. Without telemetry the new pair would come 100 ms later (docs/claude-cli.md#the-environment).
    DISABLE_AUTOUPDATER: '1'
  }
}

/**
 * Our own Node's folder comes before the caller's: old versions are Node scripts
 * (docs/claude-cli.md#script-or-native-program), and a `node` that was planted, or is too old, must not run with the login.
 * Always, since the native CLI calls nothing by name that matters.
 * Which `claude` runs is not decided here: that is looked up on the caller's PATH.
 */
function claudePath(callerPath: string, first: string | null): string {
  return [first ?? '', path.dirname(process.execPath), callerPath].filter(entry => entry !== '').join(path.delimiter)
}

function withLoopback(noProxy: string | undefined): string {
  return noProxy === undefined || noProxy === '' ? '127.0.0.1' : `${noProxy},127.0.0.1`
}

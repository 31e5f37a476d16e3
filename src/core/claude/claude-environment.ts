import path from 'node:path'
import { absolutePaths, allowedVariables, NETWORK_VARIABLES } from '../system/allowed-variables.js'

/** The client certificate of `claude` and its key: a relative path starts where the caller is, not where `claude` runs. */
const CLIENT_FILES = ['CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY']
const CLIENT_VARIABLES = [...CLIENT_FILES, 'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE']

/** The variables of a caller that may pass to `claude`: those that any program gets, and its client certificate. */
export function claudeVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const variables = allowedVariables(environment)
  for (const name of CLIENT_VARIABLES) {
    const value = environment[name]
    if (value !== undefined) variables[name] = CLIENT_FILES.includes(name) ? absolutePaths(value) : value
  }
  return variables
}

/** The names of the variables that lead `claude` through a network: proxies, authorities, client certificates. Sorted. */
export function networkVariables(environment: NodeJS.ProcessEnv): readonly string[] {
  const variables = claudeVariables(environment)
  return [...NETWORK_VARIABLES, ...CLIENT_VARIABLES].filter(name => (variables[name] ?? '') !== '').sort()
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
  const variables = claudeVariables(caller)
  return {
    ...variables,
    PATH: claudePath(variables.PATH ?? '', isolation.firstOnPath),
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

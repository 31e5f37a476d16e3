import path from 'node:path'
import type { HomeLayout } from '../home/home-layout.js'
import { absolutePaths, allowedVariables, NETWORK_VARIABLES } from '../system/allowed-variables.js'

/** The client certificate and its key. A relative path is relative to the caller's working directory, not `claude`'s. */
const CLIENT_FILES = ['CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY']
const CLIENT_VARIABLES = [...CLIENT_FILES, 'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE']

/** The caller's variables that may be passed to `claude`: those that any program gets, and its client certificate. */
export function claudeVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const variables = allowedVariables(environment)
  for (const name of CLIENT_VARIABLES) {
    const value = environment[name]
    if (value !== undefined) variables[name] = CLIENT_FILES.includes(name) ? absolutePaths(value) : value
  }
  return variables
}

/** The names of the variables that are set for `claude`'s network: proxies, authorities, client certificates. Sorted. */
export function networkVariables(environment: NodeJS.ProcessEnv): readonly string[] {
  const variables = claudeVariables(environment)
  return [...NETWORK_VARIABLES, ...CLIENT_VARIABLES].filter(name => (variables[name] ?? '') !== '').sort()
}

type Home = Pick<HomeLayout, 'path' | 'temporaryFolder' | 'firstOnPath'>

/**
 * The whole environment of an isolated `claude` that refreshes a login.
 * @param baseUrl the address of our own listener, so that no model request leaves the machine
 */
export function claudeEnvironment(caller: NodeJS.ProcessEnv, home: Home, baseUrl: string): Record<string, string> {
  return { ...isolatedEnvironment(caller, home), ANTHROPIC_BASE_URL: baseUrl }
}

/** The environment of an isolated `claude`, whatever it does. */
export function isolatedEnvironment(caller: NodeJS.ProcessEnv, home: Home): Record<string, string> {
  const variables = claudeVariables(caller)
  return {
    ...variables,
    PATH: claudePath(variables.PATH ?? '', home.firstOnPath),
    HOME: home.path,
    USERPROFILE: home.path,
    TMPDIR: home.temporaryFolder,
    NO_PROXY: withLoopback(caller.NO_PROXY ?? caller.no_proxy),
    no_proxy: withLoopback(caller.no_proxy ?? caller.NO_PROXY),
    // Costs nothing. Without telemetry, the new pair would come 100 ms later (docs/claude-cli.md#the-environment).
    DISABLE_AUTOUPDATER: '1'
  }
}

/**
 * The folder of our own Node comes before the caller's folders: old versions of `claude` are Node scripts
 * (docs/claude-cli.md#script-or-native-program), and a `node` that was planted, or is too old, must not run with the login.
 * The native CLI looks up nothing important on PATH, so it gets the same PATH. Which `claude` runs does not depend on this
 * PATH: it is looked up on the caller's.
 */
function claudePath(callerPath: string, first: string | null): string {
  return [first ?? '', path.dirname(process.execPath), callerPath].filter(entry => entry !== '').join(path.delimiter)
}

function withLoopback(noProxy: string | undefined): string {
  return noProxy === undefined || noProxy === '' ? '127.0.0.1' : `${noProxy},127.0.0.1`
}

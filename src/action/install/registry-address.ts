import { formsOf, userSecretsOf } from '../../core/address-secrets.js'

/**
 * The variables that name a registry other than the public one; the first that is set counts. No `.npmrc` is read: the user's
 * may hold tokens for other registries, and a workspace's may come from a stranger.
 */
export const REGISTRY_VARIABLES = ['NPM_CONFIG_REGISTRY', 'npm_config_registry'] as const

/**
 * The address of a registry as logs and messages show it: without user, password, parameters, query and fragment, any of
 * which may be a token.
 */
export function addressOf(registry: string): string {
  const url = URL.canParse(registry) ? new URL(registry) : null
  if (url === null || url.origin === 'null') return 'no valid address'
  return `${url.origin}${url.pathname.replace(/;[^/]*/g, '')}`
}

/** Everything in the given registries that may be a token, in every form in which a program may print it. */
export function registrySecrets(env: NodeJS.ProcessEnv): readonly string[] {
  const texts = REGISTRY_VARIABLES.map(name => env[name] ?? '').flatMap(secretsOf)
  return [...new Set(texts)].filter(text => text !== '')
}

function secretsOf(registry: string): readonly string[] {
  return [...userSecretsOf(registry), ...parametersOf(registry).flatMap(formsOf)]
}

/** Path parameters, query and fragment: each as a whole, and each value in it. */
function parametersOf(registry: string): readonly string[] {
  const parameters = /[?#;].*$/s.exec(registry)?.[0] ?? ''
  const single = parameters.split(/[?#;&/]/)
  return [parameters.slice(1), ...single, ...single.map(one => one.slice(one.indexOf('=') + 1))]
}

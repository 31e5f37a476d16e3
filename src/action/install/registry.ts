import { orNull } from '../../core/or-null.js'

/**
 * The variables that name a registry other than the public one. npm must not read a `.npmrc`: the user's may hold tokens for
 * other registries, and a workspace's may come from a stranger. That is why npm gets `--global`.
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

/**
 * Replaces each given registry in a text by its address, and everything else that may be one of its tokens by `***`.
 */
export function hideRegistries(text: string, env: NodeJS.ProcessEnv): string {
  const registries = REGISTRY_VARIABLES.map(name => env[name] ?? '').filter(registry => registry !== '')
  const named = registries.reduce((words, one) => words.replaceAll(one, addressOf(one)), text)
  const secrets = [...registrySecrets(env)].sort((one, other) => other.length - one.length)
  // A shorter text is not a token, and hiding it would make a sentence unreadable.
  const long = secrets.filter(secret => secret.length >= 4)
  return long.reduce((words, secret) => words.replaceAll(secret, '***'), named)
}

function secretsOf(registry: string): readonly string[] {
  const userInfo = /^(?:[a-z][\w+.-]*:)?\/*([^?#]*)@/i.exec(registry)?.[1] ?? ''
  const [user = '', ...rest] = userInfo.split(':')
  const password = rest.join(':')
  const url = URL.canParse(registry) ? new URL(registry) : { username: '', password: '' }
  const parts = [password === '' ? user : password, url.password, ...parametersOf(registry)]
  const pairs: readonly (readonly [string, string])[] = [
    [user, password],
    [url.username, url.password] // npm sends these as they are in the URL, with `%40` for `@`
  ]
  return [...parts.flatMap(formsOf), ...pairs.filter(([name]) => name !== '').flatMap(headersOf)]
}

/** Path parameters, query and fragment: each as a whole, and each value in it. */
function parametersOf(registry: string): readonly string[] {
  const parameters = /[?#;].*$/s.exec(registry)?.[0] ?? ''
  const single = parameters.split(/[?#;&/]/)
  return [parameters.slice(1), ...single, ...single.map(one => one.slice(one.indexOf('=') + 1))]
}

/** A text unchanged, URL-decoded and URL-encoded. */
function formsOf(text: string): readonly string[] {
  return [text, decoded(text), encodeURI(text), encodeURIComponent(decoded(text))]
}

function decoded(text: string): string {
  return orNull(() => decodeURIComponent(text)) ?? text
}

/** What npm sends in the header `Authorization`: a registry may return it in an error. */
function headersOf([user, password]: readonly [string, string]): readonly string[] {
  const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`]
  return pairs.map(pair => Buffer.from(pair).toString('base64'))
}

import { orNull } from '../../core/or-null.js'
/**
 * Which registry, if it is not the public one. A `.npmrc` is not read, neither the user's, which may hold tokens for
 * other registries, nor a workspace's, which may be a stranger's: hence `--global`.
 */
export const REGISTRY_VARIABLES = ['NPM_CONFIG_REGISTRY', 'npm_config_registry'] as const

/** What stands for a registry in words that people see: no user, password, parameter, query or fragment, any of which may be a token. */
export function addressOf(registry: string): string {
  const url = URL.canParse(registry) ? new URL(registry) : null
  if (url === null || url.origin === 'null') return 'no valid address'
  return `${url.origin}${url.pathname.replace(/;[^/]*/g, '')}`
}

/** What may be a token in the registries that are set, in every form in which a program may repeat it. */
export function registrySecrets(env: NodeJS.ProcessEnv): readonly string[] {
  const texts = REGISTRY_VARIABLES.map(name => env[name] ?? '').flatMap(secretsOf)
  return [...new Set(texts)].filter(text => text !== '')
}

/** A text in which each registry that is set reads as its address, and nothing that may be a token is left of it. */
export function hideRegistries(text: string, env: NodeJS.ProcessEnv): string {
  const registries = REGISTRY_VARIABLES.map(name => env[name] ?? '').filter(registry => registry !== '')
  const named = registries.reduce((words, one) => words.replaceAll(one, addressOf(one)), text)
  const secrets = [...registrySecrets(env)].sort((one, other) => other.length - one.length)
  return secrets.filter(isLong).reduce((words, secret) => words.replaceAll(secret, '***'), named)
}

/** What is shorter is no token; to hide it would leave nothing of a sentence. */
const isLong = (secret: string): boolean => secret.length >= 4

function secretsOf(registry: string): readonly string[] {
  const userInfo = /^(?:[a-z][\w+.-]*:)?\/*([^?#]*)@/i.exec(registry)?.[1] ?? ''
  const [user = '', ...rest] = userInfo.split(':')
  const password = rest.join(':')
  const url = URL.canParse(registry) ? new URL(registry) : { username: '', password: '' }
  const parts = [password === '' ? user : password, url.password, ...parametersOf(registry)]
  const pairs: readonly (readonly [string, string])[] = [
    [user, password],
    [url.username, url.password] // npm sends it as an address has it, with `%40` for `@`
  ]
  return [...parts.flatMap(formsOf), ...pairs.filter(([name]) => name !== '').flatMap(headersOf)]
}

/** Path parameters, query and fragment: each whole, and the values in it. */
function parametersOf(registry: string): readonly string[] {
  const parameters = /[?#;].*$/s.exec(registry)?.[0] ?? ''
  const single = parameters.split(/[?#;&/]/)
  return [parameters.slice(1), ...single, ...single.map(one => one.slice(one.indexOf('=') + 1))]
}

/** As it is, and as a program decodes or encodes it. */
function formsOf(text: string): readonly string[] {
  return [text, decoded(text), encodeURI(text), encodeURIComponent(decoded(text))]
}

function decoded(text: string): string {
  return orNull(() => decodeURIComponent(text)) ?? text
}

/** What npm sends in the header `Authorization`, which a registry may repeat. */
function headersOf([user, password]: readonly [string, string]): readonly string[] {
  const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`]
  return pairs.map(pair => Buffer.from(pair).toString('base64'))
}

import { orNull } from './or-null.js'

/**
 * What may be secret in the user and password of an address, in every form in which a program may print it: as in the address,
 * decoded, encoded, and as the header `Authorization` has it. May hold empty texts.
 */
export function userSecretsOf(address: string): readonly string[] {
  const userInfo = /^(?:[a-z][\w+.-]*:)?\/*([^?#]*)@/i.exec(address)?.[1] ?? ''
  const [user = '', ...rest] = userInfo.split(':')
  const password = rest.join(':')
  const url = URL.canParse(address) ? new URL(address) : { username: '', password: '' }
  const pairs: readonly (readonly [string, string])[] = [
    [user, password],
    [url.username, url.password] // some programs send these as they are in the URL, with `%40` for `@`
  ]
  const parts = [password === '' ? user : password, url.password]
  return [...parts.flatMap(formsOf), ...pairs.filter(([name]) => name !== '').flatMap(headersOf)]
}

/** A text unchanged, URL-decoded and URL-encoded. */
export function formsOf(text: string): readonly string[] {
  return [text, decoded(text), encodeURI(text), encodeURIComponent(decoded(text))]
}

/** The text with `***` in place of each secret. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  // A shorter text is not a token, and hiding it would make a sentence unreadable.
  const long = secrets.filter(secret => secret.length >= 4)
  const longestFirst = [...long].sort((one, other) => other.length - one.length)
  return longestFirst.reduce((words, secret) => words.replaceAll(secret, '***'), text)
}

function decoded(text: string): string {
  return orNull(() => decodeURIComponent(text)) ?? text
}

/** What is sent in the header `Authorization`: a server may return it in an error. */
function headersOf([user, password]: readonly [string, string]): readonly string[] {
  const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`]
  return pairs.map(pair => Buffer.from(pair).toString('base64'))
}

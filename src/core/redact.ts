import { userSecretsOf, withoutSecrets } from './address-secrets.js'

/** Anthropic's secrets start with `sk-ant-oat01-` (access token), `sk-ant-ort01-` (refresh token) or `sk-ant-api03-` (API key). */
const ANTHROPIC_SECRET = /sk-ant-[\w-]*/g

/** How many consecutive characters of a secret are a recognisable part of it. */
const PART_LENGTH = 10

/** The text with `***` in place of every Anthropic secret, and of every recognisable part of the given `secrets`. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const known = text.replace(ANTHROPIC_SECRET, '***')
  const parts = new Set(secrets.flatMap(partsOf))
  const isHidden = new Array<boolean>(known.length).fill(false)
  for (let start = 0; start + PART_LENGTH <= known.length; start += 1) {
    if (parts.has(known.slice(start, start + PART_LENGTH))) isHidden.fill(true, start, start + PART_LENGTH)
  }
  return [...known.split('').entries()]
    .map(([at, character]) => (isHidden[at] !== true ? character : isHidden[at - 1] === true ? '' : '***'))
    .join('')
}

function partsOf(secret: string): readonly string[] {
  const count = Math.max(0, secret.length - PART_LENGTH + 1)
  return Array.from({ length: count }, (_, start) => secret.slice(start, start + PART_LENGTH))
}

/** The forms, except its own, in which a program may print a token: as part of a URL, or of a text in base64. */
export function encodedForms(token: string): readonly string[] {
  const inBase64 = [0, 1, 2].map(offset => base64Of(token, offset))
  return [encodeURIComponent(token), ...inBase64, ...inBase64.map(text => text.replace(/\+/g, '-').replace(/\//g, '_'))]
}

/** The characters of the base64 of a text that depend on nothing around it, if this many bytes (modulo 3) are before it. */
function base64Of(token: string, offset: number): string {
  const bytes = Buffer.from(' '.repeat(offset) + token)
  const text = bytes.toString('base64').replace(/=+$/, '')
  return text.slice(Math.ceil((offset * 8) / 6), bytes.length % 3 === 0 ? undefined : -1)
}

/** The text without the credentials of proxies: what is before the `@` in a variable such as `HTTPS_PROXY`, in any form. */
export function withoutProxyPasswords(text: string, environment: NodeJS.ProcessEnv): string {
  const proxies = Object.entries(environment).filter(([name]) => /_proxy$/i.test(name))
  const passwords = proxies.flatMap(([, value = '']) => /^(.+)@/.exec(value)?.[1] ?? [])
  const hidden = passwords.reduce((words, password) => words.replaceAll(password, '***'), text)
  return withoutSecrets(
    hidden,
    proxies.flatMap(([, value = '']) => userSecretsOf(value))
  )
}

/** A program's output, redacted, and without the control characters that a terminal or a log would obey. */
export function safeOutput(output: string, secrets: readonly string[]): string {
  return redact(output, secrets)
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
}

/** A sentence that may quote a path or an argument, redacted and on one line. */
export function safeLine(sentence: string): string {
  return redact(sentence).replace(/\p{Cc}/gu, '\u{FFFD}')
}

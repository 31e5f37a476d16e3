/** Anthropic's keys and tokens all begin so: `sk-ant-oat01-` access, `sk-ant-ort01-` refresh, `sk-ant-api03-` API key. */
const ANTHROPIC_SECRET = /sk-ant-[\w-]*/g

/** How many characters of a token in a row are a recognisable part of it. */
const PART_LENGTH = 10

/** A text in which every Anthropic secret, and every recognisable part of the `secrets` given, reads `***`. */
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

/** A text without the passwords of proxies: what is before the `@` in a variable such as `HTTPS_PROXY`. */
export function withoutProxyPasswords(text: string, environment: NodeJS.ProcessEnv): string {
  const proxies = Object.entries(environment).filter(([name]) => /_proxy$/i.test(name))
  const passwords = proxies.flatMap(([, value = '']) => /^(.+)@/.exec(value)?.[1] ?? [])
  return passwords.reduce((hidden, password) => hidden.replaceAll(password, '***'), text)
}

/** What a program printed, redacted, and without the control characters that could steer a terminal or a log. */
export function safeOutput(output: string, secrets: readonly string[]): string {
  return redact(output, secrets)
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
}

/** A sentence that may quote a path or an argument: redacted, and on one line. */
export function safeLine(sentence: string): string {
  return redact(sentence).replace(/\p{Cc}/gu, '\u{FFFD}')
}

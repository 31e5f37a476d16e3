import type { Credentials } from '../credentials/credentials.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import { encodedForms, safeOutput, withoutProxyPasswords } from '../redact.js'
import { readEndOrEmpty } from '../system/read.js'

/** How much of the end of each output of `claude` is shown, in characters. */
const MAX_OUTPUT_LENGTH = 16_384

/** The longest line of the debug log that is shown, in characters. An answer in it may be a whole web page. */
const MAX_LINE_LENGTH = 300

/** The frames of a stack, which new versions write into the same line. */
const STACK = /\\n {4}at .*/

/** Hides the secrets of a call of `claude` in what it printed or logged. */
export interface Hiding {
  readonly logins: readonly Pick<Credentials, 'accessToken' | 'refreshToken'>[]
  /** The caller's environment: a proxy variable may hold a password. */
  readonly environment: NodeJS.ProcessEnv
}

/** What `claude` printed on both outputs, redacted, without control characters; empty if it printed nothing. */
export function printedOutput({ logs }: Pick<IsolatedHome, 'logs'>, hiding: Hiding): string {
  return hideSecrets(`${endOf(logs.stdout)}\n${endOf(logs.stderr)}`, hiding)
}

/** A line of the debug log, redacted, without control characters, and cut to a length that fits in a log. */
export function shownLine(line: string, hiding: Hiding): string {
  const safe = hideSecrets(line.replace(STACK, ''), hiding)
  return safe.length > MAX_LINE_LENGTH ? `${safe.slice(0, MAX_LINE_LENGTH)}…` : safe
}

function hideSecrets(text: string, { logins, environment }: Hiding): string {
  const secrets = logins.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken])
  const encoded = secrets.flatMap(encodedForms)
  return safeOutput(withoutProxyPasswords(text, environment), [...secrets, ...encoded])
}

/** A character has at most 4 bytes. */
function endOf(file: string): string {
  return tailOf(readEndOrEmpty(file, 4 * MAX_OUTPUT_LENGTH))
}

/** The end of a text, without the word that the cut splits: half a token would not be recognised, and so not hidden. */
function tailOf(text: string): string {
  return text.length <= MAX_OUTPUT_LENGTH ? text : text.slice(-MAX_OUTPUT_LENGTH).replace(/^\S+/, '')
}

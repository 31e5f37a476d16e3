import { BY_HAND } from '../../core/project.js'
import { NOT_SENT, RefreshError, WITH_CLR_LOGIN } from '../../core/reasons.js'
import { decodeBase64, unwrapBase64, type Unwrapped } from './base64.js'

/** The remedy for an unusable `creds-json`. */
export const STORE_JSON = `Make a new login ${WITH_CLR_LOGIN}. To do that by hand, see ${BY_HAND}. ${NOT_SENT}`
const GIVE_SECRET = `Give the step the secret itself: \`creds-json: \${{ secrets.NAME }}\`. ${NOT_SENT}`
const GIVE_PATH = `Give the path as \`creds\`, and leave out \`creds-json\`. Or ${STORE_JSON.replace(/^M/, 'm')}`

/** Common mistakes: how the text looks, what the message says, and the remedy if it is not `STORE_JSON`. */
const MISTAKES: readonly (readonly [RegExp, string, string?])[] = [
  [/^\*+$/, 'is a masked value: it contains only asterisks', GIVE_SECRET],
  [/^\[object \w+\]$/, 'is an object that was converted to text without toJSON()', GIVE_SECRET],
  [/^\$|^%\w+%$/, 'is an expression or a variable that was not expanded', GIVE_SECRET],
  [/^["']?sk-ant-api/, 'is an API key, which is never refreshed'],
  [/^["']?sk-ant-/, 'is a bare token, not the JSON that `claude` stores at login'],
  [
    /^(?:export\s+)?\w+\s*(?:=(?!=|$)|:\s*["']?\{)/,
    'begins with a name such as `NAME=`; give only what comes after it'
  ],
  [/^(["'`])[^]*\1$/, 'has quotes around it; give only what is between them'],
  [/^\{\s*\\/, 'has backslashes before its quotes'],
  [/^\{\s*'/, 'has single quotes instead of double ones'],
  [/^\{\s*\w/, 'has lost its quotes, perhaps to a shell'],
  [/^\{/, 'begins like JSON, but is incomplete or was changed'],
  [/^(?:~|\.{1,2})?\/(?!\/).*$|^[a-z]:\\.*$|^\S+\.json$/i, 'is the path of a file, not its content', GIVE_PATH]
]

/** The error for a `creds-json` that is neither JSON nor base64 of it. Never quotes it. */
export function refusalOfText({ json, isBase64 }: Unwrapped): RefreshError {
  if (isBase64) return refusal('is base64 of a text that begins like JSON, but is incomplete or was changed')
  const [, sentence, remedy] = MISTAKES.find(([looks]) => looks.test(json.trim())) ?? []
  return refusal(sentence ?? describeBase64(json) ?? 'is neither JSON nor base64 of JSON', remedy)
}

/** An error about the input. @param sentence continues after `creds-json` */
export function refusal(sentence: string, remedy = STORE_JSON): RefreshError {
  return new RefreshError('creds-invalid', `creds-json ${sentence}`, remedy)
}

/** The shortest text that is taken for base64, in characters. A shorter text may be anything. */
const SHORTEST_BASE64 = 16

function describeBase64(text: string): string | null {
  const decoded = text.length < SHORTEST_BASE64 ? null : decodeBase64(text)
  if (decoded === null) return null
  if (decoded.includes('\0')) return 'is base64 of UTF-16 text; JSON is UTF-8'
  return unwrapBase64(decoded).isBase64
    ? 'is base64-encoded twice; encode it only once'
    : 'is base64 of a text that is not a JSON object'
}

import { MAX_CREDENTIALS_BYTES } from '../core/credentials/credentials-file.js'
import { findCredentialsFile } from '../core/credentials/credentials-path.js'
import { absolutePath } from '../core/credentials/typed-path.js'
import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'
import { readRegularFile } from '../core/system/read.js'

/** A credentials file as the action sees it: whatever is in it, good or not, so that it can be hidden. */
export interface SeenCredentials {
  /** The whole file, parsed; null if it is no JSON object. */
  readonly document: JsonObject | null
  /** The same as one line of JSON. */
  readonly json: string | null
  /** Null if there is none, or it is blank. */
  readonly accessToken: string | null
  /** Every string in it that is, or may be, a secret; at least 8 characters each. */
  readonly secrets: readonly string[]
}

/**
 * Twice what `clr` accepts, so that everything it works with is hidden, also what a refresh has made longer. What is still
 * larger is refused by `clr`, and nothing of it is ever shown.
 */
const LARGEST_FILE_BYTES = 2 * MAX_CREDENTIALS_BYTES
/** Whatever is under a key with such a name may be a secret: `mcpOAuth` holds tokens and client secrets of other services. */
const SECRET_KEY = /token|secret|key|password|authorization/i
/** Shorter texts are no secrets, and hiding one would star half the log. In characters. */
export const SHORTEST_SECRET = 8
const ANTHROPIC_SECRET = /sk-ant-[\w-]+/g
/** Nothing of use is there. */
export const NOTHING_SEEN: SeenCredentials = { document: null, json: null, accessToken: null, secrets: [] }

/** What is in the file at a path, read as `clr` reads it (`~`, links); nothing if it cannot be read, or the path is empty. */
export function seeCredentials(creds: string): SeenCredentials {
  try {
    const { real } = findCredentialsFile(absolutePath(creds))
    return lookAt(readRegularFile(real, LARGEST_FILE_BYTES).bytes.toString('utf8'))
  } catch {
    return NOTHING_SEEN // a mask less: `clr` says what is wrong with the file
  }
}

/** The same for a text: a token is found in a file that is cut short, too. */
export function lookAt(text: string): SeenCredentials {
  const value = parseJson(text)
  const found = new Set([...(text.match(ANTHROPIC_SECRET) ?? []), ...secretStrings(value)])
  const secrets = [...found].filter(secret => secret.trim().length >= SHORTEST_SECRET)
  if (!isJsonObject(value)) return { ...NOTHING_SEEN, secrets }
  return { document: value, json: JSON.stringify(value), accessToken: accessTokenOf(value), secrets }
}

function accessTokenOf(credentials: Readonly<Record<string, unknown>>): string | null {
  const login = credentials.claudeAiOauth
  const token = isJsonObject(login) ? login.accessToken : null
  return typeof token === 'string' && token !== '' ? token : null
}

/** The strings under keys that may name a secret, at any depth; those in a list or an object under such a key, too. */
function secretStrings(value: unknown, isSecret = false): readonly string[] {
  if (typeof value === 'string') return isSecret ? [value, ...credentialsOf(value)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    secretStrings(inner, isSecret || SECRET_KEY.test(key))
  )
}

/** What follows the scheme in the value of an HTTP header `Authorization`: a log may show it without the scheme. */
function credentialsOf(header: string): readonly string[] {
  return /(?<=^(?:basic|bearer) +)\S+$/i.exec(header) ?? []
}

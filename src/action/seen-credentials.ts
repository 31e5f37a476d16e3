import { MAX_CREDENTIALS_BYTES } from '../core/credentials/credentials-file.js'
import { findCredentialsFile } from '../core/credentials/credentials-path.js'
import { absolutePath } from '../core/credentials/typed-path.js'
import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'
import { orNull } from '../core/or-null.js'
import { readRegularFile } from '../core/system/read.js'

/** The content of a credentials file, valid or not, for masking and for the outputs. */
export interface SeenCredentials {
  /** The whole file, parsed; null if it is not a JSON object. */
  readonly document: JsonObject | null
  /** The whole file as one line of JSON. */
  readonly json: string | null
  /** The access token; null if there is none, or it is empty. */
  readonly accessToken: string | null
  /** Every string in it that is, or may be, a secret; at least 8 characters each. */
  readonly secrets: readonly string[]
}

/**
 * Twice the size that `clr` accepts, so that everything `clr` works with is masked, even if a refresh made it longer. `clr`
 * refuses a larger file and shows nothing of it.
 */
const MAX_FILE_BYTES = 2 * MAX_CREDENTIALS_BYTES
/** A value under a key with such a name may be a secret: `mcpOAuth` holds tokens and client secrets of other services. */
const SECRET_KEY = /token|secret|key|password|authorization/i
/** The shortest secret, in characters. A shorter text is not a secret, and masking it would hide half the log. */
export const SHORTEST_SECRET = 8
const ANTHROPIC_SECRET = /sk-ant-[\w-]+/g
export const NOTHING_SEEN: SeenCredentials = { document: null, json: null, accessToken: null, secrets: [] }

/**
 * What is in the file at a path, which is resolved as `clr` does it (`~`, links). Nothing if the path is empty, or the file
 * can't be read: `clr` reports that.
 */
export function seeCredentials(creds: string): SeenCredentials {
  const file = orNull(() => readRegularFile(findCredentialsFile(absolutePath(creds)).real, MAX_FILE_BYTES))
  return file === null ? NOTHING_SEEN : lookAt(file.bytes.toString('utf8'))
}

/** What is in a text that was read from a credentials file. Finds tokens in a truncated file too. */
export function lookAt(text: string): SeenCredentials {
  const value = parseJson(text)
  const found = new Set([...(text.match(ANTHROPIC_SECRET) ?? []), ...secretStrings(value)])
  const secrets = [...found].filter(secret => secret.trim().length >= SHORTEST_SECRET)
  if (!isJsonObject(value)) return { ...NOTHING_SEEN, secrets }
  return { document: value, json: JSON.stringify(value), accessToken: accessTokenOf(value), secrets }
}

function accessTokenOf({ claudeAiOauth: login }: JsonObject): string | null {
  const token = isJsonObject(login) ? login.accessToken : null
  return typeof token === 'string' && token !== '' ? token : null
}

/** The strings under keys that may name a secret, at any depth, including those in a list or an object under such a key. */
function secretStrings(value: unknown, isSecret = false): readonly string[] {
  if (typeof value === 'string') return isSecret ? [value, ...credentialsOf(value)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    secretStrings(inner, isSecret || SECRET_KEY.test(key))
  )
}

/** What follows the scheme in an HTTP `Authorization` header: a log may show it without the scheme. */
function credentialsOf(header: string): readonly string[] {
  return /(?<=^(?:basic|bearer) +)\S+$/i.exec(header) ?? []
}

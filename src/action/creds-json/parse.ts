import { MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_SIZE } from '../../core/credentials/credentials-file.js'
import { loginOf, parseLogin, type AnyLogin } from '../../core/credentials/credentials.js'
import { takeStampOff } from '../../core/credentials/stamp.js'
import { isJsonObject, isNestedTooDeep, MAX_JSON_DEPTH, parseJson } from '../../core/json.js'
import { RefreshError } from '../../core/reasons.js'
import type { Unwrapped } from './base64.js'
import { refusal, refusalOfText, STORE_JSON } from './not-json.js'

/** The credentials of the input `creds-json`. */
export interface Incoming {
  /** Without the stamp, which `claude` must not get. */
  readonly credentials: AnyLogin
  /** When the secret was stored; null if it has no stamp. */
  readonly storedAt: string | null
}

/** Parses the input `creds-json`. @throws RefreshError `creds-invalid`, about `creds-json` */
export function parseIncoming(unwrapped: Unwrapped): Incoming {
  const { json } = unwrapped
  checkBounds(json)
  const value = parseJson(json)
  try {
    if (!isJsonObject(value)) return { credentials: parseLogin(json), storedAt: null } // throws, and says what is wrong
    const { document, storedAt } = takeStampOff(value)
    return { credentials: loginOf(document), storedAt }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    // A quoted text is JSON too, but here it is a mistake.
    if (value === undefined || typeof value === 'string') throw refusalOfText(unwrapped)
    const sentence = error.message.replace(/\bthe file\b/g, 'the text')
    throw new RefreshError('creds-invalid', `creds-json: ${sentence}`, STORE_JSON)
  }
}

/** Refuses JSON that is too large, or nested too deep, to be credentials. */
function checkBounds(json: string): void {
  if (Buffer.byteLength(json) > MAX_CREDENTIALS_BYTES) {
    throw refusal(`is larger than ${MAX_CREDENTIALS_SIZE}; credentials are only a few kB, so this is something else`)
  }
  if (isNestedTooDeep(json)) {
    throw refusal(`is nested deeper than ${MAX_JSON_DEPTH} levels; credentials have about 4, so this is something else`)
  }
}

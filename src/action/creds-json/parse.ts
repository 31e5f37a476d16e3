import { loginOf, parseLogin, type AnyLogin } from '../../core/credentials/credentials.js'
import { isJsonObject, parseJson } from '../../core/json.js'
import { RefreshError } from '../../core/reasons.js'
import { takeStampOff } from '../stamp.js'
import { unwrapBase64 } from './base64.js'
import { checkBounds } from './bounds.js'
import { refusalOfText, STORE_JSON } from './not-json.js'

/** The credentials that came by the input `creds-json`. */
export interface Incoming {
  /** Without the stamp, which is no business of `claude`. */
  readonly credentials: AnyLogin
  /** When the secret was stored; null if the text does not tell. */
  readonly storedAt: string | null
}

/**
 * The credentials in a secret's text, JSON or base64 of it: unwrapped and parsed once, here.
 * @throws RefreshError `creds-invalid`, about `creds-json`
 */
export function parseIncoming(text: string): Incoming {
  const { json } = unwrapBase64(text)
  checkBounds(json)
  const value = parseJson(json)
  try {
    if (!isJsonObject(value)) return { credentials: parseLogin(json), storedAt: null } // says what is wrong with it
    const { document, storedAt } = takeStampOff(value)
    return { credentials: loginOf(document), storedAt }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    // A text in quotes is JSON too, but nobody means it so.
    if (value === undefined || typeof value === 'string') throw refusalOfText(text)
    const sentence = error.message.replace(/\bthe file\b/g, 'the text')
    throw new RefreshError('creds-invalid', `creds-json: ${sentence}`, STORE_JSON)
  }
}

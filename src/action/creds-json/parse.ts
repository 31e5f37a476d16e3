import { parseLogin, type AnyLogin } from '../../core/credentials/credentials.js'
import { parseJson } from '../../core/json.js'
import { RefreshError } from '../../core/reasons.js'
import { unwrapBase64 } from './base64.js'
import { readStamp } from '../stamp.js'
import { refusalOfText, STORE_JSON } from './not-json.js'

/** The credentials that came by the input `creds-json`. */
export interface Incoming {
  /** Without the stamp, which is no business of `claude`. */
  readonly credentials: AnyLogin
  /** When the secret was stored; null where the text does not tell. */
  readonly storedAt: string | null
}

/** The credentials in a secret's text, JSON or base64 of it. @throws RefreshError `creds-invalid`, about `creds-json` */
export function parseIncoming(text: string): Incoming {
  const { json, storedAt } = readStamp(unwrapBase64(text).json)
  try {
    return { credentials: parseLogin(json), storedAt }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    if (!isJson(json)) throw refusalOfText(text)
    const sentence = error.message.replace(/\bthe file\b/g, 'the text')
    throw new RefreshError('creds-invalid', `creds-json: ${sentence}`, STORE_JSON)
  }
}

/** A text in quotes is JSON too, but nobody means it so. */
function isJson(text: string): boolean {
  const value = parseJson(text)
  return value !== undefined && typeof value !== 'string'
}

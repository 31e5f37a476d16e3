import { parseLogin, type AnyLogin } from '../../refresh/credentials/credentials.js'
import { RefreshError } from '../../refresh/reasons.js'
import { readStamp } from '../secret/stamp.js'

/** The credentials that came by the input `creds-json`. */
export interface Incoming {
  /** Without the stamp, which is no business of `claude`. */
  readonly credentials: AnyLogin
  /** When the secret was stored; null where the text does not tell. */
  readonly storedAt: string | null
}

/** The credentials in a secret's text. @throws RefreshError `creds-invalid`, with a sentence about `creds-json` */
export function parseIncoming(text: string): Incoming {
  const { json, storedAt } = readStamp(text)
  try {
    return { credentials: parseLogin(json), storedAt }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const hint = isBase64(text) ? '; it looks like base64: store the JSON itself as the secret' : ''
    throw new RefreshError('creds-invalid', `creds-json: ${error.message.replace(/\bthe file\b/g, 'the text')}${hint}`)
  }
}

function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString().trimStart().startsWith('{')
}

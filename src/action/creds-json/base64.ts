import { parseJson } from '../../core/json.js'

/** What the input `creds-json` holds. */
export interface Unwrapped {
  /** The JSON, without a byte order mark if it came as base64; the text itself if it is not base64 of a JSON object or list. */
  readonly json: string
  readonly isBase64: boolean
}

/** Takes the JSON out of base64. JSON itself is never mistaken for base64: an object has braces, which base64 has not. */
export function unwrapBase64(text: string): Unwrapped {
  const json = decodeBase64(text)
  const isWrapped = json !== null && isObjectOrList(json) && !json.includes('\0') // as UTF-16 has
  return isWrapped ? { json, isBase64: true } : { json: text, isBase64: false }
}

/** A list, whose first character other texts may have too, has to be whole. */
function isObjectOrList(json: string): boolean {
  return json.trimStart().startsWith('{') || Array.isArray(parseJson(json))
}

/**
 * The UTF-8 text in base64 of either alphabet, in one line or in many, with or without padding; without a byte order mark.
 * Null if the text is not that.
 */
export function decodeBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '')
  if (!/^[\w+/-]+={0,2}$/.test(packed)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64'))
  } catch {
    return null
  }
}

/**
 * JSON as base64 in one line that every decoder takes, however strict and in whichever alphabet: blanks at its end make
 * padding needless, and it has neither `+` and `/` nor `-` and `_`.
 */
export function toBase64(json: string): string {
  const ascii = escapeOdd(json)
  return encode(ascii.padEnd(Math.ceil(ascii.length / 3) * 3))
}

/** How base64 of such JSON begins, whatever stamp is put at the end of the JSON: to be masked. */
export function base64Start(json: string): string {
  const ascii = escapeOdd(json.slice(0, -1)) // without the last brace
  return encode(ascii.slice(0, ascii.length - (ascii.length % 3)))
}

/**
 * Of ASCII only `>`, `?`, `~` and DEL can become `+` or `/`. In JSON these, and what is not ASCII, are inside strings, where
 * an escape means the same.
 */
function escapeOdd(json: string): string {
  return json.replace(/[>?~\u007f-\uffff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64')
}

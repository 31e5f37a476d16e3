import { parseJson } from '../../core/json.js'
import { orNull } from '../../core/or-null.js'

/** What the input `creds-json` holds. */
export interface Unwrapped {
  /** The JSON, without a byte order mark if it was base64; the unchanged text if it is not base64 of a JSON object or list. */
  readonly json: string
  readonly isBase64: boolean
}

/**
 * Decodes JSON that is base64. JSON itself is never mistaken for base64: an object has braces, and base64 never contains
 * one.
 */
export function unwrapBase64(text: string): Unwrapped {
  const json = decodeBase64(text)
  const isWrapped = json !== null && isObjectOrList(json) && !json.includes('\0') // a zero byte means UTF-16
  return isWrapped ? { json, isBase64: true } : { json: text, isBase64: false }
}

/** Only the start of an object is checked. A list must parse completely, because other texts may begin with `[` too. */
function isObjectOrList(json: string): boolean {
  return json.trimStart().startsWith('{') || Array.isArray(parseJson(json))
}

/**
 * Decodes base64 of UTF-8 text: either alphabet, one line or many, padded or not. Drops a byte order mark.
 * @returns null if the text is not that
 */
export function decodeBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '')
  if (!/^[\w+/-]+={0,2}$/.test(packed)) return null
  return orNull(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64')))
}

/**
 * JSON as one line of base64 that every decoder accepts, however strict and in whichever alphabet: trailing spaces make
 * padding unnecessary, and it contains none of `+`, `/`, `-` and `_`.
 */
export function toBase64(json: string): string {
  const ascii = escapeOdd(json)
  return encode(ascii.padEnd(Math.ceil(ascii.length / 3) * 3))
}

/**
 * The beginning of `toBase64(json)`, for a mask. It does not depend on the stamp, which is added at the end of the JSON.
 */
export function base64Start(json: string): string {
  const ascii = escapeOdd(json.slice(0, -1)) // the closing brace is left out, because a stamp may be inserted before it
  return encode(ascii.slice(0, ascii.length - (ascii.length % 3)))
}

/**
 * Escapes non-ASCII characters, and the only ASCII ones that can become `+` or `/` in base64: `>`, `?`, `~` and DEL. In JSON
 * all of these occur only in strings, where an escape means the same.
 */
function escapeOdd(json: string): string {
  return json.replace(/[>?~\u007f-\uffff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64')
}

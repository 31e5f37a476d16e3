/** How many levels a JSON text may be nested. A credentials file has about 4; from some thousands on a walk through it, or `JSON.stringify`, overflows the stack. */
export const MAX_JSON_DEPTH = 200

/** A JSON object whose values are not yet known. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a parsed JSON value is an object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The JSON value of a text, or undefined where it is no JSON, or is nested deeper than MAX_JSON_DEPTH: a SyntaxError would
 * quote its input, which may be a token.
 */
export function parseJson(text: string): unknown {
  if (isNestedTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a text, if it is JSON, is nested deeper than MAX_JSON_DEPTH. Judged on the text, without recursion. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isInString && character === '\\') at += 1
    else if (character === '"') isInString = !isInString
    else if (!isInString && (character === '{' || character === '[')) depth += 1
    else if (!isInString && (character === '}' || character === ']')) depth -= 1
    if (depth > MAX_JSON_DEPTH) return true
  }
  return false
}

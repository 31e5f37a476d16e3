/** A JSON object whose values have not been checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** How many levels of objects and lists a text may have. JSON.stringify overflows the stack at a few thousand. */
export const MAX_JSON_DEPTH = 200

/** Whether a parsed JSON value is an object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The JSON value of a text, with or without a byte order mark; undefined if the text is not JSON or is nested too deep. It
 * does not throw, because a SyntaxError quotes its input, which may be a token.
 */
export function parseJson(text: string): unknown {
  if (isNestedTooDeep(text)) return undefined
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** Whether objects and lists are nested more than `MAX_JSON_DEPTH` deep; brackets inside strings don't count. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length && depth <= MAX_JSON_DEPTH; at += 1) {
    const character = text[at]
    if (isInString && character === '\\') at += 1
    else if (character === '"') isInString = !isInString
    else if (!isInString && (character === '{' || character === '[')) depth += 1
    else if (!isInString && (character === '}' || character === ']')) depth -= 1
  }
  return depth > MAX_JSON_DEPTH
}

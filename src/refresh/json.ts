/** A JSON object whose values are not yet known. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a parsed JSON value is an object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The JSON value of a text, or undefined where it is no JSON: a SyntaxError would quote its input, which may be a token. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

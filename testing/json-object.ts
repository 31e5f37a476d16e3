import { isJsonObject, type JsonObject } from '../src/core/json.js'

/** A value that must be a JSON object. */
export function objectFrom(value: unknown): JsonObject {
  if (isJsonObject(value)) return value
  throw new Error('not a JSON object')
}

/** The JSON object in a text. */
export function parseObject(text: string): JsonObject {
  return objectFrom(JSON.parse(text))
}

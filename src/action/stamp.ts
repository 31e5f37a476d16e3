import { isJsonObject, parseJson } from '../core/json.js'

/** Credentials as they came in, apart from their stamp. */
export interface UnstampedCredentials {
  /** One line of JSON without `storedAt`; the text as it was where it is no JSON object. */
  readonly json: string
  /** When it was stored, as written there; null where nothing tells. */
  readonly storedAt: string | null
}

/**
 * The credentials as one line of JSON with `storedAt`, for a secret: a secret of many lines makes the runner hide `{`
 * and `}` everywhere. A text that is no JSON object stays as it is.
 */
export function stampedCredentials(json: string, now: Date): string {
  const value = parseJson(json)
  return isJsonObject(value) ? JSON.stringify({ ...value, storedAt: now.toISOString() }) : json
}

/** Takes the stamp off credentials that were stored by `stampedCredentials`; others have none. */
export function readStamp(text: string): UnstampedCredentials {
  const value = parseJson(text.replace(/^\uFEFF/, ''))
  if (!isJsonObject(value)) return { json: text, storedAt: null }
  const { storedAt, ...credentials } = value
  return { json: JSON.stringify(credentials), storedAt: typeof storedAt === 'string' ? storedAt : null }
}

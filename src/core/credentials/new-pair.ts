import { isJsonObject, type JsonObject } from '../json.js'
import { isToken, loginOf, type Credentials } from './credentials.js'

/**
 * The result of an exchange: two new tokens and the fields that the CLI stored with them. Write-back merges these fields into
 * the file's current content, which gives `Credentials` again.
 */
export interface NewPair {
  readonly accessToken: string
  readonly refreshToken: string
  /** The fields for `claudeAiOauth`, including the two tokens. */
  readonly fields: JsonObject
  /** The fingerprint of the pair that was refreshed, or that a new login replaces. */
  readonly from: string
  /** Whether it comes from a sign-in: then it replaces all fields of the login before it, which may be another account's. */
  readonly isNewLogin?: boolean | undefined
}

/** A pair as the only content of a credentials file. */
export function credentialsOf({ fields, refreshToken }: Pick<NewPair, 'fields' | 'refreshToken'>): Credentials {
  return { ...loginOf({ claudeAiOauth: fields }), refreshToken }
}

/** The pair in `claudeAiOauth`, as a descendant of the pair `from`; null if `fields` is not an object with two valid tokens. */
export function newPairIn(fields: unknown, from: string): NewPair | null {
  if (!isJsonObject(fields)) return null
  const { accessToken, refreshToken } = fields
  return isToken(accessToken) && isToken(refreshToken) ? { accessToken, refreshToken, fields, from } : null
}

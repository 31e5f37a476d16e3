import { isJsonObject, type JsonObject } from '../json.js'
import { isToken } from './credentials.js'

/**
 * What an exchange made of the credentials that were read: two new tokens, and the fields that go with them. It is written
 * by putting its fields into what the file holds by then, which makes it `Credentials` again.
 */
export interface NewPair {
  readonly accessToken: string
  readonly refreshToken: string
  /** What goes into `claudeAiOauth`: the two tokens, and whatever else the CLI stored with them. */
  readonly fields: JsonObject
  /** The fingerprint of the pair that it descends from. */
  readonly from: string
}

/** The pair in `claudeAiOauth`, which descends from another; null if these fields are no object with two tokens in it. */
export function newPairIn(fields: unknown, from: string): NewPair | null {
  if (!isJsonObject(fields)) return null
  const { accessToken, refreshToken } = fields
  return isToken(accessToken) && isToken(refreshToken) ? { accessToken, refreshToken, fields, from } : null
}

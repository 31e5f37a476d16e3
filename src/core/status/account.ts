import { isJsonObject, type JsonObject } from '../json.js'
import { redact, safeLine } from '../redact.js'

/** The longest value that is shown: shorter than a UUID without its dashes. */
const MAX_LENGTH = 20

/**
 * The kind of an account and its tier, such as `Max 20x` or `Pro`; null if the login does not say, or has a value that could be
 * something else: no address, identifier or token is ever shown.
 */
export function describeAccount(
  { subscriptionType, rateLimitTier }: JsonObject,
  secrets: readonly string[]
): string | null {
  const kind = wordsIn(subscriptionType, secrets)
  if (kind === null) return null
  const factor = typeof rateLimitTier === 'string' ? /_(\d{1,3}x)$/.exec(rateLimitTier)?.[1] : undefined
  const name = kind.charAt(0).toUpperCase() + kind.slice(1)
  return factor === undefined ? name : `${name} ${factor}`
}

/** Only words of letters, with a few digits at most. */
function wordsIn(value: unknown, secrets: readonly string[]): string | null {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return null
  const words = value.replace(/[_\s-]+/g, ' ').trim()
  const isHarmless = /^[a-z]+(?: [a-z0-9]+)*$/i.test(words) && words.replace(/\D/g, '').length <= 3
  return isHarmless && redact(safeLine(value), secrets) === value ? words : null
}

/** The tokens in the fields of a login, whatever else is wrong with it. */
export function tokensIn(fields: unknown): readonly string[] {
  if (!isJsonObject(fields)) return []
  return [fields.accessToken, fields.refreshToken].filter(token => typeof token === 'string')
}

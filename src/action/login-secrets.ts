import { RefreshError } from '../core/reasons.js'
import { toBase64 } from './creds-json/base64.js'
import { readStamp, stampedCredentials } from './stamp.js'
import type { SecretTarget } from '../github-secrets/target.js'

/** What can be stored of a login. */
export interface LoginTexts {
  /** The whole credentials, without a stamp; null where their secret is to stay as it is. */
  readonly credentialsJson: string | null
  readonly accessToken: string
}

/** One secret to be stored. */
export interface SecretText {
  readonly name: string
  /** Whether it is the whole login, which is never to replace another one. */
  readonly isLogin: boolean
  /** The text as one line, stamped with a moment where it has a stamp; null for no stamp. */
  readonly textAt: (now: Date | null) => string
}

/** "Secrets are limited to 48 KB in size": https://docs.github.com/en/actions/reference/security/secrets */
const LARGEST_SECRET_BYTES = 48 * 1024

/** The secrets that a target asks for, the credentials first. */
export function secretTexts(target: SecretTarget, login: LoginTexts): readonly SecretText[] {
  const { credentialsName, accessTokenName, isBase64 } = target
  const { credentialsJson, accessToken } = login
  return [
    ...(credentialsName === null || credentialsJson === null
      ? []
      : [credentialsText(credentialsName, credentialsJson, isBase64)]),
    ...(accessTokenName === null ? [] : [{ name: accessTokenName, isLogin: false, textAt: () => accessToken }])
  ]
}

function credentialsText(name: string, credentialsJson: string, isBase64: boolean): SecretText {
  const { json } = readStamp(credentialsJson)
  const jsonAt = (now: Date | null): string => (now === null ? json : stampedCredentials(json, now))
  return { name, isLogin: true, textAt: isBase64 ? now => toBase64(jsonAt(now)) : jsonAt }
}

/** Room for longer tokens, which a refresh may bring. */
const GROWTH_BYTES = 1024

/** For the login as it is before anything is spent. @throws RefreshError `usage` if a text has no room to grow in 48 KB */
export function assertFits(target: SecretTarget, login: LoginTexts): void {
  const sentence = secretTexts(target, login)
    .map(text => tooLarge(text, GROWTH_BYTES))
    .find(text => text !== null)
  if (sentence !== undefined) throw new RefreshError('usage', sentence)
}

/** Says that a secret has no room for its text, and some bytes more; null if it has. */
export function tooLarge({ name, textAt }: SecretText, growthBytes = 0): string | null {
  const bytes = Buffer.byteLength(textAt(new Date()))
  if (bytes + growthBytes <= LARGEST_SECRET_BYTES) return null
  const room = growthBytes === 0 ? '' : `, with ${growthBytes} more for longer tokens`
  return `${name} would have ${bytes} bytes${room}, and GitHub stores at most ${LARGEST_SECRET_BYTES} (48 KB) in a secret`
}

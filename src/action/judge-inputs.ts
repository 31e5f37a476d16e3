import { readBeforeLock } from '../core/credentials/credentials-file.js'
import { findCredentialsFile } from '../core/credentials/credentials-path.js'
import type { AnyLogin } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import { isValidAsAsked, refuseUnrefreshable } from '../core/credentials/validity.js'
import { DEFAULTS, parseMinValidityMs, parseTimeoutSeconds } from '../core/options.js'
import { NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import type { JobContext } from './context.js'
import { unwrapBase64 } from './creds-json/base64.js'
import { existingFileAt } from './creds-json/existing-file.js'
import { parseIncoming, type Incoming } from './creds-json/parse.js'
import type { ActionInputs } from './inputs.js'
import { parseClaudeVersion, type WantedVersion } from './install/claude-version.js'
import { assertFits, USE_NEW_TOKENS } from './login-secrets.js'
import { wantedTarget } from './secret-memory.js'
import type { SecretTarget } from './secret-target.js'
import { usedUpPairs } from './used-up.js'

/** What the inputs ask for, and what is in the file. */
export interface JudgedInputs {
  /** The credentials of `creds-json`; null if it is not given. */
  readonly incoming: Incoming | null
  /** If a secret is named and `creds-json` is not given: the login in the file. Null if unusable: it may be repaired. */
  readonly existing: AnyLogin | null
  /** Null if no secret is named. */
  readonly target: SecretTarget | null
  /** The `claude` to install; null for none. */
  readonly version: WantedVersion | null
  /** The time limit of the step, in seconds; 0 means no limit. */
  readonly timeoutSeconds: number
  /** Whether the file holds a pair that a refresh made from `creds-json`. */
  readonly isContinued: boolean
}

/**
 * Refuses everything that can be refused before anything is installed, requested or written. A dry run ignores
 * `min-validity`, once it is a duration: what is checked is a refresh.
 * @param creds absolute path of the credentials file
 * @throws RefreshError with the reason for the refusal
 */
export function judgeInputs(inputs: ActionInputs, creds: string, context: JobContext): JudgedInputs {
  const timeoutSeconds = parseTimeoutSeconds(inputs.timeout || DEFAULTS.timeout)
  const askedMs = parseMinValidityMs(inputs.minValidity || DEFAULTS.minValidity)
  const minValidityMs = inputs.dryRun ? 0 : askedMs
  const version = inputs.claudeVersion === '' ? null : parseClaudeVersion(inputs.claudeVersion)
  const unwrapped = unwrapBase64(inputs.credsJson)
  const target = wantedTarget(context.env, unwrapped)
  const incoming = inputs.credsJson === '' ? null : parseIncoming(unwrapped)
  const isContinued = incoming !== null && isRenewedAt(creds, incoming.credentials)
  const existing = incoming === null && target !== null ? readBeforeLock(findCredentialsFile(creds)) : null
  const login = incoming?.credentials ?? existing
  refuseUnrefreshable(incoming === null ? creds : 'creds-json', login, minValidityMs)
  if (incoming !== null && !isContinued && !isValidAsAsked(incoming.credentials, minValidityMs)) {
    refuseUsedUp(incoming, context)
  }
  if (target !== null && login !== null) assertFits(target, login)
  return { incoming, existing, target, version, timeoutSeconds, isContinued }
}

/** Whether the file holds a newer pair of this login. @throws RefreshError as `existingFileAt` */
function isRenewedAt(creds: string, incoming: AnyLogin): boolean {
  const existing = existingFileAt(creds, incoming)
  if (existing.kind === 'descendant') return true
  // An exchange may return a new access token and keep the refresh token.
  return existing.kind === 'same' && existing.credentials.accessToken !== incoming.accessToken
}

/** A used-up refresh token must not be sent again. @throws RefreshError `secret-stale` */
function refuseUsedUp({ credentials }: Incoming, context: JobContext): void {
  if (!usedUpPairs(context).includes(fingerprint(credentials))) return
  const what = 'an earlier step of this job has refreshed the login, and used up the tokens in creds-json'
  throw new RefreshError('secret-stale', `${what}; ${NOT_SENT_HERE}`, USE_NEW_TOKENS)
}

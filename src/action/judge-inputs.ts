import { readBeforeLock } from '../core/credentials/credentials-file.js'
import { findCredentialsFile } from '../core/credentials/credentials-path.js'
import type { AnyLogin } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import { isValidAsAsked, refuseUnrefreshable } from '../core/credentials/validity.js'
import { DEFAULTS, parseMinValidityMs, parseTimeoutSeconds } from '../core/options.js'
import { NOT_SENT, RefreshError } from '../core/reasons.js'
import type { JobContext } from './context.js'
import { existingFileAt, type ExistingFile } from './creds-json/existing-file.js'
import { parseIncoming, type Incoming } from './creds-json/parse.js'
import type { ActionInputs } from './inputs.js'
import { parseClaudeVersion, type WantedVersion } from './install/claude-version.js'
import { assertFits } from './login-secrets.js'
import { wantedTarget } from './secret-memory.js'
import type { SecretTarget } from './secret-target.js'
import { usedUpPairs } from './used-up.js'

/** What the inputs ask for, and what is there. */
export interface JudgedInputs {
  /** What came by `creds-json`; null if nothing did. */
  readonly incoming: Incoming | null
  /**
   * What the file holds, if nothing comes in and a secret is named. Else null; also if that is no good login, which may be mended.
   */
  readonly existing: AnyLogin | null
  /** Null if no secret is named. */
  readonly target: SecretTarget | null
  /** The `claude` to install; null if none is asked for. */
  readonly version: WantedVersion | null
  /** 0 for no limit. */
  readonly timeoutSeconds: number
  /** Whether the file holds what has become of the credentials that come in. */
  readonly isContinued: boolean
}

/**
 * Refuses whatever can be refused by looking: nothing is installed, asked or written.
 * @param creds absolute path of the credentials file
 * @throws RefreshError for each such way
 */
export function judgeInputs(inputs: ActionInputs, creds: string, context: JobContext): JudgedInputs {
  const timeoutSeconds = parseTimeoutSeconds(inputs.timeout === '' ? DEFAULTS.timeout : inputs.timeout)
  const minValidityMs = parseMinValidityMs(inputs.minValidity === '' ? DEFAULTS.minValidity : inputs.minValidity)
  const version = inputs.claudeVersion === '' ? null : parseClaudeVersion(inputs.claudeVersion)
  const target = wantedTarget(context.env)
  const incoming = inputs.credsJson === '' ? null : parseIncoming(inputs.credsJson)
  const isContinued = incoming !== null && isRenewed(existingFileAt(creds, incoming.credentials), incoming.credentials)
  const existing = incoming === null && target !== null ? readBeforeLock(findCredentialsFile(creds)) : null
  const login = incoming?.credentials ?? existing
  refuseUnrefreshable(incoming === null ? creds : 'creds-json', login, minValidityMs)
  if (incoming !== null && !isContinued && !isValidAsAsked(incoming.credentials, minValidityMs)) {
    refuseUsedUp(incoming, context)
  }
  if (target !== null && login !== null) assertFits(target, login)
  return { incoming, existing, target, version, timeoutSeconds, isContinued }
}

/** Its refresh token must not be sent again. @throws RefreshError `secret-stale` */
function refuseUsedUp({ credentials }: Incoming, context: JobContext): void {
  if (!usedUpPairs(context).includes(fingerprint(credentials))) return
  const what =
    'an earlier step of this job has renewed the login, and used up the credentials that came in by creds-json'
  const remedy = `Give this step the same creds as that one, or its output creds-json. ${NOT_SENT}`
  throw new RefreshError('secret-stale', what, remedy)
}

/** An answer without a refresh token leaves the old one beside a newer access token. */
function isRenewed(existing: ExistingFile, { accessToken }: AnyLogin): boolean {
  return (
    existing.kind === 'descendant' || (existing.kind === 'same' && existing.credentials.accessToken !== accessToken)
  )
}

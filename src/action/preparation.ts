import { readCredentials } from '../refresh/credentials-file.js'
import { findCredentialsFile } from '../refresh/credentials-path.js'
import type { Credentials } from '../refresh/credentials.js'
import { Deadline } from '../refresh/deadline.js'
import { fingerprint } from '../refresh/fingerprint.js'
import { DEFAULTS, parseMinValidityMs, parseTimeoutSeconds } from '../refresh/options.js'
import { parseClaudeVersion, type WantedVersion } from './claude-version.js'
import { parseIncoming, type Incoming } from './incoming.js'
import type { ActionInputs } from './inputs.js'
import { placeCredentials } from './place-credentials.js'
import { assertFits } from './secret/login-texts.js'
import type { SecretStore } from './secret/store.js'
import { parseSecretTarget, type SecretTarget } from './secret/target.js'
import { standingAt } from './standing.js'
import { saveState } from './state.js'
import { textsOf } from './store-login.js'
import type { Surroundings } from './surroundings.js'

/** How long GitHub's API may take to answer before anything is spent, in milliseconds. */
const ASK_LIMIT_MS = 20_000

/** What was done before `clr` may start, for a step that asked for more than a refresh. */
export interface Preparation {
  /** The folder of the `claude` that was installed; null where none was asked for. */
  readonly claudeFolder: string | null
  /** What `creds-json` held. */
  readonly incoming: Credentials | null
  /** Whether the credentials file was made from it, so that `post` will remove it. */
  readonly isFileMade: boolean
  /** Where the refreshed login is to be stored. */
  readonly store: SecretStore | null
  /** Whether the whole login is stored, not only its access token. */
  readonly isLoginKept: boolean
}

/**
 * Does what has to be done first, in this order: all inputs are judged before anything is installed, asked or written; the
 * file comes last, so that no stale credentials are left where a later step would use them.
 * @param creds absolute path of the credentials file
 * @throws RefreshError for every way in which this cannot be done; nothing was spent then
 */
export async function prepare(inputs: ActionInputs, creds: string, around: Surroundings): Promise<Preparation> {
  const { env, signals } = around
  const { incoming, target, version, timeoutSeconds } = judgeInputs(inputs, creds, env)
  const claudeFolder = version === null ? null : await install(version, around)
  const store = target === null ? null : await openStore(target, incoming, signals.cancel)
  const isLoginKept = target !== null && target.credentialsName !== null
  if (incoming === null) {
    // From here on any other pair is newer than what the secret holds, or is to hold.
    if (target !== null) saveState(env, 'stored', fingerprint(readCredentials(findCredentialsFile(creds))))
    return { claudeFolder, incoming, isFileMade: false, store, isLoginKept }
  }
  const patience = { deadline: Deadline.after(timeoutSeconds), cancel: signals.cancel }
  // Only now may `post` store and remove what stands there: a login that was refused is none of its business.
  const isFileMade = await placeCredentials(creds, incoming.credentials, patience, () => {
    saveState(env, 'placed', 'true')
    if (target !== null) saveState(env, 'stored', fingerprint(incoming.credentials))
  })
  return { claudeFolder, incoming: incoming.credentials, isFileMade, store, isLoginKept }
}

interface Judged {
  readonly incoming: Incoming | null
  readonly target: SecretTarget | null
  readonly version: WantedVersion | null
  readonly timeoutSeconds: number
}

/** Refuses whatever can be refused by looking. */
function judgeInputs(inputs: ActionInputs, creds: string, env: NodeJS.ProcessEnv): Judged {
  const timeoutSeconds = parseTimeoutSeconds(inputs.timeout === '' ? DEFAULTS.timeout : inputs.timeout)
  parseMinValidityMs(inputs.minValidity === '' ? DEFAULTS.minValidity : inputs.minValidity)
  const version = inputs.claudeVersion === '' ? null : parseClaudeVersion(inputs.claudeVersion)
  const target = parseSecretTarget(inputs.secret, env)
  const incoming = inputs.credsJson === '' ? null : parseIncoming(inputs.credsJson)
  if (incoming !== null) standingAt(creds, incoming.credentials)
  if (target !== null) {
    const login = incoming?.credentials ?? readCredentials(findCredentialsFile(creds))
    assertFits(target, textsOf(login))
  }
  return { incoming, target, version, timeoutSeconds }
}

async function install(version: WantedVersion, { env, signals }: Surroundings): Promise<string> {
  const { installClaude } = await import('./install-claude.js')
  return installClaude(version, env, signals.cancel)
}

async function openStore(target: SecretTarget, incoming: Incoming | null, signal: AbortSignal): Promise<SecretStore> {
  const { openSecretStore } = await import('./secret/store.js')
  const store = await openSecretStore(target)
  await store.checkNotStale(incoming?.storedAt ?? null, { limitMs: ASK_LIMIT_MS, signal })
  await store.proveWritable({ limitMs: ASK_LIMIT_MS, signal })
  return store
}

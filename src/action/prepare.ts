import { readBeforeLock } from '../core/credentials/credentials-file.js'
import { findCredentialsFile } from '../core/credentials/credentials-path.js'
import type { AnyLogin } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import { isValidAsAsked, refuseNeedless } from '../core/credentials/validity.js'
import { Deadline } from '../core/deadline.js'
import type { LockPatience } from '../core/locks/locks.js'
import { DEFAULTS, parseMinValidityMs, parseTimeoutSeconds } from '../core/options.js'
import { NOT_SENT, RefreshError } from '../core/reasons.js'
import { withOwnRights } from '../core/system/rights.js'
import { SENT_BEFORE } from '../core/token-use.js'
import { accountOf } from './account.js'
import type { ActionInputs } from './inputs.js'
import { parseClaudeVersion, type WantedVersion } from './install/claude-version.js'
import type { Installing } from './install/install-claude.js'
import { parseIncoming, type Incoming } from './creds-json/parse.js'
import { placeCredentials } from './creds-json/write-file.js'
import { existingFileAt, type ExistingFile } from './creds-json/existing-file.js'
import { UNPREPARED, type Preparation } from './preparation-result.js'
import { assertFits, openLoginSecrets, type Arrival, type LoginSecrets } from './login-secrets.js'
import { newSight, wantedTarget } from './secret-sight.js'
import type { SecretTarget } from './secret-target.js'
import { statIfAny } from './stat-if-any.js'
import { saveState, saveStateOrRefuse, UNKNOWN } from './state.js'
import { textsOf } from './store-login.js'
import type { Surroundings } from './surroundings.js'
import { usedUpPairs } from './used-up.js'

/** How long GitHub's API may take to answer before anything is spent, in milliseconds. */
const ASK_LIMIT_MS = 20_000

/** What a step asks for, and who takes lines for its log. */
export interface Wishes {
  readonly inputs: ActionInputs
  /** Absolute path of the credentials file. */
  readonly creds: string
  readonly note: (line: string) => void
}

/**
 * Does what has to be done first, in this order: all inputs are judged before anything is installed, asked or written; the
 * file comes last, so that no stale credentials are left where a later step would use them.
 * @throws RefreshError for every way in which this cannot be done; nothing was spent then
 */
export async function prepare({ inputs, creds, note }: Wishes, around: Surroundings): Promise<Preparation> {
  const { env, signals } = around
  const { incoming, standing, target, version, timeoutSeconds, isContinued } = judgeInputs(inputs, creds, env)
  const login = incoming?.credentials ?? standing
  const account = login === null ? '' : accountOf(login)
  const save = incoming === null ? saveState : saveStateOrRefuse
  save(env, 'account', account)
  // From here on any other pair is newer than what the secret holds, or is to hold, whatever becomes of this step.
  if (incoming === null && target !== null) saveState(env, 'stored', login === null ? UNKNOWN : fingerprint(login))
  const claudeFolder = version === null ? null : await install(version, env, { cancel: signals.cancel, note })
  const arrival = { storedAt: incoming?.storedAt ?? null, isContinued }
  const store = target === null ? null : await openStore(target, arrival, around)
  const prepared = { ...UNPREPARED, claudeFolder, store, account, isLoginKept: target?.credentialsName != null }
  if (incoming === null && standing?.refreshToken === null) {
    const name = target?.credentialsName ?? null
    if (name !== null)
      note(`${creds} holds a login without a refresh token, which never changes: ${name} stays as it is`)
    return { ...prepared, incoming: saveIncoming(standing, saveState, env) }
  }
  if (incoming === null) return prepared
  // The secret that it came from holds it, or a newer one: as it came in it is not for `post` to store.
  const came = saveIncoming(incoming.credentials, saveStateOrRefuse, env)
  const deadline = Deadline.after(timeoutSeconds)
  const onSentBefore = (): void => {
    note(`Warning: ${SENT_BEFORE}`)
  }
  const place = { creds, incoming: incoming.credentials, patience: { deadline, cancel: signals.cancel }, onSentBefore }
  return {
    ...prepared,
    isFileMade: await placeOnRecord(place, target === null ? '' : came, env),
    incoming: came,
    secondsLeft: secondsLeft(timeoutSeconds, deadline.remainingMs())
  }
}

/** Tells `post` of a login in which there is nothing new to store. @returns its fingerprint */
function saveIncoming(login: AnyLogin, save: typeof saveStateOrRefuse, env: NodeJS.ProcessEnv): string {
  const incoming = fingerprint(login)
  save(env, 'incoming', incoming)
  return incoming
}

/** The whole seconds that are left for `clr`: at least 1, since 0 would mean no limit. Null if there is no limit. */
export function secondsLeft(timeoutSeconds: number, remainingMs: number): number | null {
  return timeoutSeconds === 0 ? null : Math.max(1, Math.ceil(remainingMs / 1000))
}

interface Placing {
  readonly creds: string
  readonly incoming: AnyLogin
  readonly patience: LockPatience
  readonly onSentBefore: () => void
}

/** `post` may store and remove what stands there from when it is placed: a login that is refused is none of its business. */
async function placeOnRecord(
  { creds, incoming, patience, onSentBefore }: Placing,
  stored: string,
  env: NodeJS.ProcessEnv
): Promise<boolean> {
  try {
    const onPlace = (): void => {
      withOwnRights(() => {
        saveStateOrRefuse(env, 'stored', stored) // first: a kill between the two must not let `post` remove what is new
        saveStateOrRefuse(env, 'placed', 'true')
      })
    }
    return await placeCredentials(creds, incoming, { patience, runnerUid: runnerUid(env), onPlace, onSentBefore })
  } catch (error) {
    saveState(env, 'placed', 'false')
    saveState(env, 'stored', '')
    throw error
  }
}

/** The runner makes its temporary folder itself. */
function runnerUid({ RUNNER_TEMP: folder = '' }: NodeJS.ProcessEnv): number | null {
  return statIfAny(folder)?.uid ?? null
}

interface Judged {
  readonly incoming: Incoming | null
  /** What stands in the file, where nothing comes in; null where that is no good login, but may be mended. */
  readonly standing: AnyLogin | null
  readonly target: SecretTarget | null
  readonly version: WantedVersion | null
  readonly timeoutSeconds: number
  /** Whether the file holds what has become of the credentials that come in. */
  readonly isContinued: boolean
}

/** Refuses whatever can be refused by looking. */
function judgeInputs(inputs: ActionInputs, creds: string, env: NodeJS.ProcessEnv): Judged {
  const timeoutSeconds = parseTimeoutSeconds(inputs.timeout === '' ? DEFAULTS.timeout : inputs.timeout)
  const minValidityMs = parseMinValidityMs(inputs.minValidity === '' ? DEFAULTS.minValidity : inputs.minValidity)
  const version = inputs.claudeVersion === '' ? null : parseClaudeVersion(inputs.claudeVersion)
  const target = wantedTarget(env)
  const incoming = inputs.credsJson === '' ? null : parseIncoming(inputs.credsJson)
  const isContinued = incoming !== null && isRenewed(existingFileAt(creds, incoming.credentials), incoming.credentials)
  const standing = incoming === null && target !== null ? readBeforeLock(findCredentialsFile(creds)) : null
  const login = incoming?.credentials ?? standing
  refuseNeedless(incoming === null ? creds : 'creds-json', login, minValidityMs)
  if (incoming !== null && !isContinued && !isValidAsAsked(incoming.credentials, minValidityMs)) {
    refuseUsedUp(incoming, env)
  }
  if (target !== null && login !== null) assertFits(target, textsOf(login))
  return { incoming, standing, target, version, timeoutSeconds, isContinued }
}

/** Its refresh token must not be sent again. @throws RefreshError `secret-stale` */
function refuseUsedUp({ credentials }: Incoming, env: NodeJS.ProcessEnv): void {
  if (!usedUpPairs(env).includes(fingerprint(credentials))) return
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

async function install(version: WantedVersion, env: NodeJS.ProcessEnv, installing: Installing): Promise<string> {
  const { installClaude } = await import('./install/install-claude.js')
  return installClaude(version, env, installing)
}

async function openStore(
  target: SecretTarget,
  arrival: Arrival,
  { env, signals }: Surroundings
): Promise<LoginSecrets> {
  const signal = signals.cancel
  const store = await openLoginSecrets(target, newSight(target, env))
  await store.checkNotStale(arrival, { limitMs: ASK_LIMIT_MS, signal })
  await store.proveWritable({ limitMs: ASK_LIMIT_MS, signal })
  return store
}

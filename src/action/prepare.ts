import type { AnyLogin } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import { Deadline } from '../core/deadline.js'
import { statIfAny } from '../core/system/read.js'
import { withOwnRights } from '../core/system/rights.js'
import { SENT_BEFORE } from '../core/token-use.js'
import { accountFingerprint } from './account.js'
import type { StepContext } from './context.js'
import { placeCredentials } from './creds-json/write-file.js'
import type { ActionInputs } from './inputs.js'
import type { WantedVersion } from './install/claude-version.js'
import { judgeInputs, type JudgedInputs } from './judge-inputs.js'
import { openLoginSecrets, type Arrival, type LoginSecrets } from './login-secrets.js'
import { holdsPair, NO_SECRET, UNKNOWN_CONTENT } from './post-state.js'
import { memoryForMain } from './secret-memory.js'
import type { SecretTarget } from './secret-target.js'

/** How long GitHub's API may take to answer before the refresh token is spent, in milliseconds. */
const ASK_LIMIT_MS = 20_000

export interface PrepareOptions {
  readonly inputs: ActionInputs
  /** Absolute path of the credentials file. */
  readonly creds: string
  /** Takes a line for the log. */
  readonly note: (line: string) => void
}

/** What was done before `clr` starts, for a step that asked for more than a refresh. */
export interface Preparation {
  /** The folder of the installed `claude`; null if none was asked for. */
  readonly claudeFolder: string | null
  /** Whether the credentials file was made from `creds-json`, so that `post` removes it. */
  readonly isFileMade: boolean
  /** Where to store the refreshed login; null if no secret is named. */
  readonly store: LoginSecrets | null
  /**
   * Fingerprint of a pair that need not be stored: the one of `creds-json`, or one in the file that has no refresh token and
   * so never changes. Null if there is neither.
   */
  readonly incoming: string | null
  /** How many of the given seconds are left for `clr`; null if none were used. */
  readonly secondsLeft: number | null
  /** Whether the whole login is stored, not only its access token. */
  readonly isLoginKept: boolean
}

/**
 * Prepares a step in this order: all inputs are judged before anything is installed, requested or written; the credentials
 * are placed last, so that a failure leaves no stale ones where a later step would use them.
 * @throws RefreshError with the reason for the failure; the refresh token has not been sent then
 */
export async function prepare({ inputs, creds, note }: PrepareOptions, context: StepContext): Promise<Preparation> {
  const judged = judgeInputs(inputs, creds, context)
  const { incoming, existing, target, version } = judged
  saveLogin(judged, context)
  const claudeFolder = version === null ? null : await install(version, context, note)
  const arrival = { storedAt: incoming?.storedAt ?? null, isContinued: judged.isContinued }
  const store = target === null ? null : await openStore(target, arrival, context)
  const secretName = target?.credentialsName ?? null
  const isLoginKept = secretName !== null
  const prepared = { claudeFolder, isFileMade: false, store, incoming: null, secondsLeft: null, isLoginKept }
  if (incoming !== null) {
    return { ...prepared, ...(await place({ ...judged, creds, note }, incoming.credentials, context)) }
  }
  if (existing?.refreshToken !== null) return prepared
  if (secretName !== null) {
    note(`${creds} holds a login without a refresh token, which never changes: ${secretName} stays as it is`)
  }
  return { ...prepared, incoming: saveIncoming(existing, context) }
}

async function install(
  version: WantedVersion,
  { env, signals }: StepContext,
  note: PrepareOptions['note']
): Promise<string> {
  const { installClaude } = await import('./install/install-claude.js')
  return installClaude(version, env, { cancel: signals.cancel, note })
}

/** Saves for `post` which login the step begins with. */
function saveLogin({ incoming, existing, target }: JudgedInputs, { state }: StepContext): void {
  const login = incoming?.credentials ?? existing
  state.beganWith(login === null ? '' : accountFingerprint(login))
  if (incoming !== null || target === null) return
  state.secretHolds(login === null ? UNKNOWN_CONTENT : holdsPair(fingerprint(login)))
}

async function openStore(target: SecretTarget, arrival: Arrival, context: StepContext): Promise<LoginSecrets> {
  const limits = { limitMs: ASK_LIMIT_MS, signal: context.signals.cancel }
  const store = await openLoginSecrets(target, memoryForMain(target, context))
  await store.checkNotStale(arrival, limits)
  await store.proveWritable(limits)
  return store
}

/** Saves for `post` that a login need not be stored. @returns its fingerprint */
function saveIncoming(login: AnyLogin, { state }: StepContext): string {
  const pair = fingerprint(login)
  state.loginNeedsNoStoring(pair)
  return pair
}

type Placing = Pick<JudgedInputs, 'target' | 'timeoutSeconds'> & Pick<PrepareOptions, 'creds' | 'note'>

/** Puts `creds-json` where `clr` will find it. Its secret holds this pair, or a newer one. */
async function place(
  { target, timeoutSeconds, creds, note }: Placing,
  login: AnyLogin,
  context: StepContext
): Promise<Pick<Preparation, 'isFileMade' | 'incoming' | 'secondsLeft'>> {
  const incoming = saveIncoming(login, context)
  const deadline = Deadline.after(timeoutSeconds)
  const { env, state, signals } = context
  const content = target === null ? NO_SECRET : holdsPair(incoming)
  try {
    const isFileMade = await placeCredentials(creds, login, {
      patience: { deadline, cancel: signals.cancel },
      // the runner creates this folder itself, so its owner is the runner's user
      runnerUid: statIfAny(env.RUNNER_TEMP ?? '')?.uid ?? null,
      onPlace: () => {
        withOwnRights(() => {
          state.placing(content)
        })
      },
      onSentBefore: () => {
        note(`Warning: ${SENT_BEFORE}`)
      }
    })
    return { isFileMade, incoming, secondsLeft: secondsLeft(timeoutSeconds, deadline.remainingMs()) }
  } catch (error) {
    state.notPlaced()
    throw error
  }
}

/** The whole seconds left for `clr`: at least 1, since 0 would mean no limit. Null if there is no limit. */
export function secondsLeft(timeoutSeconds: number, remainingMs: number): number | null {
  return timeoutSeconds === 0 ? null : Math.max(1, Math.ceil(remainingMs / 1000))
}

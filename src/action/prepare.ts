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
import type { Installing } from './install/npm.js'
import { judgeInputs, type JudgedInputs } from './judge-inputs.js'
import { openLoginSecrets, type Arrival, type LoginSecrets } from './login-secrets.js'
import { holdsPair, NO_SECRET, UNKNOWN_CONTENT, type SecretContent } from './post-state.js'
import { memoryForMain } from './secret-memory.js'
import type { SecretTarget } from './secret-target.js'

/** How long GitHub's API may take to answer before anything is spent, in milliseconds. */
const ASK_LIMIT_MS = 20_000

/** What a step asks for, and who takes lines for its log. */
export interface Wishes {
  readonly inputs: ActionInputs
  /** Absolute path of the credentials file. */
  readonly creds: string
  readonly note: (line: string) => void
}

/** What was done before `clr` may start, for a step that asked for more than a refresh. */
export interface Preparation {
  /** The folder of the `claude` that was installed; null if none was asked for. */
  readonly claudeFolder: string | null
  /** Whether the credentials file was made from `creds-json`, so that `post` will remove it. */
  readonly isFileMade: boolean
  /** Where the refreshed login is to be stored; null if no secret is named. */
  readonly store: LoginSecrets | null
  /**
   * Fingerprint of the login that came by `creds-json`, or of one in the file that has no refresh token and so never changes:
   * there is nothing new in it to store. Null if there is neither.
   */
  readonly incoming: string | null
  /** Seconds that are left for `clr` of those that were given; null if none were used. */
  readonly secondsLeft: number | null
  /** Whether the whole login is stored, not only its access token. */
  readonly isLoginKept: boolean
}

/**
 * Does what has to be done first, in this order: all inputs are judged before anything is installed, asked or written; the
 * file comes last, so that no stale credentials are left where a later step would use them.
 * @throws RefreshError for every way in which this cannot be done; nothing was spent then
 */
export async function prepare({ inputs, creds, note }: Wishes, context: StepContext): Promise<Preparation> {
  const judged = judgeInputs(inputs, creds, context)
  const { incoming, existing, target, version } = judged
  saveLogin(judged, context)
  const { env, signals } = context
  const claudeFolder = version === null ? null : await install(version, env, { cancel: signals.cancel, note })
  const arrival = { storedAt: incoming?.storedAt ?? null, isContinued: judged.isContinued }
  const store = target === null ? null : await openStore(target, arrival, context)
  const isLoginKept = target?.credentialsName != null
  const prepared = { claudeFolder, isFileMade: false, store, incoming: null, secondsLeft: null, isLoginKept }
  if (incoming !== null)
    return { ...prepared, ...(await place({ ...judged, creds, note }, incoming.credentials, context)) }
  if (existing?.refreshToken !== null) return prepared
  if (target?.credentialsName != null)
    note(
      `${creds} holds a login without a refresh token, which never changes: ${target.credentialsName} stays as it is`
    )
  return { ...prepared, incoming: nothingNewIn(existing, context) }
}

/** Saves for `post` what the job begins with. */
function saveLogin({ incoming, existing, target }: JudgedInputs, { state }: StepContext): void {
  const login = incoming?.credentials ?? existing
  state.beganWith(login === null ? '' : accountFingerprint(login))
  if (incoming === null && target !== null)
    state.secretHolds(login === null ? UNKNOWN_CONTENT : holdsPair(fingerprint(login)))
}

async function install(version: WantedVersion, env: NodeJS.ProcessEnv, installing: Installing): Promise<string> {
  const { installClaude } = await import('./install/install-claude.js')
  return installClaude(version, env, installing)
}

async function openStore(target: SecretTarget, arrival: Arrival, context: StepContext): Promise<LoginSecrets> {
  const signal = context.signals.cancel
  const store = await openLoginSecrets(target, memoryForMain(target, context))
  await store.checkNotStale(arrival, { limitMs: ASK_LIMIT_MS, signal })
  await store.proveWritable({ limitMs: ASK_LIMIT_MS, signal })
  return store
}

/** Saves for `post` that there is nothing new to store in a login. @returns its fingerprint */
function nothingNewIn(login: AnyLogin, { state }: StepContext): string {
  const pair = fingerprint(login)
  state.cameIn(pair)
  return pair
}

type Placing = Pick<JudgedInputs, 'target' | 'timeoutSeconds'> & Pick<Wishes, 'creds' | 'note'>

/** Puts what came in where `clr` will find it. The secret that it came from holds it, or a newer one. */
async function place(
  { target, timeoutSeconds, creds, note }: Placing,
  login: AnyLogin,
  context: StepContext
): Promise<Pick<Preparation, 'isFileMade' | 'incoming' | 'secondsLeft'>> {
  const incoming = nothingNewIn(login, context)
  const deadline = Deadline.after(timeoutSeconds)
  const { env, state, signals } = context
  const content: SecretContent = target === null ? NO_SECRET : holdsPair(incoming)
  try {
    const isFileMade = await placeCredentials(creds, login, {
      patience: { deadline, cancel: signals.cancel },
      runnerUid: runnerUid(env),
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

/** The runner makes its temporary folder itself. */
function runnerUid({ RUNNER_TEMP: folder = '' }: NodeJS.ProcessEnv): number | null {
  return statIfAny(folder)?.uid ?? null
}

/** The whole seconds that are left for `clr`: at least 1, since 0 would mean no limit. Null if there is no limit. */
export function secondsLeft(timeoutSeconds: number, remainingMs: number): number | null {
  return timeoutSeconds === 0 ? null : Math.max(1, Math.ceil(remainingMs / 1000))
}

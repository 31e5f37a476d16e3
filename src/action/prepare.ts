import type { AnyLogin } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import { Deadline } from '../core/deadline.js'
import { withOwnRights } from '../core/system/rights.js'
import { SENT_BEFORE } from '../core/token-use.js'
import { takeStepsBeforePlacing, type PrepareOptions, type ProvideClaude } from './before-placing.js'
import type { StepContext } from './context.js'
import { runnerUid } from './creds-json/place.js'
import { placeCredentials } from './creds-json/write-file.js'
import type { JudgedInputs } from './judge-inputs.js'
import type { LoginSecrets } from './login-secrets.js'
import { holdsPair, NO_SECRET } from './post-state.js'

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
 * Prepares a step. The credentials are placed last, so that a failure leaves no stale ones where a later step would use them.
 * @throws RefreshError with the reason for the failure; the refresh token has not been sent then
 */
export async function prepare(options: PrepareOptions, context: StepContext): Promise<Preparation> {
  const { judged, claude: claudeFolder, store } = await takeStepsBeforePlacing(options, install, context)
  const { incoming, existing, target } = judged
  const { creds, note, times } = options
  const secretName = target?.credentialsName ?? null
  const isLoginKept = secretName !== null
  const prepared = { claudeFolder, isFileMade: false, store, incoming: null, secondsLeft: null, isLoginKept }
  if (incoming !== null) {
    const placing = () => place({ ...judged, creds, note }, incoming.credentials, context)
    return { ...prepared, ...(await times.measure('put creds-json in place', placing)) }
  }
  if (existing?.refreshToken !== null) return prepared
  if (secretName !== null) {
    note(`${creds} has a login without a refresh token, which never changes, so ${secretName} is not written`)
  }
  return { ...prepared, incoming: saveIncoming(existing, context) }
}

const install: ProvideClaude<string> = async (wanted, env, step) => {
  const { installClaude } = await import('./install/install-claude.js')
  return installClaude(wanted, env, step)
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

/** The whole seconds left for `clr`: at least 1, since 0 would mean no limit. Null if there is no limit. */
export function secondsLeft(timeoutSeconds: number, remainingMs: number): number | null {
  return timeoutSeconds === 0 ? null : Math.max(1, Math.ceil(remainingMs / 1000))
}

import { fingerprint } from '../core/credentials/fingerprint.js'
import { accountFingerprint } from './account.js'
import type { StepContext } from './context.js'
import type { ActionInputs } from './inputs.js'
import type { WantedVersion } from './install/claude-version.js'
import type { Installing } from './install/installing.js'
import { judgeInputs, type JudgedInputs } from './judge-inputs.js'
import { openLoginSecrets, type Arrival, type LoginSecrets } from './login-secrets.js'
import { holdsPair, UNKNOWN_CONTENT } from './post-state.js'
import { rateLimitPatience } from './rate-limit.js'
import { memoryForMain } from './secret-memory.js'
import type { SecretTarget } from './secret-target.js'
import type { StepTimes } from './step-times.js'

/** How long GitHub's API may take to answer before the refresh token is spent, in milliseconds. */
const ASK_LIMIT_MS = 20_000

export interface PrepareOptions {
  readonly inputs: ActionInputs
  /** Absolute path of the credentials file. */
  readonly creds: string
  /** Takes a line for the log. */
  readonly note: (line: string) => void
  readonly times: StepTimes
}

/** Provides the `claude` that `claude-version` asks for. A dry run only finds out which one that would be. */
export type ProvideClaude<Claude> = (wanted: WantedVersion, env: NodeJS.ProcessEnv, step: Installing) => Promise<Claude>

/** What the steps before placing have found out. */
export interface StepSoFar<Claude> {
  readonly judged: JudgedInputs
  /** What `provideClaude` returned; null if `claude-version` is not given. */
  readonly claude: Claude | null
  /** Where to store the refreshed login; null if no secret is named. */
  readonly store: LoginSecrets | null
}

/**
 * Everything that comes before `creds-json` is placed, in a refresh and in a dry run alike: all inputs are judged before
 * anything is installed, requested or written. A new check belongs here, so that a dry run makes it too.
 * @throws RefreshError with the reason for the failure; the refresh token has not been sent then
 */
export async function takeStepsBeforePlacing<Claude>(
  { inputs, creds, note, times }: PrepareOptions,
  provideClaude: ProvideClaude<Claude>,
  context: StepContext
): Promise<StepSoFar<Claude>> {
  const judged = judgeInputs(inputs, creds, context)
  const { incoming, target, version } = judged
  saveLogin(judged, context)
  const step = { cancel: context.signals.cancel, note, progress: showNow(context) }
  const provide = (wanted: WantedVersion) => provideClaude(wanted, context.env, step)
  const claude = version === null ? null : await times.measure('install claude', () => provide(version))
  if (target === null) return { judged, claude, store: null }
  const arrival = { storedAt: incoming?.storedAt ?? null, isContinued: judged.isContinued }
  const prove = () => openStore(target, arrival, context)
  return { judged, claude, store: await times.measure('prove that the secret can be written', prove) }
}

/** Shows lines in the log while the step is at work. */
function showNow({ loadToolkit }: StepContext): Installing['progress'] {
  return line =>
    void loadToolkit().then(({ info }) => {
      info(line)
    })
}

/** Saves for `post` which login the step begins with. */
function saveLogin({ incoming, existing, target }: JudgedInputs, { state }: StepContext): void {
  const login = incoming?.credentials ?? existing
  state.beganWith(login === null ? '' : accountFingerprint(login))
  if (incoming !== null || target === null) return
  state.secretHolds(login === null ? UNKNOWN_CONTENT : holdsPair(fingerprint(login)))
}

async function openStore(target: SecretTarget, arrival: Arrival, context: StepContext): Promise<LoginSecrets> {
  const patience = rateLimitPatience('the refresh token has not been used yet', context)
  const limits = { limitMs: ASK_LIMIT_MS, signal: context.signals.cancel, patience }
  const store = await openLoginSecrets(target, memoryForMain(target, context))
  await store.proveWritable(limits)
  await store.checkNotStale(arrival, limits) // last, since the proof may wait for minutes
  return store
}

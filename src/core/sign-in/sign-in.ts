import { setTimeout as sleep } from 'node:timers/promises'
import type { ClaudeExit } from '../claude/claude-process.js'
import type { Credentials } from '../credentials/credentials.js'
import { credentialsOf } from '../credentials/new-pair.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import { withCredibleExpiry, type Judgement } from '../home/seeded-login.js'
import { orNull } from '../or-null.js'
import { RefreshError } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { explainSystemError } from '../system/system-error.js'
import { onBrowserAddress } from './browser-address.js'
import { signInArguments, signInEnvironment, type SignInOptions } from './sign-in-command.js'
import { SignInProcess } from './sign-in-process.js'

/** How often to look whether the login is stored, in milliseconds. */
const LOOK_EVERY_MS = 250

/** How long `claude` may take to end once it has stored the login, in milliseconds: it still checks it, and says so. */
const END_LIMIT_MS = 15_000

/** One sign-in of a person. */
export interface SignIn extends SignInOptions {
  readonly program: ClaudeProgram
  readonly home: IsolatedHome
  /** The caller's. */
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the user cancels. */
  readonly cancel: AbortSignal
  /** Gets the address that `claude` wants to be opened in a browser on this machine. */
  readonly onAddress: (address: string) => void
}

/**
 * Lets the official CLI sign a person in, which takes as long as the person takes. Judged by the login on disk: it counts even
 * if the sign-in was cancelled, or `claude` failed after it (docs/claude-cli.md#signing-in).
 * @throws RefreshError `cancelled`, `login-failed`, `claude-failed`: there is no login
 */
export async function signIn({
  program,
  home,
  environment,
  cancel,
  onAddress,
  ...options
}: SignIn): Promise<Credentials> {
  const command = [program.path, ...signInArguments(options)]
  const claude = SignInProcess.start(home, command, signInEnvironment(environment, home))
  const stopLooking = onBrowserAddress(home, onAddress)
  const over = new AbortController()
  try {
    await Promise.race([claude.exited, untilAborted(cancel, over.signal), untilStored(home, over.signal)])
  } finally {
    over.abort()
    stopLooking()
    await claude.end()
  }
  const exit = await claude.exited
  const judgement = lastJudgement(home)
  if (judgement.kind !== 'pair') throw whyNoLogin({ judgement, exit, isCancelled: cancel.aborted, program })
  return credentialsOf(withCredibleExpiry(judgement.newPair))
}

function untilAborted(cancel: AbortSignal, over: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (cancel.aborted) resolve()
    cancel.addEventListener(
      'abort',
      () => {
        resolve()
      },
      { signal: over }
    )
  })
}

/** Resolves if `claude` does not end by itself although it has stored the login. */
async function untilStored(home: IsolatedHome, over: AbortSignal): Promise<void> {
  const pause = (ms: number): Promise<unknown> => sleep(ms, null, { signal: over }).catch(() => null)
  while (!over.aborted && orNull(() => home.judge())?.kind !== 'pair') await pause(LOOK_EVERY_MS)
  await pause(END_LIMIT_MS)
}

/** A HOME that can't be read may hold the login, so it is kept. @throws RefreshError `login-failed` */
function lastJudgement(home: IsolatedHome): Judgement {
  try {
    return home.judge()
  } catch (error) {
    home.keep()
    const why = `cannot read the isolated HOME ${home.path}: ${explainSystemError(error)}`
    const remedy = 'Make that folder readable, then run `clr login` again: it stores the login.'
    throw new RefreshError('login-failed', `${why}; it may have the new login, so it is kept`, remedy)
  }
}

interface SignInResult {
  readonly judgement: Judgement
  readonly exit: ClaudeExit
  readonly isCancelled: boolean
  readonly program: ClaudeProgram
}

/** On a terminal the CLI itself gets the Ctrl-C, and ends with 130. */
const INTERRUPTED = 130

/** The exit statuses of a shell if a program can't be run, or is missing (POSIX, Shell Command Language, 2.8.2). */
const NOT_RUN = [126, 127]

function whyNoLogin({ judgement, exit, isCancelled, program }: SignInResult): RefreshError {
  const { code, signal, startError } = exit
  const claude = program.version === null ? '`claude`' : `\`claude\` ${program.version}`
  if (isCancelled || code === INTERRUPTED || signal === 'SIGINT') {
    return new RefreshError('cancelled', 'the sign-in was cancelled, and nothing was stored')
  }
  if (startError !== null) {
    return new RefreshError(
      'claude-failed',
      `cannot start ${program.path}: ${explainSystemError({ code: startError })}`
    )
  }
  if (code !== null && NOT_RUN.includes(code)) {
    return new RefreshError('claude-failed', `${program.path} could not be run (exit status ${code})`)
  }
  const how = code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with exit status ${code}`
  const what = judgement.kind === 'part' ? 'without a login that can be refreshed' : 'without a login'
  return new RefreshError('login-failed', `${claude} ${how} ${what}; see its output above`)
}

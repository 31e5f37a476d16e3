import { shellLine } from './shell-line.js'
import { findClaude } from './claude/find-claude.js'
import { Deadline } from './deadline.js'
import { IsolatedHome } from './home/isolated-home.js'
import type { LoginDestination, NewLogin } from './login-destination.js'
import { describeEnd } from './credentials/login-end.js'
import { NOT_SENT, NOT_SENT_HERE, RefreshError, withoutTokenNote, type Reason } from './reasons.js'
import { keepSafe } from './recovery/rescue-file.js'
import { readKeptLogin, removeKeptLogin, type KeptLogin } from './sign-in/kept-login.js'
import {
  refuseOldVersion,
  requireSignInCommand,
  signInEnvironment,
  type SignInOptions
} from './sign-in/sign-in-command.js'
import { signIn } from './sign-in/sign-in.js'
import { realPathOf } from './system/read.js'
import { explainSystemError } from './system/system-error.js'
import { refuseWindows } from './system/platform.js'
import type { ClaudeProgram } from './report.js'
import type { WorkFolder } from './work-folder.js'

/** The options of one `clr login`. */
export interface LoginOptions extends SignInOptions {
  /** A file with the login of an earlier sign-in, as it was typed; null for a new sign-in. */
  readonly from: string | null
  /** The caller's. */
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the user cancels. */
  readonly cancel: AbortSignal
  /** Called just before `claude` starts. */
  readonly onSignIn: (program: ClaudeProgram) => void
  /** Gets the address that `claude` wants to be opened in a browser on this machine. */
  readonly onAddress: (address: string) => void
}

/**
 * Makes a new login and stores it: the only place that knows the order of the steps.
 * @returns lines for people: what was stored, and what to do next
 * @throws RefreshError
 */
export async function login(options: LoginOptions, destination: LoginDestination): Promise<readonly string[]> {
  refuseWindows()
  try {
    if (options.from !== null) return await storeKept(options.from, options, destination)
    const { environment, cancel } = options
    const program = await beforeSignIn(() => findClaude(environment, { deadline: Deadline.after(0), cancel }))
    refuseOldVersion(program) // before an environment or a folder is made for nothing
    await beforeSignIn(() => destination.prove())
    return await signInAndStore(program, options, destination)
  } finally {
    destination.close?.()
  }
}

async function storeKept(
  from: string,
  { environment }: LoginOptions,
  destination: LoginDestination
): Promise<readonly string[]> {
  const kept = await beforeSignIn(() => readKeptLogin(from))
  await beforeSignIn(() => {
    refuseItself(kept, destination)
    return destination.prove(kept.login)
  })
  const lines = await storeOr(destination, kept.login, () => kept.path)
  return [...withEnd(lines, kept.login), removeKeptLogin(kept.path, environment)]
}

/** There is nothing to store, and the last line would say to delete the only copy. @throws RefreshError `usage` */
function refuseItself(kept: KeptLogin, { path }: LoginDestination): void {
  if (path === undefined || realPathOf(kept.path) !== realPathOf(path)) return
  throw new RefreshError('usage', `\`--from\` names ${path} itself, which already has that login`)
}

async function signInAndStore(
  found: ClaudeProgram,
  options: LoginOptions,
  destination: LoginDestination
): Promise<readonly string[]> {
  const { folder, home } = await beforeSignIn(() => openHome(destination))
  try {
    const environment = signInEnvironment(options.environment, home)
    const program = await requireSignInCommand(found, environment, options.cancel)
    options.onSignIn(program)
    const login = await signIn({ ...options, program, home })
    const lines = await storeOr(destination, login, () => keepSafe(folder, home, login.document))
    return withEnd(lines, login)
  } finally {
    await home.remove()
    folder.close()
  }
}

/** How often the HOME is made again, if a run that ends has just removed the folder that it is in. */
const MAX_TRIES = 5

async function openHome(destination: LoginDestination): Promise<{ folder: WorkFolder; home: IsolatedHome }> {
  for (let tries = 1; ; tries += 1) {
    const folder = destination.workFolder()
    try {
      const home = IsolatedHome.createForSignIn(folder, destination.replaces ?? null)
      home.reserve()
      return { folder, home }
    } catch (error) {
      folder.close()
      if (tries === MAX_TRIES) throw error
      await Promise.resolve()
    }
  }
}

/** What remedies say about a `clr login` that ended before its sign-in. */
const NO_SIGN_IN = 'The sign-in has not started.'

/** The result of some work before the sign-in. Its errors are worded for a refresh: they say that no token was sent. */
async function beforeSignIn<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const message = error.message.replace(`; ${NOT_SENT_HERE}`, '')
    throw new RefreshError(error.reason, message, error.remedy.replace(NOT_SENT, NO_SIGN_IN))
  }
}

/**
 * Stores a login. If that fails, the login is kept.
 * @param keep keeps it. @returns the path of the file with it
 * @throws RefreshError that says where the login is, and how to store it without another sign-in
 */
async function storeOr(destination: LoginDestination, login: NewLogin, keep: () => string): Promise<readonly string[]> {
  try {
    return await destination.store(login)
  } catch (error) {
    const known = error instanceof RefreshError ? error : null
    const why = known?.message ?? `cannot write ${destination.name}: ${explainSystemError(error)}`
    const path = keep()
    const command = (...more: readonly string[]): string =>
      shellLine(['clr', 'login', ...destination.commandArguments, ...more, '--from', path])
    const remedy =
      known?.reason === 'login-exists'
        ? `To replace that login, run \`${command('--replace')}\`. To keep it, delete ${path}.`
        : `${remedyBefore(known)} run \`${command()}\`; you do not have to sign in again.`
    const clean = why.replace(`; ${NOT_SENT_HERE}`, '')
    throw new RefreshError(reasonAfterSignIn(known?.reason), `${clean}; the new login is safe in ${path}`, remedy)
  }
}

/** What a person should do before the login is stored from its file. */
function remedyBefore(error: RefreshError | null): string {
  const isOfFile = error?.reason === 'creds-not-writable' || error?.reason === 'creds-unreadable'
  return isOfFile ? `${withoutTokenNote(error.remedy)} Then` : 'When that is fixed,'
}

/** A login that could not be stored is not written back, whatever is wrong with the file. */
function reasonAfterSignIn(reason: Reason | undefined): Reason {
  const isOwn = reason === 'login-exists' || reason?.startsWith('secret-') === true
  return isOwn ? reason : 'write-back-failed'
}

/** The end of the login is said after what was stored, before what to do next. */
function withEnd([stored, ...next]: readonly string[], { loginExpiresAtMs }: NewLogin): readonly string[] {
  const end =
    loginExpiresAtMs === null
      ? 'the end date of this login is not known; logins usually end about four weeks after the sign-in, and then you have to sign in again'
      : `${describeEnd(loginExpiresAtMs)}: sign in again before then`
  return [...(stored === undefined ? [] : [stored]), end, ...next]
}

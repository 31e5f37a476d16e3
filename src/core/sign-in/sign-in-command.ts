import { execFile } from 'node:child_process'
import { compareVersions } from '../claude/claude-command.js'
import { isolatedEnvironment } from '../claude/claude-environment.js'
import { WORKING_DIRECTORY } from '../claude/claude-process.js'
import type { HomeLayout } from '../home/home-layout.js'
import { RefreshError } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'

/** The oldest version with `claude auth login` (docs/claude-cli.md#signing-in). */
const OLDEST_VERSION = '2.1.40'

/** The last version that was seen to take no pasted code, only the call back of a browser on this machine. */
const LAST_WITHOUT_PASTE = '2.1.112'

/** How long `claude --version` may take, in milliseconds. Old versions need seconds on a busy machine. */
const VERSION_LIMIT_MS = 60_000

/** The options of `clr login` that are passed on. */
export interface SignInOptions {
  /** Null if not given. */
  readonly email: string | null
  readonly sso: boolean
}

/** The arguments of `claude` for a sign-in. */
export function signInArguments({ email, sso }: SignInOptions): readonly string[] {
  return ['auth', 'login', ...(email === null ? [] : ['--email', email]), ...(sso ? ['--sso'] : [])]
}

/**
 * The environment of `claude` for a sign-in. TERM only says how to print on the terminal. No variable of the caller steers the
 * sign-in itself.
 */
export function signInEnvironment(caller: NodeJS.ProcessEnv, home: HomeLayout): Record<string, string> {
  const { TERM } = caller
  const terminal = TERM === undefined ? {} : { TERM }
  return { ...isolatedEnvironment(caller, home), ...terminal, BROWSER: home.browser.helper }
}

/**
 * The program with its version, asked from itself if its files don't say. An older version than the oldest with the command
 * would start a session instead.
 * @throws RefreshError `claude-failed`: it is too old
 */
export async function requireSignInCommand(
  program: ClaudeProgram,
  environment: Readonly<Record<string, string>>,
  cancel: AbortSignal
): Promise<ClaudeProgram> {
  const version = program.version ?? (await askVersion(program.path, environment, cancel))
  refuseOldVersion({ version })
  return { ...program, version }
}

/** Refuses a version that is known to have no such command. @throws RefreshError `claude-failed` */
export function refuseOldVersion({ version }: Pick<ClaudeProgram, 'version'>): void {
  if (version === null || compareVersions(version, OLDEST_VERSION) >= 0) return
  const message = `\`claude\` ${version} has no \`claude auth login\`: that needs ${OLDEST_VERSION} or newer`
  throw new RefreshError('claude-failed', message, 'Update it with `claude update` or npm, then run it again.')
}

/** Whether a version takes the sign-in only from a browser on this machine, and no pasted code. */
export function needsBrowserHere({ version }: ClaudeProgram): boolean {
  return version !== null && compareVersions(version, LAST_WITHOUT_PASTE) <= 0
}

/** Null if the program does not say, as a wrapper may not. */
function askVersion(
  program: string,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal
): Promise<string | null> {
  return new Promise(resolve => {
    const options = { env, signal, cwd: WORKING_DIRECTORY, timeout: VERSION_LIMIT_MS, killSignal: 'SIGKILL' as const }
    execFile(program, ['--version'], options, (_error, stdout) => {
      resolve(/^(\d+\.\d+\.\d+)\b/.exec(stdout)?.[1] ?? null)
    }).stdin?.end()
  })
}

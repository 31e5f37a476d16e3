import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { NO_SUCH_ITEM } from '../home/home-seeds.js'
import type { Log } from '../options.js'
import { orNull } from '../or-null.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { absoluteEntries, allowedVariables } from '../system/allowed-variables.js'

const CLI_FILE_NAME = '.credentials.json'

/** The service of the item in which the CLI keeps the login of its default folder (docs/claude-cli.md#macos). */
const SERVICE = 'Claude Code-credentials'

/** How long the Keychain may take to answer, in milliseconds. */
const TIMEOUT_MS = 10_000

/**
 * Refuses the current account's own file, by whatever name it is given, if the Keychain holds a login. On macOS the CLI keeps
 * and refreshes its login in the Keychain if it can, so a file beside such an item goes stale, and sending its used-up token
 * could revoke the login. Only the presence of the item is asked for, so the user sees no prompt.
 * @throws RefreshError `usage`: the caller has to name another file
 */
export function refuseFileBesideKeychain(file: CredentialsPath, environment: NodeJS.ProcessEnv, log: Log): void {
  if (process.platform !== 'darwin') return
  for (const { service, status } of itemsInPlaceOf(file, environment)) {
    if (status === 0) throw staleFileError(file, service)
    if (status === NO_SUCH_ITEM) continue
    log.trace(`# the Keychain does not say whether it holds "${service}" (exit ${status ?? 'none'}): the file is used`)
  }
}

/**
 * The service of the Keychain item that `claude` uses in place of a file, which need not exist; null if there is none, or the
 * Keychain does not say, or this is not macOS.
 */
export function findKeychainItem(file: CredentialsPath, environment: NodeJS.ProcessEnv): string | null {
  if (process.platform !== 'darwin') return null
  for (const { service, status } of itemsInPlaceOf(file, environment)) if (status === 0) return service
  return null
}

/** The items that may exist, with the exit status of `security`. Each is only asked for when it is its turn. */
function* itemsInPlaceOf(file: CredentialsPath, environment: NodeJS.ProcessEnv) {
  for (const service of servicesOf(file, environment)) yield { service, status: statusOfItem(service, environment) }
}

function staleFileError({ given }: CredentialsPath, service: string): RefreshError {
  return new RefreshError(
    'usage',
    `the Keychain has a login ("${service}"), which \`claude\` uses instead of ${given}; the refresh token in the file may be used up`,
    `Name a file with a login of its own with \`--creds\`. ${NOT_SENT}`
  )
}

/** The services of the items that the CLI would use in place of a file; none if the file is not the current account's own. */
function servicesOf({ real }: CredentialsPath, { CLAUDE_CONFIG_DIR: chosen = '' }: NodeJS.ProcessEnv): string[] {
  const folders = [
    // fails if the system knows no home folder of this user
    [SERVICE, orNull(() => path.join(homedir(), '.claude')) ?? ''],
    [`${SERVICE}-${suffixOf(chosen)}`, chosen]
  ] as const
  const isIn = (folder: string): boolean =>
    folder !== '' && (isSameFile(path.join(folder, CLI_FILE_NAME), real) || isNewFileIn(folder, real))
  return folders.filter(([, folder]) => isIn(folder)).map(([service]) => service)
}

/** As the CLI derives it from `CLAUDE_CONFIG_DIR` (docs/claude-cli.md#macos). */
function suffixOf(folder: string): string {
  return createHash('sha256').update(folder.normalize('NFC')).digest('hex').slice(0, 8)
}

/** Whether the CLI would find a file that does not exist yet. */
function isNewFileIn(folder: string, file: string): boolean {
  return !existsSync(file) && path.basename(file) === CLI_FILE_NAME && isSameFile(folder, path.dirname(file))
}

/** Does not compare names: on most file systems of macOS, `~/.Claude` is the same as `~/.claude`. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map(file => orNull(() => statSync(file, { bigint: true })))
  return a != null && a.ino === b?.ino && a.dev === b.dev
}

/** The exit status of the same `security` that the CLI uses; null if it did not answer. */
function statusOfItem(service: string, caller: NodeJS.ProcessEnv): number | null {
  // A short PATH, such as cron's, may lack /usr/bin, where every Mac has `security`.
  const PATH = [...absoluteEntries(caller.PATH), '/usr/bin'].join(path.delimiter)
  const env = { ...allowedVariables(caller), PATH, HOME: caller.HOME }
  const args = ['find-generic-password', '-a', accountOf(caller), '-s', service]
  return spawnSync('security', args, { env, stdio: 'ignore', timeout: TIMEOUT_MS }).status
}

/** As the CLI chooses it (docs/claude-cli.md#macos). */
function accountOf({ USER = '' }: NodeJS.ProcessEnv): string {
  return USER === '' ? (orNull(() => userInfo().username) ?? 'claude-code-user') : USER
}

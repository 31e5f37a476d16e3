import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { NO_SUCH_ITEM } from '../home/home-seeds.js'
import type { Log } from '../options.js'
import { orNull } from '../or-null.js'
import { RefreshError } from '../reasons.js'
import { absoluteEntries, allowedVariables } from '../system/allowed-variables.js'

/** The service of the item in which the CLI keeps the login of its default folder (docs/claude-cli.md#macos). */
const SERVICE = 'Claude Code-credentials'

/** Where `security` is on every Mac; a short PATH, such as cron's, may lack it. */
const SYSTEM_PROGRAMS = '/usr/bin'

/** How long the Keychain may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000

/**
 * On macOS the CLI keeps a login in the Keychain if it can, and refreshes it there: a file that is left beside such an item
 * goes stale, and to send its used-up token could revoke the login. So the current account's own file is refused then, by
 * whatever name it is given; any other file is not. Only the presence of the item is asked for, so nobody sees a prompt.
 * @throws RefreshError `usage`: the caller has to name another file
 */
export function refuseFileBesideKeychain(file: CredentialsPath, environment: NodeJS.ProcessEnv, log: Log): void {
  if (process.platform !== 'darwin') return
  for (const service of servicesOf(file, environment)) {
    const status = askForItem(service, environment)
    if (status === 0) throw isBesideItem(file, service)
    if (status === NO_SUCH_ITEM) continue
    log.trace(`# the Keychain does not say whether it holds "${service}" (exit ${status ?? 'none'}): the file is used`)
  }
}

function isBesideItem({ given }: CredentialsPath, service: string): RefreshError {
  return new RefreshError(
    'usage',
    `the Keychain holds a login ("${service}"), and \`claude\` uses that one in place of ${given}; the token in the file ` +
      'may be used up already, so this run did not send it; point `creds` at a file with a login of its own'
  )
}

/** The services of the items that the CLI would use in place of a file: none if it is not the current account's own. */
function servicesOf({ real }: CredentialsPath, { CLAUDE_CONFIG_DIR: chosen = '' }: NodeJS.ProcessEnv): string[] {
  const folders = [
    [SERVICE, defaultFolder()],
    [`${SERVICE}-${suffixOf(chosen)}`, chosen]
  ] as const
  return folders.flatMap(([service, folder]) =>
    folder !== '' && isSameFile(path.join(folder, '.credentials.json'), real) ? [service] : []
  )
}

/** Empty if the system knows no home of this user. */
function defaultFolder(): string {
  return orNull(() => path.join(homedir(), '.claude')) ?? ''
}

/** As the CLI makes it of `CLAUDE_CONFIG_DIR` (docs/claude-cli.md#macos). */
function suffixOf(folder: string): string {
  return createHash('sha256').update(folder.normalize('NFC')).digest('hex').slice(0, 8)
}

/** Not by name: most file systems of macOS take `~/.Claude` for `~/.claude`. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map(file => orNull(() => statSync(file, { bigint: true })))
  return a != null && a.ino === b?.ino && a.dev === b.dev
}

/** The exit status of the same `security` that the CLI uses; null if it did not answer. */
function askForItem(service: string, caller: NodeJS.ProcessEnv): number | null {
  const PATH = [...absoluteEntries(caller.PATH), SYSTEM_PROGRAMS].join(path.delimiter)
  const env = { ...allowedVariables(caller), PATH, HOME: caller.HOME }
  const args = ['find-generic-password', '-a', accountOf(caller), '-s', service]
  return spawnSync('security', args, { env, stdio: 'ignore', timeout: PATIENCE_MS }).status
}

function accountOf({ USER = '' }: NodeJS.ProcessEnv): string {
  if (USER !== '') return USER
  return orNull(() => userInfo().username) ?? 'claude-code-user' // as the CLI does (docs/claude-cli.md#macos)
}

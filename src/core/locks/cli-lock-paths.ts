import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { inTheWay } from '../not-writable.js'
import { orNull } from '../or-null.js'

/** The file name by which the CLI knows its credentials. */
const CLI_FILE_NAME = '.credentials.json'

/** A lock that the CLI takes before it refreshes. */
export interface CliLock {
  readonly path: string
  /** The CLI's own folder, `~/.claude` or `CLAUDE_CONFIG_DIR`. */
  readonly configFolder: string
  /** The only one that 2.1.112 and older know (docs/claude-cli.md#its-own-locks); it lies beside the folder. */
  readonly isLegacy: boolean
}

/**
 * The two locks that the CLI takes before it refreshes, in its order, for each folder through which it may know the file;
 * none if the file is not a CLI's.
 */
export function cliLocksFor(file: CredentialsPath): readonly CliLock[] {
  return configFoldersOf(file).flatMap(configFolder => [
    { path: path.join(configFolder, '.oauth_refresh.lock'), configFolder, isLegacy: false },
    { path: `${configFolder}.lock`, configFolder, isLegacy: true }
  ])
}

/** The locks of the store (docs/claude-cli.md#the-lock-of-the-store); none if the file is not a CLI's. */
export function storeLockPaths(file: CredentialsPath): readonly string[] {
  return configFoldersOf(file).map(configFolder => path.join(configFolder, '.storage-write.lock'))
}

/** A link to the file may lie in one CLI's folder, and the file itself in another's. */
function configFoldersOf({ given, real }: CredentialsPath): readonly string[] {
  const files = [given, real].filter(name => path.basename(name) === CLI_FILE_NAME)
  // None if the folder is gone: whoever reads the file says so.
  return [...new Set(files.flatMap(file => orNull(() => realpathSync(path.dirname(file))) ?? []))]
}

/** Anybody may plant a name in a sticky folder above: only we, root and the owner of the CLI's own folder have sessions here. */
export function isForeign({ path: lockPath, configFolder }: Pick<CliLock, 'path' | 'configFolder'>): boolean {
  const owner = lstatSync(lockPath, { throwIfNoEntry: false })?.uid
  return owner !== undefined && ![process.geteuid?.(), 0, statSync(configFolder).uid].includes(owner)
}

/**
 * What is in the place of one of the CLI's locks and is none, in a few words: each of its locks is an empty folder. Null if
 * there is nothing, or what may be a lock. @throws the failed system call's error
 */
export function whatIsNoLock(lockPath: string): string | null {
  const stats = lstatSync(lockPath, { throwIfNoEntry: false })
  if (stats === undefined) return null
  if (stats.isDirectory()) return isEmpty(lockPath) ? null : 'a folder that is not empty'
  return stats.isSymbolicLink() ? 'a link' : 'a file'
}

/** Nothing would ever remove it, so waiting is no use. @throws RefreshError `creds-not-writable`, and as `whatIsNoLock` */
export function refuseWhatIsNoLock(lockPath: string): void {
  const what = whatIsNoLock(lockPath)
  if (what !== null) throw inTheWay(lockPath, `it is ${what}, where \`claude\` makes an empty folder as its lock`)
}

/** A folder that we may not look into counts as a lock. */
function isEmpty(folder: string): boolean {
  return (orNull(() => readdirSync(folder)) ?? []).length === 0
}

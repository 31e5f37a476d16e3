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
  /** The CLI's own folder: `~/.claude` or `CLAUDE_CONFIG_DIR`. */
  readonly configFolder: string
  /** Whether it is the lock beside that folder, the only one that 2.1.112 and older use (docs/claude-cli.md#its-own-locks). */
  readonly isLegacy: boolean
}

/**
 * The two locks that the CLI takes before it refreshes, in its order, for each folder through which a session may use the
 * file; empty unless the file has the CLI's name for it.
 */
export function cliLocksFor(file: CredentialsPath): readonly CliLock[] {
  return configFoldersOf(file).flatMap(cliLocksIn)
}

/** The two locks for one folder of the CLI. */
export function cliLocksIn(configFolder: string): readonly CliLock[] {
  return [
    { path: path.join(configFolder, '.oauth_refresh.lock'), configFolder, isLegacy: false },
    { path: `${configFolder}.lock`, configFolder, isLegacy: true }
  ]
}

/** Whether a file has the name by which the CLI knows its credentials. */
export function isCliFile(file: string): boolean {
  return path.basename(file) === CLI_FILE_NAME
}

/** The CLI's store locks (docs/claude-cli.md#the-lock-of-the-store); empty unless the file has the CLI's name for it. */
export function storeLockPaths(file: CredentialsPath): readonly string[] {
  return configFoldersOf(file).map(configFolder => path.join(configFolder, '.storage-write.lock'))
}

/** Two if a link to the file is in the folder of one CLI, and the file itself in the folder of another. */
function configFoldersOf({ given, real }: CredentialsPath): readonly string[] {
  const files = [given, real].filter(isCliFile)
  // A folder that is gone is left out: the error comes when the file is read.
  return [...new Set(files.flatMap(file => orNull(() => realpathSync(path.dirname(file))) ?? []))]
}

/**
 * Whether something at a lock's path belongs to a user who has no sessions here, so that it is not a lock: any user may create
 * it if the folder above is sticky. Only this user, root and the owner of the CLI's folder have sessions.
 */
export function isForeign({ path: lockPath, configFolder }: Pick<CliLock, 'path' | 'configFolder'>): boolean {
  const owner = lstatSync(lockPath, { throwIfNoEntry: false })?.uid
  return owner !== undefined && ![process.geteuid?.(), 0, statSync(configFolder).uid].includes(owner)
}

/**
 * What is at the path of a CLI lock although it cannot be a lock, in a few words: each lock of the CLI is an empty folder.
 * Null if the path is free, or if it may be a lock. @throws the failed system call's error
 */
export function describeObstacle(lockPath: string): string | null {
  const stats = lstatSync(lockPath, { throwIfNoEntry: false })
  if (stats === undefined) return null
  if (stats.isDirectory()) return isEmpty(lockPath) ? null : 'a folder that is not empty'
  return stats.isSymbolicLink() ? 'a link' : 'a file'
}

/**
 * Throws if something that can't be a lock is at its path. There is no point in waiting, because nothing would ever remove
 * it. @throws RefreshError `creds-not-writable`, and as `describeObstacle`
 */
export function refuseObstacle(lockPath: string): void {
  const what = describeObstacle(lockPath)
  if (what !== null) throw inTheWay(lockPath, `it is ${what}, but \`claude\` needs an empty folder there as its lock`)
}

/** A folder that cannot be read counts as empty, and so as a lock. */
function isEmpty(folder: string): boolean {
  return (orNull(() => readdirSync(folder)) ?? []).length === 0
}

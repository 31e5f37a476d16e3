import { realpathSync } from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'

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
 * none where the file is not a CLI's.
 */
export function cliLocksFor(file: CredentialsPath): readonly CliLock[] {
  return configFoldersOf(file).flatMap(configFolder => [
    { path: path.join(configFolder, '.oauth_refresh.lock'), configFolder, isLegacy: false },
    { path: `${configFolder}.lock`, configFolder, isLegacy: true }
  ])
}

/** The locks of the store (docs/claude-cli.md#the-lock-of-the-store); none where the file is not a CLI's. */
export function storeLockPaths(file: CredentialsPath): readonly string[] {
  return configFoldersOf(file).map(configFolder => path.join(configFolder, '.storage-write.lock'))
}

/** A link to the file may lie in one CLI's folder, and the file itself in another's. */
function configFoldersOf({ given, real }: CredentialsPath): readonly string[] {
  const folders = [given, real].filter(name => path.basename(name) === CLI_FILE_NAME).flatMap(folderOf)
  return [...new Set(folders)]
}

/** None if the folder is gone: whoever reads the file says so. */
function folderOf(file: string): readonly string[] {
  try {
    return [realpathSync(path.dirname(file))]
  } catch {
    return []
  }
}

import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'
import { RefreshError } from '../reasons.js'
import { cannotResolve, refuseUnlessFile } from './path-errors.js'
import { CREDS, isTooLong, tooLong } from './typed-path.js'

/** The path of a credentials file. */
export interface CredentialsPath {
  /** Absolute, as the caller named it. */
  readonly given: string
  /** Absolute, with every symlink resolved: the file that is read and replaced. */
  readonly real: string
}

/**
 * The file at an absolute path.
 * @param name the option, input or variable that names it
 * @throws RefreshError `usage`, `creds-not-found`, `creds-unreadable`, `creds-invalid`
 */
export function findCredentialsFile(given: string, name = CREDS): CredentialsPath {
  try {
    const real = realpathSync(given)
    refuseUnlessFile(given, statSync(real))
    if (isTooLong(real)) throw tooLong(name)
    return { given, real }
  } catch (error) {
    if (error instanceof RefreshError) throw error
    throw cannotResolve(given, name, error)
  }
}

/** The path of a file that exists, or would be created, at an absolute path; null if its folder does not exist. */
export function findPlace(given: string): CredentialsPath | null {
  const file = orNull(() => findCredentialsFile(given))
  if (file !== null) return file
  const folder = path.dirname(given)
  return existsSync(folder) ? { given, real: path.join(realpathSync(folder), path.basename(given)) } : null
}

/**
 * The new path of a file that moved because a link changed. The CLI does not write through a link but replaces it by a file
 * (docs/claude-cli.md#where-it-is); the old target is left with a pair that is used up.
 * @returns null if the file has not moved, or does not exist
 */
export function findIfMoved({ given, real }: CredentialsPath): CredentialsPath | null {
  const now = orNull(() => findCredentialsFile(given))
  return now?.real === real ? null : now
}

import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'
import { isBelowFile, refuseWhatIsNoFile, unreachable } from './no-file.js'
import { slipIn } from './slips.js'
import { absolutePath, CREDS, isTooLong, tooLong } from './typed-path.js'

/** Where a credentials file stands. */
export interface CredentialsPath {
  /** Absolute, as the caller named it. */
  readonly given: string
  /** Absolute, with every symlink resolved: what is read and replaced. */
  readonly real: string
}

/** The file that a caller's text names. @throws RefreshError `usage`, `creds-not-found`, `creds-unreadable`, `creds-invalid` */
export function resolveCredentialsPath(text: string): CredentialsPath {
  return findCredentialsFile(absolutePath(text))
}

/**
 * The file at an absolute path.
 * @param name what the caller calls it
 * @throws RefreshError `usage`, `creds-not-found`, `creds-unreadable`, `creds-invalid`
 */
export function findCredentialsFile(given: string, name = CREDS): CredentialsPath {
  try {
    const real = realpathSync(given)
    refuseWhatIsNoFile(given, statSync(real))
    if (isTooLong(real)) throw tooLong(name)
    return { given, real }
  } catch (error) {
    if (error instanceof RefreshError) throw error
    throw cannotResolve(given, name, error)
  }
}

/** Where a file is, or would be, at an absolute path; null where its folder is not there. */
export function findPlace(given: string): CredentialsPath | null {
  try {
    return findCredentialsFile(given)
  } catch {
    const folder = path.dirname(given)
    return existsSync(folder) ? { given, real: path.join(realpathSync(folder), path.basename(given)) } : null
  }
}

/**
 * Where a file is by now that was at another place before, because a link leads elsewhere: the CLI does not write through a
 * link, but puts a file in its place (docs/claude-cli.md#where-it-is), and what the link led to keeps a pair that is used up.
 * @returns null if it has not moved, or is not there
 */
export function findIfMoved({ given, real }: CredentialsPath): CredentialsPath | null {
  try {
    const now = findCredentialsFile(given)
    return now.real === real ? null : now
  } catch {
    return null
  }
}

function cannotResolve(given: string, name: string, error: unknown): RefreshError {
  const code = errorCode(error)
  if (code === 'ENOENT' && isDanglingLink(given)) {
    return new RefreshError('creds-not-found', `${given} is a link to a file that does not exist`)
  }
  if (code === 'ENOTDIR') return isBelowFile(given, error)
  if (code === 'ENOENT') {
    const left = existsSync(`${given}.clr`) ? `; ${given}.clr holds what an earlier run has left` : ''
    const variable = name === CREDS ? '' : ` (${name})`
    const slip = slipIn(given)
    const hint = slip === null ? '' : `; ${slip}`
    return new RefreshError('creds-not-found', `no credentials file at ${given}${variable}${left}${hint}`)
  }
  if (code === 'ENAMETOOLONG') return tooLong(name)
  return unreachable(given, error)
}

function isDanglingLink(given: string): boolean {
  try {
    return lstatSync(given).isSymbolicLink()
  } catch {
    return false
  }
}

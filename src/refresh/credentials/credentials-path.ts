import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'
import { isBelowFile, refuseWhatIsNoFile, unreachable } from './no-file.js'

/** Where a credentials file stands. */
export interface CredentialsPath {
  /** Absolute, as the caller named it. */
  readonly given: string
  /** Absolute, with every symlink resolved: what is read and replaced. */
  readonly real: string
}

/** PATH_MAX is 4096 on Linux; the names that `claude` and we put below the file's own need their room. */
const MAX_PATH_BYTES = 3800

/** The file that a caller's text names. @throws RefreshError `usage`, `creds-not-found`, `creds-unreadable`, `creds-invalid` */
export function resolveCredentialsPath(text: string): CredentialsPath {
  return findCredentialsFile(absolutePath(text))
}

/**
 * The absolute path that a caller's text names; `~` is the caller's home, a relative path starts at the working directory.
 * @throws RefreshError `usage`
 */
export function absolutePath(text: string): string {
  if (text === '') throw new RefreshError('usage', 'creds must name a file, got an empty text')
  if (/sk-ant-|claudeAiOauth/.test(text)) {
    throw new RefreshError('usage', 'creds must name a file, got what looks like the credentials themselves')
  }
  if (text.includes('\0')) throw new RefreshError('usage', 'creds must name a file, got a text with a NUL character')
  try {
    return path.resolve(expandTilde(text))
  } catch (error) {
    const why = `there is no home folder or working directory here (${errorCode(error)})`
    throw new RefreshError('usage', `creds must be an absolute path: ${why}`)
  }
}

/**
 * The file at an absolute path. @throws RefreshError `usage`, `creds-not-found`, `creds-unreadable`, `creds-invalid`
 */
export function findCredentialsFile(given: string): CredentialsPath {
  try {
    const real = realpathSync(given)
    refuseWhatIsNoFile(given, statSync(real))
    if (Buffer.byteLength(real) > MAX_PATH_BYTES) throw new RefreshError('usage', 'creds names a path that is too long')
    return { given, real }
  } catch (error) {
    if (error instanceof RefreshError) throw error
    throw cannotResolve(given, error)
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
 * link, but puts a file in its place (2.1.330 and 2.1.332), and what the link led to keeps a pair that is used up.
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

function expandTilde(text: string): string {
  return text === '~' || text.startsWith('~/') ? path.join(homedir(), text.slice(1)) : text
}

function cannotResolve(given: string, error: unknown): RefreshError {
  const code = errorCode(error)
  if (code === 'ENOENT' && isDanglingLink(given)) {
    return new RefreshError('creds-not-found', `${given} is a link to a file that does not exist`)
  }
  if (code === 'ENOTDIR') return isBelowFile(given, error)
  if (code === 'ENOENT') {
    const left = existsSync(`${given}.clr`) ? `; ${given}.clr holds what an earlier run has left` : ''
    return new RefreshError('creds-not-found', `no credentials file at ${given}${left}`)
  }
  if (code === 'ENAMETOOLONG') return new RefreshError('usage', 'creds names a path that is too long')
  return unreachable(given, error)
}

function isDanglingLink(given: string): boolean {
  try {
    return lstatSync(given).isSymbolicLink()
  } catch {
    return false
  }
}

import { existsSync, lstatSync, readdirSync, type Stats } from 'node:fs'
import path from 'node:path'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { errorCode, explainSystemError, failedPath, remedyFor } from '../system/system-error.js'

/** @param given the path as the caller named it, and what is there. @throws RefreshError `creds-invalid` if that is no file */
export function refuseWhatIsNoFile(given: string, stats: Stats): void {
  if (stats.isFile()) return
  if (stats.isDirectory()) throw isFolder(given)
  const what = `${given} is ${kindOf(stats)}, not a credentials file: no new pair could be stored there`
  throw new RefreshError('creds-invalid', what, 'Put the credentials into a file, and point `creds` at it.')
}

function isFolder(given: string): RefreshError {
  const inside = path.join(given, '.credentials.json')
  if (!isEmpty(given) || path.extname(given) !== '.json') {
    const hint = existsSync(inside) ? `; did you mean ${inside}?` : ''
    const what = `${given} is a folder, not a credentials file${hint}`
    return new RefreshError('creds-invalid', what, 'Point `creds` at the file.')
  }
  const what = `${given} is an empty folder, not a credentials file: docker makes one if a file is mounted that is not there`
  const remedy = `Remove it (\`rmdir\`, on the host), put the file there, and mount the folder above it in place of the file.`
  return new RefreshError('creds-invalid', what, remedy)
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    return false
  }
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}

/** The error to throw if a file is named as if it were a folder: `error` is that of realpath(3). */
export function isBelowFile(given: string, error: unknown): RefreshError {
  const file = path.dirname(failedPath(error) ?? given)
  return new RefreshError('creds-not-found', `no credentials file at ${given}: ${file} is a file, not a folder`)
}

/** The error to throw if the way to a file can't be followed: `error` is that of realpath(3), and names where it ends. */
export function unreachable(given: string, error: unknown): RefreshError {
  const at = failedPath(error) ?? given
  const code = errorCode(error)
  if (code === 'ELOOP') {
    const why = `the link ${at} leads in a circle (ELOOP)`
    return new RefreshError('creds-unreadable', `cannot reach ${given}: ${why}`, remedyFor(error))
  }
  if (code !== 'EACCES')
    return new RefreshError('creds-unreadable', `cannot reach ${given}: ${explainSystemError(error)}`, remedyFor(error))
  const folder = path.dirname(at)
  const why = `uid ${process.geteuid?.() ?? '?'} may not enter the folder ${folder}${ownerOf(folder)} (EACCES)`
  const remedy = `Let this user enter that folder, or keep the file elsewhere. ${NOT_SENT}`
  return new RefreshError('creds-unreadable', `cannot reach ${given}: ${why}`, remedy)
}

function ownerOf(folder: string): string {
  try {
    const { uid, mode } = lstatSync(folder)
    return ` of uid ${uid}, mode ${(mode & 0o7777).toString(8).padStart(3, '0')}`
  } catch {
    return ''
  }
}

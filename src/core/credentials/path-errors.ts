import { existsSync, lstatSync, readdirSync, type Stats } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { errorCode, explainSystemError, failedPath, remedyFor } from '../system/system-error.js'
import { WorkFolder } from '../work-folder.js'
import { CREDS, likelyMistakeIn, tooLong } from './typed-path.js'

/** Refuses anything but a regular file. @param given the path, as the caller named it. @throws RefreshError `creds-invalid` */
export function refuseUnlessFile(given: string, stats: Stats): void {
  if (stats.isFile()) return
  if (stats.isDirectory()) throw isFolder(given)
  const what = `${given} is ${kindOf(stats)}, not a credentials file: no new pair could be stored there`
  throw new RefreshError('creds-invalid', what, 'Put the credentials into a file, and point `creds` at it.')
}

function isFolder(given: string): RefreshError {
  const inside = path.join(given, '.credentials.json')
  const isEmpty = orNull(() => readdirSync(given).length === 0) ?? false
  if (!isEmpty || path.extname(given) !== '.json') {
    const hint = existsSync(inside) ? `; did you mean ${inside}?` : ''
    const what = `${given} is a folder, not a credentials file${hint}`
    return new RefreshError('creds-invalid', what, 'Point `creds` at the file.')
  }
  const what = `${given} is an empty folder, not a credentials file: docker makes one if a file is mounted that is not there`
  const remedy = `Remove it (\`rmdir\`, on the host), put the file there, and mount the folder above it in place of the file.`
  return new RefreshError('creds-invalid', what, remedy)
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}

/** The error to throw if realpath(3) fails with `error`. @param name the option, input or variable that names the file */
export function cannotResolve(given: string, name: string, error: unknown): RefreshError {
  const code = errorCode(error)
  if (code === 'ENOENT' && isLink(given)) {
    return new RefreshError('creds-not-found', `${given} is a link to a file that does not exist`)
  }
  if (code === 'ENOTDIR') {
    const file = path.dirname(failedPath(error) ?? given)
    return new RefreshError('creds-not-found', `no credentials file at ${given}: ${file} is a file, not a folder`)
  }
  if (code === 'ENOENT') {
    const isLeft = orNull(() => WorkFolder.isInUse({ given, real: given })) === true
    const left = isLeft ? `; ${given}.clr holds what an earlier run has left` : ''
    const variable = name === CREDS ? '' : ` (${name})`
    const mistake = likelyMistakeIn(given)
    const hint = mistake === null ? '' : `; ${mistake}`
    return new RefreshError('creds-not-found', `no credentials file at ${given}${variable}${left}${hint}`)
  }
  return code === 'ENAMETOOLONG' ? tooLong(name) : unreachable(given, error)
}

function isLink(given: string): boolean {
  return orNull(() => lstatSync(given).isSymbolicLink()) ?? false
}

/** The error names the entry at which the path cannot be followed any further. */
function unreachable(given: string, error: unknown): RefreshError {
  const at = failedPath(error) ?? given
  const code = errorCode(error)
  const folder = path.dirname(at)
  let why = explainSystemError(error)
  let remedy = remedyFor(error)
  if (code === 'ELOOP') why = `the link ${at} leads in a circle (ELOOP)`
  if (code === 'EACCES') {
    why = `uid ${process.geteuid?.() ?? '?'} may not enter the folder ${folder}${ownerOf(folder)} (EACCES)`
    remedy = `Let this user enter that folder, or keep the file elsewhere. ${NOT_SENT}`
  }
  return new RefreshError('creds-unreadable', `cannot reach ${given}: ${why}`, remedy)
}

function ownerOf(folder: string): string {
  const stats = orNull(() => lstatSync(folder))
  return stats === null ? '' : ` of uid ${stats.uid}, mode ${(stats.mode & 0o7777).toString(8).padStart(3, '0')}`
}

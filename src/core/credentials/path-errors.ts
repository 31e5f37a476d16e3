import { existsSync, lstatSync, readdirSync, type Stats } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'
import { NOT_SENT, RefreshError, WITH_CLR_LOGIN } from '../reasons.js'
import { shellLine } from '../shell-line.js'
import { errorCode, explainSystemError, failedPath, remedyFor } from '../system/system-error.js'
import { WorkFolder } from '../work-folder.js'
import { absolutePath, CREDS, currentAccountFile, likelyMistakeIn, tooLong } from './typed-path.js'

/** Refuses anything but a regular file. @param given the path, as the caller named it. @throws RefreshError `creds-invalid` */
export function refuseUnlessFile(given: string, stats: Stats): void {
  if (stats.isFile()) return
  if (stats.isDirectory()) throw isFolder(given)
  const what = `${given} is ${fileKind(stats)}, so new tokens could not be stored in it`
  throw new RefreshError('creds-invalid', what, 'Put the credentials into a regular file, and give its path.')
}

function isFolder(given: string): RefreshError {
  const inside = path.join(given, '.credentials.json')
  const isEmpty = orNull(() => readdirSync(given).length === 0) ?? false
  if (!isEmpty || path.extname(given) !== '.json') {
    const remedy = existsSync(inside) ? `Give the path of the file in it, ${inside}.` : 'Give the path of a file.'
    return new RefreshError('creds-invalid', `${given} is a folder, not a credentials file`, remedy)
  }
  const what = `${given} is an empty folder, not a credentials file: docker creates one if the file to mount does not exist`
  const remedy =
    'On the host, remove it with `rmdir` and put the file there. Then mount the folder of the file instead.'
  return new RefreshError('creds-invalid', what, remedy)
}

function fileKind(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}

/** The error to throw if realpath(3) fails with `error`. @param name the option, input or variable that names the file */
export function cannotResolve(given: string, name: string, error: unknown): RefreshError {
  const code = errorCode(error)
  if (code === 'ENOENT' && isLink(given)) {
    const remedy = 'Create the file that the link points to, or remove the link.'
    return new RefreshError('creds-not-found', `${given} is a link to a file that does not exist`, remedy)
  }
  if (code === 'ENOTDIR') {
    const file = path.dirname(failedPath(error) ?? given)
    const what = `no credentials file at ${given}: ${file} is a file, not a folder`
    return new RefreshError('creds-not-found', what, 'Fix the path, then run it again.')
  }
  if (code === 'ENOENT') return missing(given, name)
  return code === 'ENAMETOOLONG' ? tooLong(name) : unreachable(given, error)
}

function missing(given: string, name: string): RefreshError {
  const variable = name === CREDS ? '' : ` (${name})`
  const what = `no credentials file at ${given}${variable}`
  const mistake = likelyMistakeIn(given)
  if (mistake !== null)
    return new RefreshError('creds-not-found', `${what}; ${mistake}`, 'Fix the path, then run it again.')
  const isLeft = orNull(() => WorkFolder.isInUse({ given, real: given })) === true
  if (!isLeft) return new RefreshError('creds-not-found', what, isDefault(given) ? undefined : CHECK_PATH)
  const remedy = `Run \`${shellLine(['clr', 'status', given])}\`: it says what was left, and what to do with it.`
  return new RefreshError('creds-not-found', `${what}; an earlier run left something in ${given}.clr`, remedy)
}

const CHECK_PATH = `Check the path, or sign in ${WITH_CLR_LOGIN}.`

/** Whether this is the file that is used if the user names none. */
function isDefault(given: string): boolean {
  return orNull(() => absolutePath(currentAccountFile(process.env).text)) === given
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
  if (code === 'ELOOP') why = `the link ${at} leads back to itself (ELOOP)`
  if (code === 'EACCES') {
    why = `uid ${process.geteuid?.() ?? '?'} may not enter the folder ${folder}${describeOwner(folder)} (EACCES)`
    remedy = `Let this user enter that folder, or keep the file elsewhere. ${NOT_SENT}`
  }
  return new RefreshError('creds-unreadable', `cannot reach ${given}: ${why}`, remedy)
}

function describeOwner(folder: string): string {
  const stats = orNull(() => lstatSync(folder))
  return stats === null ? '' : ` (owner uid ${stats.uid}, mode ${(stats.mode & 0o7777).toString(8).padStart(3, '0')})`
}

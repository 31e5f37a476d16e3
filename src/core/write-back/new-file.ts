import { linkSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { JsonObject } from '../json.js'
import { notWritable } from '../not-writable.js'
import { writeToDisk } from '../system/sync.js'
import { errorCode } from '../system/system-error.js'
import type { WorkFolder } from '../work-folder.js'

/**
 * Where a new file at an absolute path belongs; makes the folders above it, mode 700.
 * @throws RefreshError `creds-not-writable`
 */
export function makeFoldersFor(given: string): CredentialsPath {
  const folder = path.dirname(given)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return { given, real: path.join(realpathSync(folder), path.basename(given)) }
  } catch (error) {
    throw notWritable(`cannot make the folder ${folder}`, error)
  }
}

/** Where a new file is made. Its locks are held. */
export interface NewFile {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
}

/**
 * Makes a credentials file, mode 600. It is whole on the disk before it has its name, and takes the name only if that is
 * free: a link, unlike a rename, sees to that.
 * @returns false if something else has the name by now, which then stays as it is
 * @throws RefreshError `creds-not-writable`
 */
export function makeFile({ file, folder }: NewFile, document: JsonObject): boolean {
  const staged = folder.newReplacementPath()
  try {
    writeToDisk(staged, JSON.stringify(document))
    return takeName(staged, file.real)
  } catch (error) {
    throw notWritable(`cannot make ${file.given}`, error)
  } finally {
    rmSync(staged, { force: true })
  }
}

/** Some file systems, such as a Windows share, have no links: there a rename has to do. */
function takeName(staged: string, name: string): boolean {
  try {
    linkSync(staged, name)
    return true
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error
    renameSync(staged, name)
    return true
  }
}

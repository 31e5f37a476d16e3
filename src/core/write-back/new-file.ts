import { linkSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { JsonObject } from '../json.js'
import { notWritable } from '../not-writable.js'
import { writeToDisk } from '../system/sync.js'
import { errorCode } from '../system/system-error.js'
import type { LockedFile } from './write-back.js'

/**
 * The path for a new file; missing folders above it are created, mode 700. @param given an absolute path
 * @throws RefreshError `creds-not-writable`
 */
export function makeFoldersFor(given: string): CredentialsPath {
  const folder = path.dirname(given)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return { given, real: path.join(realpathSync(folder), path.basename(given)) }
  } catch (error) {
    throw notWritable(`cannot create the folder ${folder}`, error)
  }
}

/**
 * Creates a credentials file, mode 600. It is complete on disk before it gets its name. The name is given by link(2), which
 * never replaces another file, unlike rename(2).
 * @returns false if something else already has the name; that is left unchanged
 * @throws RefreshError `creds-not-writable`
 */
export function makeFile({ file, folder }: LockedFile, document: JsonObject): boolean {
  const staged = folder.newReplacementPath()
  try {
    writeToDisk(staged, JSON.stringify(document))
    return takeName(staged, file.real)
  } catch (error) {
    throw notWritable(`cannot create ${file.given}`, error)
  } finally {
    rmSync(staged, { force: true })
  }
}

/** Some file systems, such as a Windows share, have no links: the file is renamed there. */
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

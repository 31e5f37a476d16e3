import path from 'node:path'
import { readLogin } from '../credentials/credentials-file.js'
import { credentialsOf } from '../credentials/new-pair.js'
import { findCredentialsFile } from '../credentials/credentials-path.js'
import { absolutePath } from '../credentials/typed-path.js'
import { cannotRefresh } from '../credentials/validity.js'
import { orNull } from '../or-null.js'
import type { NewLogin } from '../login-destination.js'
import { RefreshError } from '../reasons.js'
import { removeIfPossible } from '../system/remove.js'
import { RESCUE_PREFIX, WorkFolder } from '../work-folder.js'
import { stateFolderPath } from './state-folder.js'

/** What messages call the option. */
const FROM = '--from'

/** A login that an earlier sign-in could not store. */
export interface KeptLogin {
  /** Absolute path of its file. */
  readonly path: string
  readonly login: NewLogin
}

/** The login in a file. @throws RefreshError `usage`, `creds-not-found`, `creds-unreadable`, `creds-invalid` */
export function readKeptLogin(typed: string): KeptLogin {
  try {
    const file = findCredentialsFile(absolutePath(typed, FROM)) // the message begins with the option
    const login = readLogin(file)
    const { fields, refreshToken } = login
    if (refreshToken === null) throw cannotRefresh(file.given, login)
    return { path: file.given, login: credentialsOf({ fields, refreshToken }) }
  } catch (error) {
    if (!(error instanceof RefreshError) || error.reason === 'usage') throw error
    throw new RefreshError(error.reason, `${FROM}: ${error.message}`, REMEDY)
  }
}

const REMEDY =
  'Give `--from` a credentials file with a login, such as the one that an earlier `clr login` named, or leave it out to sign in.'

/**
 * Removes the file of a login that was stored, if it is one of ours.
 * @returns a line that says what became of it
 */
export function removeKeptLogin(file: string, environment: NodeJS.ProcessEnv): string {
  if (!isOurs(file, environment))
    return `${file} still has the same login: delete it, because refreshing one copy makes the other useless`
  if (!removeIfPossible(file)) return `cannot remove ${file}: delete it, because its login is stored elsewhere now`
  orNull(() => {
    WorkFolder.openAt(path.dirname(file)).close()
  })
  return `removed ${file}`
}

/** Whether a file is a rescue file in one of our folders. */
function isOurs(file: string, environment: NodeJS.ProcessEnv): boolean {
  const folder = path.dirname(file)
  const isOurFolder = folder.endsWith('.clr') || folder === orNull(() => stateFolderPath(environment))
  return isOurFolder && path.basename(file).startsWith(RESCUE_PREFIX)
}

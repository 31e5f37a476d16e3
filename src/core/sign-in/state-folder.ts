import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { WorkFolder } from '../work-folder.js'

/**
 * The folder for a sign-in whose login goes to no file: `clr-refresh` in the user's state folder (XDG Base Directory
 * Specification, `XDG_STATE_HOME`). A temporary folder would be emptied at a reboot.
 * @throws RefreshError `usage`: the user has no home folder
 */
export function stateFolderPath({ XDG_STATE_HOME: chosen = '', HOME: home }: NodeJS.ProcessEnv): string {
  // The specification ignores a relative path.
  if (path.isAbsolute(chosen)) return path.join(chosen, 'clr-refresh')
  const homeFolder = home ?? homedir()
  if (path.isAbsolute(homeFolder)) return path.join(homeFolder, '.local', 'state', 'clr-refresh')
  throw new RefreshError(
    'usage',
    'HOME is not an absolute path, so there is no folder for the sign-in',
    'Set HOME, then run it again.'
  )
}

/** That folder, made if there is none yet. @throws RefreshError `usage`, `creds-not-writable` */
export function openStateFolder(environment: NodeJS.ProcessEnv): WorkFolder {
  const folder = stateFolderPath(environment)
  try {
    mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw notWritable(`cannot create the folder ${path.dirname(folder)}`, error)
  }
  return WorkFolder.openAt(folder)
}

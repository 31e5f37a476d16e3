import path from 'node:path'
import { realPathOf } from '../system/read.js'

/**
 * The variables that say where a manager keeps its programs and the user's settings. Not those that say which version: when
 * a shim has started our own Node they hold the choice of the working directory (`NODENV_VERSION`, `NODENV_DIR`), and
 * `MISE_CD` would take mise there. Some others hold tokens (`MISE_GITHUB_TOKEN`).
 */
const LOCATIONS =
  /^(?:(?:MISE|RTX)_[A-Z_]+_(?:DIR|FILE)|ASDF_(?:DIR|DATA_DIR|CONFIG_FILE)|VOLTA_HOME|NODENV_ROOT|XDG_(?:CONFIG|DATA|CACHE|STATE)_HOME)$/

/**
 * The variables of a caller that a version manager needs to find its programs. Not one that leads into the workspace, as a
 * relative path does: settings there could pick the program that gets the login, and some run programs themselves.
 */
export function managerVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const workspaces = workspacesOf(environment)
  const isElsewhere = (place: string): boolean => !workspaces.some(folder => isIn(folder, place))
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || !LOCATIONS.test(name) || !path.isAbsolute(value)) continue
    if (bothPathsOf(value).every(isElsewhere)) variables[name] = value
  }
  return variables
}

/** The working directory and the job's workspace; not one that holds the HOME, as of a cron job, whose settings count anyway. */
function workspacesOf({ GITHUB_WORKSPACE: ofJob = '', HOME: home = '' }: NodeJS.ProcessEnv): readonly string[] {
  const isOfHome = (folder: string): boolean =>
    path.isAbsolute(home) && bothPathsOf(home).some(one => isIn(folder, one))
  return [...workingDirectory(), ofJob]
    .filter(folder => path.isAbsolute(folder))
    .flatMap(bothPathsOf)
    .filter(folder => !isOfHome(folder))
}

/** None if it is gone. */
function workingDirectory(): readonly string[] {
  try {
    return [process.cwd()]
  } catch {
    return []
  }
}

/** An absolute path as it is given, and where its links lead. */
function bothPathsOf(place: string): readonly string[] {
  return [path.resolve(place), realPathOf(place)]
}

function isIn(folder: string, place: string): boolean {
  return place === folder || place.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

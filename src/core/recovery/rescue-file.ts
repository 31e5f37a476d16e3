import { newPairIn, type NewPair } from '../credentials/new-pair.js'
import { pairPathIn } from '../home/found-login.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import type { Origin } from '../home/seeded-login.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { readTextIfExists } from '../system/read.js'
import { syncToDisk, writeToDisk } from '../system/sync.js'
import { RESCUE_PREFIX, type WorkFolder } from '../work-folder.js'
import { otherKeysOf } from './put-back.js'

/** `rescue-<timestamp>-<fingerprint of the predecessor>.json`; for the login of a sign-in, `rescue-login-…`. */
const RESCUE_NAME = /^rescue-(login-)?[\dTZ]+-([\da-f]{64})\.json$/

/** A file with a pair that could not be written back. */
export interface RescueFile {
  readonly path: string
  /** The fingerprint of the pair's predecessor. */
  readonly from: string
  /** Whether the pair is a new login, from a sign-in. */
  readonly isNewLogin: boolean
}

/**
 * Writes a rescue file, mode 600 and synced. It is a complete credentials file, so a person can move it into place.
 * @throws the failed system call's error
 */
export function rescue(folder: WorkFolder, document: JsonObject, { from, isSignIn = false }: Origin): RescueFile {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const path = folder.at(`${RESCUE_PREFIX}${isSignIn ? 'login-' : ''}${stamp}-${from}.json`)
  writeToDisk(path, JSON.stringify(document))
  syncToDisk(folder.path)
  return { path, from, isNewLogin: isSignIn }
}

/** Saves credentials in a rescue file or, if that fails, keeps the isolated HOME. @returns the path of the file with them */
export function keepSafe(folder: WorkFolder, home: IsolatedHome, document: JsonObject): string {
  try {
    return rescue(folder, document, home.origin).path
  } catch {
    home.keep()
    return pairPathIn(home, home.origin)
  }
}

/** The pair in a rescue file, and its other keys; null if it holds no pair. @throws the failed system call's error */
export function readRescue({ path, from, isNewLogin }: RescueFile): { newPair: NewPair; otherKeys: JsonObject } | null {
  const document = parseJson(readTextIfExists(path) ?? '')
  if (!isJsonObject(document)) return null
  const newPair = newPairIn(document.claudeAiOauth, from)
  return newPair === null ? null : { newPair: { ...newPair, isNewLogin }, otherKeys: otherKeysOf(document) }
}

/** The rescue files in a work folder. @throws RefreshError `creds-unreadable` */
export function rescuesIn(folder: WorkFolder): readonly RescueFile[] {
  return folder.names().flatMap(name => {
    const [, login, from] = RESCUE_NAME.exec(name) ?? []
    return from === undefined ? [] : [{ path: folder.at(name), from, isNewLogin: login !== undefined }]
  })
}

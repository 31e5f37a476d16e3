import { RESCUE_PREFIX, type WorkFolder } from '../work-folder.js'
import { pairPathIn } from '../home/found-login.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { newPairIn, type NewPair } from '../credentials/new-pair.js'
import { readTextIfExists } from '../system/read.js'
import { otherKeysOf } from './put-back.js'
import { syncToDisk, writeToDisk } from '../system/sync.js'

/** `rescue-<when>-<fingerprint of the pair that it descends from>.json` */
const RESCUE_NAME = /^rescue-[\dTZ]+-([\da-f]{64})\.json$/

/** A pair that could not be written back, in a file of its own. */
export interface Rescue {
  readonly path: string
  /** The fingerprint of the pair that it descends from. */
  readonly from: string
}

/**
 * Keeps credentials in a rescue file, mode 600 and synced. It is a whole credentials file, fit to be moved into place by
 * hand. @throws the failed system call's error
 */
export function rescue(folder: WorkFolder, document: JsonObject, from: string): Rescue {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const path = folder.at(`${RESCUE_PREFIX}${stamp}-${from}.json`)
  writeToDisk(path, JSON.stringify(document))
  syncToDisk(folder.path)
  return { path, from }
}

/** Keeps credentials in a rescue file or, if not even that can be written, in the isolated HOME. @returns where */
export function keepSafe(folder: WorkFolder, home: IsolatedHome, document: JsonObject): string {
  try {
    return rescue(folder, document, home.origin.from).path
  } catch {
    home.keep()
    return pairPathIn(home, home.origin)
  }
}

/**
 * The pair in a rescue file, and the other keys there; null if there is none.
 * @throws the failed system call's error
 */
export function readRescue({ path, from }: Rescue): { newPair: NewPair; otherKeys: JsonObject } | null {
  const document = parseJson(readTextIfExists(path) ?? '')
  if (!isJsonObject(document)) return null
  const newPair = newPairIn(document.claudeAiOauth, from)
  return newPair === null ? null : { newPair, otherKeys: otherKeysOf(document) }
}

/** The rescue files that wait in a work folder. @throws RefreshError `creds-unreadable` */
export function rescuesIn(folder: WorkFolder): readonly Rescue[] {
  return folder.names().flatMap(name => {
    const from = RESCUE_NAME.exec(name)?.[1]
    return from === undefined ? [] : [{ path: folder.at(name), from }]
  })
}

import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { fingerprint, type TokenPair } from '../credentials/fingerprint.js'
import type { NewPair } from '../credentials/new-pair.js'
import { REPLACEMENT_PREFIX, type WorkFolder } from '../work-folder.js'
import { isJsonObject, parseJson } from '../json.js'
import { readTextIfExists } from '../system/read.js'
import { orUnreadable } from '../unreadable.js'

const RECORD = 'lineage.json'

/** So many pairs at most are on record; one refresh adds one. */
const MAX_PAIRS = 200

/**
 * Where the login in a file comes from: kept in its work folder if credentials were handed in (`creds-json`), from then
 * until they are stored again. Without it a file with another pair than was handed in is somebody's own login.
 */
export interface Lineage {
  /** Whether there was no file before. */
  readonly isFileMade: boolean
  /** Fingerprints; each pair but the first was made by an exchange of one before it. */
  readonly pairs: readonly string[]
}

/** The record of a work folder; null if there is none. @throws RefreshError `creds-unreadable` */
export function readLineage(folder: WorkFolder): Lineage | null {
  const file = folder.at(RECORD)
  const record = parseJson(orUnreadable(file, () => readTextIfExists(file)) ?? '')
  if (!isJsonObject(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs)) return null
  return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') }
}

/** Whether a pair is on record as a descendant of another. */
export function isDescendant(lineage: Lineage | null, pair: TokenPair, ancestor: TokenPair): boolean {
  const [at, from] = [pair, ancestor].map(one => lineage?.pairs.indexOf(fingerprint(one)) ?? -1)
  return at !== undefined && from !== undefined && from >= 0 && at > from
}

/** Puts a record in place; the file's locks are held. @throws the failed system call's error */
export function writeLineage(folder: WorkFolder, { isFileMade, pairs }: Lineage): void {
  const staged = folder.at(`${REPLACEMENT_PREFIX}lineage.json`) // a name that recovery clears away
  rmSync(staged, { force: true })
  writeFileSync(staged, JSON.stringify({ isFileMade, pairs: pairs.slice(-MAX_PAIRS) }), { mode: 0o600, flag: 'wx' })
  renameSync(staged, folder.at(RECORD))
}

/**
 * Adds a new pair if the one that it descends from is on record; before it is written back, so that no kill can fall
 * between. Never throws: the pair itself is what matters.
 */
export function addToLineage(folder: WorkFolder, newPair: TokenPair & Pick<NewPair, 'from'>): void {
  const added = fingerprint(newPair)
  try {
    const lineage = readLineage(folder)
    if (lineage?.pairs.includes(newPair.from) !== true || lineage.pairs.includes(added)) return
    writeLineage(folder, { ...lineage, pairs: [...lineage.pairs, added] })
  } catch {
    // The next run takes the file for somebody's own, and says so.
  }
}

/** Whether a work folder holds the record and nothing else. */
export function isLineageAlone(folder: WorkFolder): boolean {
  return folder.names().every(name => name === RECORD)
}

/** Takes the record away. */
export function removeLineage(folder: WorkFolder): void {
  rmSync(folder.at(RECORD), { force: true })
}

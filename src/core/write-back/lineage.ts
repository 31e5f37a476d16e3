import { rmSync } from 'node:fs'
import { fingerprint, type TokenPair } from '../credentials/fingerprint.js'
import type { NewPair } from '../credentials/new-pair.js'
import { isJsonObject, parseJson } from '../json.js'
import { readTextIfExists } from '../system/read.js'
import { orUnreadable } from '../unreadable.js'
import { REJECTION_RECORD, type WorkFolder } from '../work-folder.js'

const RECORD = 'lineage.json'

/** How many pairs the record keeps: the newest ones. Each refresh adds one. */
const MAX_PAIRS = 200

/**
 * The origin of the login in a file that was made from `creds-json`. The record is in the file's work folder until the login is
 * stored again. Without it, a file with another pair than `creds-json` counts as a different login.
 */
export interface Lineage {
  /** Whether there was no file before. */
  readonly isFileMade: boolean
  /** Fingerprints, oldest first; each pair after the first was made by refreshing an earlier one. */
  readonly pairs: readonly string[]
}

/** The record in a work folder; null if there is none. @throws RefreshError `creds-unreadable` */
export function readLineage(folder: WorkFolder): Lineage | null {
  const file = folder.at(RECORD)
  const record = parseJson(orUnreadable(file, () => readTextIfExists(file)) ?? '')
  if (!isJsonObject(record) || typeof record.isFileMade !== 'boolean' || !Array.isArray(record.pairs)) return null
  return { isFileMade: record.isFileMade, pairs: record.pairs.filter(pair => typeof pair === 'string') }
}

/** Whether a pair is recorded as a descendant of another. */
export function isDescendant(lineage: Lineage | null, pair: TokenPair, ancestor: TokenPair): boolean {
  const pairs = lineage?.pairs ?? []
  const from = pairs.indexOf(fingerprint(ancestor))
  return from >= 0 && pairs.indexOf(fingerprint(pair)) > from
}

/** Writes the record, while the file's locks are held. @throws the failed system call's error */
export function writeLineage(folder: WorkFolder, { isFileMade, pairs }: Lineage): void {
  folder.writeRecord(RECORD, { isFileMade, pairs: pairs.slice(-MAX_PAIRS) })
}

/**
 * Records a new pair if its predecessor is recorded. Call it before the pair is written back: then a kill can never leave an
 * unrecorded pair in the file. Never throws, because the pair itself matters more.
 */
export function addToLineage(folder: WorkFolder, newPair: TokenPair & Pick<NewPair, 'from'>): void {
  const added = fingerprint(newPair)
  try {
    const lineage = readLineage(folder)
    if (lineage?.pairs.includes(newPair.from) !== true || lineage.pairs.includes(added)) return
    writeLineage(folder, { ...lineage, pairs: [...lineage.pairs, added] })
  } catch {
    // The next run treats the file as a different login, and says so.
  }
}

/** Whether a work folder holds only records: this one, or that of a rejected login. */
export function holdsOnlyRecords(folder: WorkFolder): boolean {
  return folder.names().every(name => name === RECORD || name === REJECTION_RECORD)
}

/** Removes the record. @throws the failed system call's error */
export function removeLineage(folder: WorkFolder): void {
  rmSync(folder.at(RECORD), { force: true })
}

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { isJsonObject, parseJson } from '../json.js'
import { ownIdentity, parseIdentity, type ProcessIdentity } from '../system/process-identity.js'
import { readTextIfExists } from '../system/read.js'
import { syncToDisk } from '../system/sync.js'
import type { Origin } from './seeded-login.js'

/** Who runs in a HOME, and which pair it started from: what a later run needs to put its result back. No token is in it. */
interface RunRecord {
  readonly owner: ProcessIdentity
  readonly origin: Origin
}

const recordIn = (home: string): string => path.join(home, 'run.json')

/** Puts on record that this process runs in a HOME. @throws the failed system call's error */
export function writeRunRecord(home: string, origin: Origin): void {
  writeFileSync(recordIn(home), JSON.stringify({ ...ownIdentity(), ...origin }), { mode: 0o600, flag: 'wx' })
}

/** The record of a HOME; null if there is none, or no whole one. @throws the failed system call's error */
export function readRunRecord(home: string): RunRecord | null {
  const record = parseJson(readTextIfExists(recordIn(home)) ?? '')
  const owner = parseIdentity(record)
  if (!isJsonObject(record) || owner === null || typeof record.from !== 'string') return null
  const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : []
  return { owner, origin: { from: record.from, invented } }
}

/** Puts the record on the disk, and the way to it. */
export function syncRunRecord(home: string): void {
  for (const entry of [recordIn(home), home, path.dirname(home)]) syncToDisk(entry)
}

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { isJsonObject, parseJson } from '../json.js'
import { ownIdentity, parseIdentity, type ProcessIdentity } from '../system/process-identity.js'
import { readTextIfExists } from '../system/read.js'
import { syncToDisk } from '../system/sync.js'
import type { Origin } from './seeded-login.js'

const recordIn = (home: string): string => path.join(home, 'run.json')

/**
 * Records this process as the owner of a HOME, and the pair it started from, without its tokens. A later run needs both to
 * write the new pair back. @throws the failed system call's error
 */
export function writeRunRecord(home: string, origin: Origin): void {
  writeFileSync(recordIn(home), JSON.stringify({ ...ownIdentity(), ...origin }), { mode: 0o600, flag: 'wx' })
}

/** The record of a HOME; null if it is missing or incomplete. @throws the failed system call's error */
export function readRunRecord(home: string): { readonly owner: ProcessIdentity; readonly origin: Origin } | null {
  const record = parseJson(readTextIfExists(recordIn(home)) ?? '')
  const owner = parseIdentity(record)
  if (!isJsonObject(record) || owner === null || typeof record.from !== 'string') return null
  const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : []
  return { owner, origin: { from: record.from, invented, isSignIn: record.isSignIn === true } }
}

/** Syncs the record and the folders above it to disk. */
export function syncRunRecord(home: string): void {
  for (const entry of [recordIn(home), home, path.dirname(home)]) syncToDisk(entry)
}

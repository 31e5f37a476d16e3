import { lstatSync, readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { orNull } from '../or-null.js'
import { isAlive, ownIdentity, type ProcessIdentity } from '../system/process-identity.js'
import { readTextOrEmpty } from '../system/read.js'
import type { CliLock } from './cli-lock-paths.js'

/** The session that holds a lock of the CLI, according to its own record. */
export interface CliOwner {
  readonly pid: number
  /** Whether it runs in another container or on another machine: its pid is that of another process here. */
  readonly isElsewhere: boolean
  /** True only if proven, as is `isDead`; both are false if the process cannot be seen from here. */
  readonly isAlive: boolean
  readonly isDead: boolean
}

/** Two readings of one birth time may differ by rounding; in milliseconds. */
const SAME_BIRTH_MS = 0.01

/**
 * The owner of a lock, read from the record that 2.1.330 and newer write beside `.oauth_refresh.lock` once they hold both
 * locks (docs/claude-cli.md#the-owners-record):
 * `{"pid":16959,"procStart":"91379","pidDomain":"linux:<machine-id>:pid:[4026531836]","pidSpace":"<hostname>#pid:[4026531836]",
 * "lockBirthtimeMs":1795662600039.7336,"legacyLockBirthtimeMs":1795662600043.7336}`; `procStart` is field 22 of
 * `/proc/<pid>/stat`. The birth times tie the record to these two folders: the record of an earlier session says nothing
 * about who holds the lock now.
 * @returns null if there is no record of this lock
 */
export function ownerOf(lock: CliLock): CliOwner | null {
  const bornMs = birthOf(lock)
  const record = parseJson(readTextOrEmpty(recordPath(lock)))
  if (!isJsonObject(record)) return null
  const recordedMs = lock.isLegacy ? record.legacyLockBirthtimeMs : record.lockBirthtimeMs
  const { pid } = record
  if (typeof recordedMs !== 'number' || bornMs <= 0 || Math.abs(recordedMs - bornMs) > SAME_BIRTH_MS) return null
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 2) return null
  const identity = identityIn(record, pid)
  if (identity === null) return { pid, isElsewhere: true, isAlive: false, isDead: false }
  const alive = isAlive(identity)
  return { pid, isElsewhere: false, isAlive: alive === 'yes', isDead: alive === 'no' }
}

/**
 * Removes the record of an earlier holder. Call it only once both locks are ours. Never throws: a record that stays names
 * folders that are gone, and proves nothing about ours.
 */
export function removeOwnerRecord(lock: CliLock): void {
  orNull(() => {
    rmSync(recordPath(lock), { force: true })
  })
}

/** In milliseconds since 1970; 0 if there is no lock, or its file system keeps no birth times. */
function birthOf({ path: lockPath }: CliLock): number {
  return orNull(() => lstatSync(lockPath).birthtimeMs) ?? 0
}

function recordPath({ configFolder }: CliLock): string {
  return path.join(configFolder, '.oauth_refresh.lock.owner')
}

/** Null if the process is in another container or on another machine. */
function identityIn({ procStart, pidDomain, pidSpace }: JsonObject, pid: number): ProcessIdentity | null {
  const { bootId, pidNamespace } = ownIdentity()
  const startTicks = typeof procStart === 'string' ? procStart : null
  // Only measured on Linux: elsewhere the record proves nothing.
  if (process.platform !== 'linux') return { pid, startTicks: null, bootId: null, pidNamespace: null }
  const isHere =
    pidDomain === `linux:${machineId()}:${pidNamespace ?? ''}` &&
    pidSpace === `${hostname()}${pidNamespace === null ? '' : `#${pidNamespace}`}`
  return isHere ? { pid, startTicks, bootId, pidNamespace } : null
}

/** machine-id(5); empty if a container has none, as in the record of the CLI. */
function machineId(): string {
  return orNull(() => readFileSync('/etc/machine-id', 'utf8').trim()) ?? ''
}

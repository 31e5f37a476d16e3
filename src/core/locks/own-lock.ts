import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, renameSync, rmdirSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'
import { WorkFolder } from '../work-folder.js'
import { isJsonObject, parseJson } from '../json.js'
import { inTheWay, notWritable } from '../not-writable.js'
import { isAlive, ownIdentity, parseIdentity, type ProcessIdentity } from '../system/process-identity.js'
import type { RefreshError } from '../reasons.js'
import { namesIn, readTextIfExists, readTextOrEmpty } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { errorCode } from '../system/system-error.js'
import { orUnreadable } from '../unreadable.js'
import type { LockWatch } from './lock-watch.js'

/** How often a held lock is renewed, in milliseconds. */
const RENEW_EVERY_MS = 2000

/** Name prefix of everything in the work folder that belongs to locking. */
const LOCK_PREFIX = 'lock'

const OWNER_RECORD = 'owner.json'

/** A nonce becomes part of a path, so a text of any other form is not accepted. */
const NONCE = /^[\da-f]{16}$/

/** In place of the nonce of a lock whose record is missing or incomplete. */
const UNKNOWN = 'unknown'

/** Who holds the lock. */
export interface Holder {
  /** Different each time the lock is taken. */
  readonly nonce: string
  /** Null if the record does not say. */
  readonly identity: ProcessIdentity | null
}

/**
 * Our own lock for one credentials file: the folder `lock` in the work folder. It appears complete, because a folder that
 * already holds the owner's record is renamed to it, which fails while there is another lock.
 */
export class FileLock {
  readonly #renewal = setInterval(() => {
    this.#renew()
  }, RENEW_EVERY_MS).unref()

  private constructor(
    private readonly lockPath: string,
    private readonly nonce: string
  ) {}

  /**
   * Takes the lock if it is free. A lock whose holder is dead, or no longer renews it, is removed for the next try.
   * @param watch the same one at each try
   * @returns the holder if the lock is not free
   * @throws RefreshError `creds-not-writable`, `creds-unreadable`
   */
  static tryTake(folder: WorkFolder, watch: LockWatch): FileLock | Holder {
    const lockPath = folder.at(LOCK_PREFIX)
    const nonce = randomBytes(8).toString('hex')
    if (tryMake(folder, lockPath, nonce)) return new FileLock(lockPath, nonce)
    const holder = readHolder(lockPath)
    if (isAbandoned(lockPath, holder.identity, watch)) removeAbandoned(folder, holder, watch)
    return holder
  }

  /**
   * Whether the lock is still ours: another run may have taken it over while the machine slept for long.
   * @throws RefreshError `creds-unreadable`
   */
  isHeld(): boolean {
    return readHolder(this.lockPath).nonce === this.nonce
  }

  release(): void {
    clearInterval(this.#renewal)
    orNull(() => {
      if (this.isHeld()) removeRecordAndFolder(this.lockPath) // an empty folder that stays does no harm: the next rename replaces it
    })
  }

  #renew(): void {
    const now = new Date()
    if (orNull(() => this.isHeld()) === false) return // if the record cannot be read now, the lock may still be ours
    orNull(() => {
      utimesSync(this.lockPath, now, now) // if the lock is gone, `isHeld` says so
    })
  }
}

/** Who holds the lock of a work folder, only to look at it; null if it is free. @throws as `FileLock.tryTake` */
export function findHolder(folder: WorkFolder): (Holder & { readonly path: string }) | null {
  const lockPath = folder.at(LOCK_PREFIX)
  return namesIn(lockPath).length === 0 ? null : { path: lockPath, ...readHolder(lockPath) }
}

/** Throws if something at the path of the lock is no folder, so that `tryTake` would throw. @throws RefreshError `creds-not-writable` */
export function refuseEntryAtLock(folder: WorkFolder): void {
  const lockPath = folder.at(LOCK_PREFIX)
  if (lstatSync(lockPath, { throwIfNoEntry: false })?.isDirectory() === false) throw lockInTheWay(lockPath)
}

/**
 * Cleans up after runs that were killed while they took or released the lock. Call it only while the lock is held. Another
 * run that is trying to take the lock at this moment may fail, and then tries again.
 */
export function sweepLocks(folder: WorkFolder): void {
  for (const name of folder.names().filter(entry => entry.startsWith(`${LOCK_PREFIX}-`))) {
    removeIfPossible(folder.at(name))
  }
}

function tryMake(folder: WorkFolder, lockPath: string, nonce: string): boolean {
  const stage = folder.at(`${LOCK_PREFIX}-${nonce}`)
  try {
    mkdirSync(stage, { mode: 0o700 })
    const record = JSON.stringify({ nonce, ...ownIdentity() })
    writeFileSync(path.join(stage, OWNER_RECORD), record, { mode: 0o600, flag: 'wx' })
    renameSync(stage, lockPath)
    return true
  } catch (error) {
    removeIfPossible(stage)
    const code = errorCode(error)
    // ENOENT: a run that ended has just removed the work folder; the next try makes it again.
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return false
    if (code === 'ENOTDIR') throw lockInTheWay(lockPath)
    throw notWritable('cannot lock the credentials file', error)
  }
}

function lockInTheWay(lockPath: string): RefreshError {
  return inTheWay(lockPath, '`clr` needs a folder there as its lock')
}

function readHolder(lockPath: string): Holder {
  const file = path.join(lockPath, OWNER_RECORD)
  const record = parseJson(orUnreadable(file, () => readTextIfExists(file), 'it says who holds the lock') ?? '')
  const nonce =
    isJsonObject(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN
  return { nonce, identity: parseIdentity(record) }
}

/** Whether a holder is proven dead. If nothing can be proven, the time without a renewal decides. */
function isAbandoned(entry: string, identity: ProcessIdentity | null, watch: LockWatch): boolean {
  const alive = identity === null ? 'unknown' : isAlive(identity)
  return alive === 'no' || (alive === 'unknown' && watch.isAbandoned(entry))
}

/**
 * Removes an abandoned lock. Only one run may remove it, or the slower of two would remove the new lock of the faster one. So
 * each first makes a mark named after the lock's nonce, and then checks that the lock is still the same.
 */
function removeAbandoned(folder: WorkFolder, { nonce }: Holder, watch: LockWatch): void {
  const lockPath = folder.at(LOCK_PREFIX)
  const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`)
  if (!tryMark(mark, watch)) return
  orNull(() => {
    // Each of these fails if the holder has just released the lock.
    if (readHolder(lockPath).nonce !== nonce) return
    if (nonce === UNKNOWN) renameSync(lockPath, folder.at(`${LOCK_PREFIX}-junk-${randomBytes(8).toString('hex')}`))
    else removeRecordAndFolder(lockPath)
  })
  removeIfPossible(mark)
}

/** Makes a mark that says who made it. The mark of a killed run is removed like its lock, for the next try. */
function tryMark(mark: string, watch: LockWatch): boolean {
  try {
    writeFileSync(mark, JSON.stringify(ownIdentity()), { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    const maker = parseIdentity(parseJson(readTextOrEmpty(mark)))
    if (isAbandoned(mark, maker, watch)) removeIfPossible(mark)
    return false
  }
}

/** Not recursive: as soon as the folder is empty, another run may have replaced it by its own lock. */
function removeRecordAndFolder(lockPath: string): void {
  unlinkSync(path.join(lockPath, OWNER_RECORD))
  rmdirSync(lockPath)
}

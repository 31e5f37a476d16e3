import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, rmdirSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'
import { WorkFolder } from '../work-folder.js'
import { isJsonObject, parseJson } from '../json.js'
import { inTheWay, notWritable } from '../not-writable.js'
import { isAlive, ownIdentity, parseIdentity, type ProcessIdentity } from '../system/process-identity.js'
import { readTextOrEmpty, readTextIfExists } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { errorCode } from '../system/system-error.js'
import { orUnreadable } from '../unreadable.js'
import type { LockWatch } from './lock-watch.js'

/** How often a held lock is renewed, in milliseconds. */
const RENEW_EVERY_MS = 2000

/** Name prefix of everything in the work folder that belongs to locking. */
const LOCK_PREFIX = 'lock'

const OWNER_RECORD = 'owner.json'

/** A nonce becomes part of a path: what is none of ours must not lead anywhere. */
const NONCE = /^[\da-f]{16}$/

/** The nonce of a lock that has no record of its own, or no whole one. */
const UNKNOWN = 'unknown'

/** Who holds the lock. */
export interface Holder {
  /** Tells one holding from every other. */
  readonly nonce: string
  /** Null if its record does not say. */
  readonly identity: ProcessIdentity | null
}

/**
 * Our own lock for one credentials file: the folder `lock` in the work folder. It comes into being whole, by the rename of
 * a folder that already holds the owner's record, which fails while there is another one.
 */
export class FileLock {
  readonly #renewal: NodeJS.Timeout

  private constructor(
    private readonly lockPath: string,
    private readonly nonce: string
  ) {
    this.#renewal = setInterval(() => {
      this.#renew()
    }, RENEW_EVERY_MS)
    this.#renewal.unref()
  }

  /**
   * Takes the lock if it is free; takes it away, for the next try, from a holder that is dead or does not renew it.
   * @param watch the same one at each try
   * @returns who holds it, if it is not ours
   * @throws RefreshError `creds-not-writable`, `creds-unreadable`
   */
  static tryTake(folder: WorkFolder, watch: LockWatch): FileLock | Holder {
    const lockPath = folder.at(LOCK_PREFIX)
    const nonce = randomBytes(8).toString('hex')
    if (place(folder, lockPath, nonce)) return new FileLock(lockPath, nonce)
    const holder = readHolder(lockPath)
    if (isGone(lockPath, holder.identity, watch)) takeAway(folder, holder, watch)
    return holder
  }

  /**
   * Whether the lock is still ours: after a long sleep of the machine another may have taken it.
   * @throws RefreshError `creds-unreadable`
   */
  isHeld(): boolean {
    return readHolder(this.lockPath).nonce === this.nonce
  }

  release(): void {
    clearInterval(this.#renewal)
    try {
      if (this.isHeld()) removeRecord(this.lockPath)
    } catch {
      // An empty folder that is left is free for everyone: a rename replaces it.
    }
  }

  #renew(): void {
    const now = new Date()
    const seemsHeld = orNull(() => this.isHeld()) ?? true // a record that can't be read now is no sign of another holder
    // If it is gone with its folder, `isHeld` tells whoever needs to know.
    if (seemsHeld)
      orNull(() => {
        utimesSync(this.lockPath, now, now)
      })
  }
}

/** Clears away what locking leaves when it is killed halfway; the lock is held. Who is just trying for it tries again. */
export function sweepLocks(folder: WorkFolder): void {
  for (const name of folder.names().filter(entry => entry.startsWith(`${LOCK_PREFIX}-`))) {
    removeIfPossible(folder.at(name))
  }
}

function place(folder: WorkFolder, lockPath: string, nonce: string): boolean {
  const stage = folder.at(`${LOCK_PREFIX}-${nonce}`)
  try {
    mkdirSync(stage, { mode: 0o700 })
    writeFileSync(path.join(stage, OWNER_RECORD), JSON.stringify({ nonce, ...ownIdentity() }), {
      mode: 0o600,
      flag: 'wx'
    })
    renameSync(stage, lockPath)
    return true
  } catch (error) {
    removeIfPossible(stage)
    const code = errorCode(error)
    // ENOENT: the folder has just been taken away by a run that ended; the next try makes it again.
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return false
    if (code === 'ENOTDIR')
      throw inTheWay(lockPath, 'it should be a folder of ours, and is the lock of the credentials file')
    throw notWritable('cannot lock the credentials file', error)
  }
}

function readHolder(lockPath: string): Holder {
  const file = path.join(lockPath, OWNER_RECORD)
  const record = parseJson(orUnreadable(file, () => readTextIfExists(file), 'it tells who holds the lock') ?? '')
  const nonce =
    isJsonObject(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN
  return { nonce, identity: parseIdentity(record) }
}

/** Dead on proof; without proof, or if it is not known who it is, time decides. */
function isGone(entry: string, identity: ProcessIdentity | null, watch: LockWatch): boolean {
  const alive = identity === null ? 'unknown' : isAlive(identity)
  return alive === 'no' || (alive === 'unknown' && watch.isAbandoned(entry))
}

/**
 * Removes a dead holder's lock. Only one may ever do so for one holding, or the slower of two would remove the faster
 * one's new lock: hence a mark with the holding's nonce, and another look once the mark is ours.
 */
function takeAway(folder: WorkFolder, { nonce }: Holder, watch: LockWatch): void {
  const lockPath = folder.at(LOCK_PREFIX)
  const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`)
  if (!claim(mark, watch)) return
  try {
    if (readHolder(lockPath).nonce !== nonce) return
    if (nonce === UNKNOWN) renameSync(lockPath, folder.at(`${LOCK_PREFIX}-junk-${randomBytes(8).toString('hex')}`))
    else removeRecord(lockPath)
  } catch {
    // It has gone away by itself.
  } finally {
    removeIfPossible(mark)
  }
}

/** Makes a mark, with the record of who made it: one that a kill has left goes the way of a lock. */
function claim(mark: string, watch: LockWatch): boolean {
  try {
    writeFileSync(mark, JSON.stringify(ownIdentity()), { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    const maker = parseIdentity(parseJson(readTextOrEmpty(mark)))
    if (isGone(mark, maker, watch)) removeIfPossible(mark)
    return false
  }
}

/** Never recursive: as soon as the folder is empty, another run may have put its own lock in its place. */
function removeRecord(lockPath: string): void {
  unlinkSync(path.join(lockPath, OWNER_RECORD))
  rmdirSync(lockPath)
}

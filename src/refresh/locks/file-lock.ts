import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, renameSync, rmdirSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { WorkFolder } from '../credentials/work-folder.js'
import { isJsonObject, parseJson } from '../json.js'
import { RefreshError } from '../reasons.js'
import { isAlive, ownIdentity, parseIdentity, type ProcessIdentity } from '../system/process-identity.js'
import { readTextIfAny } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { errorCode, explain } from '../system/system-error.js'

/** How often a held lock is renewed, and after how long without that it is nobody's, in milliseconds. */
const RENEW_EVERY_MS = 2000
const STALE_AFTER_MS = 60_000

/** A lock that is being given back, or taken over, for longer than this was left so by a kill, in milliseconds. */
const TRANSITION_MS = 5000

/** What the names of all that belongs to locking begin with, in the work folder. */
const LOCK_PREFIX = 'lock'

const OWNER_RECORD = 'owner.json'

/** A nonce becomes part of a path: what is none of ours must not lead anywhere. */
const NONCE = /^[\da-f]{16}$/

/** The nonce of a lock that has no record of its own, or no whole one. */
const UNKNOWN = 'unknown'

/** Who holds the lock. */
interface Holder {
  /** Tells one holding from every other. */
  readonly nonce: string
  readonly identity: ProcessIdentity | null
}

/**
 * Our own lock for one credentials file: the folder `lock` in the work folder. It comes into being whole, by the rename of
 * a folder that already holds the owner's record, which fails while another stands there.
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

  /** Takes the lock if it is free, or if its holder is dead. @returns who holds it, where it is not. */
  static tryTake(folder: WorkFolder): FileLock | Holder {
    const lockPath = folder.at(LOCK_PREFIX)
    const nonce = randomBytes(8).toString('hex')
    if (place(folder, lockPath, nonce)) return new FileLock(lockPath, nonce)
    const holder = readHolder(lockPath)
    if (isGone(lockPath, holder)) takeAway(folder, lockPath, holder)
    return holder
  }

  /** Whether the lock is still ours: after a long sleep of the machine another may have taken it. */
  isHeld(): boolean {
    return readHolder(this.lockPath).nonce === this.nonce
  }

  release(): void {
    clearInterval(this.#renewal)
    if (!this.isHeld()) return
    try {
      removeRecord(this.lockPath)
    } catch {
      // An empty folder that is left is free for everyone: a rename replaces it.
    }
  }

  #renew(): void {
    try {
      const now = new Date()
      if (this.isHeld()) utimesSync(this.lockPath, now, now)
    } catch {
      // Gone with its folder: `isHeld` tells whoever needs to know.
    }
  }
}

/** The pid of a lock's holder, for a message; null where it is not known. */
export function pidOf({ identity }: Holder): number | null {
  return identity?.pid ?? null
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
    writeFileSync(path.join(stage, OWNER_RECORD), JSON.stringify({ nonce, ...ownIdentity() }), { mode: 0o600 })
    renameSync(stage, lockPath)
    return true
  } catch (error) {
    removeIfPossible(stage)
    const code = errorCode(error)
    // ENOENT: the folder has just been taken away by a run that ended; the next try makes it again.
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return false
    const why =
      code === 'ENOTDIR' ? `${lockPath} is in the way: it should be a folder of ours; remove it` : explain(error)
    throw new RefreshError('creds-not-writable', `cannot lock the credentials file: ${why}`)
  }
}

function readHolder(lockPath: string): Holder {
  const record = parseJson(readTextIfAny(path.join(lockPath, OWNER_RECORD)))
  const nonce =
    isJsonObject(record) && typeof record.nonce === 'string' && NONCE.test(record.nonce) ? record.nonce : UNKNOWN
  return { nonce, identity: parseIdentity(record) }
}

/** Dead on proof; without proof, staleness decides. A lock never stands without its record, but for moments. */
function isGone(lockPath: string, { identity }: Holder): boolean {
  if (identity === null) return ageMs(lockPath) > TRANSITION_MS
  const alive = isAlive(identity)
  return alive === 'no' || (alive === 'unknown' && ageMs(lockPath) > STALE_AFTER_MS)
}

/**
 * Removes a dead holder's lock. Only one may ever do so for one holding, or the slower of two would remove the faster
 * one's new lock: hence a mark with the holding's nonce, and another look once the mark is ours.
 */
function takeAway(folder: WorkFolder, lockPath: string, { nonce }: Holder): void {
  const mark = folder.at(`${LOCK_PREFIX}-taken-${nonce}`)
  try {
    mkdirSync(mark, { mode: 0o700 })
  } catch {
    if (ageMs(mark) > TRANSITION_MS) removeIfPossible(mark)
    return
  }
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

/** Never recursive: as soon as the folder is empty, another run may have put its own lock in its place. */
function removeRecord(lockPath: string): void {
  unlinkSync(path.join(lockPath, OWNER_RECORD))
  rmdirSync(lockPath)
}

/** Milliseconds between now and the last renewal of a file or folder, on whichever side; 0 where there is none. */
function ageMs(entry: string): number {
  try {
    return Math.abs(Date.now() - lstatSync(entry).mtimeMs)
  } catch {
    return 0
  }
}

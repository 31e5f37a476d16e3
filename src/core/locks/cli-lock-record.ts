import fs from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'
import type { WorkFolder } from '../work-folder.js'
import { isJsonObject, parseJson } from '../json.js'
import { notWritable } from '../not-writable.js'
import { readTextIfExists } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { errorCode } from '../system/system-error.js'
import { orUnreadable } from '../unreadable.js'

/** Which of the CLI's locks were ours, so that a run after one that was killed can tell them from a live session's. */
const RECORD = 'cli-locks.jsonl'

/** A lock folder, distinguished from any other that is ever at its path. */
interface Made {
  readonly path: string
  /** The inode, which by itself could have been used again for another folder. */
  readonly ino: string
  readonly bornNs: string
}

/**
 * The record of the locks that this run makes: a line for each folder, only ever added, so that the next run can remove
 * them if we are killed. A kill before the line is written leaves a lock that time must prove abandoned.
 */
export class LockRecord {
  constructor(private readonly folder: WorkFolder) {}

  /**
   * Makes a lock folder.
   * @returns false if there is one already
   * @throws the failed system call's error; RefreshError `creds-not-writable` if the record itself cannot be written
   */
  make(lockPath: string): boolean {
    // A read-only file system would not say EEXIST of a lock that somebody else holds there.
    if (fs.lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined) return false
    try {
      fs.mkdirSync(lockPath)
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false
      throw error
    }
    try {
      fs.appendFileSync(this.folder.at(RECORD), `${JSON.stringify(describe(lockPath))}\n`, { mode: 0o600 })
      return true
    } catch (error) {
      removeLock(lockPath)
      throw notWritable(`cannot write in ${this.folder.path}`, error)
    }
  }

  remove(): void {
    removeIfPossible(this.folder.at(RECORD))
  }
}

/**
 * Removes the locks of a run that died; our own lock is held, so whoever left the record is dead.
 * @throws RefreshError `creds-unreadable`
 */
export function removeLocksOfTheDead(folder: WorkFolder): void {
  const record = folder.at(RECORD)
  const text = orUnreadable(record, () => readTextIfExists(record)) ?? ''
  for (const line of text.split('\n')) {
    const made = parseMade(parseJson(line))
    if (made !== null && isThere(made)) removeLock(made.path)
  }
  removeIfPossible(record)
}

/** Lets a lock go. Never throws. */
export function removeLock(lockPath: string): void {
  try {
    fs.rmdirSync(lockPath)
  } catch {
    // Gone, or not empty and so no lock.
  }
}

function parseMade(value: unknown): Made | null {
  if (!isJsonObject(value)) return null
  const { path: lockPath, ino, bornNs } = value
  if (typeof lockPath !== 'string' || typeof ino !== 'string' || typeof bornNs !== 'string') return null
  return path.isAbsolute(lockPath) && lockPath.endsWith('.lock') ? { path: lockPath, ino, bornNs } : null
}

/** A file system that keeps no times of birth says 0, and may use an inode again for a live session's lock: no proof. */
function isThere(made: Made): boolean {
  const now = orNull(() => describe(made.path))
  return now?.ino === made.ino && now.bornNs === made.bornNs && now.bornNs !== '0'
}

function describe(lockPath: string): Made {
  const { ino, birthtimeNs } = fs.lstatSync(lockPath, { bigint: true })
  return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) }
}

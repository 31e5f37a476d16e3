import fs from 'node:fs'
import path from 'node:path'
import type { WorkFolder } from '../credentials/work-folder.js'
import { isJsonObject, parseJson } from '../json.js'
import { readTextIfAny } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { errorCode } from '../system/system-error.js'

/** Which of the CLI's locks were ours, so that a run that comes after our death can tell them from a live session's. */
const RECORD = 'cli-locks.jsonl'

/** A lock folder, told from any other that ever stands at its path. */
interface Made {
  readonly path: string
  /** The inode, which alone could have been used again for another folder; empty before the folder is made. */
  readonly ino: string
  readonly bornNs: string
}

/** A lock that a dead run may have made or not: it was killed between its intention and its record. */
export type Suspect = Made

/**
 * The record of the locks that this run makes: a line for each intention and each folder made, only ever added, so that
 * wherever a kill falls the next run knows what to make of them.
 */
export class LockRecord {
  constructor(private readonly folder: WorkFolder) {}

  /** Makes a lock folder. @returns false where another stands there. @throws the failed system call's error */
  make(lockPath: string): boolean {
    if (fs.lstatSync(lockPath, { throwIfNoEntry: false }) !== undefined) return false
    this.#add({ path: lockPath, ino: '', bornNs: '' })
    try {
      fs.mkdirSync(lockPath)
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false
      throw error
    }
    try {
      this.#add(describe(lockPath))
      return true
    } catch (error) {
      removeLock(lockPath)
      throw error
    }
  }

  remove(): void {
    removeIfPossible(this.folder.at(RECORD))
  }

  #add(made: Made): void {
    fs.appendFileSync(this.folder.at(RECORD), `${JSON.stringify(made)}\n`, { mode: 0o600 })
  }
}

/**
 * Removes the locks of a run that died; our own lock is held, so whoever left the record is dead.
 * @returns those of which only time can tell whether they were its own
 */
export function removeLocksOfTheDead(folder: WorkFolder): readonly Suspect[] {
  const lines = readTextIfAny(folder.at(RECORD)).split('\n').map(parseJson).map(parseMade)
  const last = new Map(lines.flatMap(made => (made === null ? [] : [[made.path, made]])))
  const suspects = [...last.values()].flatMap(made => {
    const now = describeIfAny(made.path)
    if (now === null) return []
    if (made.ino === '') return [now]
    if (now.ino === made.ino && now.bornNs === made.bornNs) removeLock(made.path)
    return []
  })
  removeIfPossible(folder.at(RECORD))
  return suspects
}

/** Removes a suspect, where it is still the same folder and was not renewed for so long, in milliseconds. */
export function removeSuspect(suspect: Suspect, unrenewedMs: number): void {
  const now = describeIfAny(suspect.path)
  if (now?.bornNs !== suspect.bornNs) return
  const renewedMs = fs.statSync(now.path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
  if (Date.now() - renewedMs > unrenewedMs) removeLock(now.path)
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

function describeIfAny(lockPath: string): Made | null {
  try {
    return describe(lockPath)
  } catch {
    return null
  }
}

function describe(lockPath: string): Made {
  const { ino, birthtimeNs } = fs.lstatSync(lockPath, { bigint: true })
  return { path: lockPath, ino: String(ino), bornNs: String(birthtimeNs) }
}

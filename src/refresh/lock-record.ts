import fs from 'node:fs'
import path from 'node:path'
import { isJsonObject, parseJson } from './json.js'
import { readTextIfAny } from './read.js'
import { removeIfPossible } from './remove.js'
import type { WorkFolder } from './work-folder.js'

/** Which of the CLI's locks were ours, so that a run that comes after our death can tell them from a live session's. */
const RECORD = 'cli-locks.json'

/** A lock folder, told from any other that ever stands at its path. */
interface Made {
  readonly path: string
  /** The inode, which alone could have been used again for another folder; empty before the folder is made. */
  readonly ino: string
  readonly bornNs: string
}

/** A lock that a dead run may have made or not: it was killed between its intention and its record. */
export type Suspect = Made

/** The record of the locks that this run makes. Wherever a kill falls, the next run knows what to make of them. */
export class LockRecord {
  #made: readonly Made[] = []

  constructor(private readonly folder: WorkFolder) {}

  /** Makes a lock folder: on record first as an intention, then as what it is. @throws the failed system call's error */
  make(lockPath: string): void {
    const others = this.#made
    try {
      this.#write([...others, { path: lockPath, ino: '', bornNs: '' }])
      fs.mkdirSync(lockPath)
    } catch (error) {
      this.#made = others
      this.#writeIfPossible()
      throw error
    }
    try {
      this.#write([...others, describe(lockPath)])
    } catch (error) {
      removeLock(lockPath)
      throw error
    }
  }

  remove(): void {
    removeIfPossible(this.folder.at(RECORD))
  }

  #write(made: readonly Made[]): void {
    fs.writeFileSync(this.folder.at(RECORD), JSON.stringify(made), { mode: 0o600 })
    this.#made = made
  }

  #writeIfPossible(): void {
    try {
      this.#write(this.#made)
    } catch {
      // An intention that stays on record makes the next run look twice, no more.
    }
  }
}

/**
 * Removes the locks of a run that died; our own lock is held, so whoever left the record is dead.
 * @returns those of which only time can tell whether they were its own
 */
export function removeLocksOfTheDead(folder: WorkFolder): readonly Suspect[] {
  const record = parseJson(readTextIfAny(folder.at(RECORD)))
  const left = Array.isArray(record) ? record.map(parseMade).filter(made => made !== null) : []
  const suspects = left.flatMap(made => {
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

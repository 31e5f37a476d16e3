import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { Credentials } from '../credentials/credentials.js'
import { GONE_PREFIX, HOME_PREFIX, type WorkFolder } from '../work-folder.js'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { identityFromStat, type ProcessIdentity } from '../system/process-identity.js'
import { namesIn, readTextIfExists } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { judgeHome } from './found-login.js'
import { HomeLayout } from './home-paths.js'
import { isLockName, isSeedLockIn, lockHoldingIn, lockHome, lockPathOf, type LockHolding } from './home-lock.js'
import { seedHome } from './home-seeds.js'
import { dropBallast, layBallast, requireRoom } from './room.js'
import { readRunRecord, syncRunRecord, writeRunRecord } from './run-record.js'
import { originOf, UNKNOWN_ORIGIN, type Judgement, type Origin } from './seeded-login.js'

/** A new HOME, mode 700, that holds this one login, told to refresh at once, and nothing else of the user's. */
export class IsolatedHome extends HomeLayout {
  #calls = 0
  #isKept = false
  #owner: ProcessIdentity | undefined
  #vacated = Promise.resolve()

  private constructor(
    path: string,
    readonly origin: Origin
  ) {
    super(path)
  }

  /** @throws RefreshError `creds-not-writable` */
  static create(folder: WorkFolder, credentials: Credentials): IsolatedHome {
    const home = new IsolatedHome(folder.at(`${HOME_PREFIX}${randomBytes(8).toString('hex')}`), originOf(credentials))
    try {
      home.#make()
      home.seed(credentials)
      return home
    } catch (error) {
      removeIfPossible(home.path)
      throw home.#cannotWrite(error)
    }
  }

  /** A HOME that another run left, and who that run was; null where it is not one of ours, or nothing was spent in it. */
  static adopt(home: string): { readonly home: IsolatedHome; readonly owner: ProcessIdentity } | null {
    const record = readRunRecord(home)
    if (record === null) return null
    const adopted = new IsolatedHome(home, record.origin)
    adopted.#owner = record.owner
    adopted.#calls = namesIn(home).filter(name => name.startsWith('stderr-')).length
    return { home: adopted, owner: record.owner }
  }

  /** A HOME that another run left, with a record that is missing or cut short. */
  static ofUnknownOrigin(home: string): IsolatedHome {
    return new IsolatedHome(home, UNKNOWN_ORIGIN)
  }

  #make(): void {
    mkdirSync(this.path, { mode: 0o700 })
    requireRoom(this.path)
    // First of all: without it, a later run would take the folder for one in which nothing was ever spent.
    writeRunRecord(this.path, this.origin)
    mkdirSync(this.temporaryFolder, { mode: 0o700 })
  }

  /**
   * Puts everything in place for a call of `claude`, which cannot begin its exchange until `unlock`, and away what one that
   * was ended before left. @throws RefreshError `creds-not-writable`
   */
  seed(credentials: Credentials): void {
    this.#calls += 1
    try {
      seedHome(this, credentials)
    } catch (error) {
      throw this.#cannotWrite(error)
    }
  }

  #cannotWrite(error: unknown): RefreshError {
    if (error instanceof RefreshError) return error
    return notWritable(`cannot write in an isolated HOME at ${this.path}`, error)
  }

  /** Where this call's debug log, standard output and standard error go. */
  get logs(): { readonly debug: string; readonly stdout: string; readonly stderr: string } {
    const name = (kind: string) => path.join(this.path, `${kind}-${this.#calls}.log`)
    return { debug: name('debug'), stdout: name('stdout'), stderr: name('stderr') }
  }

  /** Lets a `claude` here come to its exchange: a seeded HOME is locked until then. */
  unlock(): void {
    removeIfPossible(lockPathOf(this.path))
  }

  /** Keeps a `claude` here from another exchange. @returns false if it holds its lock, or the lock can't be made */
  lock(): boolean {
    return lockHome(this.path)
  }

  /** The holding of `claude`'s own lock that goes on here; null while the lock is free. */
  lockHolding(): LockHolding | null {
    return lockHoldingIn(this.path)
  }

  isExchangeUnderWay(): boolean {
    return this.lockHolding() !== null
  }

  /** Whether no `claude` can have come to an exchange here: see `unlock`. */
  isLockedAsSeeded(): boolean {
    return isSeedLockIn(this.path, this.claudeRecord)
  }

  /** Whether a change of a file with this name can decide a call; most of what the CLI writes at its start cannot. */
  isTelling(name: string): boolean {
    return isLockName(name) || name.startsWith('.credentials.json') || name.startsWith('debug-')
  }

  /** What the login here has become. */
  judge(): Judgement {
    return judgeHome(this, this.origin)
  }

  /** The `claude` that was started here last, in the boot and pid namespace of its run; null where none was. */
  claudeIdentity(): ProcessIdentity | null {
    return identityFromStat(readTextIfExists(this.claudeRecord) ?? '', this.#owner)
  }

  /** Lets the HOME outlive its run, because the new pair could be kept nowhere else. */
  keep(): void {
    this.#isKept = true
  }

  get isKept(): boolean {
    return this.#isKept
  }

  /** Makes the removal wait for the end of whoever still lives here. */
  vacateAfter(end: Promise<void>): void {
    this.#vacated = end
  }

  /** Takes the HOME away; its name first, so that a half-removed one is never taken for one to recover. */
  async remove(): Promise<void> {
    await this.#vacated
    if (this.#isKept) return
    const gone = path.join(path.dirname(this.path), `${GONE_PREFIX}${path.basename(this.path)}`)
    try {
      renameSync(this.path, gone)
    } catch {
      // It is gone already, or stays under its name.
    }
    for (const left of [gone, this.path]) removeIfPossible(left)
  }

  /**
   * Makes sure of the disk before anything is spent: the record is on it, so that after a power cut a later run knows the
   * pair that `claude` has stored for its own, and so is the room for that pair. @throws RefreshError `creds-not-writable`
   */
  reserve(): void {
    try {
      layBallast(this.path)
      syncRunRecord(this.path)
    } catch (error) {
      throw this.#cannotWrite(error)
    }
  }

  /** Gives `claude` the room for the pair that it is about to store. */
  makeRoom(): void {
    dropBallast(this.path)
  }
}

import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { Credentials } from '../credentials/credentials.js'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { identityFromStat, type ProcessIdentity } from '../system/process-identity.js'
import { namesIn, readTextIfExists } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { GONE_PREFIX, HOME_PREFIX, type WorkFolder } from '../work-folder.js'
import { makeFolderWithSpace, removeBallast, writeBallast } from './disk-space.js'
import { judgeHome } from './found-login.js'
import { HomeLayout } from './home-layout.js'
import { isLockName, lockHoldingIn, lockHome, lockPathOf, type LockHolding } from './home-lock.js'
import { seedForSignIn, seedHome } from './home-seeds.js'
import { readRunRecord, syncRunRecord, writeRunRecord } from './run-record.js'
import { originOf, signInOrigin, UNKNOWN_ORIGIN, type Judgement, type Origin } from './seeded-login.js'

/** A new HOME, mode 700, with only this one login, set up so that `claude` refreshes it at once. */
export class IsolatedHome extends HomeLayout {
  #calls = 0
  #isKept = false
  #end = Promise.resolve()

  private constructor(
    path: string,
    readonly origin: Origin,
    /** The run that left an adopted HOME; null if its record is missing or incomplete. */
    readonly owner: ProcessIdentity | null = null
  ) {
    super(path)
  }

  /** @throws RefreshError `creds-not-writable` */
  static create(folder: WorkFolder, credentials: Credentials): IsolatedHome {
    return IsolatedHome.#make(folder, originOf(credentials), home => {
      home.seed(credentials)
    })
  }

  /**
   * A HOME for a sign-in, with nothing of the user's in it.
   * @param replaced the fingerprint of the login that the new one replaces; null if there is none
   * @throws RefreshError `creds-not-writable`
   */
  static createForSignIn(folder: WorkFolder, replaced: string | null): IsolatedHome {
    return IsolatedHome.#make(folder, signInOrigin(replaced), home => {
      home.#write(() => {
        seedForSignIn(home)
      })
    })
  }

  static #make(folder: WorkFolder, origin: Origin, seed: (home: IsolatedHome) => void): IsolatedHome {
    const home = new IsolatedHome(folder.at(`${HOME_PREFIX}${randomBytes(8).toString('hex')}`), origin)
    try {
      home.#write(() => {
        makeFolderWithSpace(home.path)
        // Must come first: without a record, a later run would assume that no token was ever sent from this HOME.
        writeRunRecord(home.path, home.origin)
        mkdirSync(home.temporaryFolder, { mode: 0o700 })
      })
      seed(home)
      return home
    } catch (error) {
      removeIfPossible(home.path)
      throw error
    }
  }

  /** A HOME left by another run. @throws the failed system call's error */
  static adopt(path: string): IsolatedHome {
    const record = readRunRecord(path)
    const home = new IsolatedHome(path, record?.origin ?? UNKNOWN_ORIGIN, record?.owner)
    home.#calls = namesIn(path).filter(name => name.startsWith('stderr-')).length
    return home
  }

  /**
   * Prepares a call of `claude`, which cannot start its exchange until `unlock`, and removes what an earlier call left.
   * @throws RefreshError `creds-not-writable`
   */
  seed(credentials: Credentials): void {
    this.#calls += 1
    this.#write(() => {
      seedHome(this, credentials)
    })
  }

  #write(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof RefreshError) throw error
      throw notWritable(`cannot write in an isolated HOME at ${this.path}`, error)
    }
  }

  /** The paths of this call's debug log, standard output and standard error. */
  get logs(): { readonly debug: string; readonly stdout: string; readonly stderr: string } {
    const name = (kind: string) => path.join(this.path, `${kind}-${this.#calls}.log`)
    return { debug: name('debug'), stdout: name('stdout'), stderr: name('stderr') }
  }

  /** Lets `claude` start its exchange: a seeded HOME is locked until then. */
  unlock(): void {
    removeIfPossible(lockPathOf(this.path))
  }

  /** Prevents another exchange by `claude`. @returns false if it holds its lock, or the lock cannot be created */
  lock(): boolean {
    return lockHome(this.path)
  }

  /** The current holding of `claude`'s own lock; null if the lock is free. */
  lockHolding(): LockHolding | null {
    return lockHoldingIn(this.path)
  }

  isExchangeUnderWay(): boolean {
    return this.lockHolding() !== null
  }

  /** Whether a change to a file with this name can decide a call. Most files that the CLI writes at start-up cannot. */
  isRelevant(name: string): boolean {
    return isLockName(name) || name.startsWith('.credentials.json') || name.startsWith('debug-')
  }

  /** What happened to the login. @throws the failed system call's error */
  judge(): Judgement {
    return judgeHome(this, this.origin)
  }

  /** The `claude` last started here, in the boot and pid namespace of the run that owns the HOME; null if there was none. */
  claudeIdentity(): ProcessIdentity | null {
    return identityFromStat(readTextIfExists(this.claudeRecord) ?? '', this.owner ?? undefined)
  }

  /** Keeps the HOME after the run, because the new pair could be saved nowhere else. */
  keep(): void {
    this.#isKept = true
  }

  get isKept(): boolean {
    return this.#isKept
  }

  /** Delays `remove` until a process that still uses the HOME has ended. */
  removeAfter(end: Promise<void>): void {
    this.#end = end
  }

  /** Removes the HOME, unless it is kept. It is renamed first, so that no later run recovers from a half-removed one. */
  async remove(): Promise<void> {
    await this.#end
    if (this.#isKept) return
    const gone = path.join(path.dirname(this.path), `${GONE_PREFIX}${path.basename(this.path)}`)
    try {
      renameSync(this.path, gone)
    } catch {
      // If it can't be renamed, it is already gone, or is removed under its old name.
    }
    for (const left of [gone, this.path]) removeIfPossible(left)
  }

  /**
   * Puts two things on disk before the token is spent: space for the new pair, and the record, by which a later run recognizes
   * the pair even after a power cut. @throws RefreshError `creds-not-writable`
   */
  reserve(): void {
    this.#write(() => {
      writeBallast(this.path)
      syncRunRecord(this.path)
    })
  }

  /** Frees the space for the pair that `claude` is about to store. */
  makeRoom(): void {
    removeBallast(this.path)
  }
}

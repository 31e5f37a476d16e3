import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Credentials } from './credentials.js'
import { firstOnPath, lockPathOf, seedHome } from './home-seeds.js'
import { isJsonObject, parseJson, type JsonObject } from './json.js'
import { identityFromStat, ownIdentity, parseIdentity, type ProcessIdentity } from './process-identity.js'
import { namesIn, readTextIfAny } from './read.js'
import { RefreshError } from './reasons.js'
import { removeIfPossible } from './remove.js'
import { judge, originOf, UNKNOWN_ORIGIN, type Judgement, type Origin } from './seeded-login.js'
import { syncToDisk } from './sync.js'
import { explain } from './system-error.js'
import type { WorkFolder } from './work-folder.js'

/** What the names of all isolated HOMEs begin with, and of those that nobody needs any more. */
export const HOME_PREFIX = 'home-'
export const GONE_PREFIX = 'gone-'

/** The record of who runs in a HOME and which pair it started from. */
const RUN_RECORD = 'run.json'

/** The line of proc(5) `stat` that tells `claude`'s pid and start time, written by that process before it is `claude`. */
const CLAUDE_RECORD = 'claude.stat'

/** What the names of the files that wait to replace the user's begin with. */
export const REPLACEMENT_PREFIX = 'replacement-'

/** What `claude` may need at its start for its logs and caches, many times over: it has to be able to store the pair. */
const MIN_FREE_BYTES = 1024 * 1024
const MIN_FREE_INODES = 256

/** A new HOME, mode 700, that holds this one login, told to refresh at once, and nothing else of the user's. */
export class IsolatedHome {
  #calls = 0
  #isKept = false
  #vacated = Promise.resolve()

  private constructor(
    readonly path: string,
    readonly origin: Origin
  ) {}

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
    const record = parseJson(readTextIfAny(path.join(home, RUN_RECORD)))
    const owner = parseIdentity(record)
    if (!isJsonObject(record) || owner === null || typeof record.from !== 'string') return null
    const invented = Array.isArray(record.invented) ? record.invented.filter(name => typeof name === 'string') : []
    const adopted = new IsolatedHome(home, { from: record.from, invented })
    adopted.#calls = namesIn(home).filter(name => name.startsWith('stderr-')).length
    return { home: adopted, owner }
  }

  /** A HOME that another run left, with a record that is missing or cut short. */
  static ofUnknownOrigin(home: string): IsolatedHome {
    return new IsolatedHome(home, UNKNOWN_ORIGIN)
  }

  #make(): void {
    mkdirSync(this.path, { mode: 0o700 })
    const { bavail, bsize, files, ffree } = statfsSync(this.path)
    const isShort = bavail * bsize < MIN_FREE_BYTES || (files > 0 && ffree < MIN_FREE_INODES)
    if (isShort) throw Object.assign(new Error('too little space'), { code: 'ENOSPC' })
    // First of all: without it, a later run would take the folder for one in which nothing was ever spent.
    const record = JSON.stringify({ ...ownIdentity(), ...this.origin })
    writeFileSync(path.join(this.path, RUN_RECORD), record, { mode: 0o600 })
    mkdirSync(this.temporaryFolder, { mode: 0o700 })
  }

  /**
   * Puts everything in place for a call of `claude`, which cannot begin its exchange until `unlock`, and away what one that
   * was ended before left. @throws RefreshError `creds-not-writable`
   */
  seed(credentials: Credentials): void {
    this.#calls += 1
    try {
      seedHome(this.path, credentials)
    } catch (error) {
      throw this.#cannotWrite(error)
    }
  }

  #cannotWrite(error: unknown): RefreshError {
    if (error instanceof RefreshError) return error
    return new RefreshError('creds-not-writable', `cannot write in an isolated HOME at ${this.path}: ${explain(error)}`)
  }

  get configFolder(): string {
    return path.join(this.path, '.claude')
  }

  get credentialsPath(): string {
    return path.join(this.configFolder, '.credentials.json')
  }

  get temporaryFolder(): string {
    return path.join(this.path, 'tmp')
  }

  /** A folder that must come first on `claude`'s PATH; null where none has to. */
  get firstOnPath(): string | null {
    return firstOnPath(this.path)
  }

  /** A new path for the file that is to replace the user's. */
  newReplacementPath(): string {
    return path.join(this.path, `${REPLACEMENT_PREFIX}${randomBytes(4).toString('hex')}.json`)
  }

  get claudeRecord(): string {
    return path.join(this.path, CLAUDE_RECORD)
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

  /**
   * The holding of `claude`'s own lock that goes on here, and its age; null while the lock is free. Each exchange lies
   * within one holding: from 20 ms or more before the token is sent until the pair is stored, or the answer was none
   * (measured on seven versions from 1.0.128 to 2.1.330).
   */
  lockHolding(): { readonly id: string; readonly ageMs: number } | null {
    try {
      const stats = statSync(lockPathOf(this.path), { bigint: true, throwIfNoEntry: false })
      if (stats === undefined) return null
      // The inode alone is used again at once by some file systems.
      return { id: `${stats.ino}:${stats.birthtimeNs}`, ageMs: Date.now() - Number(stats.birthtimeMs) }
    } catch {
      return { id: 'unknown', ageMs: Infinity } // it cannot be seen: nothing follows from that
    }
  }

  isExchangeUnderWay(): boolean {
    return this.lockHolding() !== null
  }

  /** Whether a change of a file with this name can decide a call; most of what the CLI writes at its start cannot. */
  isTelling(name: string): boolean {
    return this.isLock(name) || name.startsWith('.credentials.json') || name.startsWith('debug-')
  }

  /** Whether a name in this HOME is that of the lock. */
  isLock(name: string): boolean {
    return name === '.claude.lock'
  }

  /**
   * What the login here has become; a pair counts wherever it lies: in a `.tmp.` file, from which the CLI renames it, or
   * in the file that was to replace the user's.
   */
  judge(): Judgement {
    const files = [...filesIn(this.configFolder, '.credentials.json').sort(), ...filesIn(this.path, REPLACEMENT_PREFIX)]
    const judgements = files.map(file => judge(readTextIfAny(file), this.origin))
    return judgements.find(({ kind }) => kind === 'pair') ?? judgements[0] ?? { kind: 'nothing' }
  }

  /** The whole document that was about to replace the user's file; empty where it never came to that. */
  documentToBe(): JsonObject {
    const documents = filesIn(this.path, REPLACEMENT_PREFIX).map(file => parseJson(readTextIfAny(file)))
    return documents.find(isJsonObject) ?? {}
  }

  /** The `claude` that was started here last; null where none was. */
  claudeIdentity(): ProcessIdentity | null {
    return identityFromStat(readTextIfAny(this.claudeRecord))
  }

  /** Lets the HOME outlive its run, because the new pair could be kept nowhere else. */
  keep(): void {
    this.#isKept = true
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

  /** Puts on the disk who runs here: after a power cut a later run is to know the pair that `claude` has stored for its own. */
  sync(): void {
    for (const entry of [path.join(this.path, RUN_RECORD), this.path, path.dirname(this.path)]) syncToDisk(entry)
  }
}

function filesIn(folder: string, prefix: string): string[] {
  return namesIn(folder)
    .filter(name => name.startsWith(prefix))
    .map(name => path.join(folder, name))
}

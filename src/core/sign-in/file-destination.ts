import { existsSync, lstatSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { refuseFileBesideKeychain } from '../claude/keychain.js'
import { MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_SIZE } from '../credentials/credentials-file.js'
import { findCredentialsFile, type CredentialsPath } from '../credentials/credentials-path.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { absolutePath, likelyMistakeIn, type TypedPath } from '../credentials/typed-path.js'
import { describeValidity } from '../credentials/validity.js'
import { whyOthersMayWrite } from '../credentials/why-others-may-write.js'
import { Deadline } from '../deadline.js'
import { UNKNOWN_ORIGIN } from '../home/seeded-login.js'
import { whileLocked, type HeldLocks } from '../locks/locks.js'
import { refuseStoreThatCannotBeLocked, whileStoreLocked } from '../locks/store-lock.js'
import type { LoginDestination, NewLogin } from '../login-destination.js'
import { notWritable } from '../not-writable.js'
import { orNull } from '../or-null.js'
import { RefreshError } from '../reasons.js'
import { recoverAbandoned, recoverSignIns } from '../recovery/abandoned-run.js'
import { forgetRejection } from '../rejections.js'
import { unlessMissing } from '../system/read.js'
import { ownerToActFor } from '../system/rights.js'
import { writeToDisk } from '../system/sync.js'
import { WorkFolder } from '../work-folder.js'
import { composerFor } from '../write-back/composition.js'
import { makeFile, makeFoldersFor } from '../write-back/new-file.js'
import { Replacement } from '../write-back/replacement.js'
import { describeLogin, isReplaceable, readExistingFile, type ExistingFile } from './existing-login.js'

/** How long to wait for other runs and sessions, before the sign-in and to store the login; in seconds. */
const PROOF_LIMIT_SECONDS = 60
const STORE_LIMIT_SECONDS = 120

/** Many times what a login needs, in bytes. */
const ROOM_FOR_LOGIN_BYTES = 16 * 1024

/** What the destination needs of the program. */
export interface FileDestinationOptions {
  /** Whether a good login in the file may be replaced. */
  readonly replace: boolean
  /** The caller's. */
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the user cancels what is done before the sign-in. */
  readonly cancel: AbortSignal
  /** Aborted when the user insists: then even a login that is there is not stored any more, but kept. */
  readonly insist: AbortSignal
  /** Prints a line for people. */
  readonly say: (line: string) => void
}

/** A credentials file as the place for a new login. */
export class FileLoginDestination implements LoginDestination {
  readonly name: string
  readonly path: string
  readonly commandArguments: readonly string[]
  #file: CredentialsPath | null = null
  #replaces: string | null = null
  /** The folders that were made for the file, the outermost first. */
  #madeFolders: readonly string[] = []

  /** @throws RefreshError `usage` */
  constructor(
    private readonly typed: TypedPath,
    private readonly options: FileDestinationOptions
  ) {
    this.path = absolutePath(typed.text, typed.name)
    this.name = this.path
    this.commandArguments = ['--creds', this.path]
  }

  get replaces(): string | null {
    return this.#replaces
  }

  /** @throws RefreshError `login-exists`, `usage`, `creds-…`, `locked`, `cancelled` */
  async prove(kept?: NewLogin): Promise<void> {
    const { cancel, insist, say } = this.options
    const place = this.#locate()
    this.#file = place
    const patience = { deadline: Deadline.after(PROOF_LIMIT_SECONDS), cancel }
    await whileLocked(place, patience, async ({ file, folder, warnings }) => {
      this.#file = file
      for (const warning of warnings) say(`warning: ${warning}`)
      const recover = existsSync(file.real) ? recoverAbandoned : recoverSignIns
      const recovered = await recover({ file, folder, insist })
      if (recovered !== null) say(`recovered the newer login of an interrupted run, and stored it in ${this.name}`)
      refuseStoreThatCannotBeLocked(file)
      refuseBesideKeychain(file, this.options.environment)
      const existing = this.#readReplaceable(file, kept)
      proveWritable(file, folder, existing)
      this.#replaces = existing?.login == null ? null : fingerprint(existing.login)
      say(`${this.name} ${existing === null ? 'does not exist yet, and can be created' : 'can be written'}`)
    })
  }

  workFolder(): WorkFolder {
    return WorkFolder.open(this.#provenFile())
  }

  /** @throws RefreshError `login-exists`: another good login is there now; and as `prove` */
  async store(login: NewLogin): Promise<readonly string[]> {
    const patience = { deadline: Deadline.after(STORE_LIMIT_SECONDS), cancel: this.options.insist }
    await whileLocked(this.#provenFile(), patience, async locks => {
      await this.#put(locks, login)
      forgetRejection(locks.folder)
    })
    const refreshLine = `next: run \`clr refresh\` for this file every few hours, for example from cron, to keep it fresh`
    return [`stored the new login in ${this.name}: ${describeValidity(login)}`, refreshLine]
  }

  /** Removes the folders that were made for the file, if there is no file in them. */
  close(): void {
    for (const folder of [...this.#madeFolders].reverse()) {
      orNull(() => {
        rmdirSync(folder)
      })
    }
  }

  #provenFile(): CredentialsPath {
    if (this.#file === null) throw new Error('the destination was not proven')
    return this.#file
  }

  /** The path of the file, or of a new one, whose folders are made. */
  #locate(): CredentialsPath {
    const given = this.name
    const isThere = orNull(() => unlessMissing(() => lstatSync(given)) !== null) ?? true
    if (isThere || hasFileAbove(given)) return findCredentialsFile(given, this.typed.name)
    const missing = missingFoldersAbove(given)
    refuseFolderOfAnother(path.dirname(missing[0] ?? given))
    const mistake = missing.length === 0 ? null : likelyMistakeIn(given)
    if (mistake !== null) throw new RefreshError('usage', `the folder of ${given} does not exist; ${mistake}`)
    this.#madeFolders = missing
    return makeFoldersFor(given)
  }

  /**
   * What is in the file; null if there is none.
   * @param incoming the login that will be stored: it may be there already, as when it was recovered just now
   * @throws RefreshError `login-exists`, `creds-…`
   */
  #readReplaceable(file: CredentialsPath, incoming?: NewLogin): ExistingFile | null {
    const existing = readExistingFile(file)
    if (existing?.login == null || this.options.replace || isReplaceable(file, existing)) return existing
    if (incoming !== undefined && fingerprint(existing.login) === fingerprint(incoming)) return existing
    throw new RefreshError('login-exists', `${file.given} already has a usable login: ${describeLogin(existing.login)}`)
  }

  async #put({ file, folder }: HeldLocks, login: NewLogin): Promise<void> {
    const existing = this.#readReplaceable(file, login)
    if (existing === null) {
      if (await whileStoreLocked({ file, folder }, () => makeFile({ file, folder }, login.document))) return
      throw new RefreshError('login-exists', `another program just created ${file.given}, so that file was kept`)
    }
    const from = existing.login === null ? UNKNOWN_ORIGIN.from : fingerprint(existing.login)
    const replacement = new Replacement(file, folder.newReplacementPath(), { like: existing.stats })
    const compose = composerFor(file, { ...login, from, isNewLogin: true }, {})
    try {
      replacement.settle(compose)
      await whileStoreLocked({ file, folder }, () => replacement.commit(compose))
    } finally {
      replacement.discard()
    }
  }
}

/** @throws RefreshError `usage`: `claude` would never look into the file */
function refuseBesideKeychain(file: CredentialsPath, environment: NodeJS.ProcessEnv): void {
  const silent = { trace: () => undefined, claudeOutput: () => undefined }
  try {
    refuseFileBesideKeychain(file, environment, silent)
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const why = `the Keychain has a login, which \`claude\` uses instead of ${file.given}`
    throw new RefreshError('usage', why, 'Name another file with `--creds`.')
  }
}

/** Proves that the file can be replaced, or made. @throws RefreshError `creds-not-writable`, `creds-invalid` */
function proveWritable(file: CredentialsPath, folder: WorkFolder, existing: ExistingFile | null): void {
  const temporary = folder.newReplacementPath()
  if (existing !== null) {
    const bytes = Buffer.byteLength(JSON.stringify(existing.document))
    if (bytes > MAX_CREDENTIALS_BYTES - ROOM_FOR_LOGIN_BYTES) {
      const why = `is too large: a new login would bring it to more than ${MAX_CREDENTIALS_SIZE}`
      throw new RefreshError('creds-invalid', `${file.given} ${why}`)
    }
    Replacement.reserve(file, temporary, { like: existing.stats }).discard()
    return
  }
  try {
    writeToDisk(temporary, Buffer.alloc(ROOM_FOR_LOGIN_BYTES))
    rmSync(temporary)
  } catch (error) {
    throw notWritable(`cannot create ${file.given}`, error)
  }
}

/**
 * Root that could not become the owner of a folder must not make anything in it, which the owner could not use.
 * @throws RefreshError `creds-not-writable`
 */
function refuseFolderOfAnother(folder: string): void {
  const inside = path.join(folder, 'new')
  if (ownerToActFor(inside) === null) return
  throw whyOthersMayWrite({ given: inside, real: inside }) ?? new RefreshError('creds-not-writable', folder)
}

/** The folders above a path that do not exist, the outermost first. */
function missingFoldersAbove(entry: string): readonly string[] {
  const folder = path.dirname(entry)
  return existsSync(folder) ? [] : [...missingFoldersAbove(folder), folder]
}

/** Whether a folder above is really a file. */
function hasFileAbove(entry: string): boolean {
  const folder = path.dirname(entry)
  const stats = orNull(() => lstatSync(folder, { throwIfNoEntry: false }))
  return stats?.isFile() === true || (stats == null && folder !== entry && hasFileAbove(folder))
}

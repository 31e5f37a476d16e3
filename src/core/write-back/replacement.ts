import nodeFs from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { notWritable } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { syncToDisk } from '../system/sync.js'
import { errorCode } from '../system/system-error.js'
import { cannotReplace, statReplaceable } from './replaceable-file.js'

/** The system calls of a replacement, so that tests can make each of them fail. */
export type ReplacementFs = Pick<
  typeof nodeFs,
  | 'accessSync'
  | 'openSync'
  | 'fstatSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'writeSync'
  | 'ftruncateSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'renameSync'
  | 'rmSync'
>

/** How often a text is written at most, if what it is composed of changes all the time. */
const MOST_WRITES = 5

/** Room for what a refresh may add to the file, in bytes. */
const SPARE_BYTES = 16 * 1024

/** What a new file has in common with the one that it replaces. */
export type FileAttributes = Pick<nodeFs.Stats, 'mode' | 'uid' | 'gid'>

/** What a file is to hold, and whatever else its composer knows of it. */
export interface NewContent {
  readonly text: string
}

/** How a replacement is made. */
export interface ReplacementOptions {
  /** Mode and owner of the new file, from the descriptor by which the credentials were read; by default the file's own. */
  readonly like?: FileAttributes | null
  readonly fs?: ReplacementFs
}

/**
 * The new file that will take the place of a credentials file, made and given its space before a token is spent: whatever
 * could keep the new pair from the disk must fail before that.
 */
export class Replacement {
  #fd: number | null = null
  /** The text that the new file holds, whole and synced. */
  #written: string | null = null
  readonly #like: FileAttributes | null
  readonly #fs: ReplacementFs

  constructor(
    private readonly file: CredentialsPath,
    private readonly temporaryPath: string,
    { like = null, fs = nodeFs }: ReplacementOptions = {}
  ) {
    this.#like = like
    this.#fs = fs
  }

  /** One that is reserved from the start. @throws RefreshError `creds-not-writable` */
  static reserve(file: CredentialsPath, temporaryPath: string, options: ReplacementOptions = {}): Replacement {
    const replacement = new Replacement(file, temporaryPath, options)
    replacement.reserve()
    return replacement
  }

  /**
   * Makes the new file, with its mode, its owner and its space on the disk; once is enough.
   * @throws RefreshError `creds-not-writable`
   */
  reserve(): void {
    this.#reserve()
  }

  #reserve(): number {
    if (this.#fd !== null) return this.#fd
    try {
      this.#fs.accessSync(path.dirname(this.file.real), nodeFs.constants.W_OK | nodeFs.constants.X_OK)
      const stats = statReplaceable(this.file, this.#fs)
      this.#fd = this.#fs.openSync(this.temporaryPath, 'wx', 0o600)
      this.#allocate(this.#fd, this.#like ?? stats, stats.size + SPARE_BYTES)
      return this.#fd
    } catch (error) {
      if (this.#fd !== null) this.discard()
      if (error instanceof RefreshError) throw error
      throw notWritable(`cannot replace ${this.file.given}`, error)
    }
  }

  #allocate(fd: number, like: FileAttributes, bytes: number): void {
    const own = this.#fs.fstatSync(fd)
    if (own.uid !== like.uid || own.gid !== like.gid) this.#giveTo(fd, like)
    writeAll(this.#fs, fd, Buffer.alloc(bytes))
    this.#fs.fsyncSync(fd)
    this.#fs.fchmodSync(fd, like.mode & 0o7777)
  }

  #giveTo(fd: number, { uid, gid }: FileAttributes): void {
    try {
      this.#fs.fchownSync(fd, uid, gid)
    } catch (error) {
      if (errorCode(error) !== 'EPERM') throw error
      const why = `this user may not give the new file to its owner (uid ${uid}, gid ${gid}): make it your own (EPERM)`
      throw cannotReplace(this.file, why)
    }
  }

  /**
   * Puts a new content in the file's place: whole on the disk before it takes the name, and the name on the disk before this
   * returns. It is composed of what the file holds, and composed once more when it is on the disk, which may take its time:
   * if it is another one by then, that one is written.
   * @returns what the file holds now
   * @throws what `compose` throws, RefreshError, or the failed system call's error; the file is then as it was
   */
  commit<Content extends NewContent>(compose: () => Content): Content {
    const content = this.settle(compose)
    this.#close()
    this.#fs.renameSync(this.temporaryPath, this.file.real)
    syncToDisk(path.dirname(this.file.real), this.#fs) // a rename is on the disk only when the folder is
    return content
  }

  /**
   * Puts a new content on the disk, in the file that is to take the other's place: `commit` is quick then. @throws as `commit`
   * @returns that content
   */
  settle<Content extends NewContent>(compose: () => Content): Content {
    const fd = this.#reserve()
    let written: Content | null = null
    for (let writes = 0; ; writes += 1) {
      const content = compose()
      if (content.text === this.#written) return content
      if (writes === MOST_WRITES && written !== null) return written
      this.#write(fd, content.text)
      written = content
    }
  }

  #write(fd: number, text: string): void {
    const bytes = Buffer.from(text)
    this.#written = null // not whole from here on
    writeAll(this.#fs, fd, bytes)
    this.#fs.ftruncateSync(fd, bytes.length)
    this.#fs.fsyncSync(fd)
    this.#written = text
  }

  /** Takes the new file away if it was not needed. Never throws. */
  discard(): void {
    try {
      this.#close()
      this.#fs.rmSync(this.temporaryPath, { force: true })
    } catch {
      // It lies in the isolated HOME, and goes with it.
    }
  }

  #close(): void {
    const fd = this.#fd
    this.#fd = null
    if (fd !== null) this.#fs.closeSync(fd)
  }
}

function writeAll(fs: ReplacementFs, fd: number, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length;) offset += fs.writeSync(fd, bytes, offset, bytes.length - offset, offset)
}

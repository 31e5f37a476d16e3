import nodeFs from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { notWritable } from '../not-writable.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import { syncToDisk } from '../system/sync.js'
import { errorCode } from '../system/system-error.js'
import { cannotReplace, statReplaceable } from './replaceable-file.js'

/** The file system; tests make each system call fail. */
export type ReplacementFs = typeof nodeFs

/** The most times that a text is written, if the content that it is merged with keeps changing. */
const MAX_WRITES = 5

/** Space for what a refresh may add to the file, in bytes. */
const SPARE_BYTES = 16 * 1024

type FileAttributes = Pick<nodeFs.Stats, 'mode' | 'uid' | 'gid'>

/** The attributes of a new file of this process that no other user may read. */
export function privateAttributes(): FileAttributes {
  return { mode: 0o600, uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 }
}

interface ReplacementOptions {
  /** The mode and owner of the new file, from the descriptor that was read; by default those of the current file. */
  readonly like?: FileAttributes
  readonly fs?: ReplacementFs
}

/**
 * The new file that will replace a credentials file. It is created, with its space on disk, before the token is spent: any
 * problem that would prevent storing the new pair must show before that.
 */
export class Replacement {
  #fd: number | null = null
  /** The text in the new file, complete and synced; null if it is not. */
  #written: string | null = null
  readonly #fs: ReplacementFs

  constructor(
    private readonly file: CredentialsPath,
    private readonly temporaryPath: string,
    private readonly options: ReplacementOptions = {}
  ) {
    this.#fs = options.fs ?? nodeFs
  }

  /** A replacement that is already reserved. @throws RefreshError `creds-not-writable` */
  static reserve(file: CredentialsPath, temporaryPath: string, options: ReplacementOptions = {}): Replacement {
    const replacement = new Replacement(file, temporaryPath, options)
    replacement.reserve()
    return replacement
  }

  /** Creates the new file, unless it exists, with its mode, owner and space. @throws RefreshError `creds-not-writable` */
  reserve(): void {
    this.#reserve()
  }

  #reserve(): number {
    if (this.#fd !== null) return this.#fd
    try {
      this.#fs.accessSync(path.dirname(this.file.real), nodeFs.constants.W_OK | nodeFs.constants.X_OK)
      const stats = statReplaceable(this.file, this.#fs)
      this.#fd = this.#fs.openSync(this.temporaryPath, 'wx', 0o600)
      this.#allocate(this.#fd, this.options.like ?? stats, stats.size + SPARE_BYTES)
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
      const why = `this user may not give a new file to the owner of the old one (uid ${uid}, gid ${gid}; EPERM)`
      throw cannotReplace(this.file, why, `Make the file your own with \`chown\`, or run as its owner. ${NOT_SENT}`)
    }
  }

  /**
   * Replaces the file's content: the new one is complete on disk before the rename, and the rename before this returns.
   * `compose`, which reads the current content, is called again after the write, which may be slow: if the result has changed,
   * it is written again.
   * @returns the file's new content
   * @throws what `compose` throws, RefreshError, or the failed system call's error; the file is then unchanged
   */
  commit<Content extends { readonly text: string }>(compose: () => Content): Content {
    const content = this.settle(compose)
    this.#close()
    this.#fs.renameSync(this.temporaryPath, this.file.real)
    syncToDisk(path.dirname(this.file.real), this.#fs) // a rename is only safe on disk once its folder is synced
    return content
  }

  /** Writes the new content to disk before `commit`, which is then fast. @returns the content. @throws as `commit` */
  settle<Content extends { readonly text: string }>(compose: () => Content): Content {
    const fd = this.#reserve()
    let written: Content | null = null
    for (let writes = 0; ; writes += 1) {
      const content = compose()
      if (content.text === this.#written) return content
      if (writes === MAX_WRITES && written !== null) return written
      this.#write(fd, content.text)
      written = content
    }
  }

  #write(fd: number, text: string): void {
    const bytes = Buffer.from(text)
    this.#written = null // the file is incomplete from here on
    writeAll(this.#fs, fd, bytes)
    this.#fs.ftruncateSync(fd, bytes.length)
    this.#fs.fsyncSync(fd)
    this.#written = text
  }

  /** Removes the new file if it was not needed. Never throws. */
  discard(): void {
    try {
      this.#close()
      this.#fs.rmSync(this.temporaryPath, { force: true })
    } catch {
      // It is in the isolated HOME or the work folder, and is removed with it.
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

import nodeFs from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from './credentials-path.js'
import { RefreshError } from './reasons.js'
import { errorCode, explain } from './system-error.js'

/** The system calls of a replacement, so that tests can make each of them fail. */
export type ReplacementFs = Pick<
  typeof nodeFs,
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

/** How a rename fails where the file itself is a mount, as in a container that was given the file alone. */
const IS_MOUNTED = new Set(['EBUSY', 'EXDEV'])

/** Room for what a refresh may add to the file, in bytes. */
const SPARE_BYTES = 16 * 1024

/**
 * The new file that will take the place of a credentials file, made and given its space before a token is spent: whatever
 * could keep the new pair from the disk is to show now, not then.
 */
export class Replacement {
  #isOpen = true

  private constructor(
    private readonly file: CredentialsPath,
    private readonly temporaryPath: string,
    private readonly fd: number,
    private readonly fs: ReplacementFs
  ) {}

  /**
   * Mode and owner are already those of the file, and its space is allocated.
   * @throws RefreshError `creds-not-writable`
   */
  static reserve(file: CredentialsPath, temporaryPath: string, fs: ReplacementFs = nodeFs): Replacement {
    try {
      const { mode, uid, gid, size } = statOfWritable(file, fs)
      const fd = fs.openSync(temporaryPath, 'wx', 0o600)
      const replacement = new Replacement(file, temporaryPath, fd, fs)
      try {
        const own = fs.fstatSync(fd)
        if (own.uid !== uid || own.gid !== gid) fs.fchownSync(fd, uid, gid)
        writeAll(fs, fd, Buffer.alloc(size + SPARE_BYTES))
        fs.fsyncSync(fd)
        fs.fchmodSync(fd, mode & 0o7777)
        return replacement
      } catch (error) {
        replacement.discard()
        throw error
      }
    } catch (error) {
      if (error instanceof RefreshError) throw error
      throw new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${explain(error)}`)
    }
  }

  /**
   * Puts a text in the file's place: whole on the disk before it takes the name, and the name on the disk before this
   * returns. @throws the failed system call's error; the file is then as it was
   */
  commit(text: string): void {
    const bytes = Buffer.from(text)
    writeAll(this.fs, this.fd, bytes)
    this.fs.ftruncateSync(this.fd, bytes.length)
    this.fs.fsyncSync(this.fd)
    this.#close()
    try {
      this.fs.renameSync(this.temporaryPath, this.file.real)
    } catch (error) {
      if (!IS_MOUNTED.has(errorCode(error))) throw error
      overwrite(this.file.real, bytes, this.fs)
    }
    syncFolder(path.dirname(this.file.real), this.fs)
  }

  /** Takes the new file away where it was not needed. Never throws. */
  discard(): void {
    try {
      this.#close()
      this.fs.rmSync(this.temporaryPath, { force: true })
    } catch {
      // It lies in the isolated HOME, and goes with it.
    }
  }

  #close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.fs.closeSync(this.fd)
  }
}

/** Opening for writing, without writing, shows a read-only mount and an immutable file; a mode of 400 is no obstacle. */
function statOfWritable(file: CredentialsPath, fs: ReplacementFs): nodeFs.Stats {
  const fd = openEvenIfReadOnly(file, fs)
  try {
    const stats = fs.fstatSync(fd)
    if (stats.nlink > 1) {
      const why = `it has ${stats.nlink} names (hard links), and the others would keep the old pair; make it a file of its own`
      throw new RefreshError('creds-not-writable', `cannot replace ${file.given}: ${why}`)
    }
    return stats
  } finally {
    fs.closeSync(fd)
  }
}

function openEvenIfReadOnly(file: CredentialsPath, fs: ReplacementFs): number {
  try {
    return fs.openSync(file.real, 'r+')
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error
    return fs.openSync(file.real, 'r')
  }
}

/** In place, for want of another way; the temporary file, whole and synced, stands until this is done. */
function overwrite(file: string, bytes: Buffer, fs: ReplacementFs): void {
  const fd = fs.openSync(file, 'r+')
  try {
    writeAll(fs, fd, bytes)
    fs.ftruncateSync(fd, bytes.length)
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

function writeAll(fs: ReplacementFs, fd: number, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length;) offset += fs.writeSync(fd, bytes, offset, bytes.length - offset, offset)
}

/** A rename is on the disk only when the folder is; some file systems cannot sync a folder, and need not. */
function syncFolder(folder: string, fs: ReplacementFs): void {
  try {
    const fd = fs.openSync(folder, 'r')
    try {
      fs.fsyncSync(fd)
    } finally {
      fs.closeSync(fd)
    }
  } catch {
    // The file is whole and in its place; only a crash of the machine right now could still undo the rename.
  }
}

import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { Writable } from 'node:stream'
import { types } from 'node:util'
import { Parser } from 'tar/parse'
import type { ReadEntry } from 'tar/read-entry'
import { errorCode } from '../../core/system/system-error.js'
import { megabytes } from './progress.js'

/** How much may wait for a slow disk. */
const WAITING_BYTES = 8 * 1024 * 1024

/** Of all files together: five times those of today's CLI. Anybody could send a small archive that fills the disk. */
const MAX_BYTES = 2_000_000_000

const FILES = ['File', 'OldFile', 'ContiguousFile']

/** The errors of two entries with the same path, since the folder is empty at first. */
const COLLISIONS = ['EEXIST', 'ENOTDIR', 'EISDIR']

/** An archive with something that no package has. The message is a clause. */
export class UnsafeArchive extends Error {}

/** Where and how an archive is unpacked. */
export interface Unpacking {
  /** An empty folder. */
  readonly folder: string
  /** The path of the program in the package: it becomes executable. */
  readonly program: string
  /** How many bytes the archive may have, unzipped; 2 GB by default. */
  readonly maxBytes?: number
}

/**
 * Takes a package's tar archive, unzipped, and writes what is in its folder `package` into a folder. Whatever the archive says,
 * the files belong to us, and have mode 644, or 755 if they are executable. An archive with anything other than files and
 * folders is refused. Once the stream is closed, after an error too, nothing is written any more. It uses the parser of `tar`
 * only: that one's own writer does not notice if a full disk takes just a part of the last bytes (@isaacs/fs-minipass 4.0.1).
 */
export function unpackTo(unpacking: Unpacking): Writable {
  const writing: Promise<void>[] = []
  const { maxBytes = MAX_BYTES } = unpacking
  let bytes = 0
  const parser = new Parser({ strict: true })
  const stream = new Writable({
    highWaterMark: WAITING_BYTES,
    write: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length
      if (bytes > maxBytes) done(new UnsafeArchive(`more than ${megabytes(maxBytes)}`))
      else if (parser.write(chunk)) done()
      else parser.once('drain', done)
    },
    final: done => {
      parser.end()
      Promise.all(writing).then(() => {
        done()
      }, done)
    },
    destroy: (error, done) => {
      parser.end() // ends the file that is being written
      void Promise.allSettled(writing).then(() => {
        done(error)
      })
    }
  })
  const fail = (error: unknown): void =>
    void stream.destroy(types.isNativeError(error) ? error : new Error(String(error)))
  parser.on('error', fail)
  parser.on('ignoredEntry', () => {
    fail(new UnsafeArchive('an entry of an unknown type'))
  })
  parser.on('entry', (entry: ReadEntry) => {
    if (stream.destroyed) return // it was still waiting in the parser
    const written = write(entry, unpacking).catch((error: unknown) => {
      throw COLLISIONS.includes(errorCode(error)) ? new UnsafeArchive('two entries with the same path') : error
    })
    written.catch(fail)
    writing.push(written)
  })
  return stream
}

/** @throws UnsafeArchive, and the failed system call's error */
async function write(entry: ReadEntry, { folder, program }: Unpacking): Promise<void> {
  const name = nameOf(entry)
  const target = path.join(folder, name)
  if (entry.type === 'Directory') {
    entry.resume()
    await mkdir(target, { recursive: true })
    return
  }
  await mkdir(path.dirname(target), { recursive: true })
  const isProgram = name === program || ((entry.mode ?? 0) & 0o111) !== 0
  const file = await open(target, 'wx', isProgram ? 0o755 : 0o644)
  try {
    for await (const chunk of entry) await file.writeFile(chunk)
  } finally {
    await file.close()
  }
}

/** The path of an entry in its package. @throws UnsafeArchive if it must not be written */
function nameOf({ path: name, type }: ReadEntry): string {
  if (type !== 'Directory' && !FILES.includes(type)) throw new UnsafeArchive(`an entry that is no file: ${type}`)
  const [top, ...parts] = name.split('/')
  const isOutside = top !== 'package' || parts.some(part => part === '..' || part.includes('\0'))
  if (isOutside) throw new UnsafeArchive('an entry outside its folder')
  return path.posix.join(...parts)
}

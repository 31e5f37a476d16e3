import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Header } from 'tar'

/** One entry of a tarball. Everything is written as it is given, also what a registry would refuse. */
export interface TarEntry {
  /** In the packages of npm it begins with `package/`. */
  readonly path: string
  readonly content?: string | Buffer
  /** A file of this machine, whose content is streamed; in place of `content`. */
  readonly file?: string
  /** 0o644 by default. */
  readonly mode?: number
  /** A file by default. */
  readonly type?: 'File' | 'Directory' | 'SymbolicLink' | 'Link' | 'FIFO' | 'CharacterDevice'
  /** The target of a link. */
  readonly linkpath?: string
}

/** A gzipped tarball, with its size in bytes and its digests as they are in the metadata of a registry. */
export interface Tarball {
  readonly size: number
  /** `sha512-…` */
  readonly integrity: string
  /** SHA-1 in hexadecimal digits. */
  readonly shasum: string
  /** All of its bytes, each time anew. */
  readonly stream: () => Readable
}

/** npm gives every file this time, so the same files make the same tarball. */
const MTIME = new Date('1985-10-26T08:15:00Z')
const BLOCK_BYTES = 512
const CHUNK_BYTES = 1024 * 1024

/** Makes a tarball. A large file is read twice, first for the digests, and never held in memory or copied to disk. */
export async function packTarball(entries: readonly TarEntry[]): Promise<Tarball> {
  const isLarge = entries.some(({ file }) => file !== undefined)
  const stream = (): Readable => gzipped(blocksOf(entries), isLarge ? 0 : 1)
  if (isLarge) return { ...(await digestsOf(stream())), stream }
  const chunks: unknown[] = await stream().toArray()
  return tarballOf(Buffer.concat(chunks.filter(chunk => Buffer.isBuffer(chunk))))
}

/** These bytes in place of a tarball, whatever they are. */
export async function tarballOf(bytes: Buffer): Promise<Tarball> {
  const stream = (): Readable => Readable.from([bytes])
  return { ...(await digestsOf(stream())), stream }
}

async function digestsOf(bytes: Readable): Promise<Omit<Tarball, 'stream'>> {
  const [sha512, sha1] = [createHash('sha512'), createHash('sha1')]
  let size = 0
  for await (const chunk of bytes) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    sha512.update(chunk)
    sha1.update(chunk)
  }
  return { size, integrity: `sha512-${sha512.digest('base64')}`, shasum: sha1.digest('hex') }
}

function gzipped(blocks: AsyncIterable<Buffer>, level: number): Readable {
  const gzip = createGzip({ level, chunkSize: CHUNK_BYTES })
  // An error reaches the reader through gzip; if the reader stops early, there is nobody left to tell.
  pipeline(blocks, gzip).catch(() => undefined)
  return gzip
}

async function* blocksOf(entries: readonly TarEntry[]): AsyncGenerator<Buffer, void> {
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '')
    const size = entry.file === undefined ? content.length : statSync(entry.file).size
    yield headerOf(entry, size)
    if (entry.file === undefined) yield content
    else for await (const chunk of createReadStream(entry.file, { highWaterMark: CHUNK_BYTES })) yield bufferOf(chunk)
    yield Buffer.alloc((BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES)
  }
  yield Buffer.alloc(2 * BLOCK_BYTES)
}

function headerOf({ path, mode = 0o644, type = 'File', linkpath }: TarEntry, size: number): Buffer {
  const link = linkpath === undefined ? {} : { linkpath }
  const header = new Header({ path, mode, size, mtime: MTIME, type, ...link })
  if (header.encode() || header.block === undefined) throw new Error(`${path} does not fit in the header of a tarball`)
  return header.block
}

function bufferOf(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.alloc(0)
}

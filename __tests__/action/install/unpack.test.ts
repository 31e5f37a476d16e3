import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { unpackTo, UnsafeArchive } from '../../../src/action/install/unpack.js'
import { orNull } from '../../../src/core/or-null.js'
import { namesIn } from '../../../src/core/system/read.js'
import { packTarball, type TarEntry } from '../../../testing/registry/tarball.js'
import { TempFolder } from '../../../testing/temp-folder.js'

/** A folder `out` for an archive, which nothing may leave. */
class Unpacked extends TempFolder {
  async unpack(entries: readonly TarEntry[], maxBytes?: number): Promise<void> {
    this.write('out/.keep', '')
    const { stream } = await packTarball(entries)
    const limit = maxBytes === undefined ? {} : { maxBytes }
    await pipeline(stream(), createGunzip(), unpackTo({ folder: this.at('out'), program: 'bin/claude', ...limit }))
  }

  get files(): readonly string[] {
    return readdirSync(this.at('out'), { recursive: true, encoding: 'utf8' })
      .filter(name => name !== '.keep')
      .sort()
  }
}

const modeOf = (file: string): number => statSync(file).mode & 0o7777

describe('unpackTo', () => {
  it('writes the files of a package, with their folders, without the folder around them', async () => {
    using target = new Unpacked()
    await target.unpack([
      { path: 'package/', type: 'Directory', mode: 0o700 },
      { path: 'package/bin/claude', content: 'program' },
      { path: 'package/a/b/c', content: Buffer.alloc(100_000, 'x') },
      { path: 'package/empty', content: '' }
    ])
    expect(target.files).toEqual(['a', 'a/b', 'a/b/c', 'bin', 'bin/claude', 'empty'])
    expect(target.text('out/bin/claude')).toBe('program')
    expect(readFileSync(target.at('out/a/b/c'))).toHaveLength(100_000)
  })

  it.each([0o777, 0o4755, 0o666, 0o000, 0o600])('gives modes of its own to what the archive has as %o', async mode => {
    const before = process.umask(0o022)
    try {
      using target = new Unpacked()
      await target.unpack([
        { path: 'package/bin/claude', mode },
        { path: 'package/file', mode },
        { path: 'package/folder/', type: 'Directory', mode }
      ])
      const modes = ['bin/claude', 'file', 'folder'].map(name => modeOf(target.at('out', name)))
      expect(modes).toEqual([0o755, (mode & 0o111) === 0 ? 0o644 : 0o755, 0o755])
    } finally {
      process.umask(before)
    }
  })

  it.each([
    { path: 'package/../../evil', content: 'x' },
    { path: 'package/a/../../../evil', content: 'x' },
    { path: '../evil', content: 'x' },
    { path: '/tmp/clr-test-evil', content: 'x' },
    { path: 'other/evil', content: 'x' },
    { path: 'evil', content: 'x' },
    { path: 'package/evil', type: 'SymbolicLink', linkpath: '/etc/passwd' },
    { path: 'package/evil', type: 'SymbolicLink', linkpath: 'file' },
    { path: 'package/evil', type: 'Link', linkpath: '/etc/passwd' },
    { path: 'package/evil', type: 'FIFO' },
    { path: 'package/evil', type: 'CharacterDevice' }
  ] as const)('refuses %j, and writes nothing after it', async entry => {
    using target = new Unpacked()
    const unpacked = target.unpack([{ path: 'package/file' }, entry, { path: 'package/later', content: 'x' }])
    await expect(unpacked).rejects.toThrow(/^an entry (?:outside its folder|that is no file)/)
    expect(target.names()).toEqual(['out'])
    expect(target.files.filter(name => name !== 'file')).toEqual([])
  })

  it('refuses a second file with the same name', async () => {
    using target = new Unpacked()
    const twice = { path: 'package/file', content: 'x' }
    await expect(target.unpack([twice, twice])).rejects.toThrow(UnsafeArchive)
  })

  it.each([
    ['a file in a file', 'package/file/inner', 'File'],
    ['a folder in place of a file', 'package/file/', 'Directory'],
    ['the folder of the package as a file', 'package', 'File']
  ] as const)('refuses %s', async (_what, name, type) => {
    using target = new Unpacked()
    const unpacked = target.unpack([
      { path: 'package/file', content: 'x' },
      { path: name, type }
    ])
    await expect(unpacked).rejects.toThrow('two entries with the same path')
  })

  it('refuses an archive that is larger than the limit once unzipped, and writes no more than that', async () => {
    using target = new Unpacked()
    const bomb = { path: 'package/zeros', content: Buffer.alloc(20_000_000) }
    await expect(target.unpack([bomb], 1_000_000)).rejects.toThrow(new UnsafeArchive('more than 1.0 MB'))
    expect(statSync(target.at('out/zeros')).size).toBeLessThanOrEqual(1_000_000)
  })

  it.each([
    ['no tar archive', Buffer.alloc(2048, 'x')],
    ['nothing', Buffer.alloc(0)]
  ])('refuses %s', async (_what, bytes) => {
    using target = new Unpacked()
    const unpacked = pipeline(Readable.from([bytes]), unpackTo({ folder: target.path, program: 'claude' }))
    await expect(unpacked).rejects.toMatchObject({ code: expect.stringMatching(/^TAR_/) })
    expect(target.names()).toEqual([])
  })

  it('refuses an archive that is cut, and closes the file at which it was', async () => {
    using target = new Unpacked()
    const tar = await unzipped([{ path: 'package/claude', content: Buffer.alloc(100_000, 'x') }])
    const half = tar.subarray(0, 50_000)
    const unpacked = pipeline(Readable.from([half]), unpackTo({ folder: target.path, program: 'claude' }))
    await expect(unpacked).rejects.toMatchObject({ code: 'TAR_BAD_ARCHIVE' })
    expect(openFilesIn(target.path)).toEqual([])
  })

  it('begins no other file once it is ended, not even one that it has received', async () => {
    using target = new Unpacked()
    const unpacking = unpackTo({ folder: target.path, program: 'claude' })
    unpacking.write(await unzipped([{ path: 'package/first' }, { path: 'package/a/second', content: 'x' }]))
    unpacking.destroy(new Error('the connection was lost'))
    await expect(finished(unpacking)).rejects.toThrow('the connection was lost')
    await sleep(200)
    expect(target.names()).toEqual(['first'])
  })
})

/** A tar archive without the gzip around it. */
async function unzipped(entries: readonly TarEntry[]): Promise<Buffer> {
  const { stream } = await packTarball(entries)
  const chunks: unknown[] = await stream().pipe(createGunzip()).toArray()
  return Buffer.concat(chunks.filter(chunk => Buffer.isBuffer(chunk)))
}

/** The files in a folder that this process has open; always empty if this is not Linux. */
function openFilesIn(folder: string): readonly string[] {
  const links = namesIn('/proc/self/fd').map(fd => orNull(() => readlinkSync(`/proc/self/fd/${fd}`)) ?? '')
  return links.filter(link => link.startsWith(folder))
}

import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { InstallRunner } from '../../../testing/install-runner.js'
import { asRootThatMayMount } from '../../../testing/needs.js'
import { mountTmpfs, unmountAll } from '../../../testing/mounts.js'
import { rejectionOf } from '../../../testing/refusal.js'
import { CLAUDE_PACKAGE, publishClaude, scriptFor, THIS_PLATFORM } from '../../../testing/registry/claude-package.js'
import { packTarball, type Tarball } from '../../../testing/registry/tarball.js'
import { startRegistry, type StandInRegistry } from '../../../testing/registry/registry.js'
import { until } from '../../../testing/waiting.js'

const NAME = `${CLAUDE_PACKAGE}-${THIS_PLATFORM}`
const VERSION = '2.1.330'
/** Random, so that it is as large as a tarball. The shell does not read what is after `exit`. */
const BALLAST = randomBytes(3_000_000)

let registry: StandInRegistry
let program: Buffer
beforeEach(async () => {
  registry = await startRegistry()
  program = Buffer.concat([Buffer.from(scriptFor(VERSION, 'exit').content), BALLAST])
  await publishClaude(registry, { version: VERSION, program: { content: program, mode: 0o755 } })
})
afterEach(() => registry.close())

describe('a download', () => {
  it('is the whole program, byte for byte', async () => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install(VERSION)
    expect(readFileSync(path.join(folder, 'claude')).equals(program)).toBe(true)
    expect(runner.notes).toContainEqual(`${NAME} ${VERSION}: 3.0 MB from ${registry.url}`)
  })

  it.each([
    ['metadata' as const, { kind: 'status', status: 503 } as const],
    ['metadata' as const, { kind: 'drop' } as const],
    ['metadata' as const, { kind: 'cut', afterBytes: 100 } as const],
    ['tarball' as const, { kind: 'status', status: 500 } as const],
    ['tarball' as const, { kind: 'status', status: 429 } as const],
    ['tarball' as const, { kind: 'cut', afterBytes: 1_000_000 } as const],
    ['tarball' as const, { kind: 'hang', afterBytes: 1_000_000 } as const]
  ])('is made again, twice at most, and each retry is a line in the log: %s, %j', async (route, fault) => {
    registry.faults.add({ route, fault, times: 2, package: NAME })
    using runner = new InstallRunner(registry)
    const folder = await runner.install(VERSION, { stallMs: 2_000 })
    expect(readFileSync(path.join(folder, 'claude')).equals(program)).toBe(true)
    expect(runner.notes.filter(note => note.endsWith(': trying again'))).toHaveLength(2)
    expect(runner.leftovers).toEqual([])
  })

  it('goes to this registry even if its metadata names tarballs of the public one', async () => {
    registry.settings.tarballBase = 'https://registry.npmjs.org/'
    using runner = new InstallRunner(registry)
    await runner.install(VERSION)
    expect(registry.paths).toContainEqual(`${NAME}/-/${path.basename(NAME)}-${VERSION}.tgz`)
  })

  it('follows a redirect to another server', async () => {
    await using other = await startRegistry()
    await publishClaude(other, { version: VERSION, program: { content: program, mode: 0o755 } })
    registry.faults.add({ route: 'tarball', fault: { kind: 'redirect', to: other.url } })
    using runner = new InstallRunner(registry)
    await runner.install(VERSION)
    expect(other.requests).toHaveLength(1)
    expect(runner.notes).toContainEqual(`${NAME} ${VERSION}: 3.0 MB from ${other.origin}`)
  })

  it('has mode 755 for the program and 644 for the rest, whatever the archive says', async () => {
    const files = {
      claude: { content: program, mode: 0o4777 },
      notes: { content: '', mode: 0o666 },
      'package.json': { content: JSON.stringify({ name: NAME, version: VERSION }), mode: 0o600 }
    }
    await registry.publish({ name: NAME, version: VERSION, files })
    using runner = new InstallRunner(registry)
    const folder = await runner.install(VERSION)
    const home = path.join(folder, '../lib/node_modules', NAME)
    const modes = ['claude', 'notes', 'package.json', '.'].map(name => statSync(path.join(home, name)).mode & 0o7777)
    expect(modes).toEqual([0o755, 0o644, 0o644, 0o755])
    expect(statSync(path.join(home, 'claude')).uid).toBe(process.getuid?.())
  })
})

describe('a download that fails', () => {
  it.each([
    [
      'one wrong byte',
      { kind: 'wrong-byte' } as const,
      `what was downloaded as ${NAME} ${VERSION} `,
      'Run the workflow again'
    ],
    ['a cut', { kind: 'cut', afterBytes: 1_000_000 } as const, ' of 3.0 MB (UND_ERR_SOCKET)', 'Check the network'],
    [
      'a stall',
      { kind: 'hang', afterBytes: 1_000_000 } as const,
      'sent nothing for 2 s after 1.0 of 3.0 MB',
      'Check the network'
    ],
    ['no answer', { kind: 'hang' } as const, 'sent nothing for 2 s', 'Check the network'],
    [
      'a server error',
      { kind: 'status', status: 502 } as const,
      'answered with status 502',
      'Run the workflow again later'
    ],
    [
      'a missing tarball',
      { kind: 'status', status: 404 } as const,
      'answered with status 404',
      'Set `NPM_CONFIG_REGISTRY`'
    ],
    [
      'a refusal',
      { kind: 'status', status: 403 } as const,
      'answered with status 403',
      'The npm registry asks for a login'
    ],
    [
      'a page of a portal',
      { kind: 'status', status: 200, body: '<html>' } as const,
      'is no package (Z_',
      'Run the workflow again'
    ]
  ])('leaves nothing, and the message says why: %s', async (_what, fault, sentence, remedyStart) => {
    registry.faults.add({ route: 'tarball', fault })
    using runner = new InstallRunner(registry)
    // A busy machine may need a while for the metadata; that is asked for again then.
    const stallMs = fault.kind === 'hang' ? 2_000 : 300_000
    const { reason, message, remedy } = await rejectionOf(runner.install(VERSION, { stallMs }))
    expect([reason, message]).toEqual(['claude-install-failed', expect.stringContaining(sentence)])
    expect([remedy.startsWith(remedyStart), remedy.endsWith('This run did not use the refresh token.')]).toEqual([
      true,
      true
    ])
    expect(runner.leftovers).toEqual([])
  })

  it.each([
    ['wrong', `what was downloaded as ${NAME} ${VERSION} does not match its sha512`],
    ['none', `the npm registry has no sha512 of ${NAME} ${VERSION}`]
  ] as const)('leaves nothing if the integrity is %s', async (integrity, message) => {
    registry.settings.integrity = integrity
    registry.settings.signatures = 'none'
    using runner = new InstallRunner(registry)
    await expect(runner.install(VERSION)).rejects.toMatchObject({ reason: 'claude-install-failed', message })
    expect(runner.leftovers).toEqual([])
  })

  it.each([
    ['no text', () => 'none' as const],
    ['blank text', () => ({ text: '  ' })],
    ['no digest', () => ({ text: 'sha512-' })],
    ['capitals', ({ integrity }: Tarball) => ({ text: integrity.replace('sha', 'SHA') })],
    [
      'only SHA-1, even a right one',
      ({ shasum }: Tarball) => ({ text: `sha1-${Buffer.from(shasum, 'hex').toString('base64')}` })
    ],
    ['only an unknown kind', () => ({ text: 'md5-AAAA' })]
  ])('leaves nothing if the integrity has %s', async (_what, integrityOf) => {
    const tarball = await packTarball([{ path: 'package/claude', content: program }])
    registry.settings.integrity = integrityOf(tarball) // a right `shasum` is next to it
    using runner = new InstallRunner(registry)
    const { reason, message } = await rejectionOf(runner.install(VERSION))
    expect([reason, message]).toEqual(['claude-install-failed', `the npm registry has no sha512 of ${NAME} ${VERSION}`])
    expect(registry.paths.filter(name => name.endsWith('.tgz'))).toEqual([])
  })

  it.each([
    ['no archive', Buffer.from('x'), 'is no package (Z_'],
    ['nothing', Buffer.alloc(0), 'is no package (']
  ])('leaves nothing if the right bytes are no package: %s', async (_what, tarball, sentence) => {
    await registry.publish({ name: NAME, version: VERSION, tarball })
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(runner.install(VERSION))
    expect(message).toContain(sentence)
    expect(runner.leftovers).toEqual([])
  })

  it('ends only once nothing is written any more, even if the disk is slow', async () => {
    registry.faults.add({ route: 'tarball', fault: { kind: 'cut', afterBytes: 2_900_000 } })
    using disk = await SlowDisk.begin()
    using runner = new InstallRunner(registry)
    await rejectionOf(runner.install(VERSION, { retryWaitsMs: [] }))
    expect([disk.begun > 0, disk.unfinished]).toEqual([true, 0])
  })

  it('ends if it takes too long as a whole, although the server always sends something, and is not made again', async () => {
    registry.faults.add({ route: 'tarball', fault: { kind: 'slow', bytesPerSecond: 20 } })
    using runner = new InstallRunner(registry)
    const { message, remedy } = await rejectionOf(runner.install(VERSION, { totalMs: 3_000, stallMs: 300_000 }))
    expect(message).toMatch(/\.tgz was not done in 3 s after 0\.0 of 3\.0 MB$/)
    expect(remedy).toContain('Check the network')
    expect([registry.paths.filter(name => name.endsWith('.tgz')).length, runner.leftovers]).toEqual([1, []])
  })

  it('ends at once if the runner cancels, and leaves nothing', async () => {
    registry.faults.add({ route: 'tarball', fault: { kind: 'hang', afterBytes: 1_000_000 } })
    using runner = new InstallRunner(registry)
    const cancel = new AbortController()
    const installed = runner.install(VERSION, { cancel: cancel.signal })
    void until(() => registry.paths.some(name => name.endsWith('.tgz'))).then(() => {
      cancel.abort()
    })
    await expect(installed).rejects.toMatchObject({ reason: 'cancelled' })
    expect(runner.leftovers).toEqual([])
  })

  it('ends at once if the runner cancels during the pause before a retry', async () => {
    registry.faults.add({ route: 'metadata', fault: { kind: 'drop' } })
    using runner = new InstallRunner(registry)
    const cancel = new AbortController()
    const installed = runner.install(VERSION, { cancel: cancel.signal, retryWaitsMs: [300_000] })
    void until(() => runner.notes.some(note => note.endsWith(': trying again'))).then(() => {
      cancel.abort()
    })
    await expect(installed).rejects.toMatchObject({ reason: 'cancelled' })
  })
})

/** While it is there, each write to an open file of this process takes a second. */
class SlowDisk {
  begun = 0
  unfinished = 0

  private constructor(
    private readonly prototype: { writeFile: unknown },
    private readonly writeFile: unknown
  ) {}

  static async begin(): Promise<SlowDisk> {
    const probe = await open('/dev/null')
    await probe.close()
    const prototype: unknown = Object.getPrototypeOf(probe)
    if (typeof prototype !== 'object' || prototype === null || !('writeFile' in prototype)) throw new Error('no files')
    const { writeFile } = prototype
    if (typeof writeFile !== 'function') throw new Error('no writeFile')
    const disk = new SlowDisk(prototype, writeFile)
    prototype.writeFile = async function (this: unknown, ...parameters: unknown[]): Promise<void> {
      disk.begun += 1
      disk.unfinished += 1
      await sleep(1_000)
      await Reflect.apply(writeFile, this, parameters)
      disk.unfinished -= 1
    }
    return disk
  }

  [Symbol.dispose](): void {
    this.prototype.writeFile = this.writeFile
  }
}

asRootThatMayMount().describe('a full disk', () => {
  afterEach(unmountAll)

  it('ends the installation, leaves nothing, and is not tried again elsewhere', async () => {
    using runner = new InstallRunner(registry)
    mountTmpfs(path.dirname(runner.write('tools/x', '')), runner.at('tools/x'), '1m')
    const { message, remedy } = await rejectionOf(runner.install(VERSION))
    const left = [runner.names(), runner.names('tools/claude-code')]
    unmountAll()
    expect(message).toMatch(/^cannot install claude in \S+: there is no space left on the disk \(ENOSPC\)$/)
    expect(remedy).toBe('Free some disk space. This run did not use the refresh token.')
    expect(left).toEqual([['tools'], []])
  })
})

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { expectUntouched } from '../../testing/expectations.js'
import { mountOverItself, unmountAll } from '../../testing/mounts.js'
import { asRootThatMayMark, asRootThatMayMount } from '../../testing/needs.js'
import { sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome, WORK_FOLDER, type ClrRun } from '../../testing/test-home.js'

const WAITING = sampleText({ refreshToken: 'sk-ant-ort01-test-waiting' })

const refresh = (home: TestHome, args: readonly string[] = []): Promise<ClrRun> => home.refresh('notes-its-user', args)

const refused = (message: unknown) => ({ exitCode: 1, report: { reason: 'creds-not-writable', message } })

async function expectStillValidForAnHour(home: TestHome): Promise<void> {
  const run = await refresh(home, ['--min-validity', '1h'])
  expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
}

/** A HOME in which a file or folder has an attribute of chattr(1). */
class MarkedHome extends TestHome {
  constructor(
    private readonly attribute: 'a' | 'i',
    private readonly name: string
  ) {
    super()
  }

  mark(sign: '+' | '-' = '+'): void {
    execFileSync('chattr', [`${sign}${this.attribute}`, this.at(this.name)])
  }

  override [Symbol.dispose](): void {
    this.mark('-')
    super[Symbol.dispose]()
  }
}

asRootThatMayMark().describe('a credentials file that cannot be replaced', () => {
  it.each([
    ['its folder is append-only', 'a', '.claude'],
    ['its folder is immutable', 'i', '.claude'],
    ['it is append-only', 'a', CREDENTIALS],
    ['it is immutable', 'i', CREDENTIALS]
  ] as const)('is refused before anything is created or sent if %s', async (_what, attribute, name) => {
    using home = new MarkedHome(attribute, name)
    home.mark()
    const run = await refresh(home)
    const folder = path.dirname(home.creds)
    expect(run).toMatchObject(
      refused(`cannot replace ${home.creds}: it, or its folder ${folder}, is append-only or immutable (EPERM)`)
    )
    expect(run.report).toMatchObject({ remedy: expect.stringContaining(`\`chattr -ia ${home.creds} ${folder}\``) })
    expectUntouched(home)
  })

  it('is refused by clr recover, which names the rescue file', async () => {
    using home = new MarkedHome('a', '.claude')
    const rescue = home.writeRescue(WAITING)
    home.mark()
    expect(await home.clr(['recover', '--json'])).toMatchObject(refused(expect.stringContaining(rescue)))
    expect(existsSync(rescue)).toBe(true)
  })

  it('is still valid if its token is valid for long enough', async () => {
    using home = new MarkedHome('a', '.claude')
    home.mark()
    await expectStillValidForAnHour(home)
  })
})

/** A HOME whose credentials file is mounted over itself, as with `docker run -v creds.json:/root/.claude/.credentials.json`. */
class MountedHome extends TestHome {
  constructor() {
    super()
    mountOverItself(this.creds)
  }

  override [Symbol.dispose](): void {
    unmountAll()
    super[Symbol.dispose]()
  }
}

asRootThatMayMount().describe('a credentials file that is mounted without its folder', () => {
  it('is refused before anything is sent, and the remedy shows how to mount the folder', async () => {
    using home = new MountedHome()
    const run = await refresh(home)
    const folder = path.dirname(home.creds)
    const lines = [`docker run and compose: HOST_FOLDER:${folder}`, `source=HOST_FOLDER,target=${folder},type=bind`]
    expect(run).toMatchObject(refused(expect.stringContaining('is mounted by itself')))
    for (const line of lines) expect(run.report).toMatchObject({ remedy: expect.stringContaining(line) })
    expectUntouched(home)
  })

  it('can still be read, and is still valid if its token is valid for long enough', async () => {
    using home = new MountedHome()
    await expectStillValidForAnHour(home)
  })

  it.each(['refresh', 'recover'])('is not written by clr %s, which names the rescue file', async command => {
    using home = new MountedHome()
    const rescue = home.writeRescue(WAITING)
    execFileSync('chmod', ['700', path.dirname(rescue)])
    const run = await home.clr([command, '--json'], { claude: 'notes-its-user' })
    expect(run).toMatchObject(refused(expect.stringContaining(rescue)))
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
    expect(existsSync(rescue)).toBe(true)
  })
})

describe('a disk without enough space for claude', () => {
  it.each([
    ['bytes', 'bavail: 10, bsize: 4096, files: 1000, ffree: 1000'],
    ['inodes', 'bavail: 1e6, bsize: 4096, files: 1000, ffree: 10']
  ])('is reported before claude is started: too few %s', async (_what, stats) => {
    using home = new TestHome()
    const script = `const fs = require('node:fs')\nfs.statfsSync = () => ({ type: 0xef53, ${stats} })`
    const run = await home.refresh('notes-its-user', [], {
      NODE_OPTIONS: `--require ${home.write('preload.cjs', script)}`
    })
    expect(run).toMatchObject(refused(expect.stringContaining('there is no space left on the disk (ENOSPC)')))
    expect(run.report).toMatchObject({ remedy: 'Free some disk space. This run did not use the refresh token.' })
    expectUntouched(home)
  })
})

describe('a file in the place of the work folder', () => {
  it('is reported before the token is sent', async () => {
    using home = new TestHome()
    home.write(WORK_FOLDER, 'in the way')
    expect(await refresh(home)).toMatchObject(refused(expect.any(String)))
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
    expect(home.names()).toEqual(['.claude'])
  })
})

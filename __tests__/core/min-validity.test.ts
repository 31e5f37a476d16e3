import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { WorkFolder } from '../../src/core/work-folder.js'
import { Deadline } from '../../src/core/deadline.js'
import { IsolatedHome } from '../../src/core/home/isolated-home.js'
import { whileLocked } from '../../src/core/locks/locks.js'
import { TestHome } from '../../testing/test-home.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, sampleCredentials, sampleText } from '../../testing/sample-login.js'
import { isExchangeUnderWay, until } from '../../testing/waiting.js'

const WORK_FOLDER = '.claude/.credentials.json.clr'
const HOUR = ['--min-validity', '1h']
const STILL_VALID = { exitCode: 0, report: { reason: 'still-valid', warnings: [] } }

/** What is left beside the file may be a newer pair: the answer is the same, with a warning. */
function expectWarned(run: { report: unknown; exitCode: number | null }, says: string): void {
  expect(run).toMatchObject({
    exitCode: 0,
    report: { reason: 'still-valid', warnings: [expect.stringMatching(new RegExp(`newer pair.*${says}`))] }
  })
}

describe('a login that is good for longer than asked, beside what an earlier run has left', () => {
  it('is still valid, with a warning, if the lock cannot be had', async () => {
    using home = new TestHome()
    const child = home.startClr(['refresh', '--json'], { claude: 'hangs-in-the-exchange' })
    await until(() => home.isolatedHomes.some(isExchangeUnderWay))
    expectWarned(await home.refresh('says-who-it-is', [...HOUR, '--timeout', '1']), 'held the lock')
    child.signal('SIGKILL')
  })

  it('is still valid, with a warning, if others may write in the folder', async () => {
    using home = new TestHome()
    mkdirSync(home.at(WORK_FOLDER, 'home-0123456789abcdef'), { recursive: true, mode: 0o700 })
    chmodSync(path.dirname(home.creds), 0o777)
    expectWarned(await home.refresh('says-who-it-is', HOUR), 'chmod')
    expect(existsSync(home.notesPath)).toBe(false)
  })

  it('is still valid, with a warning, if what was left cannot be read', async () => {
    using home = new TestHome()
    mkdirSync(home.at(WORK_FOLDER, 'home-0123456789abcdef'), { recursive: true, mode: 0o700 })
    symlinkSync('run.json', home.at(WORK_FOLDER, 'home-0123456789abcdef/run.json'))
    expectWarned(await home.refresh('says-who-it-is', HOUR), 'ELOOP')
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
  })
})

describe('a login that is good for longer than asked', () => {
  it('is still valid at once while another run holds the lock, and has nothing but the lock', async () => {
    using home = new TestHome()
    const patience = { deadline: Deadline.after(0), cancel: new AbortController().signal }
    const run = await whileLocked(findCredentialsFile(home.creds), patience, () => home.refresh('hangs', HOUR))
    expect(run).toMatchObject(STILL_VALID)
  })

  it('is still valid at once while a live session holds its locks', async () => {
    using home = new TestHome()
    for (const lock of ['.claude.lock', '.claude/.oauth_refresh.lock']) mkdirSync(home.at(lock))
    expect(await home.refresh('hangs', HOUR)).toMatchObject(STILL_VALID)
  })

  it('is still valid in a folder that is read-only, for a user who is not root', async () => {
    using home = new ReadOnlyHome()
    expect(await home.refresh('hangs')).toMatchObject({ report: { reason: 'creds-not-writable' } })
    expect(await home.refresh('hangs', HOUR)).toMatchObject(STILL_VALID)
  })

  it('is still valid there too, with a warning, beside a pair that an earlier run has left and that stays', async () => {
    using home = new ReadOnlyHome()
    const isolated = home.leaveDeadRun()
    const run = await home.refresh('hangs', HOUR)
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expect(objectFrom(run.report).warnings).toContainEqual(expect.stringMatching(/newer pair.*EACCES/))
    expect(readFileSync(isolated, 'utf8')).toContain(NEW_PAIR.refreshToken)
  })
})

/** A login in a folder of an ordinary user that is read-only, even for root: `clr` works there as that user. */
class ReadOnlyHome extends TestHome {
  constructor() {
    super()
    chmodSync(this.path, 0o755)
    this.#makeReadOnly()
  }

  /** Leaves what a run leaves that was killed before its write-back. @returns the file with the new pair */
  leaveDeadRun(): string {
    chmodSync(this.at('.claude'), 0o700)
    const folder = WorkFolder.open(findCredentialsFile(this.creds))
    const isolated = IsolatedHome.create(folder, sampleCredentials())
    const record = path.join(isolated.path, 'run.json')
    writeFileSync(record, JSON.stringify({ ...parseObject(readFileSync(record, 'utf8')), startTicks: '1' }))
    writeFileSync(isolated.credentialsPath, sampleText(NEW_PAIR))
    this.#makeReadOnly()
    return isolated.credentialsPath
  }

  #makeReadOnly(): void {
    const names = readdirSync(this.at('.claude'), { recursive: true, encoding: 'utf8' })
    const entries = ['', ...names].map(name => this.at('.claude', name))
    if (process.getuid?.() === 0) for (const entry of entries) chownSync(entry, 65_534, 65_534)
    chmodSync(this.at('.claude'), 0o500)
  }

  override [Symbol.dispose](): void {
    chmodSync(this.at('.claude'), 0o700)
    super[Symbol.dispose]()
  }
}

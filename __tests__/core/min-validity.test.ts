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
import { Deadline } from '../../src/core/deadline.js'
import { IsolatedHome } from '../../src/core/home/isolated-home.js'
import { whileLocked } from '../../src/core/locks/locks.js'
import { WorkFolder } from '../../src/core/work-folder.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, sampleCredentials, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const HOUR = ['--min-validity', '1h']
const STILL_VALID = { exitCode: 0, report: { reason: 'still-valid', warnings: [] } }
const OLD_HOME = `${WORK_FOLDER}/home-0123456789abcdef`

/** A report that warns that there may be newer tokens beside the file, and why that could not be recovered. */
const stillValidButWarns = (why: string) => ({
  exitCode: 0,
  report: { reason: 'still-valid', warnings: [expect.stringMatching(new RegExp(`newer tokens.*${why}`))] }
})

describe('a login that is valid for long enough', () => {
  it('is still valid, with a warning, if a run that may have a newer pair holds the lock', async () => {
    using home = new TestHome()
    const child = home.startClr(['refresh', '--json'], { claude: 'hangs-in-the-exchange' })
    await home.exchangeUnderWay()
    const run = await home.refresh('notes-its-user', [...HOUR, '--timeout', '1'])
    expect(run).toMatchObject(stillValidButWarns('held the lock'))
    child.signal('SIGKILL')
  })

  it('is still valid, with a warning, beside an old HOME in a folder that others may write to', async () => {
    using home = new TestHome()
    mkdirSync(home.at(OLD_HOME), { recursive: true, mode: 0o700 })
    chmodSync(path.dirname(home.creds), 0o777)
    expect(await home.refresh('notes-its-user', HOUR)).toMatchObject(stillValidButWarns('chmod'))
    expect(existsSync(home.notesPath)).toBe(false)
  })

  it('is still valid, with a warning, beside an old HOME that cannot be read', async () => {
    using home = new TestHome()
    mkdirSync(home.at(OLD_HOME), { recursive: true, mode: 0o700 })
    symlinkSync('run.json', home.at(OLD_HOME, 'run.json'))
    expect(await home.refresh('notes-its-user', HOUR)).toMatchObject(stillValidButWarns('ELOOP'))
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
  })

  it('is still valid at once while another run holds the lock, but has not started claude', async () => {
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

  it('is still valid in a read-only folder, where it could not be refreshed', async () => {
    using home = new ReadOnlyHome()
    expect(await home.refresh('hangs')).toMatchObject({ report: { reason: 'creds-not-writable' } })
    expect(await home.refresh('hangs', HOUR)).toMatchObject(STILL_VALID)
  })

  it('is still valid in a read-only folder, with a warning, beside a new pair that cannot be put back', async () => {
    using home = new ReadOnlyHome()
    const isolated = home.leaveKilledRun()
    const run = await home.refresh('hangs', HOUR)
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expect(objectFrom(run.report).warnings).toContainEqual(expect.stringMatching(/newer tokens.*EACCES/))
    expect(readFileSync(isolated, 'utf8')).toContain(NEW_PAIR.refreshToken)
  })
})

/** A login in a read-only folder of an ordinary user: also if root runs `clr`, which then works as that user. */
class ReadOnlyHome extends TestHome {
  constructor() {
    super()
    chmodSync(this.path, 0o755)
    this.#makeReadOnly()
  }

  /** Leaves what a run leaves that is killed before its write-back. @returns the file with the new pair */
  leaveKilledRun(): string {
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

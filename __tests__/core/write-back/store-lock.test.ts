import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import nodeFs, {
  chmodSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { Replacement, type ReplacementFs } from '../../../src/core/write-back/replacement.js'
import { writeBack } from '../../../src/core/write-back/write-back.js'
import { TestHome, faultAt } from '../../../testing/test-home.js'
import { parseObject } from '../../../testing/json-object.js'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../../testing/sample-login.js'
import { isPending, until } from '../../../testing/waiting.js'

const SESSION = path.join(import.meta.dirname, '../../../testing/adds-an-entry.js')

const FIELDS = { ...NEW_PAIR, expiresAt: 1_900_000_000_000 }
const NEW_LOGIN = { ...NEW_PAIR, fields: FIELDS, from: fingerprint(OLD_PAIR) }

let home: TestHome
let renewal: NodeJS.Timeout | undefined
beforeEach(() => {
  home = new TestHome()
})
afterEach(() => {
  clearInterval(renewal)
  home[Symbol.dispose]()
})

const lock = () => home.at('.claude/.storage-write.lock')

/** Writes the new pair into the file at `given`, and waits at most `storePatienceMs` for a session. */
function writeNewPair(storePatienceMs = 15_000, given = home.creds, fs: ReplacementFs = nodeFs) {
  const file = findCredentialsFile(given)
  const replacement = Replacement.reserve(file, home.at('replacement'), { fs })
  const keepSafe = () => '/safe/place'
  return writeBack({ file, folder: WorkFolder.open(file), replacement, keepSafe, storePatienceMs }, NEW_LOGIN, {})
}

/** Acts as a session that holds and renews the lock until `releaseLock`, or the end of the test. */
function hold(): void {
  mkdirSync(lock())
  renewal = setInterval(() => {
    utimesSync(lock(), new Date(), new Date())
  }, 20)
}

function releaseLock(): void {
  clearInterval(renewal)
  rmdirSync(lock())
}

describe('writing back to a file that a session may be writing', () => {
  it('waits for a session that is adding an entry: neither the new pair nor the entry is lost', async () => {
    const session = spawn(process.execPath, [SESSION, home.creds, home.at('go')], {
      env: { HOME: home.path }, // by which the test finds it afterwards, to end it
      stdio: ['ignore', 'pipe', 'inherit']
    })
    const ended = once(session, 'exit')
    await once(session.stdout, 'data') // the session has read the old pair
    const writing = writeNewPair()
    expect(await isPending(writing, 300)).toBe(true)
    writeFileSync(home.at('go'), '')
    await Promise.all([writing, ended])
    expect(home.document).toMatchObject({
      claudeAiOauth: NEW_PAIR,
      mcpOAuth: { added: { accessToken: 'test-added' } }
    })
    expect(existsSync(lock())).toBe(false)
  })

  it('holds the lock during the rename, and removes it afterwards', async () => {
    let wasHeld = false
    const watching = new Proxy(nodeFs, {
      get(target, name): unknown {
        if (name === 'renameSync') wasHeld = existsSync(lock())
        return Reflect.get(target, name)
      }
    })
    await writeNewPair(15_000, home.creds, watching)
    expect([wasHeld, existsSync(lock())]).toEqual([true, false])
  })

  it('writes anyway if a session never releases the lock, and leaves that lock in place', async () => {
    hold()
    await writeNewPair(1500)
    expect([home.login, existsSync(lock())]).toMatchObject([NEW_PAIR, true])
  })

  it('removes the lock of a killed session, even if it is dated in the future', async () => {
    mkdirSync(lock())
    utimesSync(lock(), new Date(), new Date(Date.now() + 3_600_000))
    await writeNewPair(500)
    expect([home.login, existsSync(lock())]).toMatchObject([NEW_PAIR, false])
  })

  it('writes anyway if the lock cannot be created', async () => {
    writeFileSync(lock(), '')
    await writeNewPair(100)
    expect(home.login).toMatchObject(NEW_PAIR)
  })

  it('also holds the lock in the folder of a link, which a session would use', async () => {
    const given = home.write('linked/.claude/x', '').replace(/x$/, '.credentials.json')
    symlinkSync(home.creds, given)
    mkdirSync(home.at('linked/.claude/.storage-write.lock'))
    const writing = writeNewPair(15_000, given)
    expect(await isPending(writing, 200)).toBe(true)
    rmdirSync(home.at('linked/.claude/.storage-write.lock'))
    await writing
    expect(home.login).toMatchObject(NEW_PAIR)
  })

  it('also writes a file by which a session has just replaced the link', async () => {
    const given = home.write('linked/.claude/new', sampleText()).replace(/new$/, '.credentials.json')
    symlinkSync(home.creds, given)
    mkdirSync(home.at('linked/.claude/.storage-write.lock'))
    const writing = writeNewPair(15_000, given)
    expect(await isPending(writing, 100)).toBe(true)
    renameSync(home.at('linked/.claude/new'), given)
    rmdirSync(home.at('linked/.claude/.storage-write.lock'))
    await writing
    expect([home.login, parseObject(home.text('linked/.claude/.credentials.json')).claudeAiOauth]).toMatchObject([
      NEW_PAIR,
      NEW_PAIR
    ])
    expect(home.names('linked/.claude')).toEqual(['.credentials.json'])
  })

  it.each([
    ['is empty', '', 0o700],
    ['holds another login', sampleText({ refreshToken: 'sk-ant-ort01-test-other' }), 0o700],
    ['is in a folder where others may write', sampleText(), 0o777]
  ])('does not write a file that has just replaced the link if it %s', async (_what, text, mode) => {
    const given = home.write('linked/.claude/new', text).replace(/new$/, '.credentials.json')
    chmodSync(home.at('linked/.claude'), mode)
    symlinkSync(home.creds, given)
    mkdirSync(home.at('linked/.claude/.storage-write.lock'))
    const writing = writeNewPair(15_000, given)
    expect(await isPending(writing, 100)).toBe(true)
    renameSync(home.at('linked/.claude/new'), given)
    rmdirSync(home.at('linked/.claude/.storage-write.lock'))
    await writing
    expect([home.login, home.text('linked/.claude/.credentials.json')]).toEqual([
      expect.objectContaining(NEW_PAIR),
      text
    ])
  })
})

describe('a run with a new pair', () => {
  it('writes it back even if its deadline passes and it is cancelled while a session writes the file', async () => {
    hold()
    const run = home.startClr(['refresh', '--creds', home.creds, '--timeout', '6'], { claude: 'refreshes' })
    await until(() => existsSync(`${home.creds}.clr/lock`))
    expect(await isPending(run.ended, 7500)).toBe(true)
    run.signal('SIGTERM')
    expect(await isPending(run.ended, 500)).toBe(true)
    expect(home.login).toMatchObject(OLD_PAIR)
    releaseLock()
    expect(await run.ended).toMatchObject({ exitCode: 0 })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('leaves its lock behind if it is killed, and the next run removes that lock at once', async () => {
    const killed = await home.clr(['refresh'], {
      claude: 'refreshes',
      env: faultAt('renameSync', '/.credentials.json', 'SIGKILL')
    })
    expect([killed.exitCode, existsSync(lock()), home.login]).toMatchObject([null, true, OLD_PAIR])
    const next = await home.clr(['recover', '--json'])
    expect(next.report).toMatchObject({ reason: 'recovered' })
    expect(next.wallMs).toBeLessThan(10_000)
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})

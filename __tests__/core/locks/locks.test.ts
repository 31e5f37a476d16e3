import { describe, expect, it } from '@jest/globals'
import nodeFs, { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { findCredentialsFile, type CredentialsPath } from '../../../src/core/credentials/credentials-path.js'
import { Deadline } from '../../../src/core/deadline.js'
import { whileLocked } from '../../../src/core/locks/locks.js'
import { RefreshError } from '../../../src/core/reasons.js'
import { ownIdentity } from '../../../src/core/system/process-identity.js'
import { TestHome, faultAt } from '../../../testing/test-home.js'
import { Monotonic } from '../../../testing/monotonic.js'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { isPending } from '../../../testing/waiting.js'

const NEVER = new AbortController().signal

function cliFileIn(temp: TempFolder): CredentialsPath {
  return findCredentialsFile(temp.write('.claude/.credentials.json', sampleText()))
}

/** In seconds: less than the 20 s after which a lock is taken over without proof. */
const AT_ONCE_S = 15

const patience = (seconds = AT_ONCE_S, cancel = NEVER) => ({ deadline: Deadline.after(seconds), cancel })

async function reasonOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof RefreshError ? `${error.reason}: ${error.message}` : 'another error')
  )
}

describe('the locks of a file', () => {
  it('include the two of the CLI, as empty folders, for a file of the CLI', async () => {
    using temp = new TempFolder()
    await whileLocked(cliFileIn(temp), patience(), () => {
      for (const lock of ['.claude/.oauth_refresh.lock', '.claude.lock']) expect(readdirSync(temp.at(lock))).toEqual([])
      return Promise.resolve()
    })
    expect([temp.names(), temp.names('.claude')]).toEqual([['.claude'], ['.credentials.json']])
  })

  it('do not include any of the CLI for a file with another name', async () => {
    using temp = new TempFolder()
    const file = findCredentialsFile(temp.write('mine/creds.json', sampleText()))
    await whileLocked(file, patience(), () => {
      expect([temp.names(), temp.names('mine')]).toEqual([['mine'], ['creds.json', 'creds.json.clr']])
      return Promise.resolve()
    })
  })

  it('are released when the work fails', async () => {
    using temp = new TempFolder()
    const work = whileLocked(cliFileIn(temp), patience(), () => Promise.reject(new RefreshError('network', 'no')))
    expect(await reasonOf(work)).toBe('network: no')
    expect([temp.names(), temp.names('.claude')]).toEqual([['.claude'], ['.credentials.json']])
  })

  it('let only one run work at a time', async () => {
    using temp = new TempFolder()
    const file = cliFileIn(temp)
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await sleep(5)
      inside -= 1
    }
    await Promise.all(Array.from({ length: 6 }, () => whileLocked(file, patience(), work)))
    expect(most).toBe(1)
  })

  it('are waited for until the deadline, and then the error says that a session holds them', async () => {
    using temp = new TempFolder()
    const file = cliFileIn(temp)
    mkdirSync(temp.at('.claude.lock'))
    const work = whileLocked(file, patience(0.2), () => Promise.resolve())
    expect(await reasonOf(work)).toMatch(/^locked: .*session of `claude`/)
    expect(temp.names('.claude')).toEqual(['.credentials.json'])
  })

  it('are waited for until the deadline, and then the error names the run that holds them', async () => {
    using temp = new TempFolder()
    const file = cliFileIn(temp)
    await whileLocked(file, patience(), async () => {
      const other = whileLocked(file, patience(0.2), () => Promise.resolve())
      expect(await reasonOf(other)).toMatch(new RegExp(`^locked: .*pid ${process.pid}`))
    })
  })

  it.each([
    ['boot', { bootId: 'another' }],
    ['pid namespace', { pidNamespace: 'pid:[1]' }]
  ])(
    'are waited for until the deadline, and the error does not name the pid of a run in another %s',
    async (_what, change) => {
      using temp = new TempFolder()
      const file = cliFileIn(temp)
      const record = { nonce: 'aaaaaaaaaaaaaaaa', ...ownIdentity(), pid: 1, ...change }
      temp.write('.claude/.credentials.json.clr/lock/owner.json', JSON.stringify(record))
      expect(await reasonOf(whileLocked(file, patience(0.2), () => Promise.resolve()))).toBe(
        'locked: the time limit passed while another run of clr-refresh in another container or on another machine held the lock; this run did not use the refresh token'
      )
    }
  )

  it('are no longer waited for once the caller cancels', async () => {
    using temp = new TempFolder()
    const file = cliFileIn(temp)
    mkdirSync(temp.at('.claude.lock'))
    const cancel = new AbortController()
    const work = whileLocked(file, patience(AT_ONCE_S, cancel.signal), () => Promise.resolve())
    cancel.abort()
    expect(await reasonOf(work)).toMatch(/^cancelled: /)
  })

  it('are taken at once if a killed run left those of the CLI', async () => {
    using temp = new TempFolder()
    const file = cliFileIn(temp)
    leaveLockOfKilledRun(temp)
    expect(await reasonOf(whileLocked(file, patience(AT_ONCE_S), () => Promise.resolve()))).toBe('none')
    expect([temp.names(), temp.names('.claude')]).toEqual([['.claude'], ['.credentials.json']])
  })

  it('are not taken from a session that made its lock after that of a killed run', async () => {
    using temp = new TempFolder()
    const file = cliFileIn(temp)
    leaveLockOfKilledRun(temp, { ino: '1' })
    expect(await reasonOf(whileLocked(file, patience(0.2), () => Promise.resolve()))).toMatch(/^locked: /)
  })

  it('are taken after 20 s if a run was killed after making one of the CLI, before recording it', async () => {
    using home = new TestHome()
    const killed = await home.clr(['refresh'], {
      claude: 'refreshes',
      env: faultAt('appendFileSync', 'cli-locks.jsonl', 'SIGKILL')
    })
    expect([killed.exitCode, home.names('.claude')]).toEqual([
      null,
      ['.credentials.json', '.credentials.json.clr', '.oauth_refresh.lock']
    ])
    using clock = new Monotonic(100)
    const startMs = clock.now()
    await whileLocked(findCredentialsFile(home.creds), patience(0), () => Promise.resolve())
    expect(clock.now() - startMs).toBeGreaterThan(20_000)
    expect(home.leftovers).toEqual([])
  })

  it('are released, and the run fails, if they cannot be recorded', async () => {
    using home = new TestHome()
    const run = await home.refresh('refreshes', [], faultAt('appendFileSync', 'cli-locks.jsonl', 'ENOSPC'))
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-not-writable' } })
    expect([home.login, home.leftovers]).toMatchObject([OLD_PAIR, []])
  })

  it('are not taken at once on a file system without birth times, where the recorded inode proves nothing', async () => {
    using temp = new TempFolder()
    const file = cliFileIn(temp)
    leaveLockOfKilledRun(temp, { bornNs: '0' })
    const births = new NoBirths()
    const reason = await reasonOf(whileLocked(file, patience(0.2), () => Promise.resolve()))
    births[Symbol.dispose]()
    expect(reason).toMatch(/^locked: /)
  })

  it('are those of the new file if a session has replaced a link by a file during the wait', async () => {
    using temp = new TempFolder()
    temp.write('store/.credentials.json', sampleText())
    const given = temp.write('.claude/x', '').replace(/x$/, '.credentials.json')
    symlinkSync(temp.at('store/.credentials.json'), given)
    mkdirSync(temp.at('.claude.lock')) // a session is refreshing
    const work = whileLocked(findCredentialsFile(given), patience(), ({ file, folder }) =>
      Promise.resolve([file.real, folder.path])
    )
    expect(await isPending(work, 200)).toBe(true)
    temp.write('.claude/new', sampleText(NEW_PAIR))
    renameSync(temp.at('.claude/new'), given)
    rmdirSync(temp.at('.claude.lock'))
    expect(await work).toEqual([given, `${given}.clr`])
    expect([temp.names('store'), temp.names('.claude')]).toEqual([['.credentials.json'], ['.credentials.json', 'x']])
  })

  it('cannot be taken if something is at the path of one of the CLI, and the error names it', async () => {
    using temp = new TempFolder()
    const file = cliFileIn(temp)
    writeFileSync(temp.at('.claude.lock'), '')
    const work = whileLocked(file, patience(), () => Promise.resolve())
    expect(await reasonOf(work)).toMatch(/^creds-not-writable: .*\.claude\.lock is in the way/)
  })
})

/** Simulates a file system without birth times, until it is disposed of. */
class NoBirths implements Disposable {
  readonly #original: unknown = Reflect.get(nodeFs, 'lstatSync')

  constructor() {
    const original = this.#original
    Reflect.set(nodeFs, 'lstatSync', (...args: readonly unknown[]): unknown => {
      const stats: unknown = typeof original === 'function' ? Reflect.apply(original, nodeFs, args) : null
      return typeof stats === 'object' && stats !== null ? Object.assign(stats, { birthtimeNs: 0n }) : stats
    })
  }

  [Symbol.dispose](): void {
    Reflect.set(nodeFs, 'lstatSync', this.#original)
  }
}

/** Makes one of the CLI's locks and the record of it, as a killed run leaves them. */
function leaveLockOfKilledRun(temp: TempFolder, change: object = {}): void {
  const lock = temp.at('.claude.lock')
  mkdirSync(lock, { recursive: true })
  const { ino, birthtimeNs } = lstatSync(lock, { bigint: true })
  const made = { path: lock, ino: String(ino), bornNs: String(birthtimeNs), ...change }
  temp.write('.claude/.credentials.json.clr/cli-locks.jsonl', `${JSON.stringify(made)}\n`)
}

import { mkdirSync, renameSync, rmdirSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import lockfile from 'proper-lockfile'
import { findCredentialsFile, type CredentialsPath } from '../../../src/refresh/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/refresh/credentials/work-folder.js'
import { CliLocks, cliLockPaths } from '../../../src/refresh/locks/cli-locks.js'
import { sampleText } from '../../fixtures/sample-login.js'
import { TempFolder } from '../../fixtures/temp-folder.js'

// A live session of the CLI takes its locks by this package, with these numbers (shared facts).
const AS_THE_CLI = { realpath: false, stale: 60_000, update: 5_000 }

let temp: TempFolder
let file: CredentialsPath
let locks: CliLocks
beforeEach(() => {
  temp = new TempFolder()
  file = findCredentialsFile(temp.write('.claude/.credentials.json', sampleText()))
  locks = new CliLocks(WorkFolder.open(file))
})
afterEach(() => {
  locks.release()
  temp[Symbol.dispose]()
})

const targets = () => [temp.at('.claude/.oauth_refresh'), temp.at('.claude')]
const takeAll = () => cliLockPaths(file).map(lockPath => locks.tryTake(lockPath))

describe('the locks of the CLI', () => {
  it('keep a session off while they are held, and let it in afterwards', async () => {
    expect(takeAll()).toEqual([true, true])
    for (const target of targets()) {
      await expect(lockfile.lock(target, AS_THE_CLI)).rejects.toMatchObject({ code: 'ELOCKED' })
    }
    locks.release()
    for (const target of targets()) await (await lockfile.lock(target, AS_THE_CLI))()
  })

  it('cannot be taken while a session holds one, and can once it lets go', async () => {
    const release = await lockfile.lock(temp.at('.claude'), AS_THE_CLI)
    expect(takeAll()).toEqual([true, false])
    await release()
    expect(locks.tryTake(temp.at('.claude.lock'))).toBe(true)
  })

  it('are renewed every 2 s', async () => {
    takeAll()
    const renewedMs = () => statSync(temp.at('.claude.lock')).mtimeMs
    const firstMs = renewedMs()
    await sleep(2_500)
    expect(renewedMs() - firstMs).toBeGreaterThan(1_500)
    expect(locks.isLost()).toBe(false)
  })

  it('are neither lost nor a crash where nobody can see them', () => {
    takeAll()
    renameSync(temp.at('.claude'), temp.at('moved'))
    symlinkSync(temp.at('.claude'), temp.at('.claude')) // ELOOP
    expect(locks.isLost()).toBe(false)
    expect(() => {
      locks.release()
    }).not.toThrow()
  })

  it('are lost where another took one over, and that one stays where it is', () => {
    takeAll()
    rmdirSync(temp.at('.claude.lock'))
    mkdirSync(temp.at('.claude.lock'))
    const later = new Date(Date.now() + 61_000)
    utimesSync(temp.at('.claude.lock'), later, later)
    expect(locks.isLost()).toBe(true)
    locks.release()
    expect(temp.names()).toEqual(['.claude', '.claude.lock'])
  })

  it('are lost where one is gone', () => {
    takeAll()
    rmdirSync(temp.at('.claude.lock'))
    expect(locks.isLost()).toBe(true)
  })

  it.each([-61, 61])('are nobody’s where they are %d s off and nobody renews them for 12 s', seconds => {
    using clock = new Monotonic()
    leaveLock(seconds)
    expect(tryTwice()).toEqual([false, false])
    clock.advance(11_000)
    expect(tryTwice()).toEqual([false, false])
    clock.advance(2_000)
    expect(tryTwice()).toEqual([false, true])
  })

  it('are a session’s where it renews them, however old a clock that has jumped makes them look', () => {
    using clock = new Monotonic()
    for (const seconds of [-7200, -7195, -7190, -7185]) {
      leaveLock(seconds)
      expect(tryTwice()).toEqual([false, false])
      clock.advance(5_000)
    }
  })

  it('are never dated back, so that no session takes them for stale', () => {
    takeAll()
    const before = statSync(temp.at('.claude.lock')).mtimeMs
    const now = jest.spyOn(Date, 'now').mockImplementation(() => before - 7_200_000)
    expect(locks.isLost()).toBe(false)
    now.mockRestore()
    expect(statSync(temp.at('.claude.lock')).mtimeMs).toBeGreaterThanOrEqual(before - 1)
  })

  it('are renewed at once where the clock jumps', async () => {
    takeAll()
    const before = statSync(temp.at('.claude.lock')).mtimeMs
    const { now: realNow } = Date
    const now = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + 7_200_000)
    await sleep(200)
    now.mockRestore()
    expect(statSync(temp.at('.claude.lock')).mtimeMs - before).toBeGreaterThan(7_000_000)
  })
})

const tryTwice = () => [locks.tryTake(temp.at('.claude.lock')), locks.tryTake(temp.at('.claude.lock'))]

/** A lock of somebody else's, renewed so many seconds from now. */
function leaveLock(seconds: number): void {
  mkdirSync(temp.at('.claude.lock'), { recursive: true })
  const then = new Date(Date.now() + seconds * 1000)
  utimesSync(temp.at('.claude.lock'), then, then)
}

/** The monotonic clock, which a test can put forward. Itself again at the end of the block (`using`). */
class Monotonic implements Disposable {
  #aheadMs = 0
  readonly #spy

  constructor() {
    const now = performance.now.bind(performance)
    this.#spy = jest.spyOn(performance, 'now').mockImplementation(() => now() + this.#aheadMs)
  }

  advance(ms: number): void {
    this.#aheadMs += ms
  }

  [Symbol.dispose](): void {
    this.#spy.mockRestore()
  }
}

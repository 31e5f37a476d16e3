import nodeFs, { mkdirSync, renameSync, rmdirSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import lockfile from 'proper-lockfile'
import { findCredentialsFile, type CredentialsPath } from '../../../src/core/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { cliLocksFor } from '../../../src/core/locks/cli-lock-paths.js'
import { CliLocks } from '../../../src/core/locks/cli-locks.js'
import { LockWatch } from '../../../src/core/locks/lock-watch.js'
import { Monotonic } from '../../../testing/monotonic.js'
import { sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

// A live session of the CLI takes its locks with this package and these numbers (docs/claude-cli.md#its-own-locks).
const AS_THE_CLI = { realpath: false, stale: 60_000, update: 5_000 }

let temp: TempFolder
let file: CredentialsPath
let locks: CliLocks
beforeEach(() => {
  temp = new TempFolder()
  file = findCredentialsFile(temp.write('.claude/.credentials.json', sampleText()))
  locks = new CliLocks(WorkFolder.open(file), new LockWatch())
})
afterEach(() => {
  locks.release()
  temp[Symbol.dispose]()
})

const targets = () => [temp.at('.claude/.oauth_refresh'), temp.at('.claude')]
const takeAll = () => cliLocksFor(file).map(lock => locks.tryTake(lock))

describe('the locks of the CLI', () => {
  it('cannot be taken by a session until we release them', async () => {
    expect(takeAll()).toEqual([true, true])
    for (const target of targets()) {
      await expect(lockfile.lock(target, AS_THE_CLI)).rejects.toMatchObject({ code: 'ELOCKED' })
    }
    locks.release()
    for (const target of targets()) await (await lockfile.lock(target, AS_THE_CLI))()
  })

  it('cannot be taken by us until a session releases the one it holds', async () => {
    const release = await lockfile.lock(temp.at('.claude'), AS_THE_CLI)
    expect(takeAll()).toEqual([true, false])
    await release()
    expect(tryLegacy()).toBe(true)
  })

  it('are renewed every 2 s', async () => {
    takeAll()
    const renewedMs = () => statSync(temp.at('.claude.lock')).mtimeMs
    const firstMs = renewedMs()
    await sleep(2_500)
    expect(renewedMs() - firstMs).toBeGreaterThan(1_500)
    expect(locks.isLost()).toBe(false)
  })

  it('count as taken, with a warning, if a dead session left one in a read-only folder', () => {
    using clock = new Monotonic()
    leaveLock(0)
    clock.pass(19, tryLegacy)
    const rmdir = jest.spyOn(nodeFs, 'rmdirSync').mockImplementation(() => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' })
    })
    clock.advance(3000)
    expect([tryLegacy(), locks.warnings]).toEqual([true, [expect.stringContaining('2.1.112 and older can refresh')]])
    rmdir.mockRestore()
  })

  it('are waited for if a session holds one in a read-only folder', () => {
    leaveLock(0)
    const mkdir = jest.spyOn(nodeFs, 'mkdirSync').mockImplementation(() => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' })
    })
    expect([tryLegacy(), locks.warnings]).toEqual([false, []])
    mkdir.mockRestore()
  })

  it('do not count as lost, and cause no error, if they cannot be read', () => {
    takeAll()
    renameSync(temp.at('.claude'), temp.at('moved'))
    symlinkSync(temp.at('.claude'), temp.at('.claude')) // ELOOP
    expect(locks.isLost()).toBe(false)
    expect(() => {
      locks.release()
    }).not.toThrow()
  })

  it('are lost if a session takes one over, and the lock of that session is not removed', () => {
    takeAll()
    rmdirSync(temp.at('.claude.lock'))
    mkdirSync(temp.at('.claude.lock'))
    const later = new Date(Date.now() + 61_000)
    utimesSync(temp.at('.claude.lock'), later, later)
    expect(locks.isLost()).toBe(true)
    locks.release()
    expect(temp.names()).toEqual(['.claude', '.claude.lock'])
  })

  it('are lost if one is gone', () => {
    takeAll()
    rmdirSync(temp.at('.claude.lock'))
    expect(locks.isLost()).toBe(true)
  })

  it.each([-61, 0, 3600])(
    'are taken over after 20 s without a renewal, even if they are dated %d s from now',
    seconds => {
      using clock = new Monotonic()
      leaveLock(seconds)
      clock.pass(19, () => {
        expect(tryLegacy()).toBe(false)
      })
      clock.advance(3000)
      expect([tryLegacy(), tryLegacy()]).toEqual([false, true])
    }
  )

  it('are not taken over while a session renews them, even if they look old after a jump of the clock', () => {
    using clock = new Monotonic()
    for (let renewals = 0; renewals < 8; renewals += 1) {
      leaveLock(-7200 + renewals * 5)
      clock.pass(5, () => {
        expect(tryLegacy()).toBe(false)
      })
    }
  })

  it('include those of each folder through which a session may use the file: of the link, and of the file itself', () => {
    symlinkSync(
      temp.at('.claude/.credentials.json'),
      temp.write('linked/.claude/x', '').replace(/x$/, '.credentials.json')
    )
    const linked = findCredentialsFile(temp.at('linked/.claude/.credentials.json'))
    expect(cliLocksFor(linked).map(lock => lock.path)).toEqual([
      temp.at('linked/.claude/.oauth_refresh.lock'),
      temp.at('linked/.claude.lock'),
      temp.at('.claude/.oauth_refresh.lock'),
      temp.at('.claude.lock')
    ])
  })

  it('are never dated back, which would make them look stale to a session', () => {
    takeAll()
    const before = statSync(temp.at('.claude.lock')).mtimeMs
    const now = jest.spyOn(Date, 'now').mockImplementation(() => before - 7_200_000)
    expect(locks.isLost()).toBe(false)
    now.mockRestore()
    expect(statSync(temp.at('.claude.lock')).mtimeMs).toBeGreaterThanOrEqual(before - 1)
  })

  it('are renewed at once if the clock jumps', async () => {
    takeAll()
    const before = statSync(temp.at('.claude.lock')).mtimeMs
    const { now: realNow } = Date
    const now = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + 7_200_000)
    await sleep(200)
    now.mockRestore()
    expect(statSync(temp.at('.claude.lock')).mtimeMs - before).toBeGreaterThan(7_000_000)
  })
})

function tryLegacy(): boolean {
  return locks.tryTake({ path: temp.at('.claude.lock'), configFolder: temp.at('.claude'), isLegacy: true })
}

/** Makes a lock of a session, dated so many seconds from now. */
function leaveLock(seconds: number): void {
  mkdirSync(temp.at('.claude.lock'), { recursive: true })
  const then = new Date(Date.now() + seconds * 1000)
  utimesSync(temp.at('.claude.lock'), then, then)
}

import { describe, expect, it } from '@jest/globals'
import { mkdirSync, rmdirSync, utimesSync } from 'node:fs'
import { LockWatch } from '../../../src/core/locks/lock-watch.js'
import { isOnNetwork } from '../../../src/core/system/file-system.js'
import { Monotonic } from '../../../testing/monotonic.js'
import { TempFolder } from '../../../testing/temp-folder.js'

/** Makes a lock of another process, dated so many seconds from now by the wall clock. */
function leaveLock(temp: TempFolder, seconds = 0): string {
  const lock = temp.at('a.lock')
  mkdirSync(lock, { recursive: true })
  const then = new Date(Date.now() + seconds * 1000)
  utimesSync(lock, then, then)
  return lock
}

describe('a lock that is not renewed while we watch', () => {
  it.each([-86_400, -61, 0, 61, 86_400])('is abandoned after 20 s, even if it is dated %d s from now', seconds => {
    using temp = new TempFolder()
    using clock = new Monotonic()
    const lock = leaveLock(temp, seconds)
    const watch = new LockWatch()
    expect(watch.isAbandoned(lock)).toBe(false)
    clock.pass(19, () => {
      expect(watch.isAbandoned(lock)).toBe(false)
    })
    clock.advance(2000)
    expect(watch.isAbandoned(lock)).toBe(true)
  })

  it('is not abandoned while it is renewed every 5 s, however old its date is', () => {
    using temp = new TempFolder()
    using clock = new Monotonic()
    const watch = new LockWatch()
    for (let renewals = 0; renewals < 10; renewals += 1) {
      const lock = leaveLock(temp, -7200 + renewals * 5)
      clock.pass(5, () => {
        expect(watch.isAbandoned(lock)).toBe(false)
      })
    }
  })

  it('is watched from the start again after the machine slept, because its holder slept, too', () => {
    using temp = new TempFolder()
    using clock = new Monotonic()
    const lock = leaveLock(temp)
    const watch = new LockWatch()
    clock.pass(15, () => watch.isAbandoned(lock))
    clock.advance(3_600_000)
    expect(watch.isAbandoned(lock)).toBe(false)
    clock.pass(15, () => {
      expect(watch.isAbandoned(lock)).toBe(false)
    })
  })

  it('is watched from the start again after it was gone', () => {
    using temp = new TempFolder()
    using clock = new Monotonic()
    const lock = leaveLock(temp)
    const watch = new LockWatch()
    clock.pass(15, () => watch.isAbandoned(lock))
    rmdirSync(lock)
    expect(watch.isAbandoned(lock)).toBe(false)
    leaveLock(temp)
    clock.pass(15, () => {
      expect(watch.isAbandoned(lock)).toBe(false)
    })
  })

  it('is watched from the start again after it was gone, even if a coarse clock gives the next lock the same date', () => {
    using temp = new TempFolder()
    using clock = new Monotonic()
    const date = new Date(1_900_000_000_000)
    const lock = leaveLock(temp)
    utimesSync(lock, date, date)
    const watch = new LockWatch()
    clock.pass(15, () => watch.isAbandoned(lock))
    rmdirSync(lock)
    expect(watch.isAbandoned(lock)).toBe(false)
    utimesSync(leaveLock(temp), date, date)
    clock.pass(15, () => {
      expect(watch.isAbandoned(lock)).toBe(false)
    })
  })
})

describe('a file system', () => {
  it('counts as a network file system if its type cannot be read, but not if it is a local disk', () => {
    using temp = new TempFolder()
    expect([isOnNetwork(temp.path), isOnNetwork(temp.at('missing'))]).toEqual([false, process.platform === 'linux'])
  })
})

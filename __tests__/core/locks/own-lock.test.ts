import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { FileLock, sweepLocks } from '../../../src/core/locks/own-lock.js'
import { LockWatch } from '../../../src/core/locks/lock-watch.js'
import { ownIdentity } from '../../../src/core/system/process-identity.js'
import { Monotonic } from '../../../testing/monotonic.js'
import { asOrdinaryUser } from '../../../testing/needs.js'
import { refusalOf } from '../../../testing/refusal.js'
import { sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

/** Makes a credentials file in a folder, and its work folder. */
function workFolderIn(temp: TempFolder): WorkFolder {
  return WorkFolder.open(findCredentialsFile(temp.write('creds.json', sampleText())))
}

const tryTake = (folder: WorkFolder, watch = new LockWatch()) => FileLock.tryTake(folder, watch)

function take(folder: WorkFolder): FileLock {
  const lock = tryTake(folder)
  if (!(lock instanceof FileLock)) throw new Error('the lock is held')
  return lock
}

/** Makes a lock as a holder left it. */
function leaveLock(folder: WorkFolder, record: object, ageMs = 0): void {
  mkdirSync(folder.at('lock'), { mode: 0o700 })
  writeFileSync(folder.at('lock/owner.json'), JSON.stringify(record))
  const then = new Date(Date.now() - ageMs)
  utimesSync(folder.at('lock'), then, then)
}

/** The identity of a process that ended since this boot. */
function deadIdentity(): object {
  const { pid } = spawnSync('true')
  return { ...ownIdentity(), pid, startTicks: '1' }
}

describe('our own lock', () => {
  it('is held by one run at a time, and another one learns who holds it', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    const lock = take(folder)
    const other = tryTake(folder)
    expect(other instanceof FileLock ? null : other.identity?.pid).toBe(process.pid)
    lock.release()
    take(folder).release()
    expect(folder.names()).toEqual([])
  })

  it('is the same for two names of the same file', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    symlinkSync(temp.at('creds.json'), temp.at('link.json'))
    const lock = take(folder)
    expect(tryTake(WorkFolder.open(findCredentialsFile(temp.at('link.json'))))).not.toBeInstanceOf(FileLock)
    lock.release()
  })

  it('is taken over at once if its holder is proven dead', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...deadIdentity() })
    tryTake(folder)
    const lock = take(folder)
    expect(lock.isHeld()).toBe(true)
    lock.release()
    expect(folder.names()).toEqual([])
  })

  it.each([
    ['of another boot', { bootId: 'another' }],
    ['of another pid namespace', { pidNamespace: 'pid:[1]' }]
  ])('is taken over from a holder %s only after 20 s without a renewal', (_where, change) => {
    using temp = new TempFolder()
    using clock = new Monotonic()
    const folder = workFolderIn(temp)
    const watch = new LockWatch()
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...deadIdentity(), ...change }, 3_600_000)
    for (let renewals = 0; renewals < 20; renewals += 1) {
      utimesSync(folder.at('lock'), new Date(), new Date(renewals * 2000))
      clock.pass(2, () => {
        expect(tryTake(folder, watch)).not.toBeInstanceOf(FileLock)
      })
    }
    clock.pass(18, () => {
      expect(tryTake(folder, watch)).not.toBeInstanceOf(FileLock)
    })
    clock.advance(3000)
    tryTake(folder, watch)
    take(folder).release()
  })

  it('is never taken over from a live process, however old it looks', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...ownIdentity() }, 3_600_000)
    expect([tryTake(folder), tryTake(folder)].some(taken => taken instanceof FileLock)).toBe(false)
  })

  it('is renewed every 2 s while it is held', async () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    const lock = take(folder)
    const takenMs = statSync(folder.at('lock')).mtimeMs
    await sleep(2_500)
    expect(statSync(folder.at('lock')).mtimeMs - takenMs).toBeGreaterThan(1_500)
    lock.release()
  })

  it('is not removed by the slower of two runs that both saw its holder dead, however long the faster one takes', () => {
    using temp = new TempFolder()
    using clock = new Monotonic()
    const folder = workFolderIn(temp)
    const watch = new LockWatch()
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...deadIdentity() })
    writeFileSync(folder.at('lock-taken-aaaaaaaaaaaaaaaa'), JSON.stringify(ownIdentity()))
    clock.pass(60, () => tryTake(folder, watch))
    expect(readFileSync(folder.at('lock/owner.json'), 'utf8')).toContain('"nonce":"aaaaaaaaaaaaaaaa"')
  })

  it('is taken over at once if a run was killed while it took it over', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...deadIdentity() })
    writeFileSync(folder.at('lock-taken-aaaaaaaaaaaaaaaa'), JSON.stringify(deadIdentity()))
    expect([tryTake(folder), tryTake(folder)].some(taken => taken instanceof FileLock)).toBe(false) // mark, then lock
    take(folder).release()
  })

  it.each(['', '{"pid":'])(
    'is taken over after 20 s if a run that was killed while it took it over left only %j in its mark',
    text => {
      using temp = new TempFolder()
      using clock = new Monotonic()
      const folder = workFolderIn(temp)
      const watch = new LockWatch()
      leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...deadIdentity() })
      const mark = folder.at('lock-taken-aaaaaaaaaaaaaaaa')
      writeFileSync(mark, text)
      utimesSync(mark, new Date(), new Date(Date.now() + 3_600_000)) // its date must not matter
      clock.pass(19, () => {
        expect(tryTake(folder, watch)).not.toBeInstanceOf(FileLock)
      })
      clock.advance(3000)
      tryTake(folder, watch) // the mark
      tryTake(folder, watch) // the lock
      take(folder).release()
    }
  )

  it('is no longer held after another run has taken it over, and does not remove the lock of that run', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    const lock = take(folder)
    writeFileSync(folder.at('lock/owner.json'), JSON.stringify({ nonce: 'bbbbbbbbbbbbbbbb', ...ownIdentity() }))
    expect(lock.isHeld()).toBe(false)
    lock.release()
    expect(folder.names()).toEqual(['lock'])
  })

  it.each([
    [
      'an empty folder',
      (at: string) => {
        mkdirSync(at)
      }
    ],
    [
      'a folder of junk',
      (at: string) => {
        mkdirSync(at)
        writeFileSync(path.join(at, 'junk'), '')
      }
    ],
    [
      'a folder with an incomplete record',
      (at: string) => {
        mkdirSync(at)
        writeFileSync(path.join(at, 'owner.json'), '{"nonce":')
      }
    ]
  ])('is taken by only one run, after a while, if %s is in its place', (_what, make) => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    using clock = new Monotonic()
    const watch = new LockWatch()
    make(folder.at('lock'))
    const tries: unknown[] = []
    clock.pass(25, () => tries.push(tryTake(folder, watch)))
    const taken = tries.filter(lock => lock instanceof FileLock)
    expect(taken).toHaveLength(1)
    for (const lock of taken) lock.release()
    sweepLocks(folder)
    expect(folder.names()).toEqual([])
  })

  it('cannot be taken if a file is in its place, and the error names it', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    writeFileSync(folder.at('lock'), '')
    expect(() => tryTake(folder)).toThrow(/lock is in the way: `clr` needs a folder there as its lock/)
  })

  asOrdinaryUser.it('cannot be taken if the user may not write in the work folder, and the error says so', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    chmodSync(folder.path, 0o500)
    const refused = refusalOf(() => tryTake(folder))
    chmodSync(folder.path, 0o700)
    expect(refused).toMatchObject({ reason: 'creds-not-writable', message: expect.stringContaining('EACCES') })
  })
})

import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findCredentialsFile } from '../../../src/refresh/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/refresh/credentials/work-folder.js'
import { FileLock, pidOf, sweepLocks } from '../../../src/refresh/locks/file-lock.js'
import { ownIdentity } from '../../../src/refresh/system/process-identity.js'
import { sampleText } from '../../fixtures/sample-login.js'
import { TempFolder } from '../../fixtures/temp-folder.js'

/** The work folder of a credentials file in a folder. */
function workFolderIn(temp: TempFolder): WorkFolder {
  return WorkFolder.open(findCredentialsFile(temp.write('creds.json', sampleText())))
}

function take(folder: WorkFolder): FileLock {
  const lock = FileLock.tryTake(folder)
  if (!(lock instanceof FileLock)) throw new Error('the lock is held')
  return lock
}

/** A lock as its holder left it. */
function leaveLock(folder: WorkFolder, record: object, ageMs = 0): void {
  mkdirSync(folder.at('lock'), { mode: 0o700 })
  writeFileSync(folder.at('lock/owner.json'), JSON.stringify(record))
  const then = new Date(Date.now() - ageMs)
  utimesSync(folder.at('lock'), then, then)
}

/** The identity of a process of this boot that has ended. */
function deadIdentity(): object {
  const { pid } = spawnSync('true')
  return { ...ownIdentity(), pid, startTicks: '1' }
}

describe('our own lock', () => {
  it('is held by one at a time, and tells the other who holds it', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    const lock = take(folder)
    const other = FileLock.tryTake(folder)
    expect(other instanceof FileLock ? null : pidOf(other)).toBe(process.pid)
    lock.release()
    take(folder).release()
    expect(folder.names()).toEqual([])
  })

  it('is one for two names of the same file', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    symlinkSync(temp.at('creds.json'), temp.at('link.json'))
    const lock = take(folder)
    expect(FileLock.tryTake(WorkFolder.open(findCredentialsFile(temp.at('link.json'))))).not.toBeInstanceOf(FileLock)
    lock.release()
  })

  it('is taken over at once where its holder is dead on proof', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...deadIdentity() })
    FileLock.tryTake(folder)
    const lock = take(folder)
    expect(lock.isHeld()).toBe(true)
    lock.release()
    expect(folder.names()).toEqual([])
  })

  it.each([
    ['of another boot', { bootId: 'another' }],
    ['of another pid namespace', { pidNamespace: 'pid:[1]' }]
  ])('of a holder %s is not taken while it is renewed, and is when it is stale', (_where, change) => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...deadIdentity(), ...change }, 30_000)
    expect([FileLock.tryTake(folder), FileLock.tryTake(folder)].some(taken => taken instanceof FileLock)).toBe(false)
    const then = new Date(Date.now() - 61_000)
    utimesSync(folder.at('lock'), then, then)
    FileLock.tryTake(folder)
    take(folder).release()
  })

  it('of a live process is never taken, however old it looks', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...ownIdentity() }, 3_600_000)
    expect([FileLock.tryTake(folder), FileLock.tryTake(folder)].some(taken => taken instanceof FileLock)).toBe(false)
  })

  it('is renewed every 2 s, so that it is nobody’s only after its holder’s end', async () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    const lock = take(folder)
    const takenMs = statSync(folder.at('lock')).mtimeMs
    await sleep(2_500)
    expect(statSync(folder.at('lock')).mtimeMs - takenMs).toBeGreaterThan(1_500)
    lock.release()
  })

  it('is not removed by the slower of two who both saw its holder dead', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    leaveLock(folder, { nonce: 'aaaaaaaaaaaaaaaa', ...deadIdentity() })
    mkdirSync(folder.at('lock-taken-aaaaaaaaaaaaaaaa'))
    FileLock.tryTake(folder)
    expect(readFileSync(folder.at('lock/owner.json'), 'utf8')).toContain('"nonce":"aaaaaaaaaaaaaaaa"')
  })

  it('notices when another has taken it over', () => {
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
      'a record cut short',
      (at: string) => {
        mkdirSync(at)
        writeFileSync(path.join(at, 'owner.json'), '{"nonce":')
      }
    ]
  ])('gets past %s', (_what, make) => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    make(folder.at('lock'))
    const then = new Date(Date.now() - 6000)
    utimesSync(folder.at('lock'), then, then)
    const first = FileLock.tryTake(folder)
    const lock = first instanceof FileLock ? first : take(folder)
    lock.release()
    sweepLocks(folder)
    expect(folder.names()).toEqual([])
  })

  it('says what to do about a file in its place', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    writeFileSync(folder.at('lock'), '')
    expect(() => FileLock.tryTake(folder)).toThrow(/lock is in the way: .*remove it/)
  })

  it('says so where the work folder may not be written', () => {
    using temp = new TempFolder()
    const folder = workFolderIn(temp)
    chmodSync(folder.path, 0o500)
    const isRoot = process.getuid?.() === 0
    if (isRoot) expect(FileLock.tryTake(folder)).toBeInstanceOf(FileLock)
    else expect(() => FileLock.tryTake(folder)).toThrow(/EACCES/)
    chmodSync(folder.path, 0o700)
  })
})

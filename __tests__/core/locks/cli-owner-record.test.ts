import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmdirSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { Deadline } from '../../../src/core/deadline.js'
import { cliLocksFor, type CliLock } from '../../../src/core/locks/cli-lock-paths.js'
import { ownerOf } from '../../../src/core/locks/cli-owner-record.js'
import { whileLocked } from '../../../src/core/locks/locks.js'
import { ownIdentity } from '../../../src/core/system/process-identity.js'
import { readTextOrEmpty } from '../../../src/core/system/read.js'
import { Monotonic } from '../../../testing/monotonic.js'
import { onLinux } from '../../../testing/needs.js'
import { sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

/** In seconds: less than the 20 s after which a lock is taken over without proof. */
const AT_ONCE_S = 15

const NEVER = new AbortController().signal

let temp: TempFolder
beforeEach(() => {
  temp = new TempFolder()
  temp.write('.claude/.credentials.json', sampleText())
})
afterEach(() => {
  temp[Symbol.dispose]()
})

/** The message of a run that does not get the locks by its deadline; `none` if it gets them. */
async function outcome(seconds: number): Promise<string> {
  const file = findCredentialsFile(temp.at('.claude/.credentials.json'))
  const patience = { deadline: Deadline.after(seconds), cancel: NEVER }
  return whileLocked(file, patience, () => Promise.resolve()).then(
    () => 'none',
    (error: unknown) => (error instanceof Error ? error.message : '')
  )
}

/** Makes the locks and the record of a session of 2.1.332; by default its process has ended. */
function leaveSession(changes: object = {}): void {
  const [lockBirthtimeMs, legacyLockBirthtimeMs] = locks().map(lock => {
    mkdirSync(lock.path)
    return statSync(lock.path).birthtimeMs
  })
  const { pidNamespace } = ownIdentity()
  const record = {
    pid: spawnSync('true').pid,
    procStart: '1',
    pidDomain: `linux:${readTextOrEmpty('/etc/machine-id').trim()}:${pidNamespace ?? ''}`,
    pidSpace: `${hostname()}#${pidNamespace ?? ''}`,
    lockBirthtimeMs,
    legacyLockBirthtimeMs
  }
  temp.write('.claude/.oauth_refresh.lock.owner', JSON.stringify({ ...record, ...changes }))
}

const locks = (): readonly CliLock[] => cliLocksFor(findCredentialsFile(temp.at('.claude/.credentials.json')))

onLinux.describe('the record that a session writes beside its locks', () => {
  it('proves that the session is dead: both locks are taken over at once, and the record is removed', async () => {
    leaveSession()
    expect(await outcome(AT_ONCE_S)).toBe('none')
    expect([temp.names(), temp.names('.claude')]).toEqual([['.claude'], ['.credentials.json']])
  })

  it('proves that the session is dead even if only one of its locks is left', async () => {
    leaveSession()
    rmdirSync(temp.at('.claude/.oauth_refresh.lock'))
    expect(await outcome(AT_ONCE_S)).toBe('none')
  })

  it('proves that a zombie is dead', async () => {
    const script = 'sh -c "echo \\$\\$" & exec sleep 60' // its child ends, and it never waits for it
    const parent = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] })
    const pid = Number(String((await once(parent.stdout, 'data')).at(0)))
    while (!readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) await new Promise(setImmediate)
    const procStart = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')[19]
    leaveSession({ pid, procStart })
    expect(await outcome(AT_ONCE_S)).toBe('none')
    parent.kill('SIGKILL')
  })

  it('protects the locks of a live session even if they are old, and the message names its pid', async () => {
    const { pid, startTicks } = ownIdentity()
    leaveSession({ pid, procStart: startTicks })
    using clock = new Monotonic(300)
    const startMs = clock.now()
    expect(await outcome(100)).toBe(
      `the time limit passed while a session of \`claude\` (pid ${pid}) held the lock; this run did not use the refresh token`
    )
    expect(clock.now() - startMs).toBeGreaterThan(100_000)
  })

  it.each([
    ['on another machine', { pidDomain: 'linux:0123456789abcdef0123456789abcdef:pid:[4026531836]' }],
    ['in another container', { pidSpace: 'another#pid:[4026531999]' }]
  ])('proves nothing about a session %s, and the message does not name its pid', async (_where, change) => {
    leaveSession(change)
    expect(await outcome(0.2)).toBe(
      'the time limit passed while a session of `claude` in another container or on another machine held the lock; this run did not use the refresh token'
    )
  })

  it.each([
    ['the first lock', { lockBirthtimeMs: 1_795_662_600_039.7336 }],
    ['the second lock', { legacyLockBirthtimeMs: 1_795_662_600_043.7336 }],
    ['a second lock that it never held', { legacyLockBirthtimeMs: undefined }],
    ['a process without a number', { pid: null }],
    ['process 1', { pid: 1 }]
  ])('proves nothing if part of it does not fit: %s', async (_what, change) => {
    leaveSession(change)
    expect(await outcome(0.2)).toBe(
      'the time limit passed while a session of `claude` held the lock; this run did not use the refresh token'
    )
  })

  it('proves nothing without the start time of the process', () => {
    leaveSession({ procStart: undefined })
    expect(locks().map(ownerOf)).toMatchObject([{ isDead: false }, { isDead: false }])
  })
})

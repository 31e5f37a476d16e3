import { mkdirSync, rmdirSync, statSync, utimesSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import lockfile from 'proper-lockfile'
import { CliLocks, cliLockPaths } from '../../src/refresh/cli-locks.js'
import { findCredentialsFile, type CredentialsPath } from '../../src/refresh/credentials-path.js'
import { WorkFolder } from '../../src/refresh/work-folder.js'
import { sampleText } from '../fixtures/sample-login.js'
import { TempFolder } from '../fixtures/temp-folder.js'

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

  it('are nobody’s where the clock says that they were renewed long ago, or will be', () => {
    for (const seconds of [-61, 61]) {
      mkdirSync(temp.at('.claude.lock'))
      const then = new Date(Date.now() + seconds * 1000)
      utimesSync(temp.at('.claude.lock'), then, then)
      expect([locks.tryTake(temp.at('.claude.lock')), locks.tryTake(temp.at('.claude.lock'))]).toEqual([false, true])
      locks.release()
    }
  })
})

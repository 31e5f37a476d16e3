import { describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseLogin } from '../../../src/core/credentials/credentials.js'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { salvageSignIns } from '../../../src/core/sign-in/salvage.js'
import { openStateFolder } from '../../../src/core/sign-in/state-folder.js'
import { parseObject } from '../../../testing/json-object.js'
import { NEW_PAIR, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const MINUTE_MS = 60_000
const ENDED = { startTicks: '1' }
const OF_ANOTHER_BOOT = { bootId: 'another' }

/** A state folder with the HOME of a sign-in to a secret. */
class InterruptedSignIn extends TempFolder {
  readonly environment = { HOME: this.path }
  readonly home = IsolatedHome.createForSignIn(openStateFolder(this.environment), null)

  /** @param owner what the record of its run says in place of this process */
  constructor(owner: object) {
    super()
    const record = path.join(this.home.path, 'run.json')
    writeFileSync(record, JSON.stringify({ ...parseObject(readFileSync(record, 'utf8')), ...owner }))
  }

  storeLogin(): void {
    writeFileSync(this.home.credentialsPath, sampleText(NEW_PAIR), { mode: 0o600 })
  }

  /** Lets everything in the HOME that a sign-in changes look this old. */
  age(minutes: number): void {
    const { path: home, configFolder, credentialsPath } = this.home
    const then = new Date(Date.now() - minutes * MINUTE_MS)
    for (const entry of [credentialsPath, configFolder, home]) if (existsSync(entry)) utimesSync(entry, then, then)
  }

  salvage(): Promise<readonly string[]> {
    return salvageSignIns(this.environment, new AbortController().signal)
  }
}

describe('what a sign-in to a secret has left', () => {
  it.each([
    ['was killed', ENDED, 0],
    ['was cut off by a reboot', OF_ANOTHER_BOOT, 5]
  ])('its login is kept in a file, mode 600, if it %s', async (_how, owner, minutes) => {
    using interrupted = new InterruptedSignIn(owner)
    interrupted.storeLogin()
    interrupted.age(minutes)
    const [kept = '', ...more] = await interrupted.salvage()
    expect([more, statSync(kept).mode & 0o777, existsSync(interrupted.home.path)]).toEqual([[], 0o600, false])
    expect(parseLogin(readFileSync(kept, 'utf8'))).toMatchObject(NEW_PAIR)
    expect(await interrupted.salvage()).toEqual([kept])
  })

  it.each([
    ['was killed', ENDED, 0],
    ['was cut off by a reboot', OF_ANOTHER_BOOT, 90]
  ])('is removed, with the folder, if it %s before there was a login', async (_how, owner, minutes) => {
    using interrupted = new InterruptedSignIn(owner)
    interrupted.age(minutes)
    expect(await interrupted.salvage()).toEqual([])
    expect(existsSync(path.dirname(interrupted.home.path))).toBe(false)
  })

  it.each([
    ['this process', {}, 90],
    ['what may be another container, and waits for the person', OF_ANOTHER_BOOT, 30],
    ['what may be another container, and is about to store the login', OF_ANOTHER_BOOT, 0]
  ])('stays if the sign-in is one of %s', async (_whose, owner, minutes) => {
    using atWork = new InterruptedSignIn(owner)
    if (minutes === 0) atWork.storeLogin()
    atWork.age(minutes)
    expect(await atWork.salvage()).toEqual([])
    expect(existsSync(atWork.home.credentialsPath)).toBe(minutes === 0)
    expect(existsSync(atWork.home.path)).toBe(true)
  })

  it('is nothing if there is no such folder', async () => {
    using temp = new TempFolder()
    expect(await salvageSignIns({ HOME: temp.path }, new AbortController().signal)).toEqual([])
  })
})

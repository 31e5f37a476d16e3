import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { salvageSignIns } from '../../../src/core/sign-in/salvage.js'
import { openStateFolder, stateFolderPath } from '../../../src/core/sign-in/state-folder.js'
import { refusalOf } from '../../../testing/refusal.js'
import { NEW_PAIR, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const NEVER = new AbortController().signal

/** A user's state folder, with the HOME of one sign-in. */
class StateFolder extends TempFolder {
  readonly environment = { XDG_STATE_HOME: this.at('state') }
  readonly folder = openStateFolder(this.environment)
  readonly home = IsolatedHome.createForSignIn(this.folder, null)

  /** Makes the run of the HOME one that has ended. */
  endRun(): void {
    const record = path.join(this.home.path, 'run.json')
    const written: unknown = JSON.parse(readFileSync(record, 'utf8'))
    writeFileSync(record, JSON.stringify(Object.assign({}, written, { startTicks: '1' })))
  }

  storeLogin(): void {
    writeFileSync(this.home.credentialsPath, sampleText(NEW_PAIR))
  }

  salvage(): Promise<readonly string[]> {
    return salvageSignIns(this.environment, NEVER)
  }
}

describe('what an interrupted sign-in has left in the state folder', () => {
  it('is removed, with the folder, if it has no login', async () => {
    using state = new StateFolder()
    state.endRun()
    expect([await state.salvage(), existsSync(state.folder.path)]).toEqual([[], false])
  })

  it('is kept as a credentials file with mode 600 if it has a login, and is found again by later sign-ins', async () => {
    using state = new StateFolder()
    state.storeLogin()
    state.endRun()
    const [kept = ''] = await state.salvage()
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect([statSync(kept).mode & 0o777, existsSync(state.home.path)]).toEqual([0o600, false])
    expect(await state.salvage()).toEqual([kept])
  })

  it('is left alone while its run is at work', async () => {
    using state = new StateFolder()
    state.storeLogin()
    expect([await state.salvage(), existsSync(state.home.credentialsPath)]).toEqual([[], true])
  })

  it('is nothing if there is no such folder', async () => {
    using temp = new TempFolder()
    expect(await salvageSignIns({ XDG_STATE_HOME: temp.path }, NEVER)).toEqual([])
  })
})

describe('the state folder', () => {
  it.each([
    [{ XDG_STATE_HOME: '/s', HOME: '/h' }, '/s/clr-refresh'],
    [{ XDG_STATE_HOME: 'relative', HOME: '/h' }, '/h/.local/state/clr-refresh'],
    [{ XDG_STATE_HOME: '', HOME: '/h' }, '/h/.local/state/clr-refresh']
  ])('with %j is %s', (environment, folder) => {
    expect(stateFolderPath(environment)).toBe(folder)
  })

  it('has mode 700', () => {
    using temp = new TempFolder()
    const folder = openStateFolder({ HOME: temp.path })
    expect([folder.path, temp.at('.local')].map(entry => statSync(entry).mode & 0o777)).toEqual([0o700, 0o700])
  })

  it('is refused if HOME is no absolute path', () => {
    expect(refusalOf(() => stateFolderPath({ HOME: '' }))).toMatchObject({ reason: 'usage' })
  })
})

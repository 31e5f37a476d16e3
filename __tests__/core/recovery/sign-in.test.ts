import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { findPlace } from '../../../src/core/credentials/credentials-path.js'
import { parseLogin } from '../../../src/core/credentials/credentials.js'
import { fingerprint } from '../../../src/core/credentials/fingerprint.js'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { recoverAbandoned, recoverSignIns } from '../../../src/core/recovery/abandoned-run.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { NEW_PAIR, OLD_PAIR, OTHER_PAIR, sampleCredentials, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const NEW_TEXT = JSON.stringify({ claudeAiOauth: { ...NEW_PAIR, expiresAt: 1_900_000_000_000 } })

/** A credentials file, and the HOME of a killed sign-in that was to replace its login. */
class KilledSignIn extends TempFolder {
  readonly creds = this.write(
    'creds.json',
    sampleText({ accountUuid: 'old', refreshTokenExpiresAt: 1_800_000_000_000 })
  )
  readonly place = findPlace(this.creds) ?? { given: this.creds, real: this.creds }
  readonly folder = WorkFolder.open(this.place)
  readonly home = IsolatedHome.createForSignIn(this.folder, fingerprint(OLD_PAIR))
  #isSent = false

  constructor() {
    super()
    this.markAsKilled(this.home)
  }

  markAsKilled(home: IsolatedHome): void {
    const record = path.join(home.path, 'run.json')
    const written: unknown = JSON.parse(readFileSync(record, 'utf8'))
    writeFileSync(record, JSON.stringify(Object.assign({}, written, { startTicks: '1' })))
  }

  storeLogin(): void {
    writeFileSync(this.home.credentialsPath, NEW_TEXT)
  }

  recover(work = recoverAbandoned): Promise<unknown> {
    const insist = new AbortController().signal
    return work({ file: this.place, folder: this.folder, insist, onSentBefore: () => (this.#isSent = true) })
  }

  /** Whether the recovery has said that a token may have been sent. */
  get isSaidToBeSent(): boolean {
    return this.#isSent
  }
}

describe('the recovery of a killed sign-in', () => {
  it('replaces the login that was there, with all its fields, and keeps the file’s other keys', async () => {
    using killed = new KilledSignIn()
    killed.storeLogin()
    expect(await killed.recover()).toMatchObject(NEW_PAIR)
    const { document } = parseLogin(killed.text('creds.json'))
    expect(document).toEqual({
      claudeAiOauth: { ...NEW_PAIR, expiresAt: 1_900_000_000_000 },
      mcpOAuth: expect.anything()
    })
    expect(killed.folder.names()).toEqual([])
  })

  it('removes the HOME if there is no login in it, and does not say that a token was sent', async () => {
    using killed = new KilledSignIn()
    expect(await killed.recover()).toBeNull()
    expect([killed.folder.names(), killed.isSaidToBeSent]).toEqual([[], false])
    expect(parseLogin(killed.text('creds.json'))).toMatchObject(OLD_PAIR)
  })

  it('keeps the login in a rescue file if another one is in the file now, which it takes once that is gone', async () => {
    using killed = new KilledSignIn()
    killed.storeLogin()
    killed.write('creds.json', sampleText(OTHER_PAIR))
    expect(await killed.recover()).toBeNull()
    expect(parseLogin(killed.text('creds.json'))).toMatchObject(OTHER_PAIR)
    expect(killed.folder.names()).toEqual([expect.stringMatching(/^rescue-login-[\dTZ]+-[\da-f]{64}\.json$/)])
    rmSync(killed.creds)
    expect(await killed.recover(recoverSignIns)).toMatchObject(NEW_PAIR)
    expect([parseLogin(killed.text('creds.json')).accessToken, killed.folder.names()]).toEqual([
      NEW_PAIR.accessToken,
      []
    ])
  })

  it('makes no file of what a killed refresh has left', async () => {
    using killed = new KilledSignIn()
    killed.storeLogin()
    const refresh = IsolatedHome.create(killed.folder, sampleCredentials())
    killed.markAsKilled(refresh)
    rmSync(killed.creds)
    expect(await killed.recover(recoverSignIns)).toMatchObject(NEW_PAIR)
    expect(killed.folder.names()).toEqual([path.basename(refresh.path)])
  })
})

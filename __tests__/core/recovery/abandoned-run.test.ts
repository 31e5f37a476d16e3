import { describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { parseLogin } from '../../../src/core/credentials/credentials.js'
import { fingerprint, type TokenPair } from '../../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { recoverAbandoned } from '../../../src/core/recovery/abandoned-run.js'
import { ownIdentity } from '../../../src/core/system/process-identity.js'
import { asRoot } from '../../../testing/needs.js'
import { NEW_PAIR, OLD_PAIR, sampleCredentials, sampleLogin, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { until } from '../../../testing/waiting.js'

const HOUR_MS = 3_600_000
const OTHER_PAIR = { accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' }
const NEW_TEXT = sampleText({ ...NEW_PAIR, expiresAt: 1_900_000_000_000 })

/** A credentials file, and what a killed run left beside it. */
class AbandonedRun extends TempFolder {
  readonly creds = this.write('creds.json', sampleText())
  readonly folder = WorkFolder.open(findCredentialsFile(this.creds))

  /** A HOME whose run has ended. */
  abandonHome(owner: object = { startTicks: '1' }): IsolatedHome {
    const home = IsolatedHome.create(this.folder, sampleCredentials())
    const record = path.join(home.path, 'run.json')
    const written: unknown = JSON.parse(readFileSync(record, 'utf8'))
    writeFileSync(record, JSON.stringify(Object.assign({}, written, owner)))
    return home
  }

  /** A HOME whose run ended just before it could write the new pair back. */
  abandonHomeWithPair(): IsolatedHome {
    const home = this.abandonHome()
    for (const file of [home.credentialsPath, home.newReplacementPath()]) writeFileSync(file, NEW_TEXT)
    return home
  }

  /** Starts a stand-in for `claude`, which stores the new pair after 0.3 s and keeps running. */
  async startClaude(home: IsolatedHome): Promise<{ readonly exited: Promise<unknown> }> {
    const script = 'read -r stat </proc/$$/stat; echo "$stat" >"$1"; sleep 0.3; cp "$2" "$3"; sleep 60'
    const args = [home.claudeRecord, this.write('new.json', NEW_TEXT), home.credentialsPath]
    const claude = spawn('/bin/sh', ['-c', script, 'sh', ...args], { detached: true, stdio: 'ignore' })
    const exited = once(claude, 'exit')
    await until(() => home.claudeIdentity() !== null)
    return { exited }
  }

  /** Leaves the new pair, as a descendant of the one in the credentials file, in a rescue file; returns its path. */
  rescue(): string {
    return this.write(`creds.json.clr/rescue-20270115T080000Z-${fingerprint(OLD_PAIR)}.json`, NEW_TEXT)
  }

  recover() {
    const file = findCredentialsFile(this.creds)
    return recoverAbandoned({ file, folder: this.folder, insist: new AbortController().signal })
  }

  get pair(): TokenPair {
    const { accessToken, refreshToken } = parseLogin(readFileSync(this.creds, 'utf8'))
    return { accessToken, refreshToken }
  }
}

describe('recovery', () => {
  it('changes nothing if no run was killed', async () => {
    using abandoned = new AbandonedRun()
    expect(await abandoned.recover()).toBeNull()
    expect(abandoned.text('creds.json')).toBe(sampleText())
  })

  it('puts back the pair of a killed run, and removes its HOME', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    writeFileSync(home.credentialsPath, NEW_TEXT)
    expect(await abandoned.recover()).toMatchObject(NEW_PAIR)
    expect(abandoned.pair).toEqual(NEW_PAIR)
    expect(abandoned.text('creds.json')).toContain('mcpOAuth')
    expect(abandoned.folder.names()).toEqual([])
  })

  it.each([
    ['a `.tmp.` file of the CLI', '.claude/.credentials.json.tmp.1a2b3c'],
    ['the replacement for the user’s file', 'replacement-1a2b3c4d.json']
  ])('finds the pair in %s', async (_where, name) => {
    using abandoned = new AbandonedRun()
    writeFileSync(path.join(abandoned.abandonHome().path, name), NEW_TEXT)
    expect(await abandoned.recover()).toMatchObject(NEW_PAIR)
    expect([abandoned.pair, abandoned.folder.names()]).toEqual([NEW_PAIR, []])
  })

  it.each([
    ['a HOME', (abandoned: AbandonedRun) => abandoned.abandonHomeWithPair()],
    ['a rescue file', (abandoned: AbandonedRun) => abandoned.rescue()]
  ])('puts the whole pair from %s into a file that has only an access token left', async (_where, leave) => {
    using abandoned = new AbandonedRun()
    for (const expiresAt of [Date.now() + 8 * HOUR_MS, undefined]) {
      leave(abandoned)
      writeFileSync(abandoned.creds, sampleText({ refreshToken: undefined, expiresAt }))
      expect(await abandoned.recover()).toMatchObject(NEW_PAIR)
      expect([abandoned.pair, abandoned.folder.names()]).toEqual([NEW_PAIR, []])
    }
  })

  it('puts the pair into a file that was blanked in the meantime', async () => {
    using abandoned = new AbandonedRun()
    writeFileSync(abandoned.abandonHome().credentialsPath, NEW_TEXT)
    writeFileSync(abandoned.creds, sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }))
    await abandoned.recover()
    expect(abandoned.pair).toEqual(NEW_PAIR)
  })

  it('only removes a HOME if the file already has its pair, or if it has none', async () => {
    using abandoned = new AbandonedRun()
    writeFileSync(abandoned.abandonHome().credentialsPath, NEW_TEXT)
    abandoned.abandonHome()
    writeFileSync(abandoned.creds, NEW_TEXT)
    expect(await abandoned.recover()).toBeNull()
    expect([abandoned.text('creds.json'), abandoned.folder.names()]).toEqual([NEW_TEXT, []])
  })

  it('keeps another login in the file, and the pair in a rescue file', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    writeFileSync(home.credentialsPath, NEW_TEXT)
    writeFileSync(home.newReplacementPath(), Buffer.alloc(100))
    writeFileSync(abandoned.creds, sampleText(OTHER_PAIR))
    expect(await abandoned.recover()).toBeNull()
    expect(abandoned.pair).toEqual(OTHER_PAIR)
    const [rescued = ''] = abandoned.folder.names()
    expect(rescued).toMatch(new RegExp(`^rescue-.*-${fingerprint(OLD_PAIR)}\\.json$`))
    expect(parseLogin(readFileSync(abandoned.folder.at(rescued), 'utf8'))).toMatchObject(NEW_PAIR)
  })

  const ACCESS_TOKEN_LOGINS: readonly (readonly [string, object])[] = [
    ['is good for 300 days', { expiresAt: Date.now() + 7200 * HOUR_MS }],
    ['is good for 22 hours', { expiresAt: Date.now() + 22 * HOUR_MS }],
    ['has no expiry', { expiresAt: undefined }],
    ['has an implausible expiry', { expiresAt: 9_999_999_999_999 }]
  ]
  const WAITING_PAIRS: readonly (readonly [string, (abandoned: AbandonedRun) => void])[] = [
    ['a HOME', abandoned => abandoned.abandonHomeWithPair()],
    ['a rescue file', abandoned => abandoned.rescue()]
  ]

  it.each(WAITING_PAIRS.flatMap(([name, leave]) => ACCESS_TOKEN_LOGINS.map(login => [name, ...login, leave] as const)))(
    'keeps the pair from %s in a rescue file if the file has a login of claude setup-token that %s',
    async (...row) => {
      const [, , changes, leave] = row
      using abandoned = new AbandonedRun()
      leave(abandoned)
      const { accessToken } = OTHER_PAIR
      const setupToken = sampleText({ accessToken, refreshToken: undefined, ...changes })
      writeFileSync(abandoned.creds, setupToken)
      expect(await abandoned.recover()).toBeNull()
      expect(abandoned.text('creds.json')).toBe(setupToken)
      expect(abandoned.folder.names()).toEqual([expect.stringMatching(/^rescue-/)])
    }
  )

  it('drops a pair that was written back before a session refreshed it: the file has a newer one', async () => {
    using abandoned = new AbandonedRun()
    writeFileSync(abandoned.abandonHome().credentialsPath, NEW_TEXT) // the replacement has been renamed over the file
    writeFileSync(abandoned.creds, sampleText(OTHER_PAIR))
    expect(await abandoned.recover()).toBeNull()
    expect([abandoned.pair, abandoned.folder.names()]).toEqual([OTHER_PAIR, []])
  })

  it('puts back a rescued pair even if a run with the same pid was killed while doing so', async () => {
    using abandoned = new AbandonedRun()
    const names = [`rescue-20270115T080000Z-${fingerprint(OLD_PAIR)}.json`, `replacement-${process.pid}.json`]
    for (const name of names) writeFileSync(abandoned.folder.at(name), NEW_TEXT, { mode: 0o600 })
    expect(await abandoned.recover()).toMatchObject(NEW_PAIR)
    expect([abandoned.pair, abandoned.folder.names()]).toEqual([NEW_PAIR, []])
  })

  it.each([
    ['in a HOME', (abandoned: AbandonedRun) => abandoned.abandonHome().credentialsPath],
    [
      'in a rescue file',
      (abandoned: AbandonedRun) => abandoned.folder.at(`rescue-20270115T080000Z-${fingerprint(OLD_PAIR)}.json`)
    ]
  ])('names the file that has the pair, %s, if the pair cannot be put back', async (_which, pathIn) => {
    using abandoned = new AbandonedRun()
    linkSync(abandoned.creds, abandoned.at('another name'))
    const at = pathIn(abandoned)
    writeFileSync(at, NEW_TEXT, { mode: 0o600 })
    await expect(abandoned.recover()).rejects.toMatchObject({
      reason: 'write-back-failed',
      message: expect.stringContaining(at)
    })
    expect([abandoned.pair, abandoned.folder.names().length]).toEqual([OLD_PAIR, 1])
  })

  it('leaves a sign-in that may be at work in another container, for an hour after its last change', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome({ bootId: 'another', isSignIn: true })
    rmSync(home.credentialsPath)
    await abandoned.recover()
    expect(existsSync(home.path)).toBe(true)
    const then = new Date(Date.now() - 2 * HOUR_MS)
    for (const entry of [home.path, home.configFolder]) utimesSync(entry, then, then)
    await abandoned.recover()
    expect([existsSync(home.path), abandoned.folder.names()]).toEqual([false, []])
  })

  it('does not kill a process with the pid of a claude from another boot', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome({ bootId: 'another' })
    const innocent = spawn('/bin/sleep', ['60'], { stdio: 'ignore' })
    writeFileSync(home.claudeRecord, readFileSync(`/proc/${innocent.pid ?? 0}/stat`))
    await abandoned.recover()
    expect(innocent.signalCode).toBeNull()
    innocent.kill('SIGKILL')
    expect(await once(innocent, 'exit')).toEqual([null, 'SIGKILL'])
  })

  it.each([
    ['puts back a rescued pair that descends from the one in the file', OLD_PAIR, NEW_TEXT, NEW_PAIR, 0],
    ['does not touch a rescued pair of another login', OTHER_PAIR, NEW_TEXT, OLD_PAIR, 1],
    ['removes a rescued pair that is already in the file', NEW_PAIR, sampleText(), OLD_PAIR, 0]
  ])('%s', async (_what, from, rescued, expected, left) => {
    using abandoned = new AbandonedRun()
    writeFileSync(abandoned.folder.at(`rescue-20270115T080000Z-${fingerprint(from)}.json`), rescued, { mode: 0o600 })
    await abandoned.recover()
    expect([abandoned.pair, abandoned.folder.names().length]).toEqual([expected, left])
  })

  it('lets a running claude store its pair, then kills it', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    const { exited } = await abandoned.startClaude(home)
    expect(await abandoned.recover()).toMatchObject(NEW_PAIR)
    expect(await exited).toEqual([null, 'SIGKILL'])
    expect(abandoned.folder.names()).toEqual([])
  })

  it('lets a claude in a HOME without a record store its pair, too, and keeps that in a rescue file', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    writeFileSync(path.join(home.path, 'run.json'), '')
    const { exited } = await abandoned.startClaude(home)
    expect(await abandoned.recover()).toBeNull()
    expect(await exited).toEqual([null, 'SIGKILL'])
    const [rescued = ''] = abandoned.folder.names()
    expect(parseLogin(readFileSync(abandoned.folder.at(rescued), 'utf8'))).toMatchObject(NEW_PAIR)
  })

  it('does not touch the HOME of a run that is alive and has only lost its lock', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome(ownIdentity())
    writeFileSync(home.credentialsPath, NEW_TEXT)
    expect(await abandoned.recover()).toBeNull()
    expect([abandoned.pair, abandoned.folder.names().length]).toEqual([OLD_PAIR, 1])
  })

  it('does not trust a HOME that others could have written to', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    writeFileSync(home.credentialsPath, NEW_TEXT)
    chmodSync(home.path, 0o777)
    expect(await abandoned.recover()).toBeNull()
    expect(abandoned.pair).toEqual(OLD_PAIR)
  })

  it.each([
    ['a truncated record', '{"pid":12'],
    ['an empty record, as after a power cut', '']
  ])('keeps the login in the file, and the pair from a HOME with %s in a rescue file', async (_what, record) => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    writeFileSync(path.join(home.path, 'run.json'), record)
    writeFileSync(home.credentialsPath, NEW_TEXT)
    expect(await abandoned.recover()).toBeNull()
    expect(abandoned.pair).toEqual(OLD_PAIR)
    const [rescued = ''] = abandoned.folder.names()
    expect(rescued).toMatch(/^rescue-.*-0{64}\.json$/)
    expect(parseLogin(readFileSync(abandoned.folder.at(rescued), 'utf8'))).toMatchObject(NEW_PAIR)
    writeFileSync(abandoned.creds, sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }))
    expect(await abandoned.recover()).toMatchObject(NEW_PAIR)
  })

  it('also puts the other services’ tokens back if the file was cut short by an interrupted write', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    writeFileSync(home.credentialsPath, JSON.stringify({ claudeAiOauth: sampleLogin(NEW_PAIR) }))
    writeFileSync(home.newReplacementPath(), NEW_TEXT)
    writeFileSync(abandoned.creds, NEW_TEXT.slice(0, -30))
    expect(await abandoned.recover()).toMatchObject(NEW_PAIR)
    expect(JSON.parse(abandoned.text('creds.json'))).toMatchObject({
      mcpOAuth: { other: { accessToken: 'test-other' } }
    })
  })

  it('removes a HOME whose removal had begun, whatever is in it', async () => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    writeFileSync(home.credentialsPath, NEW_TEXT)
    renameSync(home.path, abandoned.folder.at('gone-home-1'))
    expect(await abandoned.recover()).toBeNull()
    expect([abandoned.pair, abandoned.folder.names()]).toEqual([OLD_PAIR, []])
  })

  it.each(['644', '660', '602'])('does not trust a rescue file that others may read or write (mode %s)', async mode => {
    using abandoned = new AbandonedRun()
    const rescued = abandoned.rescue()
    chmodSync(rescued, Number.parseInt(mode, 8))
    expect(await abandoned.recover()).toBeNull()
    expect([abandoned.pair, readFileSync(rescued, 'utf8')]).toEqual([OLD_PAIR, NEW_TEXT])
  })

  asRoot.describe('recovery as root', () => {
    it('does not trust another user’s HOME', async () => {
      using abandoned = new AbandonedRun()
      const home = abandoned.abandonHome()
      writeFileSync(home.credentialsPath, NEW_TEXT)
      chownSync(home.path, 12_345, 12_345)
      expect(await abandoned.recover()).toBeNull()
      expect(abandoned.pair).toEqual(OLD_PAIR)
    })

    it('does not trust another user’s rescue file', async () => {
      using abandoned = new AbandonedRun()
      const rescued = abandoned.rescue()
      chownSync(rescued, 12_345, 12_345)
      expect(await abandoned.recover()).toBeNull()
      expect([abandoned.pair, readFileSync(rescued, 'utf8')]).toEqual([OLD_PAIR, NEW_TEXT])
    })
  })

  it.each([
    ['a truncated record', '{"pid":12'],
    ['a record that is not JSON', 'junk'],
    ['a record without a fingerprint', '{"pid":12}']
  ])('removes a HOME with %s', async (_what, record) => {
    using abandoned = new AbandonedRun()
    const home = abandoned.abandonHome()
    writeFileSync(path.join(home.path, 'run.json'), record)
    expect(await abandoned.recover()).toBeNull()
    expect([abandoned.pair, abandoned.folder.names()]).toEqual([OLD_PAIR, []])
  })
})

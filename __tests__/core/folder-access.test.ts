import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { parseJson } from '../../src/core/json.js'
import { expectRefreshed, expectUntouched } from '../../testing/expectations.js'
import { asRoot } from '../../testing/needs.js'
import { CLR, smallClaude } from '../../testing/paths.js'
import { startProgram } from '../../testing/program.js'
import { NEW_PAIR, sampleCredentials } from '../../testing/sample-login.js'
import { TestHome, WORK_FOLDER, type ClrOptions, type ClrRun } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'

const REFUSED = { exitCode: 1, report: { reason: 'creds-not-writable' } }
const STILL_VALID = { exitCode: 0, report: { reason: 'still-valid' } }
const HOUR = ['--min-validity', '1h']

/** Users without a name on this machine. */
const [SOMEBODY, SOMEBODY_ELSE] = [12_345, 12_346]

/** A HOME whose `.claude` is the folder of the credentials file. */
class FolderHome extends TestHome {
  readonly folder = this.at('.claude')

  /** Makes the folder and the file those of `SOMEBODY`. */
  giveAway(): this {
    for (const entry of [this.folder, this.creds]) chownSync(entry, SOMEBODY, SOMEBODY)
    return this
  }

  /** Lets other users into the HOME, but not into what is private in it. */
  open(): this {
    chmodSync(this.path, 0o777)
    return this
  }

  /** Refreshes by a `claude` that notes as whom it runs. */
  refreshAs(options: ClrOptions = {}, args: readonly string[] = []): Promise<ClrRun> {
    return this.clr(['refresh', '--json', ...args], { claude: 'notes-its-user', ...options })
  }

  /** Starts a refresh by a `claude` that stores the new pair when `storeNewPair` is called. */
  startRefresh(env: ClrOptions['env'] = {}) {
    const options = { claude: 'refreshes-when-told', env: { ...env, LC_TOLD: this.at('told') } }
    return this.startClr(['refresh', '--json'], options)
  }

  storeNewPair(): void {
    this.write('told', '')
  }

  /** Kills `clr` during an exchange, of which `claude` then stores the new pair. */
  async killInExchange(env?: ClrOptions['env']): Promise<void> {
    const clr = this.startRefresh(env)
    await this.exchangeUnderWay()
    clr.signal('SIGKILL')
    this.storeNewPair()
  }
}

function expectRefreshedSilently(home: TestHome, run: ClrRun): void {
  expectRefreshed(home, run)
  expect(run.report).toMatchObject({ warnings: [] })
}

/** @param saying what the message or the remedy must contain */
function expectRefused(home: TestHome, run: ClrRun, saying: { message?: string; remedy?: string } = {}): void {
  expect(run).toMatchObject(REFUSED)
  const { message = '', remedy = '' } = saying
  expect(run.report).toMatchObject({
    message: expect.stringContaining(message),
    remedy: expect.stringContaining(remedy)
  })
  expectUntouched(home)
}

describe('a folder that others may write to', () => {
  it.each(['777', '757'])('is refused before anything is sent, with the chmod that repairs it: %s', async octal => {
    using home = new FolderHome()
    chmodSync(home.folder, Number.parseInt(octal, 8))
    const remedy = `chmod go-w ${home.folder}`
    expectRefused(home, await home.refreshAs(), { remedy })
    execFileSync('/bin/sh', ['-c', remedy])
    expectRefreshedSilently(home, await home.refreshAs())
  })

  it('is accepted by a run that sends nothing', async () => {
    using home = new FolderHome()
    chmodSync(home.folder, 0o777)
    const run = await home.refreshAs({}, HOUR)
    expect(run).toMatchObject(STILL_VALID)
    expect(run.report).toMatchObject({ warnings: [] })
    expect(await home.clr(['recover', '--json'])).toMatchObject(STILL_VALID)
    expectUntouched(home)
  })

  it('is accepted if it is sticky, as /tmp, and the file is ours', async () => {
    using home = new FolderHome()
    chmodSync(home.folder, 0o1777)
    expectRefreshedSilently(home, await home.refreshAs())
  })

  it('is accepted with one warning on a file system without modes, also for a recovery', async () => {
    using home = new FolderHome()
    chmodSync(home.folder, 0o777)
    const preload = path.join(import.meta.dirname, '../../testing/no-modes/preload.cjs')
    const env = { NODE_OPTIONS: `--require ${preload}` }
    await home.killInExchange(env)
    const warnings = [expect.stringContaining('does not support file permissions')]
    expect(await home.refreshAs({ env })).toMatchObject({ exitCode: 0, report: { reason: 'recovered', warnings } })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('is refused if it only holds a link to the file: the link could be changed before the write-back', async () => {
    using home = new FolderHome()
    mkdirSync(home.at('shared'))
    chmodSync(home.at('shared'), 0o777)
    symlinkSync(home.creds, home.at('shared/creds.json'))
    const run = await home.refreshAs({}, ['--creds', home.at('shared/creds.json')])
    expectRefused(home, run, { remedy: `chmod go-w ${home.at('shared')}` })
  })
})

describe('another user who may write to the folder', () => {
  it('cannot make clr write elsewhere by a link in place of the work folder', async () => {
    using home = new FolderHome()
    mkdirSync(home.at('elsewhere'))
    symlinkSync(home.at('elsewhere'), home.at(WORK_FOLDER))
    expect(await home.refreshAs()).toMatchObject(REFUSED)
    expect(home.names('elsewhere')).toEqual([])
    expect(existsSync(home.notesPath)).toBe(false)
  })

  it('cannot make clr write elsewhere by a link in the work folder', async () => {
    using home = new FolderHome()
    const { ended } = home.startRefresh()
    await home.exchangeUnderWay()
    const record = { isFileMade: true, pairs: [fingerprint(sampleCredentials())] }
    home.write(`${WORK_FOLDER}/lineage.json`, JSON.stringify(record))
    symlinkSync(home.at('victim'), home.at(WORK_FOLDER, 'replacement-lineage.json'))
    home.storeNewPair()
    expect(await ended).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(existsSync(home.at('victim'))).toBe(false)
  })

  it('cannot make a run hang by a pipe in place of the file', async () => {
    using home = new FolderHome()
    rmSync(home.creds)
    execFileSync('mkfifo', [home.creds])
    const run = await home.refreshAs()
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid' } })
    expect(run.wallMs).toBeLessThan(10_000)
  })

  it('cannot change the mode of the new file by changing that of the old one right after it was read', async () => {
    using home = new FolderHome()
    const env = home.scriptBefore('mkdirSync', 'home-', `fs.chmodSync(${JSON.stringify(home.creds)}, 0o644)`)
    expect(await home.refresh('refreshes', [], env)).toMatchObject({ report: { reason: 'refreshed', warnings: [] } })
    expect(statSync(home.creds).mode & 0o777).toBe(0o600)
  })

  it('cannot change the mode of the new file by changing that of the old one during the exchange', async () => {
    using home = new FolderHome()
    const { ended } = home.startRefresh()
    await until(() => existsSync(home.notesPath))
    chmodSync(home.creds, 0o644)
    home.storeNewPair()
    expect(await ended).toMatchObject({ exitCode: 0, report: { reason: 'refreshed', warnings: [] } })
    expect(statSync(home.creds).mode & 0o777).toBe(0o600)
  })
})

asRoot.describe('a folder that another user can change', () => {
  it('is refused if it belongs to that user, who is not root', async () => {
    using home = new FolderHome().open().giveAway()
    chownSync(home.folder, SOMEBODY_ELSE, SOMEBODY_ELSE)
    expectRefused(home, await home.refreshAs({ uid: SOMEBODY }), { message: `uid ${SOMEBODY_ELSE}` })
  })

  it('is refused if it is sticky and the file belongs to that user', async () => {
    using home = new FolderHome()
    chmodSync(home.folder, 0o1777)
    chownSync(home.creds, SOMEBODY, SOMEBODY)
    expectRefused(home, await home.refreshAs())
  })

  it.each([
    ['folder', 'mkdir'],
    ['file', 'touch']
  ])('is refreshed, with a warning, despite a %s of that user in place of a lock', async (_what, command) => {
    using home = new FolderHome().open().giveAway()
    execFileSync(command, [home.at('.claude.lock')])
    chownSync(home.at('.claude.lock'), SOMEBODY_ELSE, SOMEBODY_ELSE)
    const warnings = [expect.stringContaining('belongs to another user')]
    expect(await home.refreshAs({ uid: SOMEBODY })).toMatchObject({ exitCode: 0, report: { warnings } })
  })

  it('is refused if its group has other members, but not if that is a private group or group 0', async () => {
    using home = new FolderHome().open().giveAway()
    chmodSync(home.folder, 0o770)
    const groupOfNobody = Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' })) // so it has that member
    chownSync(home.folder, SOMEBODY, groupOfNobody)
    expectRefused(home, await home.refreshAs({ uid: SOMEBODY }))
    const memberOfGroup0 = home.write('group', 'root:x:0:nobody\n', 0o644)
    const namespace = ['unshare', '-m', '--propagation', 'private', '/bin/sh', '-c']
    const asSomebody = `setpriv --reuid=${SOMEBODY} --regid=${SOMEBODY} --clear-groups`
    const launcher = [...namespace, `mount --bind ${memberOfGroup0} /etc/group && exec ${asSomebody} "$@"`, 'sh']
    for (const [gid, options] of [
      [0, { launcher }],
      [SOMEBODY, { uid: SOMEBODY }],
      [0, { uid: SOMEBODY }]
    ] as const) {
      chownSync(home.folder, SOMEBODY, gid)
      expectRefreshedSilently(home, await home.refreshAs(options))
      writeFileSync(home.creds, home.originalText)
    }
  })
})

asRoot.describe('root that refreshes in the folder of another user, as in a container', () => {
  it('works with the rights of that user, and so does claude', async () => {
    using home = new FolderHome().open().giveAway()
    expectRefreshedSilently(home, await home.refreshAs())
    expect(home.text('notes')).toBe(`${SOMEBODY} ${SOMEBODY}\n`)
    expect(statSync(home.creds)).toMatchObject({ uid: SOMEBODY, gid: SOMEBODY })
  })

  it.each([
    ['reach the folder, as with a mount below /root', 0o700, () => smallClaude('notes-its-user')],
    ['execute claude', 0o777, (home: TestHome) => path.dirname(home.write('bin/claude', '#!/bin/sh\nexit 1\n', 0o700))]
  ])('is refused before anything is sent if that user cannot %s', async (_what, mode, claudeFolder) => {
    using home = new FolderHome().giveAway()
    chmodSync(home.path, mode)
    const env = { PATH: `${claudeFolder(home)}:/usr/bin:/bin` }
    expectRefused(home, await home.clr(['refresh', '--json'], { env }), { message: `uid ${SOMEBODY}` })
  })

  it.each([
    ['refresh --dry-run', 'ready'],
    ['recover', 'still-valid']
  ])('needs no program of ours that only root can read, as after npx: %s', async (line, reason) => {
    using home = new FolderHome().open().giveAway()
    cpSync(path.dirname(CLR), home.at('private/cli'), { recursive: true })
    chmodSync(home.at('private'), 0o700)
    const command = [process.execPath, home.at('private/cli', path.basename(CLR)), ...line.split(' '), '--json']
    const { stdout } = await startProgram(command, { env: home.environment('refreshes'), cwd: '/' }).ended
    expect(parseJson(stdout)).toMatchObject({ reason })
  })

  it.each([
    ['that user', { uid: SOMEBODY }],
    ['root', {}]
  ])('leaves a new pair that the next run of %s recovers if it was killed', async (_who, next) => {
    using home = new FolderHome().open().giveAway()
    await home.killInExchange()
    expect(await home.refreshAs(next)).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it.each([
    ['without CAP_SETUID', ['setpriv', '--bounding-set=-setuid,-setgid']],
    ['without any capability', ['setpriv', '--bounding-set=-all']],
    ['in a user namespace without that uid', ['unshare', '--user', '--map-root-user']]
  ])('is refused before anything is sent if it is %s', async (_how, launcher) => {
    using home = new FolderHome().open().giveAway()
    chmodSync(home.folder, 0o755)
    chmodSync(home.creds, 0o644)
    expectRefused(home, await home.refreshAs({ launcher }))
    expect(await home.refreshAs({ launcher }, HOUR)).toMatchObject(STILL_VALID)
  })

  it('works as root if the folder is its own, and the file still belongs to that user', async () => {
    using home = new FolderHome()
    chownSync(home.creds, SOMEBODY, SOMEBODY)
    expectRefreshedSilently(home, await home.refreshAs())
    expect(home.text('notes')).toBe('0 0\n')
    expect(statSync(home.creds)).toMatchObject({ uid: SOMEBODY, gid: SOMEBODY })
  })
})

import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { smallClaude } from '../../testing/paths.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { asRoot } from '../../testing/needs.js'
import { NEW_PAIR, sampleCredentials } from '../../testing/sample-login.js'
import { isExchangeUnderWay, until } from '../../testing/waiting.js'

const REFRESHED = { exitCode: 0, report: { reason: 'refreshed', warnings: [] } }
const REFUSED = { exitCode: 1, report: { reason: 'creds-not-writable' } }

/** Users without a name on this machine. */
const [SOMEBODY, SOMEBODY_ELSE] = [12_345, 12_346]

/** Neither a token was sent nor a file changed, and nothing is left. */
function expectUntouched(home: TestHome): void {
  expect(existsSync(home.notesPath)).toBe(false)
  expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
  expect(home.leftovers).toEqual([])
}

function folderOf(home: TestHome): string {
  return path.dirname(home.creds)
}

describe('a folder in which others may write', () => {
  it.each([
    ['777', 'go-w'],
    ['757', 'go-w']
  ])('is refused before anything is sent, with the chmod that mends it: %s', async (octal, change) => {
    using home = new TestHome()
    chmodSync(folderOf(home), Number.parseInt(octal, 8))
    const run = await home.refresh('says-who-it-is')
    expect(run).toMatchObject(REFUSED)
    const remedy = `chmod ${change} ${folderOf(home)}`
    expect(run.report).toMatchObject({ message: expect.stringContaining(remedy) })
    expectUntouched(home)
    execFileSync('/bin/sh', ['-c', remedy])
    expect(await home.refresh('says-who-it-is')).toMatchObject(REFRESHED)
  })

  it('is no reason to refuse a run that sends nothing', async () => {
    using home = new TestHome()
    chmodSync(folderOf(home), 0o777)
    const run = await home.refresh('says-who-it-is', ['--min-validity', '1h'])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid', warnings: [] } })
    expect(await home.clr(['recover', '--json'])).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expectUntouched(home)
  })

  it('is fine if it is sticky and the file is ours, as in /tmp', async () => {
    using home = new TestHome()
    chmodSync(folderOf(home), 0o1777)
    expect(await home.refresh('says-who-it-is')).toMatchObject(REFRESHED)
    expect(home.leftovers).toEqual([])
  })

  it('is used, with one warning, on a file system that keeps no modes, and recovered there too', async () => {
    using home = new TestHome()
    chmodSync(folderOf(home), 0o777)
    const env = { NODE_OPTIONS: `--require ${path.join(import.meta.dirname, '../../testing/no-modes/preload.cjs')}` }
    const child = home.startClr(['refresh', '--json'], {
      claude: 'lands-when-told',
      env: { ...env, LC_TOLD: home.at('told') }
    })
    await until(() => home.isolatedHomes.some(isExchangeUnderWay))
    child.signal('SIGKILL')
    home.write('told', '')
    const next = await home.clr(['refresh', '--json'], { claude: 'says-who-it-is', env })
    expect(next).toMatchObject({
      exitCode: 0,
      report: { reason: 'recovered', warnings: [expect.stringContaining('keeps no modes')] }
    })
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(home.leftovers).toEqual([])
  })
})

describe('a link in a folder in which others may write', () => {
  it('is refused before anything is sent: it could lead elsewhere by the time the pair is written', async () => {
    using home = new TestHome()
    mkdirSync(home.at('shared'))
    chmodSync(home.at('shared'), 0o777)
    symlinkSync(home.creds, home.at('shared/creds.json'))
    const run = await home.refresh('says-who-it-is', ['--creds', home.at('shared/creds.json')])
    expect(run).toMatchObject(REFUSED)
    expect(run.report).toMatchObject({ message: expect.stringContaining(`chmod go-w ${home.at('shared')}`) })
    expectUntouched(home)
  })
})

describe('what somebody plants beside the file', () => {
  it('is not followed: a link in place of the work folder', async () => {
    using home = new TestHome()
    mkdirSync(home.at('elsewhere'))
    symlinkSync(home.at('elsewhere'), `${home.creds}.clr`)
    expect(await home.refresh('says-who-it-is')).toMatchObject(REFUSED)
    expect(home.names('elsewhere')).toEqual([])
    expect(existsSync(home.notesPath)).toBe(false)
  })

  it('is not waited for: a pipe in place of the file', async () => {
    using home = new TestHome()
    rmSync(home.creds)
    execFileSync('mkfifo', [home.creds])
    const run = await home.refresh('says-who-it-is')
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid' } })
    expect(run.wallMs).toBeLessThan(10_000)
  })

  it('does not change the mode of the login: a file with another mode right after it was read', async () => {
    using home = new TestHome()
    const env = home.happening('mkdirSync', 'home-', `fs.chmodSync(${JSON.stringify(home.creds)}, 0o644)`)
    expect(await home.clr(['refresh', '--json'], { claude: 'refreshes', env })).toMatchObject(REFRESHED)
    expect(statSync(home.creds).mode & 0o777).toBe(0o600)
  })

  it('does not change the mode of the login: a file with another mode during the exchange', async () => {
    using home = new TestHome()
    const run = home.clr(['refresh', '--json'], { claude: 'lands-when-told', env: { LC_TOLD: home.at('told') } })
    await until(() => existsSync(home.notesPath))
    chmodSync(home.creds, 0o644)
    home.write('told', '')
    expect(await run).toMatchObject(REFRESHED)
    expect(statSync(home.creds).mode & 0o777).toBe(0o600)
  })
})

asRoot.describe('a folder of a user who is not us', () => {
  it('is refused if that user is not root: the login could be exchanged', async () => {
    using home = reachable(new TestHome())
    chownSync(folderOf(home), SOMEBODY_ELSE, SOMEBODY_ELSE)
    chownSync(home.creds, SOMEBODY, SOMEBODY)
    const run = await home.clr(['refresh', '--json'], { claude: 'says-who-it-is', uid: SOMEBODY })
    expect(run).toMatchObject(REFUSED)
    expect(run.report).toMatchObject({ message: expect.stringContaining(`uid ${SOMEBODY_ELSE}`) })
    expectUntouched(home)
  })

  it('is refused if it is sticky and the file is of somebody else', async () => {
    using home = new TestHome()
    chmodSync(folderOf(home), 0o1777)
    chownSync(home.creds, SOMEBODY, SOMEBODY)
    expect(await home.refresh('says-who-it-is')).toMatchObject(REFUSED)
    expectUntouched(home)
  })

  it.each([
    [
      'folder',
      (lock: string) => {
        mkdirSync(lock)
      }
    ],
    [
      'file',
      (lock: string) => {
        writeFileSync(lock, '')
      }
    ]
  ])('is not locked by a %s that another user plants beside it, as in a sticky folder above', async (_what, plant) => {
    using home = reachable(new TestHome())
    giveToSomebody(home)
    plant(home.at('.claude.lock'))
    chownSync(home.at('.claude.lock'), SOMEBODY_ELSE, SOMEBODY_ELSE)
    const run = await home.clr(['refresh', '--json'], { claude: 'says-who-it-is', uid: SOMEBODY })
    expect(run).toMatchObject({
      exitCode: 0,
      report: { warnings: [expect.stringContaining('belongs to another user')] }
    })
  })

  it('is refused if a group with other members may write in it; a private group and group 0 may', async () => {
    using home = reachable(new TestHome())
    for (const entry of [folderOf(home), home.creds]) chownSync(entry, SOMEBODY, SOMEBODY)
    chmodSync(folderOf(home), 0o770)
    const refresh = (): Promise<ClrRun> => home.clr(['refresh', '--json'], { claude: 'says-who-it-is', uid: SOMEBODY })
    chownSync(folderOf(home), SOMEBODY, gidOfNobody())
    expect(await refresh()).toMatchObject(REFUSED)
    expectUntouched(home)
    const withMember = home.write('group', 'root:x:0:nobody\n', 0o644)
    const ns = ['unshare', '-m', '--propagation', 'private', '/bin/sh', '-c']
    const asSomebody = `setpriv --reuid=${SOMEBODY} --regid=${SOMEBODY} --clear-groups`
    const launcher = [...ns, `mount --bind ${withMember} /etc/group && exec ${asSomebody} "$@"`, 'sh']
    chownSync(folderOf(home), SOMEBODY, 0)
    expect(await home.clr(['refresh', '--json'], { claude: 'says-who-it-is', launcher })).toMatchObject(REFRESHED)
    writeFileSync(home.creds, home.originalText)
    for (const gid of [SOMEBODY, 0]) {
      chownSync(folderOf(home), SOMEBODY, gid)
      expect(await refresh()).toMatchObject(REFRESHED)
      writeFileSync(home.creds, home.originalText)
    }
  })
})

describe('a link that somebody plants in the work folder', () => {
  it('is not written through', async () => {
    using home = new TestHome()
    const run = home.clr(['refresh', '--json'], { claude: 'lands-when-told', env: { LC_TOLD: home.at('told') } })
    await until(() => home.isolatedHomes.some(isExchangeUnderWay))
    const folder = '.claude/.credentials.json.clr'
    home.write(
      `${folder}/lineage.json`,
      JSON.stringify({ isFileMade: true, pairs: [fingerprint(sampleCredentials())] })
    )
    symlinkSync(home.at('victim'), home.at(folder, 'replacement-lineage.json'))
    home.write('told', '')
    expect(await run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(existsSync(home.at('victim'))).toBe(false)
  })
})

/** A group that has a member by that user's primary group. */
function gidOfNobody(): number {
  return Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' }))
}

/** Lets other users come as far as the HOME, but not into what is private in it. */
function reachable(home: TestHome): TestHome {
  chmodSync(home.path, 0o777)
  return home
}

function giveToSomebody(home: TestHome): void {
  for (const entry of [folderOf(home), home.creds]) chownSync(entry, SOMEBODY, SOMEBODY)
}

asRoot.describe('root in the folder of another user, as in a container', () => {
  it('works with the rights of that user, and so does claude', async () => {
    using home = reachable(new TestHome())
    giveToSomebody(home)
    expect(await home.refresh('says-who-it-is')).toMatchObject(REFRESHED)
    expect(readFileSync(home.notesPath, 'utf8')).toBe(`${SOMEBODY} ${SOMEBODY}\n`)
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(statSync(home.creds)).toMatchObject({ uid: SOMEBODY, gid: SOMEBODY })
    expect(home.leftovers).toEqual([])
  })

  it.each([
    ['can’t reach the folder, as with a mount below /root', 0o700, () => smallClaude('says-who-it-is')],
    ['may not execute claude', 0o777, privateClaude]
  ])('is refused before anything is sent if that user %s', async (_why, mode, claudeFolder) => {
    using home = new TestHome()
    chmodSync(home.path, mode)
    const folder = claudeFolder(home)
    giveToSomebody(home)
    const env = { PATH: `${folder}:/usr/bin:/bin` }
    const run = await home.clr(['refresh', '--json'], { env })
    expect(run).toMatchObject(REFUSED)
    expect(run.report).toMatchObject({ message: expect.stringContaining(`uid ${SOMEBODY}`) })
    expectUntouched(home)
  })

  it.each([
    ['that user', { uid: SOMEBODY }],
    ['root', {}]
  ])('leaves, when killed, what the next run of %s recovers', async (_who, next) => {
    using home = reachable(new TestHome())
    giveToSomebody(home)
    const child = home.startClr(['refresh', '--json'], { claude: 'lands-when-told', env: { LC_TOLD: home.at('told') } })
    await until(() => home.isolatedHomes.some(isExchangeUnderWay))
    child.signal('SIGKILL')
    home.write('told', '')
    const run = await home.clr(['refresh', '--json'], { claude: 'says-who-it-is', ...next })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(home.leftovers).toEqual([])
  })

  it.each([
    ['without CAP_SETUID', ['setpriv', '--bounding-set=-setuid,-setgid']],
    ['without any capability', ['setpriv', '--bounding-set=-all']],
    ['in a user namespace without that uid', ['unshare', '--user', '--map-root-user']]
  ])('is refused before anything is sent %s', async (_how, launcher) => {
    using home = reachable(new TestHome())
    giveToSomebody(home)
    chmodSync(folderOf(home), 0o755)
    chmodSync(home.creds, 0o644)
    const run = await home.clr(['refresh', '--json'], { claude: 'says-who-it-is', launcher })
    expect(run).toMatchObject(REFUSED)
    expectUntouched(home)
    const valid = await home.clr(['refresh', '--json', '--min-validity', '1h'], { claude: 'says-who-it-is', launcher })
    expect(valid).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
  })

  it('is root’s own if the folder is, whoever owns the file in it', async () => {
    using home = new TestHome()
    chownSync(home.creds, SOMEBODY, SOMEBODY)
    expect(await home.refresh('says-who-it-is')).toMatchObject(REFRESHED)
    expect(readFileSync(home.notesPath, 'utf8')).toBe('0 0\n')
    expect(statSync(home.creds)).toMatchObject({ uid: SOMEBODY, gid: SOMEBODY })
  })
})

/** The folder of a `claude` that only root may execute. */
function privateClaude(home: TestHome): string {
  return path.dirname(home.write('bin/claude', '#!/bin/sh\nexit 1\n', 0o700))
}

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
import { ClrScene, type ClrRun } from '../../testing/clr.js'
import { asRoot } from '../../testing/needs.js'
import { NEW_PAIR, sampleCredentials } from '../../testing/sample-login.js'
import { isExchangeUnderWay, until } from '../../testing/waiting.js'

const REFRESHED = { exitCode: 0, report: { reason: 'refreshed', warnings: [] } }
const REFUSED = { exitCode: 1, report: { reason: 'creds-not-writable' } }

/** Users without a name on this machine. */
const [SOMEBODY, SOMEBODY_ELSE] = [12_345, 12_346]

/** Neither a token was sent nor a file changed, and nothing is left. */
function expectUntouched(scene: ClrScene): void {
  expect(existsSync(scene.notesPath)).toBe(false)
  expect(readFileSync(scene.creds, 'utf8')).toBe(scene.originalText)
  expect(scene.leftovers).toEqual([])
}

function folderOf(scene: ClrScene): string {
  return path.dirname(scene.creds)
}

describe('a folder in which others may write', () => {
  it.each([
    ['777', 'go-w'],
    ['757', 'go-w']
  ])('is refused before anything is sent, with the chmod that mends it: %s', async (octal, change) => {
    using scene = new ClrScene()
    chmodSync(folderOf(scene), Number.parseInt(octal, 8))
    const run = await scene.refresh('says-who-it-is')
    expect(run).toMatchObject(REFUSED)
    const remedy = `chmod ${change} ${folderOf(scene)}`
    expect(run.report).toMatchObject({ message: expect.stringContaining(remedy) })
    expectUntouched(scene)
    execFileSync('/bin/sh', ['-c', remedy])
    expect(await scene.refresh('says-who-it-is')).toMatchObject(REFRESHED)
  })

  it('is no reason to refuse a run that sends nothing', async () => {
    using scene = new ClrScene()
    chmodSync(folderOf(scene), 0o777)
    const run = await scene.refresh('says-who-it-is', ['--min-validity', '1h'])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'still-valid', warnings: [] } })
    expect(await scene.clr(['recover', '--json'])).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expectUntouched(scene)
  })

  it('is fine if it is sticky and the file is ours, as in /tmp', async () => {
    using scene = new ClrScene()
    chmodSync(folderOf(scene), 0o1777)
    expect(await scene.refresh('says-who-it-is')).toMatchObject(REFRESHED)
    expect(scene.leftovers).toEqual([])
  })

  it('is used, with one warning, on a file system that keeps no modes, and recovered there too', async () => {
    using scene = new ClrScene()
    chmodSync(folderOf(scene), 0o777)
    const env = { NODE_OPTIONS: `--require ${path.join(import.meta.dirname, '../../testing/no-modes/preload.cjs')}` }
    const child = scene.start(['refresh', '--json'], {
      claude: 'lands-when-told',
      env: { ...env, LC_TOLD: scene.at('told') }
    })
    await until(() => isHomeInExchange(scene))
    child.kill('SIGKILL')
    scene.write('told', '')
    const next = await scene.clr(['refresh', '--json'], { claude: 'says-who-it-is', env })
    expect(next).toMatchObject({
      exitCode: 0,
      report: { reason: 'recovered', warnings: [expect.stringContaining('keeps no modes')] }
    })
    expect(scene.login).toMatchObject(NEW_PAIR)
    expect(scene.leftovers).toEqual([])
  })
})

function isHomeInExchange(scene: ClrScene): boolean {
  const folder = '.claude/.credentials.json.clr'
  if (!existsSync(scene.at(folder))) return false
  return scene.names(folder).some(name => name.startsWith('home-') && isExchangeUnderWay(scene.at(folder, name)))
}

describe('a link in a folder in which others may write', () => {
  it('is refused before anything is sent: it could lead elsewhere by the time the pair is written', async () => {
    using scene = new ClrScene()
    mkdirSync(scene.at('shared'))
    chmodSync(scene.at('shared'), 0o777)
    symlinkSync(scene.creds, scene.at('shared/creds.json'))
    const run = await scene.refresh('says-who-it-is', ['--creds', scene.at('shared/creds.json')])
    expect(run).toMatchObject(REFUSED)
    expect(run.report).toMatchObject({ message: expect.stringContaining(`chmod go-w ${scene.at('shared')}`) })
    expectUntouched(scene)
  })
})

describe('what somebody plants beside the file', () => {
  it('is not followed: a link in place of the work folder', async () => {
    using scene = new ClrScene()
    mkdirSync(scene.at('elsewhere'))
    symlinkSync(scene.at('elsewhere'), `${scene.creds}.clr`)
    expect(await scene.refresh('says-who-it-is')).toMatchObject(REFUSED)
    expect(scene.names('elsewhere')).toEqual([])
    expect(existsSync(scene.notesPath)).toBe(false)
  })

  it('is not waited for: a pipe in place of the file', async () => {
    using scene = new ClrScene()
    rmSync(scene.creds)
    execFileSync('mkfifo', [scene.creds])
    const run = await scene.refresh('says-who-it-is')
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid' } })
    expect(run.elapsedMs).toBeLessThan(10_000)
  })

  it('does not change the mode of the login: a file with another mode right after it was read', async () => {
    using scene = new ClrScene()
    const env = scene.happening('mkdirSync', 'home-', `fs.chmodSync(${JSON.stringify(scene.creds)}, 0o644)`)
    expect(await scene.clr(['refresh', '--json'], { claude: 'refreshes', env })).toMatchObject(REFRESHED)
    expect(statSync(scene.creds).mode & 0o777).toBe(0o600)
  })

  it('does not change the mode of the login: a file with another mode during the exchange', async () => {
    using scene = new ClrScene()
    const run = scene.clr(['refresh', '--json'], { claude: 'lands-when-told', env: { LC_TOLD: scene.at('told') } })
    await until(() => existsSync(scene.notesPath))
    chmodSync(scene.creds, 0o644)
    scene.write('told', '')
    expect(await run).toMatchObject(REFRESHED)
    expect(statSync(scene.creds).mode & 0o777).toBe(0o600)
  })
})

asRoot.describe('a folder of a user who is not us', () => {
  it('is refused if that user is not root: the login could be exchanged', async () => {
    using scene = reachable(new ClrScene())
    chownSync(folderOf(scene), SOMEBODY_ELSE, SOMEBODY_ELSE)
    chownSync(scene.creds, SOMEBODY, SOMEBODY)
    const run = await scene.clr(['refresh', '--json'], { claude: 'says-who-it-is', uid: SOMEBODY })
    expect(run).toMatchObject(REFUSED)
    expect(run.report).toMatchObject({ message: expect.stringContaining(`uid ${SOMEBODY_ELSE}`) })
    expectUntouched(scene)
  })

  it('is refused if it is sticky and the file is of somebody else', async () => {
    using scene = new ClrScene()
    chmodSync(folderOf(scene), 0o1777)
    chownSync(scene.creds, SOMEBODY, SOMEBODY)
    expect(await scene.refresh('says-who-it-is')).toMatchObject(REFUSED)
    expectUntouched(scene)
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
    using scene = reachable(new ClrScene())
    giveToSomebody(scene)
    plant(scene.at('.claude.lock'))
    chownSync(scene.at('.claude.lock'), SOMEBODY_ELSE, SOMEBODY_ELSE)
    const run = await scene.clr(['refresh', '--json'], { claude: 'says-who-it-is', uid: SOMEBODY })
    expect(run).toMatchObject({
      exitCode: 0,
      report: { warnings: [expect.stringContaining('belongs to another user')] }
    })
  })

  it('is refused if a group with other members may write in it; a private group and group 0 may', async () => {
    using scene = reachable(new ClrScene())
    for (const entry of [folderOf(scene), scene.creds]) chownSync(entry, SOMEBODY, SOMEBODY)
    chmodSync(folderOf(scene), 0o770)
    const refresh = (): Promise<ClrRun> => scene.clr(['refresh', '--json'], { claude: 'says-who-it-is', uid: SOMEBODY })
    chownSync(folderOf(scene), SOMEBODY, gidOfNobody())
    expect(await refresh()).toMatchObject(REFUSED)
    expectUntouched(scene)
    const withMember = scene.write('group', 'root:x:0:nobody\n', 0o644)
    const ns = ['unshare', '-m', '--propagation', 'private', '/bin/sh', '-c']
    const asSomebody = `setpriv --reuid=${SOMEBODY} --regid=${SOMEBODY} --clear-groups`
    const launcher = [...ns, `mount --bind ${withMember} /etc/group && exec ${asSomebody} "$@"`, 'sh']
    chownSync(folderOf(scene), SOMEBODY, 0)
    expect(await scene.clr(['refresh', '--json'], { claude: 'says-who-it-is', launcher })).toMatchObject(REFRESHED)
    writeFileSync(scene.creds, scene.originalText)
    for (const gid of [SOMEBODY, 0]) {
      chownSync(folderOf(scene), SOMEBODY, gid)
      expect(await refresh()).toMatchObject(REFRESHED)
      writeFileSync(scene.creds, scene.originalText)
    }
  })
})

describe('a link that somebody plants in the work folder', () => {
  it('is not written through', async () => {
    using scene = new ClrScene()
    const run = scene.clr(['refresh', '--json'], { claude: 'lands-when-told', env: { LC_TOLD: scene.at('told') } })
    await until(() => isHomeInExchange(scene))
    const folder = '.claude/.credentials.json.clr'
    scene.write(
      `${folder}/lineage.json`,
      JSON.stringify({ isFileMade: true, pairs: [fingerprint(sampleCredentials())] })
    )
    symlinkSync(scene.at('victim'), scene.at(folder, 'replacement-lineage.json'))
    scene.write('told', '')
    expect(await run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(existsSync(scene.at('victim'))).toBe(false)
  })
})

/** A group that has a member by that user's primary group. */
function gidOfNobody(): number {
  return Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' }))
}

/** Lets other users come as far as the HOME, but not into what is private in it. */
function reachable(scene: ClrScene): ClrScene {
  chmodSync(scene.path, 0o777)
  return scene
}

function giveToSomebody(scene: ClrScene): void {
  for (const entry of [folderOf(scene), scene.creds]) chownSync(entry, SOMEBODY, SOMEBODY)
}

asRoot.describe('root in the folder of another user, as in a container', () => {
  it('works with the rights of that user, and so does claude', async () => {
    using scene = reachable(new ClrScene())
    giveToSomebody(scene)
    expect(await scene.refresh('says-who-it-is')).toMatchObject(REFRESHED)
    expect(readFileSync(scene.notesPath, 'utf8')).toBe(`${SOMEBODY} ${SOMEBODY}\n`)
    expect(scene.login).toMatchObject(NEW_PAIR)
    expect(statSync(scene.creds)).toMatchObject({ uid: SOMEBODY, gid: SOMEBODY })
    expect(scene.leftovers).toEqual([])
  })

  it.each([
    ['can’t reach the folder, as with a mount below /root', 0o700, (scene: ClrScene) => scene.binOf('says-who-it-is')],
    ['may not execute claude', 0o777, privateClaude]
  ])('is refused before anything is sent if that user %s', async (_why, mode, claudeFolder) => {
    using scene = new ClrScene()
    chmodSync(scene.path, mode)
    const folder = claudeFolder(scene)
    giveToSomebody(scene)
    const env = { PATH: `${folder}:/usr/bin:/bin` }
    const run = await scene.clr(['refresh', '--json'], { env })
    expect(run).toMatchObject(REFUSED)
    expect(run.report).toMatchObject({ message: expect.stringContaining(`uid ${SOMEBODY}`) })
    expectUntouched(scene)
  })

  it.each([
    ['that user', { uid: SOMEBODY }],
    ['root', {}]
  ])('leaves, when killed, what the next run of %s recovers', async (_who, next) => {
    using scene = reachable(new ClrScene())
    giveToSomebody(scene)
    const child = scene.start(['refresh', '--json'], { claude: 'lands-when-told', env: { LC_TOLD: scene.at('told') } })
    await until(() => isHomeInExchange(scene))
    child.kill('SIGKILL')
    scene.write('told', '')
    const run = await scene.clr(['refresh', '--json'], { claude: 'says-who-it-is', ...next })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect(scene.login).toMatchObject(NEW_PAIR)
    expect(scene.leftovers).toEqual([])
  })

  it.each([
    ['without CAP_SETUID', ['setpriv', '--bounding-set=-setuid,-setgid']],
    ['without any capability', ['setpriv', '--bounding-set=-all']],
    ['in a user namespace without that uid', ['unshare', '--user', '--map-root-user']]
  ])('is refused before anything is sent %s', async (_how, launcher) => {
    using scene = reachable(new ClrScene())
    giveToSomebody(scene)
    chmodSync(folderOf(scene), 0o755)
    chmodSync(scene.creds, 0o644)
    const run = await scene.clr(['refresh', '--json'], { claude: 'says-who-it-is', launcher })
    expect(run).toMatchObject(REFUSED)
    expectUntouched(scene)
    const valid = await scene.clr(['refresh', '--json', '--min-validity', '1h'], { claude: 'says-who-it-is', launcher })
    expect(valid).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
  })

  it('is root’s own if the folder is, whoever owns the file in it', async () => {
    using scene = new ClrScene()
    chownSync(scene.creds, SOMEBODY, SOMEBODY)
    expect(await scene.refresh('says-who-it-is')).toMatchObject(REFRESHED)
    expect(readFileSync(scene.notesPath, 'utf8')).toBe('0 0\n')
    expect(statSync(scene.creds)).toMatchObject({ uid: SOMEBODY, gid: SOMEBODY })
  })
})

/** The folder of a `claude` that only root may execute. */
function privateClaude(scene: ClrScene): string {
  return path.dirname(scene.write('bin/claude', '#!/bin/sh\nexit 1\n', 0o700))
}

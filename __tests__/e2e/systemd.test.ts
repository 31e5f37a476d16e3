import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Accounts } from '../../testing/accounts.js'
import { startEndpoint, type Endpoint } from '../../testing/endpoint/endpoint.js'
import { namesBelow } from '../../testing/folder-state.js'
import { asRootThatMayMount, needing } from '../../testing/needs.js'
import { ROOT } from '../../testing/paths.js'
import { readRepositoryFile } from '../../testing/repository-files.js'
import { installPrograms, startUnit, type UnitMachine } from '../../testing/systemd/run-unit.js'
import { UnitFile } from '../../testing/systemd/unit-file.js'
import { TempFolder } from '../../testing/temp-folder.js'
import { CREDENTIALS, TestHome } from '../../testing/test-home.js'

const FOLDER = path.join(ROOT, 'examples/systemd')
const UNITS = readdirSync(FOLDER)
const SERVICES = UNITS.filter(name => name.endsWith('.service'))

/** The file of changes in the documents, without its indentation. */
const [, dropIn = ''] = /```ini\n([^]*?)```/.exec(readRepositoryFile('docs/use-cases.md')) ?? []
const DROP_IN = dropIn.replace(/^ +/gm, '')

/** The first version that judges a unit file without installing it (`security --offline`). */
const OLDEST_SYSTEMD = 250

/** The status is null, and all else empty, if there is no such program. */
function systemdAnalyze(...args: readonly string[]) {
  const ended = spawnSync('systemd-analyze', [...args, '--no-pager'], { encoding: 'utf8' })
  if (ended.error !== undefined) return { status: null, stdout: '', stderr: '' }
  const { status, stdout, stderr } = ended
  return { status, stdout, stderr }
}

const [, version = '0'] = /^systemd (\d+)/.exec(systemdAnalyze('--version').stdout) ?? []
const withSystemd = needing(`systemd-analyze ${OLDEST_SYSTEMD}`, Number(version) >= OLDEST_SYSTEMD)

withSystemd.describe('systemd', () => {
  it('understands every line of the units', () => {
    const files = UNITS.map(name => path.join(FOLDER, name))
    expect(systemdAnalyze('verify', '--man=no', ...files)).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it.each([
    ['understands every line of the file of changes in the documents', DROP_IN, /^$/],
    ['would name a line of it that it does not understand', DROP_IN.replace('Paths=', 'Path='), /'ReadWritePath'/]
  ])('%s', (_title, changes, message) => {
    using folder = new TempFolder()
    for (const name of UNITS) copyFileSync(path.join(FOLDER, name), folder.at(name))
    folder.write('clr-refresh@.service.d/override.conf', changes, 0o644)
    expect(systemdAnalyze('verify', '--man=no', folder.at('clr-refresh@.service')).stderr).toMatch(message)
  })

  it('would name a line that it does not understand', () => {
    using folder = new TempFolder()
    for (const name of UNITS) copyFileSync(path.join(FOLDER, name), folder.at(name))
    const [service = ''] = SERVICES
    folder.write(service, folder.text(service).replace('ProtectSystem=', 'ProtectSytem='), 0o644)
    expect(systemdAnalyze('verify', '--man=no', folder.at(service)).stderr).toContain("'ProtectSytem'")
  })

  it.each(SERVICES)('finds %s as well protected as the documents say', name => {
    const { stdout } = systemdAnalyze('security', '--offline=yes', path.join(FOLDER, name))
    const [, level = ''] = /Overall exposure level for \S+: (\d+\.\d)/.exec(stdout) ?? []
    expect(Number(level)).toBeLessThanOrEqual(2)
    expect(readRepositoryFile('docs/use-cases.md')).toContain('`systemd-analyze security` rates both below 2')
  })
})

describe('the units', () => {
  it.each(SERVICES)('%s lets Node compile code, and sees the whole of /proc', name => {
    const unit = UnitFile.ofExample(name, 'anna')
    expect([unit.valueOf('MemoryDenyWriteExecute'), unit.valueOf('ProcSubset')]).toEqual([null, null])
  })

  it('a stop signals clr and nothing else, and the line for many logins not at all, since it could end claude in an exchange', () => {
    const stopsOf = (name: string) => {
      const unit = UnitFile.ofExample(name, 'anna')
      return [unit.wordsOf('ExecStart').slice(0, 2).join(' '), unit.valueOf('KillMode'), unit.valueOf('KillSignal')]
    }
    expect(SERVICES.map(stopsOf)).toEqual([
      ['/bin/sh -c', null, 'SIGCONT'],
      ['/usr/bin/env clr', 'mixed', null]
    ])
  })

  it('a stop waits for many logins as long as a run may take', () => {
    const unit = UnitFile.ofExample('clr-refresh-accounts.service')
    expect(unit.valueOf('TimeoutStopSec')).toBe(unit.valueOf('TimeoutStartSec'))
  })

  it('the file of changes in the documents first empties each setting that would otherwise be added to', () => {
    const settings = DROP_IN.match(/^(ExecStart|ReadWritePaths)=.?/gm)
    expect(settings).toEqual(['ReadWritePaths=', 'ReadWritePaths=/', 'ExecStart=', 'ExecStart=/'])
  })

  it.each(SERVICES)('%s has a timer that starts it often enough for its --min-validity', name => {
    const timer = UnitFile.ofExample(name.replace('.service', '.timer'), 'anna')
    const [, hours = ''] = /--min-validity (\d+)h/.exec(UnitFile.ofExample(name, 'anna').text) ?? []
    expect(timer.valueOf('OnCalendar')).toMatch(/^\*-\*-\* \*:\d\d$/)
    const [, delayMinutes = ''] = /^(\d+)min$/.exec(timer.valueOf('RandomizedDelaySec') ?? '') ?? []
    expect(60 + Number(delayMinutes)).toBeLessThan(60 * Number(hours))
    expect(timer.valueOf('Persistent')).toBe('yes')
  })
})

asRootThatMayMount().describe('the command of a unit, as an ordinary user, with its read-only mounts', () => {
  let endpoint: Endpoint

  beforeEach(async () => {
    endpoint = await startEndpoint()
  })
  afterEach(() => endpoint.close())

  /** A machine on which the folder is at its place, and the names in it. */
  function machineWith(folder: TempFolder, place: string): { machine: UnitMachine; names: readonly string[] } {
    copyFileSync(endpoint.caPath, folder.at('ca.pem'))
    installPrograms({ folder })
    const variables = { HTTPS_PROXY: endpoint.proxyUrl, NODE_EXTRA_CA_CERTS: path.join(place, 'ca.pem') }
    return { machine: { folder, place, variables }, names: namesBelow(folder.path) }
  }

  /** A server with a user who has a login. */
  function userWithLogin() {
    const login = endpoint.newLogin()
    const home = new TestHome(JSON.stringify(login))
    const dispose = home[Symbol.dispose].bind(home)
    return { login, home, ...machineWith(home, '/home/clr-unit-test'), [Symbol.dispose]: dispose }
  }

  const userUnit = UnitFile.ofExample('clr-refresh@.service', 'clr-unit-test')

  it("refreshes a user's login, and leaves nothing", async () => {
    using setup = userWithLogin()
    const { login, home, machine, names } = setup
    const run = await startUnit(userUnit, machine).ended
    expect(run).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringMatching(/^refreshed /) })
    expect(home.login).toMatchObject(endpoint.currentPair(login))
    expect([endpoint.requests.token.length, endpoint.reuses, endpoint.requests.model]).toEqual([1, 0, []])
    expect(namesBelow(home.path)).toEqual(names)
  })

  it('fails before the token is sent if no folder is writable', async () => {
    using setup = userWithLogin()
    const run = await startUnit(userUnit.without('ReadWritePaths'), setup.machine).ended
    expect(run.exitCode).toBe(1)
    expect(run.stderr).toContain('creds-not-writable')
    expect([endpoint.requests.token, setup.home.text(CREDENTIALS)]).toEqual([[], setup.home.originalText])
    expect(namesBelow(setup.home.path)).toEqual(setup.names)
  })

  it('warns of the lock that it cannot take if only the folder .claude is writable, and not the one above', async () => {
    using setup = userWithLogin()
    const unit = userUnit.with('ReadWritePaths', '/home/clr-unit-test/.claude')
    const run = await startUnit(unit, setup.machine).ended
    expect(run.exitCode).toBe(0)
    expect(run.stderr).toContain('cannot take the lock /home/clr-unit-test/.claude.lock: the file system is read-only')
  })

  it('refreshes many logins, and leaves nothing', async () => {
    using accounts = new Accounts(endpoint, ['anna', 'ben', 'with blanks'])
    const { machine, names } = machineWith(accounts, '/var/lib/claude')
    const run = await startUnit(UnitFile.ofExample('clr-refresh-accounts.service'), machine).ended
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(accounts.refreshed).toEqual(['anna', 'ben', 'with blanks'])
    expect(accounts.sends).toEqual({ anna: 1, ben: 1, 'with blanks': 1 })
    expect([endpoint.reuses, endpoint.requests.model]).toEqual([0, []])
    expect(namesBelow(accounts.path)).toEqual(names)
  })
})

import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { isJsonObject } from '../../src/core/json.js'
import { startEndpoint, type Endpoint } from '../../testing/endpoint/endpoint.js'
import { GitHost, withGitDaemon } from '../../testing/git-host.js'
import { parseObject } from '../../testing/json-object.js'
import { ROOT } from '../../testing/paths.js'
import { startProgram, type Ended } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'

const SPEC = 'github:org/clr-refresh#v1'
const MANIFEST = parseObject(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
const VERSION = `clr ${String(MANIFEST.version)}\n`

/** A user's machine on which npm has never run. Its HTTP requests, such as those to the registry, reach only the stand-in. */
class UserMachine extends TempFolder {
  constructor(
    host: GitHost,
    private readonly internet: Endpoint
  ) {
    super()
    this.write('.gitconfig', host.gitconfig)
  }

  run(program: string, ...args: readonly string[]): Promise<Ended> {
    const env = {
      ...this.internet.environment,
      PATH: process.env.PATH ?? '',
      HOME: this.path,
      GIT_ALLOW_PROTOCOL: 'git',
      npm_config_prefix: this.at('prefix'),
      npm_config_cache: this.at('cache'),
      // Requests that npm makes whatever the package: is there a newer npm, and are there warnings about the package?
      npm_config_update_notifier: 'false',
      npm_config_audit: 'false'
    }
    return startProgram([program, ...args], { env, cwd: this.path }).ended
  }
}

withGitDaemon.describe('clr installed from GitHub', () => {
  let host: GitHost
  let internet: Endpoint
  let machine: UserMachine
  beforeAll(async () => {
    host = await GitHost.start()
    internet = await startEndpoint()
    machine = new UserMachine(host, internet)
  })
  afterAll(async () => {
    machine[Symbol.dispose]()
    host[Symbol.dispose]()
    await internet.close()
  })

  /** URLs requested, without the archive of the commit: npm tries that before a clone, and the stand-in has none. */
  function otherRequests(): readonly string[] {
    const urls = internet.requests.other.map(({ url }) => url)
    return urls.filter(url => !url.startsWith('https://codeload.github.com/org/clr-refresh/tar.gz/'))
  }

  it('runs after `npm install -g`, which installs only its own files and does not ask the registry', async () => {
    expect(await machine.run('npm', 'install', '-g', SPEC)).toMatchObject({ exitCode: 0 })
    expect(otherRequests()).toEqual([])
    const installed = machine.at('prefix/lib/node_modules/clr-refresh')
    expect(lstatSync(installed).isSymbolicLink()).toBe(false)
    const bundle = readdirSync(path.join(ROOT, 'dist/cli')).map(name => `dist/cli/${name}`)
    expect(filesIn(installed)).toEqual(['LICENSE', 'README.md', ...bundle, 'package.json'].sort())
    const program = realpathSync(machine.at('prefix/bin/clr'))
    expect(program).toBe(path.join(installed, 'dist/cli/index.js'))
    expect(await machine.run(program, '--version')).toMatchObject({ exitCode: 0, stdout: VERSION, stderr: '' })
    const help = await machine.run(machine.at('prefix/bin/clr'), '--help')
    expect(help).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('clr refresh'), stderr: '' })
  })

  it('runs with `npx`, which does not ask the registry', async () => {
    const { exitCode, stdout } = await machine.run('npx', '--yes', SPEC, '--version')
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: VERSION })
    expect(otherRequests()).toEqual([])
  })

  it('says with `npx` what to type instead of the `clr` in its messages', async () => {
    const { exitCode, stderr } = await machine.run('npx', '--yes', SPEC, 'refesh')
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining(`Type \`npx ${SPEC}\` instead`)
    })
  })

  it('is updated by the same commands after a release', async () => {
    host.release('99.0.0')
    expect(await machine.run('npm', 'install', '-g', SPEC)).toMatchObject({ exitCode: 0 })
    expect(await machine.run('npx', '--yes', SPEC, '--version')).toMatchObject({ exitCode: 0 })
    const [cached = ''] = readdirSync(machine.at('cache/_npx'))
    const copies = ['prefix/lib', `cache/_npx/${cached}`].map(folder => `${folder}/node_modules/clr-refresh`)
    expect(copies.map(copy => parseObject(machine.text(`${copy}/package.json`)).version)).toEqual(['99.0.0', '99.0.0'])
  })

  it('is removed by `npm uninstall -g clr-refresh`', async () => {
    expect(await machine.run('npm', 'uninstall', '-g', 'clr-refresh')).toMatchObject({ exitCode: 0 })
    expect(existsSync(machine.at('prefix/bin/clr'))).toBe(false)
    expect(readdirSync(machine.at('prefix/lib/node_modules'))).toEqual([])
    expect(otherRequests()).toEqual([])
  })
})

it('package.json has no script, workspace or dependency that would make npm fetch other packages', () => {
  expect(MANIFEST).not.toHaveProperty('dependencies')
  expect(MANIFEST).not.toHaveProperty('workspaces')
  const scripts = Object.keys(isJsonObject(MANIFEST.scripts) ? MANIFEST.scripts : {})
  const causes = ['build', 'prepare', 'prepack', 'preinstall', 'install', 'postinstall']
  expect(scripts).toContain('bundle')
  expect(scripts.filter(name => causes.includes(name))).toEqual([])
})

/** The paths of all files below a folder, sorted. */
function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter(name => statSync(path.join(folder, name)).isFile()).sort()
}

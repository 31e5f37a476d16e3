import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseClaudeVersion } from '../../../src/action/install/claude-version.js'
import { processesOf } from '../../../testing/processes.js'
import { choose, VERSION_MANAGERS } from '../../../testing/version-managers.js'
import { until } from '../../../testing/waiting.js'
import { NO_CALL, NPM, NpmRunner } from '../../../testing/npm-runner.js'

describe('installClaude', () => {
  it('puts an exact version into the tool cache only once it is complete, and leaves nothing else', async () => {
    using runner = new NpmRunner()
    const folder = await runner.install('v2.1.330')
    expect(folder).toBe(path.join(runner.folderOf('2.1.330'), 'bin'))
    expect(readdirSync(folder)).toEqual(['claude'])
    expect(runner.names('tools/claude-code/2.1.330')).toEqual([process.arch, `${process.arch}.complete`])
    expect(runner.names('tools/claude-code')).toEqual(['2.1.330'])
    expect(runner.names()).toEqual(['npm-notes', 'tools'])
  })

  it('uses an exact version from the tool cache the next time, without npm', async () => {
    using runner = new NpmRunner()
    const folder = await runner.install('2.1.330')
    expect(await runner.install('2.1.330', { PATH: '/usr/bin:/bin' })).toBe(folder)
    expect(runner.calls).toHaveLength(1)
  })

  it('looks up latest in the registry, and installs that version once', async () => {
    using runner = new NpmRunner()
    const folder = await runner.install('latest')
    expect(folder).toBe(path.join(runner.folderOf('2.1.330'), 'bin'))
    expect(await runner.install('latest')).toBe(folder)
    expect(runner.calls.map(({ command }) => command)).toEqual(['view', 'install', 'view'])
  })

  it('starts npm in a new environment, HOME and folder', async () => {
    using runner = new NpmRunner()
    const secrets = { GITHUB_TOKEN: 'x', NODE_OPTIONS: '--no-warnings', NODE_AUTH_TOKEN: 'x', INPUT_CREDS: 'x' }
    const steering = { NPM_CONFIG_USERCONFIG: 'x', npm_config_prefix: 'x', CLAUDE_CODE_CLIENT_KEY: 'x' }
    const wanted = { HTTPS_PROXY: 'http://127.0.0.1:1', NPM_CONFIG_REGISTRY: 'http://127.0.0.1:2' }
    await runner.install('2.1.330', { ...secrets, ...steering, ...wanted })
    const { env, cwd, home, args } = runner.calls[0] ?? NO_CALL
    const names = ['DISABLE_AUTOUPDATER', 'HOME', 'LC_NPM_NOTES', 'PATH', 'USERPROFILE', ...Object.keys(wanted)]
    expect(Object.keys(env).sort()).toEqual(names.sort())
    expect(env).toMatchObject(wanted)
    expect(cwd).toBe(env.HOME)
    expect(cwd).toMatch(new RegExp(`^${runner.path}/clr-npm-\\w+$`))
    expect(home).toEqual([])
    expect(args).toContain('@anthropic-ai/claude-code@2.1.330')
  })

  it('makes npm check certificates, even if the configuration of the machine says otherwise', async () => {
    using runner = new NpmRunner()
    await runner.install('latest')
    expect(runner.calls.map(({ args }) => args.includes('--strict-ssl=true'))).toEqual([true, true])
  })

  it('installs a version again if the one in the tool cache does not run', async () => {
    using runner = new NpmRunner()
    const folder = await runner.install('2.1.330')
    writeFileSync(path.join(folder, 'claude'), 'exit 1\n')
    expect(await runner.install('2.1.330')).toBe(folder)
    expect(runner.calls).toHaveLength(2)
  })

  it.each([
    [
      '9.9.9',
      {},
      'npm install ended with exit status 1: code ETARGET, notarget No matching version found for @anthropic-ai/claude-code@9.9.9.'
    ],
    ['nightly', {}, 'npm view ended with exit status 1'],
    ['6.6.6', {}, 'claude 6.6.6 was installed, but does not run: broken'],
    ['2.1.330', { PATH: '/nowhere' }, 'there is no program `npm` on PATH'],
    ['6.6.6', { RUNNER_TOOL_CACHE: '' }, 'claude 6.6.6 was installed, but does not run: broken'],
    ['2.1.330', { RUNNER_TEMP: '/dev/null/x' }, 'cannot install claude in /dev/null/x/clr-npm-']
  ])('says why it cannot install %s with %j, and leaves nothing', async (version, variables, sentence) => {
    using runner = new NpmRunner()
    await expect(runner.install(version, variables)).rejects.toMatchObject({
      reason: 'claude-install-failed',
      message: expect.stringContaining(sentence)
    })
    expect(runner.names().filter(name => name.startsWith('clr-'))).toEqual([])
    expect(existsSync(runner.at('tools')) ? runner.names('tools/claude-code') : []).toEqual([])
  })

  it.each([
    ['NPM_CONFIG_REGISTRY', 'https://anna:test-password@npm.acme.test/npm/?k=test-key', 'https://npm.acme.test/npm/'],
    ['npm_config_registry', 'http://127.0.0.1:2', 'http://127.0.0.1:2/'],
    ['npm_config_registry', 'test-password', 'no valid address'],
    ['npm_config_registry', 'http://127.0.0.1:2/npm;token=test-token/#test-fragment', 'http://127.0.0.1:2/npm/']
  ])('names the registry that %s sets, without its password: %s', async (variable, address, named) => {
    using runner = new NpmRunner()
    await runner.install('latest', { [variable]: address })
    expect(new Set(runner.notes)).toEqual(new Set([`npm registry: ${named} (${variable})`]))
  })

  it.each([
    'https://anna:test-password@npm.acme.test/',
    'https://npm.acme.test/?token=test-password',
    'https://npm.acme.test/#test-password'
  ])('does not print a password of the registry that npm prints: %s', async address => {
    using runner = new NpmRunner()
    const failure = runner.install('7.7.7', { NPM_CONFIG_REGISTRY: address })
    await expect(failure).rejects.toMatchObject({ message: expect.stringContaining('https://npm.acme.test/ failed') })
  })

  it('does not wait for npm if the runner cancels', async () => {
    using runner = new NpmRunner()
    await expect(runner.install('2.1.330', {}, AbortSignal.abort())).rejects.toMatchObject({ reason: 'cancelled' })
  })
})

describe('parseClaudeVersion', () => {
  it.each(['latest', 'stable', 'next'])('takes %s for a tag', tag => {
    expect(parseClaudeVersion(tag)).toEqual({ kind: 'tag', tag })
  })

  it.each([
    ['2.1.330', '2.1.330'],
    ['v2.1.330', '2.1.330'],
    ['3.0.0-beta.1', '3.0.0-beta.1']
  ])('takes %s for an exact version', (text, version) => {
    expect(parseClaudeVersion(text)).toEqual({ kind: 'exact', version })
  })

  it.each(['^2', '2', '2.1', 'v2', '>=2.0.0', '../x', 'a b', '--help', 'file:x', 'LATEST', '2.1.330/..', ''])(
    'refuses %j',
    text => {
      expect(() => parseClaudeVersion(text)).toThrow(expect.objectContaining({ reason: 'usage' }))
    }
  )
})

describe.each(VERSION_MANAGERS)('an npm that is a shim of $name', manager => {
  it('leads to the real npm, which runs with the real node if that has a shim, too', async () => {
    using runner = new NpmRunner()
    const shims = manager.install(runner, ['npm', 'node'])
    runner.write(manager.userFile, choose({ npm: `${NPM}/npm`, node: process.execPath }))
    await runner.install('2.1.330', { PATH: `${shims}:/usr/bin:/bin` })
    const { PATH = '' } = runner.calls[0]?.env ?? {}
    expect(PATH).toBe(`${NPM}:${path.dirname(process.execPath)}:${shims}:/usr/bin:/bin`)
  })

  it('leaves no process running if the step is cancelled while its manager does not answer', async () => {
    using runner = new NpmRunner()
    const shims = manager.install(runner, ['npm'])
    runner.write(manager.userFile, `: >${runner.at('asked')}; sleep 600`)
    const cancel = new AbortController()
    const installed = runner.install('2.1.330', { PATH: `${shims}:/usr/bin:/bin` }, cancel.signal)
    void until(() => existsSync(runner.at('asked'))).then(() => {
      cancel.abort()
    })
    await expect(installed).rejects.toMatchObject({ reason: 'cancelled' })
    await until(() => processesOf(runner.path).length === 0)
  })

  it('is named in the message if there is no program behind it', async () => {
    using runner = new NpmRunner()
    const shims = manager.install(runner, ['npm'])
    runner.write('base/README', '') // what the shims are made of, without the npm that may lie beside it
    for (const tool of ['sh', 'bash', 'env', 'dirname']) symlinkSync(`/usr/bin/${tool}`, runner.at('base', tool))
    await expect(runner.install('2.1.330', { PATH: `${shims}:${runner.at('base')}` })).rejects.toMatchObject({
      reason: 'claude-install-failed',
      message: expect.stringContaining(`npm is a shim of ${manager.name}, but \`${manager.name} which npm\`, `)
    })
  })
})

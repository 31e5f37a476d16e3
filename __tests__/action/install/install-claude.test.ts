import {
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parseClaudeVersion } from '../../../src/action/install/claude-version.js'
import { ownIdentity } from '../../../src/core/system/process-identity.js'
import { InstallRunner } from '../../../testing/install-runner.js'
import { rejectionOf } from '../../../testing/refusal.js'
import {
  CLAUDE_PACKAGE,
  publishClaude,
  scriptFor,
  startClaudeRegistry,
  THIS_PLATFORM
} from '../../../testing/registry/claude-package.js'
import type { StandInRegistry } from '../../../testing/registry/registry.js'
import { until } from '../../../testing/waiting.js'

const PLATFORM_PACKAGE = `${CLAUDE_PACKAGE}-${THIS_PLATFORM}`
const UNREACHABLE = { NPM_CONFIG_REGISTRY: 'http://127.0.0.1:1/' }

let registry: StandInRegistry
beforeEach(async () => {
  registry = await startClaudeRegistry('refreshes')
})
afterEach(() => registry.close())

/** The packages whose tarballs were downloaded. */
function downloads(): readonly string[] {
  return registry.paths.filter(name => name.endsWith('.tgz')).map(name => name.replace(/\/-\/.*$/, ''))
}

describe('installClaude', () => {
  it('puts an exact version into the tool cache only once it is complete, and leaves nothing else', async () => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install('v2.1.330')
    expect(folder).toBe(path.join(runner.folderOf('2.1.330'), 'bin'))
    expect(readdirSync(folder)).toEqual(['claude'])
    expect(runner.names('tools/claude-code/2.1.330')).toEqual([process.arch, `${process.arch}.complete`])
    expect(runner.names('tools/claude-code')).toEqual(['2.1.330'])
    expect(runner.names()).toEqual(['tools'])
  })

  it('installs the package for this machine in the layout of npm, and nothing of the main package', async () => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install('2.1.330')
    const modules = path.join(runner.folderOf('2.1.330'), 'lib/node_modules/@anthropic-ai')
    expect(readdirSync(modules)).toEqual([path.basename(PLATFORM_PACKAGE)])
    expect(readdirSync(path.join(modules, path.basename(PLATFORM_PACKAGE))).sort()).toEqual([
      'LICENSE.md',
      'README.md',
      'claude',
      'package.json'
    ])
    expect(readlinkSync(path.join(folder, 'claude'))).toBe(`../lib/node_modules/${PLATFORM_PACKAGE}/claude`)
    expect(downloads()).toEqual([PLATFORM_PACKAGE])
  })

  it('uses an exact version from the tool cache the next time, without the registry', async () => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install('2.1.330')
    await registry.close()
    expect(await runner.install('2.1.330')).toBe(folder)
    registry = await startClaudeRegistry('refreshes')
  })

  it('looks up latest in the registry, and installs that version once', async () => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install('latest')
    expect(folder).toBe(path.join(runner.folderOf('2.1.330'), 'bin'))
    expect(await runner.install('latest')).toBe(folder)
    expect(downloads()).toHaveLength(1)
  })

  it('asks for the short metadata, as npm does, and for nothing else but keys and tarball', async () => {
    using runner = new InstallRunner(registry)
    await runner.install('stable')
    expect(registry.paths).toEqual([
      '@anthropic-ai%2fclaude-code',
      PLATFORM_PACKAGE.replace('/', '%2f'),
      '-/npm/v1/keys',
      expect.stringMatching(/\.tgz$/)
    ])
    expect(registry.requests[0]?.headers.accept).toBe(
      'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8'
    )
  })

  it('says in the log which package of which size came from which registry', async () => {
    using runner = new InstallRunner(registry)
    await runner.install('2.1.330')
    expect(runner.notes).toEqual([
      `npm registry: ${registry.url} (NPM_CONFIG_REGISTRY)`,
      `${PLATFORM_PACKAGE} 2.1.330: 0.0 MB from ${registry.url}`
    ])
  })

  it('uses a version in the layout of npm, whose program is outside of the package for the platform, and reads no manifest', async () => {
    using runner = new InstallRunner(null)
    const folder = path.relative(runner.path, runner.folderOf('2.1.330'))
    const program = 'lib/node_modules/@anthropic-ai/claude-code/bin/claude.exe'
    runner.write(path.join(folder, program), scriptFor('2.1.330', '').content, 0o755)
    mkdirSync(runner.at(folder, 'bin'))
    symlinkSync(`../${program}`, runner.at(folder, 'bin/claude'))
    runner.write(`${folder}.complete`, '')
    expect(await runner.install('2.1.330', { variables: UNREACHABLE })).toBe(runner.at(folder, 'bin'))
    expect(runner.notes).toEqual([])
  })

  it('installs a version again if the one in the tool cache has no program', async () => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install('2.1.330')
    rmSync(path.join(folder, 'claude'))
    expect(await runner.install('2.1.330')).toBe(folder)
    expect([downloads().length, runner.leftovers]).toEqual([2, []])
  })

  it('installs a version again if the one in the tool cache does not run', async () => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install('2.1.330')
    writeFileSync(path.join(folder, 'claude'), 'exit 1\n')
    expect(await runner.install('2.1.330')).toBe(folder)
    expect(downloads()).toHaveLength(2)
  })

  it('installs the package itself if it names none for platforms, as before 2.1.113: its program is made executable, and its script does not run', async () => {
    const program = "#!/usr/bin/env node\nconsole.log('2.1.112 (Claude Code)')\n"
    const files = { 'cli.js': program, 'vendor/rg': { content: 'x', mode: 0o755 } }
    const optionalDependencies = { '@img/sharp-linux-x64': '^0.33.5' }
    using runner = new InstallRunner(registry)
    await registry.publish({
      name: CLAUDE_PACKAGE,
      version: '2.1.112',
      files,
      bin: { claude: 'cli.js' },
      scripts: { postinstall: `: >'${runner.at('script-ran')}'` },
      optionalDependencies
    })
    const folder = await runner.install('2.1.112')
    const home = path.join(runner.folderOf('2.1.112'), 'lib/node_modules', CLAUDE_PACKAGE)
    expect(realpathSync(path.join(folder, 'claude'))).toBe(path.join(home, 'cli.js'))
    expect(['cli.js', 'vendor/rg', 'package.json'].map(name => statSync(path.join(home, name)).mode & 0o777)).toEqual([
      0o755, 0o755, 0o644
    ])
    expect([downloads(), runner.names()]).toEqual([[CLAUDE_PACKAGE], ['tools']]) // no script ran
  })

  it('reads no .npmrc of the user', async () => {
    using runner = new InstallRunner(registry)
    runner.write('.npmrc', 'registry=http://127.0.0.1:1/\n//127.0.0.1/:_authToken=test-token\n')
    await runner.install('2.1.330')
    expect(registry.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined
    ])
  })

  it.each(['../../../evil', '/bin/sh', '', '..', 'cli\0.js'])(
    'does not link to a program outside the package: %j',
    async program => {
      await registry.publish({ name: CLAUDE_PACKAGE, version: '2.1.111', files: { x: '' }, bin: { claude: program } })
      using runner = new InstallRunner(registry)
      const { reason, message } = await rejectionOf(runner.install('2.1.111'))
      expect([reason, message]).toEqual([
        'claude-install-failed',
        '@anthropic-ai/claude-code 2.1.111 names no program claude'
      ])
    }
  )

  it('does not wait, download or leave anything if the runner has cancelled', async () => {
    using runner = new InstallRunner(registry)
    const cancelled = runner.install('2.1.330', { cancel: AbortSignal.abort() })
    await expect(cancelled).rejects.toMatchObject({ reason: 'cancelled' })
    expect([registry.requests, runner.names()]).toEqual([[], []])
  })
})

/** How the remedy starts. */
const OTHER_VERSION = 'Set `claude-version` to another version'

describe('an installation that fails', () => {
  it.each([
    ['9.9.9', {}, 'has no version 9.9.9 of @anthropic-ai/claude-code', 'Set `claude-version` to a version'],
    ['nightly', {}, 'has no tag nightly of @anthropic-ai/claude-code', 'Set `claude-version` to a version'],
    ['empty', {}, 'has no valid version at the tag empty of @anthropic-ai/claude-code', 'Set `claude-version` to'],
    [
      '7.7.7',
      {},
      `@anthropic-ai/claude-code 7.7.7 names another version of ${PLATFORM_PACKAGE}`,
      'Set `claude-version`'
    ],
    ['constructor', {}, 'has no tag constructor of', 'Set `claude-version` to a version'],
    ['6.6.6', {}, 'what was downloaded as claude 6.6.6 does not run: broken', OTHER_VERSION],
    ['6.6.6', { RUNNER_TOOL_CACHE: '' }, 'what was downloaded as claude 6.6.6 does not run: broken', OTHER_VERSION],
    ['5.5.5', {}, 'what was downloaded as claude 5.5.5 is another version: 1.2.3', OTHER_VERSION],
    ['5.5.4', {}, 'what was downloaded as claude 5.5.4 is another version: 1.2.3', OTHER_VERSION],
    ['1.1.1', {}, 'what was downloaded as claude 1.1.1 cannot be started (ENOENT)', OTHER_VERSION],
    ['4.4.4', {}, `claude 4.4.4 has no program for ${THIS_PLATFORM}`, 'Use a runner with one of these platforms'],
    ['3.3.3', {}, `has no version 3.3.3 of ${PLATFORM_PACKAGE}`, 'Set `claude-version` to a version'],
    [
      '2.1.330',
      { RUNNER_TOOL_CACHE: '', RUNNER_TEMP: '/dev/null/x' },
      'cannot install claude in /dev/null/x/.clr-stage-',
      'Check that the user of the runner may write there'
    ]
  ])('says why it cannot install %s with %j, and leaves nothing', async (version, variables, sentence, remedyStart) => {
    await publishFaulty()
    using runner = new InstallRunner(registry)
    const { reason, message, remedy } = await rejectionOf(runner.install(version, { variables }))
    expect([reason, message]).toEqual(['claude-install-failed', expect.stringContaining(sentence)])
    expect(remedy.startsWith(remedyStart)).toBe(true)
    expect(remedy).toMatch(/This run did not use the refresh token\.$/)
    expect(runner.leftovers).toEqual([])
    expect(existsSync(runner.folderOf(version))).toBe(false)
  })

  it('names the registry and the version in its message', async () => {
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(runner.install('9.9.9'))
    expect(message).toBe(`the npm registry ${registry.url} has no version 9.9.9 of @anthropic-ai/claude-code`)
  })
})

/** A runner whose `claude` waits while its version is asked for, in a file `pid`. */
async function publishWaiting(runner: InstallRunner): Promise<void> {
  const content = `#!/bin/sh\necho $$ >'${runner.at('pid')}'\nexec /bin/sleep 100\n`
  await publishClaude(registry, { version: '2.1.400', program: { content, mode: 0o755 } })
}

describe('a cancel', () => {
  it('does not wait for the end of a `claude --version`', async () => {
    using runner = new InstallRunner(registry)
    await publishWaiting(runner)
    const cancel = new AbortController()
    const installed = rejectionOf(runner.install('2.1.400', { cancel: cancel.signal }))
    await until(() => existsSync(runner.at('pid')) && runner.text('pid').endsWith('\n'))
    cancel.abort()
    expect((await installed).reason).toBe('cancelled')
    process.kill(Number(runner.text('pid')), 'SIGKILL') // throws if the program has ended
    expect(runner.leftovers).toEqual(['pid'])
  })

  it.each([
    ['hangs', { kind: 'hang' } as const],
    ['is about to be asked again', { kind: 'drop' } as const]
  ])('says nothing about the tool cache if the registry %s', async (_what, fault) => {
    registry.faults.add({ route: 'metadata', fault })
    using runner = new InstallRunner(registry)
    const cancel = new AbortController()
    const installed = rejectionOf(
      runner.install('2.1.330', { cancel: cancel.signal, retryWaitsMs: [100_000, 100_000] })
    )
    await until(() => registry.requests.length > 0 && (fault.kind === 'hang' || runner.notes.length > 1))
    cancel.abort()
    expect((await installed).reason).toBe('cancelled')
    expect(runner.notes.filter(note => note.includes('cache') || note.includes('only for this job'))).toEqual([])
    expect(runner.leftovers).toEqual([])
  })
})

describe('the temporary folder', () => {
  it('is looked for before anything is downloaded', async () => {
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(
      runner.install('2.1.330', { variables: { RUNNER_TEMP: runner.at('missing') } })
    )
    expect(message).toContain(`cannot install claude in ${runner.at('missing')}/`)
    expect(registry.requests).toEqual([])
  })

  it.each([{}, { RUNNER_TOOL_CACHE: '' }])('loses what a killed job has left there: %j', async variables => {
    using runner = new InstallRunner(registry)
    const dead = { ...ownIdentity(), pid: 2 ** 22 + 1 }
    runner.write('.clr-stage-dead/maker.json', JSON.stringify(dead))
    runner.write('.clr-stage-dead/tool/bin/claude', '')
    const folder = await runner.install('2.1.330', { variables })
    const kept = variables.RUNNER_TOOL_CACHE === '' ? [path.basename(path.dirname(folder))] : []
    expect(runner.leftovers).toEqual(kept)
  })

  it('keeps a private folder when the job that made it has ended, because later steps use it', async () => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install('2.1.330', { variables: { RUNNER_TOOL_CACHE: '' } })
    expect(readdirSync(path.dirname(folder)).sort()).toEqual(['bin', 'lib']) // no record for a sweep
  })
})

/** Publishes versions that cannot be installed, each for another reason, and a tag without a version. */
async function publishFaulty(): Promise<void> {
  const broken = { content: '#!/bin/sh\necho broken >&2\nexit 127\n', mode: 0o755 }
  await publishClaude(registry, { version: '6.6.6', program: broken })
  await publishClaude(registry, { version: '5.5.5', program: scriptFor('1.2.3', '') })
  await publishClaude(registry, { version: '5.5.4' })
  const files = { claude: scriptFor('1.2.3', ''), 'package.json': '{ "version": "1.2.3" }' }
  await registry.publish({ name: PLATFORM_PACKAGE, version: '5.5.4', files })
  await publishClaude(registry, { version: '1.1.1', program: { content: '#!/nowhere/sh\n', mode: 0o755 } })
  const optionalDependencies = { [`${CLAUDE_PACKAGE}-plan9-mips`]: '4.4.4' }
  await registry.publish({ name: CLAUDE_PACKAGE, version: '4.4.4', optionalDependencies })
  await publishClaude(registry, { version: '3.3.3', platforms: [] })
  const another = { [PLATFORM_PACKAGE]: '6.6.6' }
  await registry.publish({ name: CLAUDE_PACKAGE, version: '7.7.7', optionalDependencies: another })
  registry.tag(CLAUDE_PACKAGE, 'empty', '')
}

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

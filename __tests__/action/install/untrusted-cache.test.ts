import { chmodSync, existsSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { InstallRunner } from '../../../testing/install-runner.js'
import {
  CLAUDE_PACKAGE,
  publishClaude,
  SMALL_VERSION as VERSION,
  startClaudeRegistry,
  THIS_PLATFORM
} from '../../../testing/registry/claude-package.js'
import type { StandInRegistry } from '../../../testing/registry/registry.js'

let registry: StandInRegistry
beforeAll(async () => {
  registry = await startClaudeRegistry('refreshes')
  await publishClaude(registry, { version: '2.1.331' })
})
beforeEach(() => {
  registry.requests.length = 0
})
afterAll(() => registry.close())

/** The lines of the log, without those that every installation has. */
function notesOf({ notes }: InstallRunner): readonly string[] {
  return notes.filter(note => !note.startsWith('npm registry: ') && !note.includes(' MB from '))
}

/** A runner whose tool cache holds a `claude` that records when it is run, as another user may plant it. */
class PlantedRunner extends InstallRunner {
  static async create(): Promise<PlantedRunner> {
    const runner = new PlantedRunner(registry)
    await runner.install(VERSION)
    writeFileSync(runner.program, `#!/bin/sh\n: >'${runner.at('planted-ran')}'\necho '${VERSION} (Claude Code)'\n`)
    return runner
  }

  /** The file to which `bin/claude` in the cache leads. */
  get program(): string {
    return realpathSync(path.join(this.folderOf(VERSION), 'bin/claude'))
  }

  get hasRun(): boolean {
    return existsSync(this.at('planted-ran'))
  }
}

/** Everything between the root of the cache and the program, as paths relative to the runner's folder. */
const LEVELS = [
  'tools',
  'tools/claude-code',
  `tools/claude-code/${VERSION}`,
  `tools/claude-code/${VERSION}/${process.arch}`,
  `tools/claude-code/${VERSION}/${process.arch}/bin`,
  `tools/claude-code/${VERSION}/${process.arch}/lib/node_modules`,
  `tools/claude-code/${VERSION}/${process.arch}/lib/node_modules/${CLAUDE_PACKAGE}-${THIS_PLATFORM}/claude`
]

describe('a tool cache that others may write to', () => {
  it.each(LEVELS)('is not used, so a planted program never runs: others may write to %s', async level => {
    using runner = await PlantedRunner.create()
    chmodSync(runner.at(level), 0o777)
    const folder = await runner.install(VERSION)
    expect([runner.hasRun, path.dirname(path.dirname(folder))]).toEqual([false, runner.path])
    expect(notesOf(runner)).toEqual([
      `claude ${VERSION} is installed in ${path.dirname(folder)}, only for this job: other users may write in the tool cache (${runner.at(level)})`
    ])
  })

  it('gets no new program', async () => {
    using runner = new InstallRunner(registry)
    runner.write('tools/other', '')
    chmodSync(runner.at('tools'), 0o777)
    await runner.install(VERSION)
    expect(runner.names('tools')).toEqual(['other'])
  })

  it('is not used even if it is sticky', async () => {
    using runner = await PlantedRunner.create()
    chmodSync(runner.at('tools'), 0o1777)
    await runner.install(VERSION)
    expect(runner.hasRun).toBe(false)
  })
})

describe('a program in a safe tool cache', () => {
  it('is run without the registry', async () => {
    using runner = await PlantedRunner.create()
    const count = registry.requests.length
    expect(await runner.install(VERSION)).toBe(path.join(runner.folderOf(VERSION), 'bin'))
    expect([runner.hasRun, notesOf(runner), registry.requests.length]).toEqual([true, [], count])
  })

  it('is not run if it is a link to a program elsewhere', async () => {
    using runner = await PlantedRunner.create()
    const elsewhere = runner.write('elsewhere', `#!/bin/sh\n: >'${runner.at('planted-ran')}'\n`, 0o755)
    const link = path.join(runner.folderOf(VERSION), 'bin/claude')
    rmSync(link)
    symlinkSync(elsewhere, link)
    await runner.install(VERSION)
    expect([runner.hasRun, notesOf(runner).join()]).toEqual([false, expect.stringContaining(`(${link})`)])
  })

  it('is not run if a folder above it is a link', async () => {
    using runner = await PlantedRunner.create()
    symlinkSync(VERSION, runner.at('tools/claude-code/2.1.331'))
    await expect(runner.install('2.1.331')).resolves.toContain('/clr-claude-')
    expect(runner.hasRun).toBe(false)
  })

  it('is run even if the root of the cache is a link', async () => {
    using runner = await PlantedRunner.create()
    symlinkSync(runner.at('tools'), runner.at('linked'))
    await runner.install(VERSION, { variables: { RUNNER_TOOL_CACHE: runner.at('linked') } })
    expect([runner.hasRun, notesOf(runner)]).toEqual([true, []])
  })

  it('is run by our own Node if it is a Node script, not by another `node` on PATH', async () => {
    using runner = await PlantedRunner.create()
    writeFileSync(runner.program, `#!/usr/bin/env node\nconsole.log('${VERSION} (Claude Code)')\n`)
    runner.write('planted/node', `#!/bin/sh\n: >'${runner.at('planted-ran')}'\nexit 1\n`, 0o755)
    const folder = await runner.install(VERSION, { variables: { PATH: runner.at('planted') } })
    expect([folder, runner.hasRun]).toEqual([path.join(runner.folderOf(VERSION), 'bin'), false])
  })

  it('stays safe even if new files are group-writable by default', async () => {
    using runner = new InstallRunner(registry)
    const before = process.umask(0o002)
    try {
      await runner.install(VERSION)
      expect(process.umask(0o002)).toBe(0o002)
    } finally {
      process.umask(before)
    }
    for (const level of LEVELS) expect(statSync(runner.at(level)).mode & 0o022).toBe(0)
  })
})

describe('a private folder for claude', () => {
  it.each([
    ['there is no tool cache', { RUNNER_TOOL_CACHE: '' }, 'RUNNER_TOOL_CACHE is not set'],
    [
      'the tool cache cannot be written',
      { RUNNER_TOOL_CACHE: '/dev/null/x' },
      'the tool cache /dev/null/x cannot be used (ENOTDIR)'
    ]
  ])('is made if %s, and the log says why', async (_what, variables, why) => {
    using runner = new InstallRunner(registry)
    const folder = await runner.install(VERSION, { variables })
    expect(notesOf(runner)).toEqual([
      `claude ${VERSION} is installed in ${path.dirname(folder)}, only for this job: ${why}`
    ])
  })

  it('is not said to be there if the installation fails, but the log says why it was to be made', async () => {
    using runner = new InstallRunner(registry)
    await expect(runner.install('9.9.9', { variables: { RUNNER_TOOL_CACHE: '' } })).rejects.toThrow('has no version')
    expect(notesOf(runner)).toEqual([
      'claude 9.9.9 was to be installed only for this job: RUNNER_TOOL_CACHE is not set'
    ])
    expect(runner.leftovers).toEqual([])
  })

  it('is in RUNNER_TEMP, and no other user may enter it', async () => {
    using runner = new InstallRunner(registry)
    runner.write('temp/x', '')
    const folder = await runner.install(VERSION, {
      variables: { RUNNER_TOOL_CACHE: '', RUNNER_TEMP: runner.at('temp') }
    })
    expect(folder).toMatch(new RegExp(`^${runner.at('temp')}/clr-claude-\\w+/bin$`))
    expect(statSync(path.dirname(folder)).mode & 0o777).toBe(0o700)
  })
})

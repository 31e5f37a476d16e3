import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { ANNOUNCE_PID, pidLine } from '../../src/core/pid-line.js'
import { troubleshootingUrl } from '../../src/core/project.js'
import { needing } from '../../testing/needs.js'
import { smallClaude, CLR } from '../../testing/paths.js'
import { TestHome, faultAt } from '../../testing/test-home.js'
import { objectFrom } from '../../testing/json-object.js'
import { startProgram } from '../../testing/program.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'

const KEYS = [
  ...['refreshed', 'reason', 'exitCode', 'creds', 'previousExpiresAt', 'expiresAt', 'loginExpiresAt', 'elapsedMs'],
  'loginEndsSoon',
  ...['claude', 'phases', 'warnings', 'message', 'remedy']
].sort()

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

describe('clr refresh', () => {
  it('prints in one line what was refreshed, until when it is valid and how long it took', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh'], { claude: 'refreshes' })
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(run.stdout.split('\n')).toEqual([expect.stringContaining(`refreshed ${home.creds}`), ''])
    expect(run.stdout).toMatch(/valid until \d{4}-\d\d-\d\d \d\d:\d\d UTC \(in 8 h\).* \d\.\d s\n$/)
  })

  it('prints on standard error why nothing was refreshed, and what to do', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh'], { claude: 'blanks-the-file' })
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    expect(run.stderr).toMatch(/^clr: login-rejected: .+\n +Sign in again/m)
    expect(run.stderr.trimEnd().split('\n').at(-1)).toBe(`     More: ${troubleshootingUrl('login-rejected')}`)
  })

  it('says how to install claude if there is none', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh'])
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    expect(run.stderr).toMatch(/^clr: claude-not-found: /)
    expect(run.stderr).toContain('npm install -g @anthropic-ai/claude-code')
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
    expect(home.leftovers).toEqual([])
  })

  it('exits with 2 when the deadline has passed', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--timeout', '1'], { claude: 'hangs' })
    expect(run).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('clr: timeout: ') })
  })
})

/** The end of each CLI lock's path, and the warning if that lock cannot be made. */
const NOT_KEPT_OFF = [
  ['/.claude/.oauth_refresh.lock', 'live sessions of `claude` can refresh the same login at the same time'],
  ['/.claude.lock', 'sessions of `claude` 2.1.112 and older can refresh the same login at the same time']
] as const

describe('clr refresh, if a lock of the CLI is on a read-only file system', () => {
  it.each(NOT_KEPT_OFF)(
    'refreshes, and warns on standard error which sessions can refresh too: %s',
    async (lock, who) => {
      using home = new TestHome()
      const run = await home.clr(['refresh'], {
        claude: 'refreshes',
        env: faultAt('mkdirSync', home.path + lock, 'EROFS')
      })
      expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('refreshed') })
      expect(run.stderr).toBe(
        `clr: warning: cannot take the lock ${home.path}${lock}: the file system is read-only (EROFS); ${who}\n`
      )
      expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
    }
  )

  it.each(NOT_KEPT_OFF)('puts the warning into the JSON report, and nowhere else: %s', async (lock, who) => {
    using home = new TestHome()
    const run = await home.refresh('refreshes', [], faultAt('mkdirSync', home.path + lock, 'EACCES'))
    expect(run).toMatchObject({ exitCode: 0, report: { warnings: [expect.stringContaining(who)] } })
    expect(run.stderr).not.toContain('warning')
  })

  it('has no warning if all locks can be taken', async () => {
    using home = new TestHome()
    expect(await home.refresh('refreshes')).toMatchObject({ report: { warnings: [] } })
  })
})

describe('clr refresh --json', () => {
  it.each([
    ['refreshes', []],
    ['fails-at-once', []],
    ['refreshes', ['--creds', '/nonexistent']],
    ['refreshes', ['--timeout', 'soon']]
  ])('prints one object with the documented keys: %s %j', async (claude, args) => {
    using home = new TestHome()
    const { report, stdout } = await home.refresh(claude, args)
    expect(Object.keys(objectFrom(report)).sort()).toEqual(KEYS)
    expect(stdout.trimEnd()).not.toContain('\n')
    expect(stdout).not.toContain('sk-ant')
  })

  it('prints values of the documented types', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('refreshes')
    expect(report).toMatchObject({
      exitCode: 0,
      previousExpiresAt: expect.stringMatching(ISO),
      expiresAt: expect.stringMatching(ISO),
      loginExpiresAt: null,
      elapsedMs: expect.any(Number),
      message: expect.any(String)
    })
    const { phases } = objectFrom(report)
    expect(phases).toContainEqual({ name: 'exchange', ms: expect.any(Number) })
    expect(phases).toContainEqual({ name: 'write back', ms: expect.any(Number) })
  })

  it.each([['refresh'], ['recover']])('prints nothing else, on standard error neither: %s', async command => {
    using home = new TestHome()
    const run = await home.clr([command, '--json'], { claude: 'refreshes' })
    expect(run).toMatchObject({ exitCode: 0, stderr: '', report: { exitCode: 0 } })
  })

  it.each([['refresh'], ['recover']])('prints its pid first if the action asks for it: %s', async command => {
    using home = new TestHome()
    const env = { [ANNOUNCE_PID]: '1' }
    const { stderr } = await home.clr([command, '--json'], { claude: 'refreshes', env })
    expect(stderr).toMatch(
      new RegExp(`^${pidLine(command === 'refresh' ? command : 'recover', 0).replace('0', '\\d+')}\n$`)
    )
  })

  it('keeps that variable from claude', async () => {
    using home = new TestHome()
    const env = { [ANNOUNCE_PID]: '1' }
    await home.clr(['refresh', '--json'], { claude: 'notes-its-environment', env })
    expect(home.text('notes')).not.toBe('')
    expect(home.text('notes')).not.toContain(ANNOUNCE_PID)
  })
})

describe('clr, if the reader of its output goes away', () => {
  it('still finishes the refresh', async () => {
    using home = new TestHome()
    const child = spawn(process.execPath, [CLR, 'refresh', '--trace'], {
      env: { PATH: `${smallClaude('refreshes')}:/usr/bin:/bin`, HOME: home.path },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    child.stdout.destroy()
    child.stderr.destroy()
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(home.leftovers).toEqual([])
  })
})

/** Every write to it fails, as on a full disk. */
const FULL = '/dev/full'

needing(FULL, existsSync(FULL)).describe('clr, if its output cannot be written', () => {
  /** Runs `clr` with standard output on a full disk. */
  async function withFullDisk(home: TestHome, args: readonly string[], claude?: string) {
    const env = home.environment(claude)
    const command = ['/bin/sh', '-c', `exec "$@" >${FULL}`, 'sh', process.execPath, CLR, ...args]
    return startProgram(command, { env, cwd: home.path }).ended
  }

  it.each([[['--help']], [['--version']], [['status']], [['status', '--json']]])(
    'says so in one sentence, with exit status 1: %j',
    async args => {
      using home = new TestHome(sampleText({ expiresAt: Date.UTC(2086, 0) }))
      const { exitCode, stderr } = await withFullDisk(home, args)
      const why = 'cannot write to standard output: there is no space left on the disk (ENOSPC)'
      expect([exitCode, stderr]).toEqual([1, `clr: ${why}\n`])
    }
  )

  it.each([[[]], [['--json']]])('refreshes all the same, and says that on standard error: %j', async args => {
    using home = new TestHome()
    const { exitCode, stderr } = await withFullDisk(home, ['refresh', ...args], 'refreshes')
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(
      /^clr: cannot write to standard output: .* \(ENOSPC\); the result of the run was refreshed: refreshed .*\n$/
    )
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('keeps the exit status of a failure, and names the failure', async () => {
    using home = new TestHome()
    const { exitCode, stderr } = await withFullDisk(home, ['refresh', '--json', '--timeout', '1'], 'hangs')
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('; the result of the run was timeout: ')])
  })
})

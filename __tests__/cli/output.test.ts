import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import { smallClaude, CLR } from '../../testing/paths.js'
import { TestHome, faultAt } from '../../testing/test-home.js'
import { objectFrom } from '../../testing/json-object.js'
import { NEW_PAIR } from '../../testing/sample-login.js'

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

  it('prints its pid in the first line on standard error', async () => {
    using home = new TestHome()
    const { stderr } = await home.refresh('refreshes')
    expect(stderr).toMatch(/^# clr refresh, pid \d+\n/)
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

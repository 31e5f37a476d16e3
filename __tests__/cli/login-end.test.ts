import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { shellLine } from '../../src/core/shell-line.js'
import { needing } from '../../testing/needs.js'
import { CLR } from '../../testing/paths.js'
import { startProgram } from '../../testing/program.js'
import { sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome } from '../../testing/test-home.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Part of util-linux: runs a command on a pseudo-terminal. */
const SCRIPT = '/usr/bin/script'

/** A HOME with a login that ends in so many days. */
function homeEndingIn(days: number): TestHome {
  return new TestHome(
    sampleText({ expiresAt: Date.now() + 3 * HOUR_MS, refreshTokenExpiresAt: Date.now() + days * DAY_MS })
  )
}

const WARNING =
  /^clr: warning: the login ends on 20.* UTC \(in 6 days\), and a refresh does not extend it; sign in again before then: `clr login --creds \S+ --replace`$/m

describe('what clr says about the end of a login', () => {
  it.each([
    [['refresh'], /^refreshed .*: valid until .*; the login ends on 20\S+ \S+ UTC \(in 20 days\); took \d\.\d s\n$/],
    [['refresh', '--min-validity', '1h'], /^nothing to do for .*; the login ends on 20\S+ \S+ UTC \(in 20 days\)\n$/],
    [['recover'], /^nothing to recover for .*; the login ends on 20\S+ \S+ UTC \(in 20 days\)\n$/]
  ])('is the date after a success, without a warning if it is far away: clr %j', async (args, message) => {
    using home = homeEndingIn(20)
    const run = await home.clr(args, { claude: 'refreshes' })
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(run.stdout).toMatch(message)
  })

  it('is the date, also if only a pair that was left is put back', async () => {
    using home = homeEndingIn(20)
    const left = home.text(CREDENTIALS)
    home.writeCredentials('{}')
    home.writeRescue(left)
    const { stdout } = await home.clr(['recover'])
    expect(stdout).toMatch(/^recovered .*: valid until .*; the login ends on 20\S+ \S+ UTC \(in 20 days\)\n$/)
  })

  it('is nothing if the file has no date', async () => {
    using home = new TestHome()
    const { stdout, stderr } = await home.clr(['refresh'], { claude: 'refreshes' })
    expect(stdout + stderr).not.toContain('the login end')
  })

  it('is nothing new for a login without a refresh token, which ends when it expires', async () => {
    using home = new TestHome(sampleText({ expiresAt: Date.now() + 30 * DAY_MS, refreshToken: undefined }))
    const { stdout } = await home.clr(['refresh', '--min-validity', '7d'])
    expect(stdout).toMatch(/^nothing to do for .*: valid until [^;]* \(in 30 days\)\n$/)
  })

  it.each([
    ['a success', ['refresh']],
    ['nothing to do', ['refresh', '--min-validity', '1h']],
    ['a failure', ['refresh']]
  ])('is a warning on standard error within 7 days, after %s', async (what, args) => {
    using home = homeEndingIn(6)
    const isFailure = what === 'a failure'
    const run = await home.clr(args, { claude: isFailure ? 'fails-at-once' : 'refreshes' })
    expect(run.exitCode).toBe(isFailure ? 1 : 0)
    expect(run.stderr).toMatch(WARNING)
    expect(run.stderr).toContain(`clr login --creds ${home.creds} --replace\`\n`)
    expect(run.stdout).not.toContain('warning')
  })

  it('is no warning a day before those 7', async () => {
    using home = homeEndingIn(8)
    expect(await home.clr(['refresh'], { claude: 'refreshes' })).toMatchObject({ exitCode: 0, stderr: '' })
  })

  it('is a warning if it has ended and was not tried', async () => {
    using home = homeEndingIn(-1 / 8)
    const { stdout, stderr } = await home.clr(['refresh', '--min-validity', '1h'])
    expect(stdout).toMatch(/^nothing to do .*; the login ended on .* \(3 h ago\)\n$/)
    expect(stderr).toMatch(
      /^clr: warning: the login ended on .* \(3 h ago\); sign in again: `clr login --creds \S+`\n$/
    )
  })

  it('is a field of its own in JSON, and not in its warnings', async () => {
    using home = homeEndingIn(6)
    const run = await home.refresh('refreshes')
    expect(run.report).toMatchObject({ loginEndsSoon: true, warnings: [], loginExpiresAt: expect.any(String) })
    expect(run.stderr).not.toContain('warning')
  })
})

needing(SCRIPT, existsSync(SCRIPT)).describe('clr refresh on a terminal', () => {
  it('warns, too, if the login ends within 7 days', async () => {
    using home = homeEndingIn(6)
    const command = shellLine([process.execPath, CLR, 'refresh'])
    const env = { ...home.environment('refreshes'), LC_CREDS: home.creds, TERM: 'xterm', SHELL: '/bin/sh' }
    const { stdout } = await startProgram([SCRIPT, '-qec', command, '/dev/null'], { env, cwd: home.path }).ended
    expect(stdout.replaceAll('\r\n', '\n')).toMatch(WARNING)
  })
})

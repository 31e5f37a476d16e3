import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'

const NOT_SENT = 'this run did not use the refresh token'
const NOT_USED = 'the refresh token was not used up'
const MAY_BE_LOST = 'the refresh token may have been used up, so the login may be lost'

const FAILED = 'OAuth refresh failed (expected): '
const TOO_MANY = `${FAILED}Request failed with status code 429`
const NO_CONNECTION = `${FAILED}connect ECONNREFUSED 127.0.0.1:9`
const CONNECTION_LOST = `${FAILED}socket hang up`

/** A report with this reason and a message with this end, a regular expression. */
const reporting = (reason: string, end: string) => ({
  report: { reason, message: expect.stringMatching(new RegExp(`${end}$`)) }
})

describe('the message of a run without a new pair', () => {
  it.each(['0', '1'])(
    'says that the refresh token was not used if claude exits with %s before any exchange',
    async code => {
      using home = new TestHome()
      const run = await home.refresh('prints-given-text', [], { LC_SAYS: 'Not logged in', LC_CODE: code })
      expect(run).toMatchObject(
        reporting('claude-failed', `exit status ${code} .* its output: Not logged in; ${NOT_SENT}`)
      )
      expect(run.report).toMatchObject({ remedy: expect.not.stringMatching(/sign in again/i) })
    }
  )

  const BAD_PROXY = { HTTPS_PROXY: 'http://[x', LC_SAYS: 'Invalid proxy URL in HTTPS_PROXY.' } // so nothing can be sent
  it.concurrent.each([
    ['the deadline passes before any exchange', 'hangs', { CLR_TIMEOUT: '1' }, 'timeout', ''],
    [
      'claude asks for the model without any exchange',
      'asks-the-model',
      {},
      'claude-failed',
      'CLAUDE_CODE_OAUTH_TOKEN.*'
    ],
    [
      'claude says only after its exchange that it had no connection',
      'prints-its-error-late',
      BAD_PROXY,
      'claude-failed',
      'its output: Invalid proxy URL in HTTPS_PROXY; '
    ],
    ['no try could make a connection', 'logs-a-failure', { LC_LINE: NO_CONNECTION }, 'network', '']
  ])('says that the refresh token was not used if %s', async (_what, claude, env, reason, before) => {
    using home = new TestHome()
    expect(await home.refresh(claude, [], env)).toMatchObject(reporting(reason, `${before}${NOT_SENT}`))
  })

  it.concurrent.each([
    [TOO_MANY, NOT_USED],
    [NO_CONNECTION, NOT_SENT]
  ])(
    'says that the refresh token was not used up if the run is cancelled after this failure: %s',
    async (line, end) => {
      using home = new TestHome()
      const child = home.startClr(['refresh', '--json'], { claude: 'logs-a-failure', env: { LC_LINE: line } })
      await until(() => existsSync(home.notesPath))
      child.signal('SIGTERM')
      expect(await child.ended).toMatchObject(reporting('cancelled', end))
    }
  )

  it.concurrent('says that the login may be lost, with a remedy, if the deadline passes in the exchange', async () => {
    using home = new TestHome()
    const run = await home.refresh('hangs-in-the-exchange', ['--timeout', '1'])
    expect(run).toMatchObject(reporting('timeout', MAY_BE_LOST))
    expect(run.report).toMatchObject({ remedy: expect.stringMatching(/`login-rejected`.*sign in again/i) })
  })

  const TOO_MANY_THEN_LOST = `${TOO_MANY}\n2026-11-23T08:00:00.100Z [ERROR] ${CONNECTION_LOST}`
  it.concurrent.each([
    ['claude ends during its exchange', 'dies-in-the-exchange', 'not-refreshed', ''],
    ['claude has an exchange between two checks of its locks', 'exchanges-unseen', 'not-refreshed', ''],
    ['claude does not say why its exchange failed', 'gives-up-and-asks-the-model', 'not-refreshed', ''],
    ['the connection was lost', 'logs-a-failure', 'network', CONNECTION_LOST],
    ['a 429 was followed by another failure', 'logs-a-failure', 'rate-limited', TOO_MANY_THEN_LOST]
  ])('says that the login may be lost if %s', async (_what, claude, reason, line) => {
    using home = new TestHome()
    expect(await home.refresh(claude, [], { LC_LINE: line })).toMatchObject(reporting(reason, MAY_BE_LOST))
  })
})

describe('a claude that may still say why its exchange failed', () => {
  it('is not allowed to begin another exchange', async () => {
    using home = new TestHome()
    const run = await home.refresh('retries-after-a-pause')
    expect(run).toMatchObject(reporting('not-refreshed', MAY_BE_LOST))
    expect(home.text('notes')).toBe('sent\n')
  })
})

describe('the output of claude', () => {
  it('is shown if the run fails, even without --trace', async () => {
    using home = new TestHome()
    const { stderr } = await home.refresh('fails-at-once')
    expect(stderr).toContain('# claude printed:\na first line\ncannot find its own parts\n')
  })

  it('has its end shown, however much it is', async () => {
    using home = new TestHome()
    const run = await home.refreshByScript(
      '#!/bin/sh\nhead -c 100000000 /dev/zero | tr "\\0" x\necho " at last"\nexit 1\n'
    )
    expect(run.report).toMatchObject({ reason: 'claude-failed' })
    expect(run.stderr).toContain('# claude printed:\nat last\n')
  })

  it('is not said to be silent about the cause if its debug log is too large to be read', async () => {
    using home = new TestHome()
    const script = '#!/bin/sh\nfor last; do :; done\nhead -c 70000000 /dev/zero > "$last"\nexit 1\n'
    home.write('bin/claude', script, 0o755)
    const run = await home.clr(['refresh', '--trace'], { env: { PATH: `${home.at('bin')}:/usr/bin:/bin` } })
    expect(run.stderr).toContain('# its debug log could not be read, or is too large\n')
  })

  it('is not shown if a later try refreshes', async () => {
    using home = new TestHome()
    const run = await home.refresh('fails-once-then-refreshes', [], { LC_LINE: TOO_MANY, LC_SAYS: 'slow down' })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(run.stderr).not.toContain('slow down')
  })

  it('is shown without the password of a proxy', async () => {
    using home = new TestHome()
    const HTTPS_PROXY = 'http://anna:made-up-password@[bad'
    const LC_SAYS = `Invalid proxy URL in HTTPS_PROXY: "${HTTPS_PROXY}" cannot be parsed as a URL.`
    const run = await home.refresh('prints-given-text', [], { HTTPS_PROXY, LC_SAYS })
    expect(run).toMatchObject(reporting('claude-failed', NOT_SENT))
    expect(run.report).toMatchObject({
      message: expect.stringContaining('Invalid proxy URL in HTTPS_PROXY: "***@[bad"')
    })
    expect(run.stdout + run.stderr).not.toContain('made-up')
  })
})

import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'

const NOT_SENT = 'this run did not send the refresh token, and left the login unharmed'
const NOT_USED = 'the token endpoint did not use the refresh token up, so this run left the login unharmed'
const MAY_BE_LOST = 'the refresh token may have been sent and used up, so the login may be lost'

const TOO_MANY = 'OAuth refresh failed (expected): Request failed with status code 429'
const NO_CONNECTION = 'OAuth refresh failed (expected): connect ECONNREFUSED 127.0.0.1:9'

/** A report with this reason, whose message ends so. */
const saying = (reason: string, end: string) => ({
  report: { reason, message: expect.stringMatching(new RegExp(`${end}$`)) }
})

describe('the message of a run without a new pair says that the login is unharmed', () => {
  it.each(['0', '1'])('if claude ends with exit status %s before any exchange', async code => {
    using home = new TestHome()
    const run = await home.refresh('says-what-is-asked', [], { LC_SAYS: 'Not logged in', LC_CODE: code })
    expect(run).toMatchObject(saying('claude-failed', `exit status ${code} .* it said: Not logged in; ${NOT_SENT}`))
    expect(run.report).toMatchObject({ remedy: expect.not.stringContaining('log in again') })
  })

  it.concurrent('if the deadline passes before any exchange', async () => {
    using home = new TestHome()
    expect(await home.refresh('hangs', ['--timeout', '1'])).toMatchObject(saying('timeout', NOT_SENT))
  })

  it.concurrent('if claude asks for the model without any exchange', async () => {
    using home = new TestHome()
    const run = await home.refresh('asks-the-model')
    expect(run).toMatchObject(saying('claude-failed', NOT_SENT))
    expect(run.report).toMatchObject({ message: expect.stringContaining('CLAUDE_CODE_OAUTH_TOKEN') })
  })

  it.concurrent('if claude says only after its exchange that it had no connection', async () => {
    using home = new TestHome()
    const HTTPS_PROXY = 'http://[x' // with which nothing can be sent
    const run = await home.refresh('says-why-late', [], { HTTPS_PROXY, LC_SAYS: 'Invalid proxy URL in HTTPS_PROXY.' })
    expect(run).toMatchObject(saying('claude-failed', `it said: Invalid proxy URL in HTTPS_PROXY; ${NOT_SENT}`))
  })

  it.concurrent('if no connection could be made in any try', async () => {
    using home = new TestHome()
    const run = await home.refresh('logs-a-failure', [], { LC_LINE: NO_CONNECTION })
    expect(run).toMatchObject(saying('network', NOT_SENT))
  })

  it.concurrent.each([
    [TOO_MANY, NOT_USED],
    [NO_CONNECTION, NOT_SENT]
  ])('if it is cancelled before the next try: %s', async (line, end) => {
    using home = new TestHome()
    const child = home.startClr(['refresh', '--json'], { claude: 'logs-a-failure', env: { LC_LINE: line } })
    await until(() => existsSync(home.notesPath))
    child.signal('SIGTERM')
    const { report } = await child.ended
    expect({ report }).toMatchObject(saying('cancelled', end))
  })
})

describe('the message of a run without a new pair says that the login may be lost', () => {
  it.concurrent('if the deadline passes in the exchange', async () => {
    using home = new TestHome()
    const run = await home.refresh('hangs-in-the-exchange', ['--timeout', '1'])
    expect(run).toMatchObject(saying('timeout', MAY_BE_LOST))
    expect(run.report).toMatchObject({ remedy: expect.stringMatching(/`login-rejected`.*log in again/i) })
  })

  it.concurrent.each([
    ['ends in the exchange', 'dies-in-the-exchange', 'not-refreshed'],
    ['has ended an exchange that nobody saw', 'exchanges-unseen', 'not-refreshed'],
    ['does not say why its exchange brought nothing', 'gives-up-and-asks-the-model', 'not-refreshed']
  ])('if claude %s', async (_what, claude, reason) => {
    using home = new TestHome()
    expect(await home.refresh(claude)).toMatchObject(saying(reason, MAY_BE_LOST))
  })

  it.concurrent('if the connection was lost', async () => {
    using home = new TestHome()
    const line = 'OAuth refresh failed (expected): socket hang up'
    expect(await home.refresh('logs-a-failure', [], { LC_LINE: line })).toMatchObject(saying('network', MAY_BE_LOST))
  })

  it.concurrent('if a 429 was followed by another failure of its own', async () => {
    using home = new TestHome()
    const second = '2026-11-23T08:00:00.100Z [ERROR] OAuth refresh failed (expected): socket hang up'
    const run = await home.refresh('logs-a-failure', [], { LC_LINE: `${TOO_MANY}\n${second}` })
    expect(run).toMatchObject(saying('rate-limited', MAY_BE_LOST))
  })
})

describe('a claude that may still say why its exchange brought nothing', () => {
  it('begins no other exchange meanwhile', async () => {
    using home = new TestHome()
    const run = await home.refresh('tries-again-after-a-pause')
    expect(run).toMatchObject(saying('not-refreshed', MAY_BE_LOST))
    expect(home.text('notes')).toBe('sent\n')
  })
})

describe('what claude printed', () => {
  it('is shown if the run fails, also without --trace', async () => {
    using home = new TestHome()
    const { stderr } = await home.refresh('fails-at-once')
    expect(stderr).toContain('# claude said:\na first line\ncannot find its own parts\n')
  })

  it('is not shown if a later try refreshes', async () => {
    using home = new TestHome()
    const run = await home.refresh('fails-talkatively-once', [], { LC_LINE: TOO_MANY, LC_SAYS: 'slow down' })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(run.stderr).not.toContain('slow down')
  })

  it('is shown without the password of a proxy', async () => {
    using home = new TestHome()
    const HTTPS_PROXY = 'http://anna:made-up-password@[bad'
    const LC_SAYS = `Invalid proxy URL in HTTPS_PROXY: "${HTTPS_PROXY}" cannot be parsed as a URL.`
    const run = await home.refresh('says-what-is-asked', [], { HTTPS_PROXY, LC_SAYS })
    expect(run).toMatchObject(saying('claude-failed', NOT_SENT))
    expect(run.report).toMatchObject({
      message: expect.stringContaining('Invalid proxy URL in HTTPS_PROXY: "***@[bad"')
    })
    expect(run.stdout + run.stderr).not.toContain('made-up')
  })
})

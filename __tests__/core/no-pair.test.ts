import { chmodSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { NEW_PAIR, OLD_PAIR } from '../../testing/sample-login.js'

const EXPECTED = 'OAuth refresh failed (expected): '
const URL = 'https://platform.claude.com/v1/oauth/token'

/** Says how a run failed, and that it left nothing but the file as it was, to the byte. */
function expectFailure(home: TestHome, run: ClrRun, reason: string): void {
  expect(run).toMatchObject({ exitCode: 1, report: { refreshed: false, reason, exitCode: 1 } })
  expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
  expect(home.leftovers).toEqual([])
}

describe('a claude that brings no new pair', () => {
  it.each([
    ['blanks-the-file', 'login-rejected'],
    ['fails-at-once', 'claude-failed'],
    ['fails-and-leaves-a-grandchild', 'claude-failed'],
    ['crashes', 'claude-failed'],
    ['dies-in-its-write', 'claude-failed'],
    ['dies-in-the-exchange', 'not-refreshed'],
    ['ends-without-a-pair', 'claude-failed'],
    ['gives-up-and-asks-the-model', 'not-refreshed'],
    ['removes-its-home', 'claude-failed']
  ])('%s: ends as %s', async (claude, reason) => {
    using home = new TestHome()
    expectFailure(home, await home.refresh(claude), reason)
  })

  it('is not said to have begun no exchange if that came and went between two looks', async () => {
    using home = new TestHome()
    expectFailure(home, await home.refresh('exchanges-unseen'), 'not-refreshed')
  })

  it('is quoted with what it said last', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('fails-at-once')
    expect(report).toMatchObject({ message: expect.stringContaining('cannot find its own parts') })
  })

  it.each([
    ['no access token', { accessToken: '' }],
    ['no refresh token', { refreshToken: '' }]
  ])('stores a login with %s: that is none', async (_what, changes) => {
    using home = new TestHome()
    const run = await home.refresh('stores-what-is-asked', [], { LC_STORES: JSON.stringify(changes) })
    expectFailure(home, run, 'not-refreshed')
  })

  it('stores the old pair with a new expiry, without any exchange: nothing was refreshed', async () => {
    using home = new TestHome()
    const run = await home.refresh('stores-what-is-asked', [], { LC_STORES: JSON.stringify(OLD_PAIR) })
    expectFailure(home, run, 'claude-failed')
  })

  it('cannot be started where what it needs to run is missing', async () => {
    using home = new TestHome()
    home.write('bin/claude', '#!/nonexistent/interpreter\n', 0o755)
    const run = await home.clr(['refresh', '--json'], { env: { PATH: `${home.at('bin')}:/usr/bin:/bin` } })
    expectFailure(home, run, 'claude-failed')
    expect(run.report).toMatchObject({
      message: expect.stringContaining('its first line names a program that is not there')
    })
  })

  it('is not looked for in the working directory', async () => {
    using home = new TestHome()
    home.write('claude', '#!/bin/sh\n', 0o755)
    for (const PATH of ['.', '', ':', '..:./bin']) {
      expectFailure(home, await home.clr(['refresh', '--json'], { env: { PATH } }), 'claude-not-found')
    }
    chmodSync(home.at('claude'), 0o644)
    expectFailure(home, await home.clr(['refresh', '--json'], { env: { PATH: home.path } }), 'claude-not-found')
  })
})

describe('a claude that says in its debug log why', () => {
  it.each([
    [`${EXPECTED}Request failed with status code 401`, 'login-rejected'],
    [`${EXPECTED}Request failed with status code 403`, 'login-rejected'],
    [`"AxiosError: [url=${URL},status=500] AxiosError: Request failed with status code 500"`, 'server-error'],
    [`${EXPECTED}socket hang up`, 'network'],
    [`Error: [url=${URL}] Error: socket hang up`, 'network'],
    [`${EXPECTED}unable to verify the first certificate`, 'network']
  ])('is ended before it sends the token again: %s', async (line, reason) => {
    using home = new TestHome()
    expectFailure(home, await home.refresh('logs-a-failure', [], { LC_LINE: line }), reason)
    expect(home.text('notes')).toBe('sent\n')
  })

  it.each([
    [`${EXPECTED}Request failed with status code 429`, 'rate-limited'],
    [`${EXPECTED}getaddrinfo EAI_AGAIN platform.claude.com`, 'network'],
    [`${EXPECTED}connect ECONNREFUSED 127.0.0.1:9`, 'network']
  ])('is not called again where another try would pass the deadline: %s', async (line, reason) => {
    using home = new TestHome()
    expectFailure(home, await home.refresh('logs-a-failure', ['--timeout', '6'], { LC_LINE: line }), reason)
    expect(home.text('notes')).toBe('sent\n')
  })

  it.concurrent('is called again, after a wait, where the endpoint has certainly not used the token up', async () => {
    using home = new TestHome()
    const line = `${EXPECTED}Request failed with status code 429`
    const run = await home.refresh('fails-once-then-refreshes', [], { LC_LINE: line })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(run.wallMs).toBeGreaterThan(1000)
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(home.text('notes')).toBe('sent\nsent\n')
    expect(home.leftovers).toEqual([])
  })

  it.concurrent(
    'is not called again if its log tells of a second failure: it has sent the token again by itself',
    async () => {
      using home = new TestHome()
      const second = `2026-11-23T08:00:00.100Z [ERROR] ${EXPECTED}socket hang up`
      const env = { LC_LINE: `${EXPECTED}Request failed with status code 429\n${second}` }
      expectFailure(home, await home.refresh('fails-once-then-refreshes', [], env), 'rate-limited')
      expect(home.text('notes')).toBe('sent\n')
    }
  )

  it.concurrent('is called three times at most', async () => {
    using home = new TestHome()
    const run = await home.refresh('logs-a-failure', [], { LC_LINE: `${EXPECTED}connect ECONNREFUSED 127.0.0.1:9` })
    expectFailure(home, run, 'network')
    expect(home.text('notes')).toBe('sent\nsent\nsent\n')
  })
})

describe('a claude that refuses an option', () => {
  it.each(['--model', '--print', '--frobnicate'])(
    'without which there is no refresh is called once (%s)',
    async option => {
      using home = new TestHome()
      const run = await home.refresh('refuses-an-option-always', [], { LC_OPTION: option })
      expectFailure(home, run, 'claude-failed')
      expect(home.text('notes')).toBe('x\n')
    }
  )

  it.each(['ends', 'goes on'])('once its exchange had begun is not called again: it %s', async then => {
    using home = new TestHome()
    const run = await home.refresh('refuses-an-option-in-the-exchange', [], { LC_THEN: then })
    expectFailure(home, run, 'not-refreshed')
    expect(home.text('notes')).toBe('sent\n')
  })

  it('that it no longer gets is not called for ever', async () => {
    using home = new TestHome()
    const run = await home.refresh('refuses-an-option-always', ['--timeout', '20'], { LC_OPTION: '--effort' })
    expectFailure(home, run, 'claude-failed')
    expect(home.text('notes')).toBe('x\nx\n')
  })
})

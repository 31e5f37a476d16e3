import { chmodSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { expectRefreshed, expectUnchanged } from '../../testing/expectations.js'
import { OLD_PAIR } from '../../testing/sample-login.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'

const EXPECTED = 'OAuth refresh failed (expected): '
const URL = 'https://platform.claude.com/v1/oauth/token'
const TOO_MANY = `${EXPECTED}Request failed with status code 429`
const NO_CONNECTION = `${EXPECTED}connect ECONNREFUSED 127.0.0.1:9`

/** Expects that a run failed with this reason, and left nothing but the file as it was, to the byte. */
function expectFailure(home: TestHome, run: ClrRun, reason: string): void {
  expect(run).toMatchObject({ exitCode: 1, report: { refreshed: false, reason, exitCode: 1 } })
  expectUnchanged(home)
}

describe('a claude without a new pair', () => {
  it.each([
    ['claude-failed', 'fails at once', 'fails-at-once'],
    ['claude-failed', 'fails and leaves a grandchild', 'fails-and-leaves-a-grandchild'],
    ['claude-failed', 'crashes', 'crashes'],
    ['claude-failed', 'dies while it writes', 'dies-in-its-write'],
    ['not-refreshed', 'dies in the exchange', 'dies-in-the-exchange'],
    ['claude-failed', 'ends without a pair', 'ends-without-a-pair'],
    ['not-refreshed', 'gives up and asks for the model', 'gives-up-and-asks-the-model'],
    ['claude-failed', 'removes its HOME', 'removes-its-home'],
    ['not-refreshed', 'has a whole exchange between two checks of its locks', 'exchanges-unseen']
  ])('fails as %s if it %s', async (reason, _what, claude) => {
    using home = new TestHome()
    expectFailure(home, await home.refresh(claude), reason)
  })

  it('is quoted with the last line that it printed', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('fails-at-once')
    expect(report).toMatchObject({ message: expect.stringContaining('cannot find its own parts') })
  })

  it.each([
    ['not-refreshed', 'without an access token', { accessToken: '' }],
    ['not-refreshed', 'without a refresh token', { refreshToken: '' }],
    ['claude-failed', 'with the old pair and a new expiry, without any exchange', OLD_PAIR]
  ])('fails as %s if it stores a login %s', async (reason, _what, changes) => {
    using home = new TestHome()
    const run = await home.refresh('stores-given-fields', [], { LC_STORES: JSON.stringify(changes) })
    expectFailure(home, run, reason)
  })

  it('fails as claude-failed if the interpreter in its first line is missing', async () => {
    using home = new TestHome()
    const run = await home.refreshByScript('#!/nonexistent/interpreter\n')
    expectFailure(home, run, 'claude-failed')
    const message = expect.stringContaining('its first line names a program that does not exist')
    expect(run.report).toMatchObject({ message })
  })

  it('is not searched for in the working directory', async () => {
    using home = new TestHome()
    home.write('claude', '#!/bin/sh\n', 0o755)
    for (const PATH of ['.', '', ':', '..:./bin']) {
      expectFailure(home, await home.clr(['refresh', '--json'], { env: { PATH } }), 'claude-not-found')
    }
    chmodSync(home.at('claude'), 0o644)
    expectFailure(home, await home.clr(['refresh', '--json'], { env: { PATH: home.path } }), 'claude-not-found')
  })
})

describe('a claude whose debug log names the failure', () => {
  it.each([
    [`${EXPECTED}Request failed with status code 401`, 'login-rejected'],
    [`${EXPECTED}Request failed with status code 403`, 'login-rejected'],
    [`"AxiosError: [url=${URL},status=500] AxiosError: Request failed with status code 500"`, 'server-error'],
    [`${EXPECTED}socket hang up`, 'network'],
    [`Error: [url=${URL}] Error: socket hang up`, 'network'],
    [`${EXPECTED}unable to verify the first certificate`, 'network']
  ])('is ended before it can send the token again: %s', async (line, reason) => {
    using home = new TestHome()
    expectFailure(home, await home.refresh('logs-a-failure', [], { LC_LINE: line }), reason)
    expect(home.text('notes')).toBe('sent\n')
  })

  it.each([
    [TOO_MANY, 'rate-limited'],
    [`${EXPECTED}getaddrinfo EAI_AGAIN platform.claude.com`, 'network'],
    [NO_CONNECTION, 'network']
  ])('is not started again if the next try would pass the deadline: %s', async (line, reason) => {
    using home = new TestHome()
    expectFailure(home, await home.refresh('logs-a-failure', ['--timeout', '6'], { LC_LINE: line }), reason)
    expect(home.text('notes')).toBe('sent\n')
  })

  it.concurrent('is started again after a pause, and refreshes, if the token was certainly not used', async () => {
    using home = new TestHome()
    const run = await home.refresh('fails-once-then-refreshes', [], { LC_LINE: TOO_MANY })
    expectRefreshed(home, run)
    expect(run.wallMs).toBeGreaterThan(1000)
    expect(home.text('notes')).toBe('sent\nsent\n')
  })

  it.concurrent('is not started again if its log has a second failure: it already sent the token twice', async () => {
    using home = new TestHome()
    const env = { LC_LINE: `${TOO_MANY}\n2026-11-23T08:00:00.100Z [ERROR] ${EXPECTED}socket hang up` }
    expectFailure(home, await home.refresh('fails-once-then-refreshes', [], env), 'rate-limited')
    expect(home.text('notes')).toBe('sent\n')
  })

  it.concurrent('is started at most three times', async () => {
    using home = new TestHome()
    expectFailure(home, await home.refresh('logs-a-failure', [], { LC_LINE: NO_CONNECTION }), 'network')
    expect(home.text('notes')).toBe('sent\nsent\nsent\n')
  })
})

describe('a claude that refuses an option', () => {
  it.each([
    ['is not started again without --model, which a refresh needs', '--model', 'x\n'],
    ['is not started again without --print, which a refresh needs', '--print', 'x\n'],
    ['is not started again if it was not given that option', '--frobnicate', 'x\n'],
    ['is not started a third time if it refuses the option without having been given it', '--effort', 'x\nx\n']
  ])('%s', async (_what, option, calls) => {
    using home = new TestHome()
    const run = await home.refresh('refuses-an-option-always', ['--timeout', '20'], { LC_OPTION: option })
    expectFailure(home, run, 'claude-failed')
    expect(home.text('notes')).toBe(calls)
  })

  it.each(['ends', 'goes on'])('is not started again if it has begun its exchange and %s', async then => {
    using home = new TestHome()
    const run = await home.refresh('refuses-an-option-in-the-exchange', [], { LC_THEN: then })
    expectFailure(home, run, 'not-refreshed')
    expect(home.text('notes')).toBe('sent\n')
  })
})

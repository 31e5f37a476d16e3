import { chmodSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { ClrScene, type ClrRun } from '../../testing/clr.js'
import { NEW_PAIR, OLD_PAIR } from '../../testing/sample-login.js'

const EXPECTED = 'OAuth refresh failed (expected): '
const URL = 'https://platform.claude.com/v1/oauth/token'

/** Says how a run failed, and that it left nothing but the file as it was, to the byte. */
function expectFailure(scene: ClrScene, run: ClrRun, reason: string): void {
  expect(run).toMatchObject({ exitCode: 1, report: { refreshed: false, reason, exitCode: 1 } })
  expect(scene.text('.claude/.credentials.json')).toBe(scene.originalText)
  expect(scene.leftovers).toEqual([])
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
    using scene = new ClrScene()
    expectFailure(scene, await scene.refresh(claude), reason)
  })

  it('is not said to have begun no exchange if that came and went between two looks', async () => {
    using scene = new ClrScene()
    expectFailure(scene, await scene.refresh('exchanges-unseen'), 'not-refreshed')
  })

  it('is quoted with what it said last', async () => {
    using scene = new ClrScene()
    const { report } = await scene.refresh('fails-at-once')
    expect(report).toMatchObject({ message: expect.stringContaining('cannot find its own parts') })
  })

  it.each([
    ['no access token', { accessToken: '' }],
    ['no refresh token', { refreshToken: '' }]
  ])('stores a login with %s: that is none', async (_what, changes) => {
    using scene = new ClrScene()
    const run = await scene.refresh('stores-what-is-asked', [], { LC_STORES: JSON.stringify(changes) })
    expectFailure(scene, run, 'not-refreshed')
  })

  it('stores the old pair with a new expiry, without any exchange: nothing was refreshed', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('stores-what-is-asked', [], { LC_STORES: JSON.stringify(OLD_PAIR) })
    expectFailure(scene, run, 'claude-failed')
  })

  it('cannot be started where what it needs to run is missing', async () => {
    using scene = new ClrScene()
    scene.write('bin/claude', '#!/nonexistent/interpreter\n', 0o755)
    const run = await scene.clr(['refresh', '--json'], { env: { PATH: `${scene.at('bin')}:/usr/bin:/bin` } })
    expectFailure(scene, run, 'claude-failed')
    expect(run.report).toMatchObject({
      message: expect.stringContaining('its first line names a program that is not there')
    })
  })

  it('is not looked for in the working directory', async () => {
    using scene = new ClrScene()
    scene.write('claude', '#!/bin/sh\n', 0o755)
    for (const PATH of ['.', '', ':', '..:./bin']) {
      expectFailure(scene, await scene.clr(['refresh', '--json'], { env: { PATH } }), 'claude-not-found')
    }
    chmodSync(scene.at('claude'), 0o644)
    expectFailure(scene, await scene.clr(['refresh', '--json'], { env: { PATH: scene.path } }), 'claude-not-found')
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
    using scene = new ClrScene()
    expectFailure(scene, await scene.refresh('logs-a-failure', [], { LC_LINE: line }), reason)
    expect(scene.text('notes')).toBe('sent\n')
  })

  it.each([
    [`${EXPECTED}Request failed with status code 429`, 'rate-limited'],
    [`${EXPECTED}getaddrinfo EAI_AGAIN platform.claude.com`, 'network'],
    [`${EXPECTED}connect ECONNREFUSED 127.0.0.1:9`, 'network']
  ])('is not called again where another try would pass the deadline: %s', async (line, reason) => {
    using scene = new ClrScene()
    expectFailure(scene, await scene.refresh('logs-a-failure', ['--timeout', '6'], { LC_LINE: line }), reason)
    expect(scene.text('notes')).toBe('sent\n')
  })

  it.concurrent('is called again, after a wait, where the endpoint has certainly not used the token up', async () => {
    using scene = new ClrScene()
    const line = `${EXPECTED}Request failed with status code 429`
    const run = await scene.refresh('fails-once-then-refreshes', [], { LC_LINE: line })
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(run.elapsedMs).toBeGreaterThan(1000)
    expect(scene.login).toMatchObject(NEW_PAIR)
    expect(scene.text('notes')).toBe('sent\nsent\n')
    expect(scene.leftovers).toEqual([])
  })

  it.concurrent(
    'is not called again if its log tells of a second failure: it has sent the token again by itself',
    async () => {
      using scene = new ClrScene()
      const second = `2026-11-23T08:00:00.100Z [ERROR] ${EXPECTED}socket hang up`
      const env = { LC_LINE: `${EXPECTED}Request failed with status code 429\n${second}` }
      expectFailure(scene, await scene.refresh('fails-once-then-refreshes', [], env), 'rate-limited')
      expect(scene.text('notes')).toBe('sent\n')
    }
  )

  it.concurrent('is called three times at most', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('logs-a-failure', [], { LC_LINE: `${EXPECTED}connect ECONNREFUSED 127.0.0.1:9` })
    expectFailure(scene, run, 'network')
    expect(scene.text('notes')).toBe('sent\nsent\nsent\n')
  })
})

describe('a claude that refuses an option', () => {
  it.each(['--model', '--print', '--frobnicate'])(
    'without which there is no refresh is called once (%s)',
    async option => {
      using scene = new ClrScene()
      const run = await scene.refresh('refuses-an-option-always', [], { LC_OPTION: option })
      expectFailure(scene, run, 'claude-failed')
      expect(scene.text('notes')).toBe('x\n')
    }
  )

  it.each(['ends', 'goes on'])('once its exchange had begun is not called again: it %s', async then => {
    using scene = new ClrScene()
    const run = await scene.refresh('refuses-an-option-in-the-exchange', [], { LC_THEN: then })
    expectFailure(scene, run, 'not-refreshed')
    expect(scene.text('notes')).toBe('sent\n')
  })

  it('that it no longer gets is not called for ever', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('refuses-an-option-always', ['--timeout', '20'], { LC_OPTION: '--effort' })
    expectFailure(scene, run, 'claude-failed')
    expect(scene.text('notes')).toBe('x\nx\n')
  })
})

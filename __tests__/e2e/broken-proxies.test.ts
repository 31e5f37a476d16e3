import path from 'node:path'
import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { brokenProxy, cuttingProxy, refusingProxy, type Breakage } from '../../testing/endpoint/broken-proxy.js'
import { CLR_ON_NODE20, type DoorRun } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import type { Running } from '../../testing/program.js'

// Each test waits for the real CLI for seconds, so the tests of each version run at the same time.

const OLD_CLAUDE = path.resolve(import.meta.dirname, '../../node_modules/claude-2.1.112/cli.js')

/** Starts a refresh through a proxy, with the newest CLI or with 2.1.112. */
function start(setup: E2eSetup, version: string, env: Readonly<Record<string, string>>): Running<DoorRun> {
  if (version === 'new') return setup.start(CLR_ON_NODE20, { env })
  const claudeFolder = setup.home.at('runner', 'old')
  mkdirSync(claudeFolder, { recursive: true })
  symlinkSync(OLD_CLAUDE, path.join(claudeFolder, 'claude'))
  return setup.start(CLR_ON_NODE20, { env, claudeFolder })
}

function expectNotUsed(setup: E2eSetup, run: DoorRun): void {
  expect(setup.endpoint.requests.token).toEqual([])
  expect(run.shown).toMatch(/this run did not use the refresh token|the refresh token was not used up/)
  expect(run.shown).not.toContain('may be lost')
}

const BREAKAGES: readonly (readonly [Breakage, RegExp])[] = [
  ['closes at once', /the proxy closed the connection without an answer/],
  ['closes without an answer to CONNECT', /the proxy closed the connection without an answer/],
  ['closes after its answer to CONNECT', /the TLS connection to .* failed/],
  ['closes after the first bytes of TLS', /the TLS connection to .* failed/],
  ['refuses the TLS handshake', /the TLS connection to .* failed/]
]

describe.each(['new', '2.1.112'])('with a broken proxy and claude %s, clr', version => {
  it.concurrent.each(BREAKAGES)(
    'says network, and that the refresh token was not used, if the proxy %s',
    async (breakage, why) => {
      await using setup = await E2eSetup.create()
      using proxy = await brokenProxy(breakage)
      const run = await start(setup, version, proxy.environment).ended
      expect(run).toMatchObject({ code: 1, reason: 'network', shown: expect.stringMatching(why) })
      expectNotUsed(setup, run)
    }
  )

  it.concurrent('says network, and that the refresh token was not used, if the proxy wants a password', async () => {
    await using setup = await E2eSetup.create()
    using proxy = await refusingProxy(407)
    const run = await start(setup, version, proxy.environment).ended
    expect(run).toMatchObject({ code: 1, reason: 'network' })
    expectNotUsed(setup, run)
  })

  it.concurrent('does not blame the token endpoint if the proxy may have failed', async () => {
    await using setup = await E2eSetup.create()
    using proxy = await refusingProxy(502)
    const run = await start(setup, version, proxy.environment).ended
    expect(run.shown).toMatch(
      version === 'new'
        ? /the token endpoint could not be reached/
        : /the token endpoint, or a proxy in front of it, answered 5\d\d/
    )
  })

  it.concurrent('suggests http:// if the variable says https:// and the proxy speaks plain HTTP', async () => {
    await using setup = await E2eSetup.create()
    using proxy = await brokenProxy('speaks plain HTTP', 'https')
    const run = await start(setup, version, proxy.environment).ended
    expect(run).toMatchObject({ code: 1, reason: 'network', shown: expect.stringMatching(/write `http:\/\/`/) })
    // New versions print the same error after the request: docs/claude-cli.md#what-was-sent-when-a-connection-fails.
    if (version !== 'new') expectNotUsed(setup, run)
  })

  it.concurrent.each(['', 'HTTP/1.1 504 Gateway Timeout\r\n\r\n'])(
    'says that the login may be lost if the proxy closes the connection after the request, with the text %j',
    async text => {
      await using setup = await E2eSetup.create({ token: { kind: 'hang' } })
      using proxy = await cuttingProxy(setup.endpoint.proxyUrl)
      const { ended } = start(setup, version, proxy.environment)
      await setup.untilSent()
      proxy.cut(text)
      const run = await ended
      expect(run).toMatchObject({ code: 1, reason: 'network', shown: expect.stringContaining('may be lost') })
    }
  )

  it.concurrent.each(['http://[bad', 'http://anna:made-up-password@proxy.test:99999'])(
    'says that nothing was sent if the proxy variable is %s',
    async address => {
      await using setup = await E2eSetup.create()
      const run = await start(setup, version, { HTTPS_PROXY: address, https_proxy: address }).ended
      expect(run).toMatchObject({ code: 1, reason: 'claude-failed' })
      expect(run.shown).toMatch(/Invalid proxy URL in https_proxy|https_proxy is not the http:/)
      expect(run.shown).not.toContain('made-up')
      expectNotUsed(setup, run)
    }
  )
})

it.concurrent.each(['socks5', 'anna:made-up-password@proxy.test:99'])(
  'clr names the proxy variable as the cause if claude 2.1.112 ends because of it without a word: %s',
  async address => {
    await using setup = await E2eSetup.create()
    using proxy = await brokenProxy('closes without an answer to CONNECT', 'socks5')
    const env = address === 'socks5' ? proxy.environment : { HTTPS_PROXY: address, https_proxy: address }
    const run = await start(setup, '2.1.112', env).ended
    expect(run.code).toBe(1)
    expect(run.shown).toMatch(/https_proxy is not the http:|the proxy closed the connection/)
    expect(run.shown).not.toContain('made-up')
    expect(setup.endpoint.requests.token).toEqual([])
  }
)

it('clr says that the login may be lost if claude blames its proxy variable, but may have sent the token', async () => {
  await using setup = await E2eSetup.create({ token: { kind: 'hang' } })
  const address = setup.endpoint.proxyUrl.replace('http:', '')
  const run = await start(setup, 'new', { HTTPS_PROXY: address, https_proxy: address }).ended
  expect(run).toMatchObject({ code: 1, reason: 'not-refreshed' })
  expect(run.shown).toMatch(/Invalid proxy URL in https_proxy.*may be lost/)
})

it('clr refreshes although HTTPS_PROXY is malformed, since https_proxy takes precedence', async () => {
  await using setup = await E2eSetup.create()
  const run = await start(setup, 'new', { HTTPS_PROXY: 'http://[bad' }).ended
  expect(run).toMatchObject({ code: 0, reason: 'refreshed' })
})

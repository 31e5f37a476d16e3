import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { brokenProxy, cuttingProxy, refusingProxy, type Breakage } from '../../testing/endpoint/broken-proxy.js'
import { CLR_ON_NODE20, type DoorRun } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

// Each waits for the real CLI for seconds: they wait at the same time, two versions each.

const OLD_CLAUDE = path.resolve(import.meta.dirname, '../../node_modules/claude-2.1.112/cli.js')

const UNHARMED = /did not (?:send|use).*the login unharmed/

/** Asks for a refresh through a proxy, of the newest version, or of 2.1.112. */
async function refresh(setup: E2eSetup, version: string, env: Readonly<Record<string, string>>): Promise<DoorRun> {
  return (await begin(setup, version, env)).ended
}

async function begin(setup: E2eSetup, version: string, env: Readonly<Record<string, string>>) {
  if (version === 'new') return setup.start(CLR_ON_NODE20, { env })
  const claudeFolder = setup.home.at('runner', 'old')
  await mkdir(claudeFolder, { recursive: true })
  await symlink(OLD_CLAUDE, path.join(claudeFolder, 'claude'))
  return setup.start(CLR_ON_NODE20, { env, claudeFolder })
}

function expectUnharmed(setup: E2eSetup, run: DoorRun): void {
  expect(setup.endpoint.requests.token).toEqual([])
  expect(run.shown).toMatch(UNHARMED)
  expect(run.shown).not.toContain('may be lost')
}

const BREAKAGES: readonly (readonly [Breakage, RegExp])[] = [
  ['closes at once', /the proxy closed the connection without an answer/],
  ['closes without an answer to CONNECT', /the proxy closed the connection without an answer/],
  ['closes once it has opened the way', /no TLS connection/],
  ['closes after the first words of TLS', /no TLS connection/],
  ['refuses the TLS handshake', /no TLS connection/]
]

describe.each(['new', '2.1.112'])('a claude (%s) whose proxy is broken', version => {
  it.concurrent.each(BREAKAGES)('says network, and that the login is unharmed, if it %s', async (breakage, what) => {
    await using setup = await E2eSetup.create()
    using proxy = await brokenProxy(breakage)
    const run = await refresh(setup, version, proxy.environment)
    expect(run).toMatchObject({ code: 1, reason: 'network', shown: expect.stringMatching(what) })
    expectUnharmed(setup, run)
  })

  it.concurrent('says that the proxy wants a password', async () => {
    await using setup = await E2eSetup.create()
    using proxy = await refusingProxy(407)
    const run = await refresh(setup, version, proxy.environment)
    expect(run).toMatchObject({ code: 1, reason: 'network' })
    expectUnharmed(setup, run)
  })

  it.concurrent('does not blame the token endpoint for certain if the proxy has failed', async () => {
    await using setup = await E2eSetup.create()
    using proxy = await refusingProxy(502)
    const run = await refresh(setup, version, proxy.environment)
    expect(run.shown).toMatch(version === 'new' ? /no connection/ : /the token endpoint, or a proxy before it, failed/)
  })

  it.concurrent('says that its variable may name another scheme than the proxy has', async () => {
    await using setup = await E2eSetup.create()
    using proxy = await brokenProxy('speaks plain HTTP', 'https')
    const run = await refresh(setup, version, proxy.environment)
    expect(run).toMatchObject({ code: 1, reason: 'network', shown: expect.stringMatching(/write `http:\/\/`/) })
    // New versions say the same after the request: docs/claude-cli.md#what-was-sent-when-a-connection-fails.
    if (version !== 'new') expectUnharmed(setup, run)
  })

  it.concurrent.each(['', 'HTTP/1.1 504 Gateway Timeout\r\n\r\n'])(
    'says that the login may be lost if the connection is cut after the request: %j',
    async text => {
      await using setup = await E2eSetup.create({ token: { kind: 'hang' } })
      using proxy = await cuttingProxy(setup.endpoint.proxyUrl)
      const { ended } = await begin(setup, version, proxy.environment)
      await setup.untilSent()
      proxy.cut(text)
      const run = await ended
      expect(run).toMatchObject({ code: 1, reason: 'network', shown: expect.stringContaining('may be lost') })
    }
  )

  it.concurrent.each(['http://[bad', 'http://anna:made-up-password@proxy.test:99999'])(
    'says that nothing was sent if its variable holds %s',
    async address => {
      await using setup = await E2eSetup.create()
      const run = await refresh(setup, version, { HTTPS_PROXY: address, https_proxy: address })
      expect(run).toMatchObject({ code: 1, reason: 'claude-failed' })
      expect(run.shown).toMatch(/Invalid proxy URL in https_proxy|https_proxy does not hold the http:/)
      expect(run.shown).not.toContain('made-up')
      expectUnharmed(setup, run)
    }
  )
})

describe('a claude (2.1.112) that ends because of its proxy variable, and does not say so', () => {
  it.concurrent.each(['socks5', 'anna:made-up-password@proxy.test:99'])('is explained: %s', async address => {
    await using setup = await E2eSetup.create()
    using proxy = await brokenProxy('closes without an answer to CONNECT', 'socks5')
    const env = address === 'socks5' ? proxy.environment : { HTTPS_PROXY: address, https_proxy: address }
    const run = await refresh(setup, '2.1.112', env)
    expect(run.code).toBe(1)
    expect(run.shown).toMatch(/https_proxy does not hold the http:|the proxy closed the connection/)
    expect(run.shown).not.toContain('made-up')
    expect(setup.endpoint.requests.token).toEqual([])
  })
})

it('a claude that refuses its proxy variable once it may have sent the token through it is not believed', async () => {
  await using setup = await E2eSetup.create({ token: { kind: 'hang' } })
  const address = setup.endpoint.proxyUrl.replace('http:', '')
  const run = await refresh(setup, 'new', { HTTPS_PROXY: address, https_proxy: address })
  expect(run).toMatchObject({ code: 1, reason: 'not-refreshed' })
  expect(run.shown).toMatch(/Invalid proxy URL in https_proxy.*may be lost/)
})

it('a claude whose proxy variable is malformed, but not the one that counts, refreshes', async () => {
  await using setup = await E2eSetup.create()
  const run = await refresh(setup, 'new', { HTTPS_PROXY: 'http://[bad' })
  expect(run).toMatchObject({ code: 0, reason: 'refreshed' })
})

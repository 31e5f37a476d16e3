import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from 'undici'
import { Registry } from '../../../src/action/install/configured-registry.js'
import { RegistryClient } from '../../../src/action/install/registry-client.js'
import { brokenProxy, refusingProxy } from '../../../testing/endpoint/broken-proxy.js'
import { InstallRunner } from '../../../testing/install-runner.js'
import { rejectionOf } from '../../../testing/refusal.js'
import { CLAUDE_PACKAGE, SMALL_VERSION, startClaudeRegistry } from '../../../testing/registry/claude-package.js'
import { startRegistry, type StandInRegistry } from '../../../testing/registry/registry.js'

const LOGIN = 'anna:test-password'
const BASIC = `Basic ${Buffer.from(LOGIN).toString('base64')}`

let registry: StandInRegistry
beforeEach(async () => {
  registry = await startClaudeRegistry('refreshes', { prefix: '/npm' })
})
afterEach(() => registry.close())

const withLogin = (): NodeJS.ProcessEnv => ({ NPM_CONFIG_REGISTRY: registry.url.replace('//', `//${LOGIN}@`) })

describe('user and password in the address of a registry', () => {
  it('are sent with every request, and are in no message', async () => {
    registry.settings.login = LOGIN
    using runner = new InstallRunner(registry)
    await runner.install(SMALL_VERSION, { variables: withLogin() })
    expect(new Set(registry.requests.map(({ headers }) => headers.authorization))).toEqual(new Set([BASIC]))
    expect(runner.notes.join()).not.toMatch(/anna|test-password/)
  })

  it.each([
    ['are asked for if there are none', () => ({}), 'The npm registry asks for a login'],
    ['may be wrong', () => ({ NPM_CONFIG_REGISTRY: registry.url.replace('//', '//joe:x@') }), 'Check the user name']
  ])('%s', async (_what, variables, remedyStart) => {
    registry.settings.login = LOGIN
    using runner = new InstallRunner(registry)
    const { message, remedy } = await rejectionOf(runner.install(SMALL_VERSION, { variables: variables() }))
    expect(message).toBe(`${registry.url}@anthropic-ai%2fclaude-code answered with status 401`)
    expect(remedy).toContain(remedyStart)
  })

  it.each(['a redirect', 'the metadata'])('are not sent to another origin that %s names', async kind => {
    await using other = await startClaudeRegistry('refreshes')
    registry.settings.login = LOGIN
    if (kind === 'a redirect') registry.faults.add({ route: 'tarball', fault: { kind: 'redirect', to: other.url } })
    else registry.settings.tarballBase = other.url
    using runner = new InstallRunner(registry)
    await runner.install(SMALL_VERSION, { variables: withLogin() })
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  it('are not sent to another origin that asks for them, and the message does not show a path there', async () => {
    await using other = await startRegistry({ login: LOGIN, prefix: '/secret-path' })
    registry.settings.tarballBase = other.url
    using runner = new InstallRunner(registry)
    const { message, remedy } = await rejectionOf(runner.install(SMALL_VERSION, { variables: withLogin() }))
    expect(message).toBe(`${other.origin} answered with status 401`)
    expect(remedy).toContain('are not sent to another server')
  })
})

describe('a registry that misbehaves', () => {
  it.each([
    [
      { kind: 'status', status: 200, body: '<html>' } as const,
      ' did not answer with JSON',
      'Set `NPM_CONFIG_REGISTRY`'
    ],
    [{ kind: 'status', status: 200, body: '[]' } as const, ' sent no metadata of ', 'Set `NPM_CONFIG_REGISTRY`'],
    [{ kind: 'status', status: 404 } as const, ' answered with status 404', 'Set `NPM_CONFIG_REGISTRY`'],
    [{ kind: 'status', status: 418 } as const, ' answered with status 418', 'Set `NPM_CONFIG_REGISTRY`'],
    [{ kind: 'status', status: 500 } as const, ' answered with status 500', 'Run the workflow again later'],
    [{ kind: 'drop' } as const, ' cannot be reached (UND_ERR_SOCKET)', 'Check the network'],
    [{ kind: 'hang' } as const, ' sent nothing for 1 s', 'Check the network'],
    [
      { kind: 'status', status: 302, headers: { location: 'file:///etc/passwd' } } as const,
      ' redirects to no valid address',
      'Set `NPM_CONFIG_REGISTRY`'
    ],
    [{ kind: 'status', status: 302 } as const, ' redirects to no valid address', 'Set `NPM_CONFIG_REGISTRY`']
  ])('is named with what it did: %j', async (fault, sentence, remedyStart) => {
    registry.faults.add({ route: 'metadata', fault })
    using runner = new InstallRunner(registry)
    const stallMs = fault.kind === 'hang' ? 1_000 : 300_000
    const { reason, message, remedy } = await rejectionOf(runner.install(SMALL_VERSION, { stallMs }))
    expect([reason, message]).toEqual(['claude-install-failed', expect.stringContaining(sentence)])
    expect(message).toContain(registry.url)
    expect(remedy.startsWith(remedyStart)).toBe(true)
  })

  it('is not followed for ever', async () => {
    registry.faults.add({ route: 'metadata', fault: { kind: 'redirect', to: registry.url } })
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(runner.install(SMALL_VERSION))
    expect(message).toContain(' redirects more than 10 times')
    expect(registry.requests).toHaveLength(11)
  })

  it('is asked three times in all if it cannot be reached, and only once if asking again is no use', async () => {
    registry.faults.add({ route: 'metadata', fault: { kind: 'drop' }, times: 3 })
    registry.faults.add({ route: 'metadata', fault: { kind: 'status', status: 404 } })
    using runner = new InstallRunner(registry)
    await rejectionOf(runner.install(SMALL_VERSION))
    expect(registry.requests).toHaveLength(3)
    await rejectionOf(runner.install(SMALL_VERSION))
    expect(registry.requests).toHaveLength(4)
  })

  it('cannot be reached at all', async () => {
    using runner = new InstallRunner(registry)
    const variables = { NPM_CONFIG_REGISTRY: 'http://127.0.0.1:1/' }
    const { message, remedy } = await rejectionOf(runner.install('latest', { variables }))
    expect(message).toBe('http://127.0.0.1:1/@anthropic-ai%2fclaude-code cannot be reached (ECONNREFUSED)')
    expect(remedy).toContain('Check the network, the proxy (`HTTPS_PROXY`) and `NPM_CONFIG_REGISTRY`')
  })
})

describe('a registry with TLS', () => {
  it.each(['@anthropic-ai%2fclaude-code', '-/npm/v1/keys', 'x.tgz'])(
    'must not redirect to a server without TLS: %s',
    async name => {
      using web = new StandInWeb()
      web.answer('https://npm.acme.test', `/${name}`, { status: 302, location: 'http://plain.acme.test/secret-path' })
      using runner = new InstallRunner(null)
      const registry = Registry.of({ NPM_CONFIG_REGISTRY: 'https://npm.acme.test/' })
      const client = new RegistryClient(registry, runner.step())
      const { reason, message } = await rejectionOf(client.download(registry.at(name), () => Promise.resolve('')))
      expect([reason, message]).toEqual([
        'claude-install-failed',
        `https://npm.acme.test/${name} redirects to http://plain.acme.test, without TLS`
      ])
    }
  )
})

describe('our own time', () => {
  it('does not count as a stall of the server', async () => {
    const bytes = 16_000_000 // more than the buffers on the way hold
    await using server = await serverThat((_request, response) => {
      response.end(Buffer.alloc(bytes))
    })
    using runner = new InstallRunner(registry)
    const limits = { stallMs: 1_000, totalMs: 300_000, retryWaitsMs: [1, 1] } // again, if the server itself is too busy
    const client = new RegistryClient(Registry.of({ NPM_CONFIG_REGISTRY: server.url }), runner.step(), limits)
    const received = await client.download(new URL(server.url), async ({ parts }) => {
      let read = 0
      for await (const part of parts) {
        if (read === 0) await sleep(2_500)
        read += part.length
      }
      return read
    })
    expect(received).toBe(bytes)
  })
})

describe('a text that is too long', () => {
  const TOO_MUCH = Buffer.alloc(32 * 1024 * 1024 + 1, ' ')

  it.each([
    ['as it is', TOO_MUCH, {}],
    ['zipped', gzipSync(TOO_MUCH), { 'content-encoding': 'gzip' }]
  ])('is not read to its end: %s', async (_how, body, headers) => {
    await using server = await serverThat((_request, response) => {
      response.writeHead(200, headers).end(body)
    })
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(runner.install('latest', { variables: { NPM_CONFIG_REGISTRY: server.url } }))
    expect(message).toBe(`${server.url}@anthropic-ai%2fclaude-code sent too much`)
  })
})

describe('metadata that is sent zipped', () => {
  it.each([
    [gzipSync(JSON.stringify({ 'dist-tags': {}, versions: {} })), 'has no tag latest of'],
    [Buffer.from('no gzip'), 'sent damaged text']
  ])('is unzipped', async (body, sentence) => {
    await using server = await serverThat((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(body)
    })
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(runner.install('latest', { variables: { NPM_CONFIG_REGISTRY: server.url } }))
    expect(message).toContain(sentence)
  })
})

describe('a proxy', () => {
  const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy']
  const before = new Map(VARIABLES.map(name => [name, process.env[name]]))
  beforeEach(() => {
    for (const name of VARIABLES) Reflect.deleteProperty(process.env, name)
  })
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  })

  it.each(['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'])(
    'in %s is used for a registry without TLS, with its own user and password, and without a tunnel',
    async name => {
      const asked: (string | undefined)[] = []
      await using proxy = await serverThat((request, response) => {
        asked.push(request.url, request.headers['proxy-authorization'])
        request.url = new URL(request.url ?? '').pathname
        void registry.answer(request, response)
      })
      process.env[name] = proxy.url.replace('//', '//joe:fake%20pw@')
      registry.settings.tarballBase = 'http://registry.npmjs.org/'
      using runner = new InstallRunner(registry)
      await runner.install(SMALL_VERSION, { variables: { NPM_CONFIG_REGISTRY: 'http://npm.acme.test/npm/' } })
      expect(asked.slice(0, 2)).toEqual([
        `http://npm.acme.test/npm/${CLAUDE_PACKAGE.replace('/', '%2f')}`,
        `Basic ${Buffer.from('joe:fake pw').toString('base64')}`
      ])
    }
  )

  it.each(['HTTPS_PROXY', 'https_proxy'])('in %s is asked for a tunnel to a registry with TLS', async name => {
    const tunnels: (string | undefined)[] = []
    await using proxy = await serverThat(() => undefined)
    proxy.server.on('connect', (request: IncomingMessage, socket) => {
      tunnels.push(request.url)
      socket.destroy()
    })
    process.env[name] = proxy.url
    using runner = new InstallRunner(null)
    await rejectionOf(runner.install('latest'))
    expect(tunnels).toEqual(new Array(3).fill('registry.npmjs.org:443'))
  })

  it.each([407, 403])('that refuses a tunnel with %i is named as the cause', async status => {
    using proxy = await refusingProxy(status)
    Object.assign(process.env, proxy.environment)
    using runner = new InstallRunner(null)
    const { message, remedy } = await rejectionOf(runner.install('latest'))
    expect(message).toBe(`the proxy answered with status ${status} when asked for registry.npmjs.org`)
    expect(remedy).toContain('Check the proxy in `HTTPS_PROXY`')
  })

  it.each([
    'closes at once',
    'closes without an answer to CONNECT',
    'closes after its answer to CONNECT',
    'closes after the first bytes of TLS',
    'refuses the TLS handshake'
  ] as const)('that is broken ends the installation long before it counts as stalled: it %s', async breakage => {
    using proxy = await brokenProxy(breakage)
    Object.assign(process.env, proxy.environment)
    using runner = new InstallRunner(null)
    const { message } = await rejectionOf(runner.install('latest', { stallMs: 300_000 }))
    expect(message).toContain('https://registry.npmjs.org/@anthropic-ai%2fclaude-code cannot be reached (')
  })

  it('is not used for a host in NO_PROXY, nor for this machine', async () => {
    process.env.HTTPS_PROXY = process.env.HTTP_PROXY = 'http://127.0.0.1:1'
    process.env.NO_PROXY = 'acme.test'
    using runner = new InstallRunner(registry)
    await runner.install(SMALL_VERSION)
    using web = new StandInWeb()
    web.answer('https://npm.acme.test', '/@anthropic-ai%2fclaude-code', { status: 404 })
    const variables = { NPM_CONFIG_REGISTRY: 'https://npm.acme.test/' }
    const { message } = await rejectionOf(runner.install('latest', { variables }))
    expect(message).toContain(' answered with status 404')
  })

  it('whose address is not valid is named as the cause', async () => {
    process.env.HTTPS_PROXY = 'no address'
    using runner = new InstallRunner(null)
    const variables = { NPM_CONFIG_REGISTRY: 'https://npm.acme.invalid/' }
    const { message } = await rejectionOf(runner.install('latest', { variables }))
    expect(message).toBe('the address of the proxy is not valid')
  })
})

/** Stands in for every server that is asked without a proxy, so that no address outside this machine is looked up. */
class StandInWeb {
  readonly #before = getGlobalDispatcher()
  readonly #agent = new MockAgent()

  constructor() {
    this.#agent.disableNetConnect()
    setGlobalDispatcher(this.#agent)
  }

  answer(origin: string, path: string, { status, location }: { status: number; location?: string }): void {
    const headers = location === undefined ? {} : { location }
    this.#agent.get(origin).intercept({ path }).reply(status, '', { headers })
  }

  [Symbol.dispose](): void {
    setGlobalDispatcher(this.#before)
  }
}

interface OwnServer extends AsyncDisposable {
  readonly server: Server
  readonly url: string
}

async function serverThat(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<OwnServer> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return { server, url: `http://127.0.0.1:${port}/`, [Symbol.asyncDispose]: close }
}

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSecretStore } from '../../src/github-secrets/secret-store.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { rejectionOf } from '../../testing/refusal.js'
import { LIMITS, targetAt } from './targets.js'

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy']
const before = new Map(VARIABLES.map(name => [name, process.env[name]]))
let github: StandInGitHub
let proxy: Server
let tunnels: string[]
let logins: (string | undefined)[]
let proxyPort: number

beforeEach(async () => {
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name)
  github = await startGitHub({ prefix: '/api/v3' })
  github.repository('acme/app')
  tunnels = []
  logins = []
  proxy = createServer().listen(0, '127.0.0.1')
  // Every tunnel leads to the stand-in, whichever host was requested.
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '')
    logins.push(request.headers['proxy-authorization'])
    const upstream = connect(github.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    socket.on('error', () => upstream.destroy()).pipe(upstream)
    upstream.on('error', () => socket.destroy()).pipe(socket)
  })
  await once(proxy, 'listening')
  const address = proxy.address()
  proxyPort = typeof address === 'object' && address !== null ? address.port : 0
})

afterEach(async () => {
  proxy.close()
  await github.close()
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = value
  }
})

async function proveAt(apiUrl: string): Promise<void> {
  const store = await openSecretStore(targetAt(github, { apiUrl }))
  await store.proveWritable(LIMITS)
}

describe('the proxy in the environment', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('is used for requests if it is in %s', async name => {
    process.env[name] = `http://joe:fake%20pw@127.0.0.1:${proxyPort}`
    await proveAt('http://ghes.test/api/v3')
    expect(new Set(tunnels)).toEqual(new Set(['ghes.test:80']))
    expect(logins[0]).toBe(`Basic ${Buffer.from('joe:fake pw').toString('base64')}`)
    expect(github.lines).toHaveLength(4)
  })

  it.each(['HTTPS_PROXY', 'https_proxy'])('is used for requests over TLS if it is in %s', async name => {
    process.env[name] = `http://127.0.0.1:${proxyPort}`
    const { message } = await rejectionOf(proveAt('https://api.github.test')) // the stand-in speaks no TLS
    expect(tunnels[0]).toBe('api.github.test:443')
    expect(message).toContain('cannot be reached')
  })

  it('is not used for the hosts in NO_PROXY', async () => {
    process.env.HTTP_PROXY = `http://127.0.0.1:${proxyPort}`
    process.env.NO_PROXY = 'ghes.invalid'
    await rejectionOf(proveAt('http://ghes.invalid/api/v3'))
    expect(tunnels).toEqual([])
  })

  it('is not used for this machine', async () => {
    process.env.HTTP_PROXY = `http://127.0.0.1:${proxyPort}`
    await proveAt(github.apiUrl)
    expect(tunnels).toEqual([])
  })
})

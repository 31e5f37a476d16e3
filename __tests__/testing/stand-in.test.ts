import { readFile, stat } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'
import { connect } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { MODEL_ANSWER } from '../../testing/endpoint/answers.js'
import { startEndpoint, type Endpoint } from '../../testing/endpoint/endpoint.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

let endpoint: Endpoint

beforeEach(async () => {
  endpoint = await startEndpoint()
})

afterEach(() => endpoint.close())

describe('a refresh token of the stand-in endpoint', () => {
  it('works once, and the answer has the next one', async () => {
    const login = endpoint.newLogin()
    const first = await exchange(login.claudeAiOauth.refreshToken)
    expect(first).toMatchObject({ status: 200, body: { expires_in: 28_800, scope: 'user:inference user:profile' } })
    const { refreshToken } = endpoint.currentPair(login)
    expect(first).toMatchObject({ body: { refresh_token: refreshToken } })
    expect(await exchange(refreshToken)).toMatchObject({ status: 200 })
    expect(endpoint.reuses).toBe(0)
  })

  it('revokes its login when it is used a second time', async () => {
    const login = endpoint.newLogin()
    const used = login.claudeAiOauth.refreshToken
    await exchange(used)
    expect(await exchange(used)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(endpoint.reuses).toBe(1)
    expect(endpoint.isRevoked(login)).toBe(true)
    expect(await exchange(endpoint.currentPair(login).refreshToken)).toMatchObject({ status: 400 })
  })

  it('is spent if the answer is lost after the rotation, but not by other failures', async () => {
    const login = endpoint.newLogin()
    const { refreshToken } = login.claudeAiOauth
    endpoint.token.inTurn(
      { kind: 'drop' },
      { kind: 'status', status: 429, retryAfter: 1 },
      { kind: 'drop', rotate: true }
    )
    await expect(exchange(refreshToken)).rejects.toThrow('socket hang up')
    expect(await exchange(refreshToken)).toMatchObject({ status: 429 })
    expect(endpoint.currentPair(login).refreshToken).toBe(refreshToken)
    await expect(exchange(refreshToken)).rejects.toThrow('socket hang up')
    expect(endpoint.currentPair(login).refreshToken).not.toBe(refreshToken)
    expect(endpoint.reuses).toBe(0)
    expect(endpoint.requests.token.map(sent => sent.refreshToken)).toEqual([refreshToken, refreshToken, refreshToken])
  })
})

it('the stand-in endpoint answers any other host itself with 404, and logs the request', async () => {
  const answer = await post('https://nowhere.test/v1/anything', {})
  expect(answer).toMatchObject({ status: 404 })
  expect(endpoint.requests.other.map(sent => sent.url)).toEqual(['https://nowhere.test/v1/anything'])
})

it('E2eSetup gives programs an environment without any variable of the caller', async () => {
  await using setup = E2eSetup.at(endpoint)
  expect(Object.keys(setup.environment).sort()).toEqual([
    'HOME',
    'HTTPS_PROXY',
    'LANG',
    'NODE_EXTRA_CA_CERTS',
    'PATH',
    'TMPDIR',
    'https_proxy'
  ])
})

it('the real CLI refreshes at the stand-in endpoint, stores the pair and gets a model answer', async () => {
  await using setup = E2eSetup.at(endpoint, { expiresAt: 1 })
  const { home, login } = setup
  const { stdout } = await setup.startSession().ended
  expect(stdout.trim()).toBe(MODEL_ANSWER)
  expect(home.document).toMatchObject({
    claudeAiOauth: endpoint.currentPair(login),
    mcpOAuth: login.mcpOAuth
  })
  expect((await stat(home.creds)).mode & 0o777).toBe(0o600)
  expect(endpoint.requests).toMatchObject({
    token: [{ refreshToken: login.claudeAiOauth.refreshToken }],
    model: [{ bearer: endpoint.currentPair(login).accessToken }]
  })
})

function exchange(refreshToken: string) {
  return post('https://platform.claude.com/v1/oauth/token', {
    grant_type: 'refresh_token',
    refresh_token: refreshToken
  })
}

/** Sends a request as the CLI does: CONNECT to the proxy, TLS with its CA, then the request. */
async function post(url: string, body: unknown): Promise<{ status: number | undefined; body: unknown }> {
  const { host, hostname } = new URL(url)
  const tunnel = httpRequest(endpoint.proxyUrl, { method: 'CONNECT', path: `${host}:443` }).end()
  const socket = await new Promise<Duplex>(resolve =>
    tunnel.once('connect', (_response, opened) => {
      resolve(opened)
    })
  )
  const ca = await readFile(endpoint.caPath)
  const request = httpsRequest(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    createConnection: () => connect({ socket, servername: hostname, ca })
  })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject).end(JSON.stringify(body))
  })
  return { status: response.statusCode, body: JSON.parse(await text(response)) }
}

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { JOB_TOKEN, startGitHub, type StandInGitHub } from '../../../testing/github/github.js'
import { failed, NoticeStep, REPOSITORY } from '../../../testing/notice-step.js'

let github: StandInGitHub
let step: NoticeStep

beforeEach(async () => {
  github = await startGitHub({ prefix: '/api/v3' })
  github.issues(REPOSITORY)
  step = new NoticeStep(github)
})

afterEach(async () => {
  step[Symbol.dispose]()
  await github.close()
})

it('the notice is written to a GitHub Enterprise Server, with its addresses', async () => {
  const { exitCode } = await step.run(failed('network'), { GITHUB_SERVER_URL: 'https://ghes.test' })
  expect(exitCode).toBe(0)
  const { body } = github.issues(REPOSITORY).issue(1)
  expect(body).toContain('(<https://ghes.test/acme/app/actions/runs/4711>)')
  expect(body).toContain('(<https://ghes.test/acme/app/actions/workflows/keepalive.yml>)')
  expect(body).not.toContain('npx')
})

it('a server that cannot be reached is named, without the token', async () => {
  await using other = await startGitHub()
  const { apiUrl } = other
  await other.close()
  const { exitCode, stdout } = await step.run(failed('network'), { GITHUB_API_URL: apiUrl })
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(
    /was not written::Login "claude-login": GitHub's API at http:.+ cannot be reached \(ECONNREFUSED\)\. Check the network, /
  )
  expect(stdout).not.toContain(JOB_TOKEN)
})

describe('the proxy in the environment', () => {
  let proxy: Server
  let tunnels: string[]
  let address: string

  beforeEach(async () => {
    tunnels = []
    proxy = createServer().listen(0, '127.0.0.1')
    // Every tunnel leads to the stand-in, whichever host was requested.
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '')
      const upstream = connect(github.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
      socket.on('error', () => upstream.destroy()).pipe(upstream)
      upstream.on('error', () => socket.destroy()).pipe(socket)
    })
    await once(proxy, 'listening')
    const bound = proxy.address()
    address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
  })

  afterEach(() => {
    proxy.close()
  })

  it('is used for all requests', async () => {
    const variables = { GITHUB_API_URL: 'http://ghes.test/api/v3', HTTP_PROXY: address }
    const { exitCode, stdout } = await step.run(failed('network'), variables)
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'opened issue #1\n' })
    expect(new Set(tunnels)).toEqual(new Set(['ghes.test:80']))
  })

  it('is used for requests over TLS', async () => {
    const variables = { GITHUB_API_URL: 'https://api.github.test', HTTPS_PROXY: address } // the stand-in speaks no TLS
    const { exitCode, stdout } = await step.run(failed('network'), variables)
    expect(exitCode).toBe(1)
    expect(stdout).toContain('cannot be reached')
    expect(tunnels[0]).toBe('api.github.test:443')
  })

  it('is not used for this machine', async () => {
    const { exitCode } = await step.run(failed('network'), { HTTP_PROXY: address })
    expect({ exitCode, tunnels }).toEqual({ exitCode: 0, tunnels: [] })
  })
})

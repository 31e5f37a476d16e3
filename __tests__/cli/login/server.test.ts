import { describe, expect, it } from '@jest/globals'
import { isSameServer, namedServer, serverAt } from '../../../src/cli/login/server.js'
import { refusalOf } from '../../../testing/refusal.js'

const NO_HOST = { text: '', from: '--repo' }
const onGhes = { text: 'ghes.example', from: '--repo' }

describe('the server of GitHub', () => {
  it.each([
    ['github.com', 'github.com', 'https://api.github.com'],
    ['GitHub.com', 'github.com', 'https://api.github.com'],
    ['ssh.github.com', 'github.com', 'https://api.github.com'],
    ['acme.ghe.com', 'acme.ghe.com', 'https://api.acme.ghe.com'],
    ['api.acme.ghe.com', 'acme.ghe.com', 'https://api.acme.ghe.com'],
    ['ghes.example', 'ghes.example', 'https://ghes.example/api/v3'],
    ['ghes.example:8443', 'ghes.example:8443', 'https://ghes.example:8443/api/v3'],
    ['mygithub.com', 'mygithub.com', 'https://mygithub.com/api/v3'],
    ['github.com.example', 'github.com.example', 'https://github.com.example/api/v3']
  ])('at %s is %s, with its API at %s', (given, host, apiUrl) => {
    expect(serverAt(given, null)).toEqual({ host, apiUrl, namedBy: null })
  })

  it.each([
    [{}, null, null, null],
    [{ GH_HOST: '' }, null, null, null],
    [{ GH_HOST: 'ghes.example' }, 'ghes.example', 'https://ghes.example/api/v3', 'GH_HOST'],
    [{ GH_HOST: 'acme.ghe.com' }, 'acme.ghe.com', 'https://api.acme.ghe.com', 'GH_HOST'],
    [{ GITHUB_API_URL: 'https://api.github.com' }, 'github.com', 'https://api.github.com', 'GITHUB_API_URL'],
    [
      { GITHUB_API_URL: 'https://api.acme.ghe.com', GH_HOST: 'ghes.example' },
      'acme.ghe.com',
      'https://api.acme.ghe.com',
      'GITHUB_API_URL'
    ],
    [
      { GITHUB_API_URL: 'http://ghes.example:8080/api/v3/' },
      'ghes.example:8080',
      'http://ghes.example:8080/api/v3',
      'GITHUB_API_URL'
    ]
  ])('is named by the variables %j', (environment, host, apiUrl, namedBy) => {
    const expected = host === null ? null : { host, apiUrl, namedBy }
    expect(namedServer(environment, NO_HOST)).toEqual(expected)
  })

  it('is named by --repo rather than by GH_HOST, as for gh', () => {
    expect(namedServer({ GH_HOST: 'other.example' }, onGhes)).toMatchObject({ host: 'ghes.example', namedBy: '--repo' })
  })

  it('has to be the same in --repo and GITHUB_API_URL', () => {
    const same = { GITHUB_API_URL: 'https://ghes.example/api/v3' }
    expect(namedServer(same, onGhes)).toMatchObject({ apiUrl: 'https://ghes.example/api/v3' })
    const { reason, message } = refusalOf(() => namedServer({ GITHUB_API_URL: 'https://api.github.com' }, onGhes))
    expect([reason, message]).toEqual(['usage', '--repo names ghes.example, but GITHUB_API_URL names github.com'])
  })

  it.each(['-ghes', 'ghes example', 'https://ghes.example', 'ghes.example/', 'ghes;id', 'joe@ghes.example', 'x.'])(
    'is not named by the host %j',
    host => {
      const { reason, message } = refusalOf(() => namedServer({ GH_HOST: host }, NO_HOST))
      expect(reason).toBe('usage')
      expect(message).toMatch(/^GH_HOST must name a host/)
    }
  )

  it('never shows a password in GITHUB_API_URL', () => {
    const environment = { GITHUB_API_URL: 'https://joe:fake-password@ghes.example' }
    expect(refusalOf(() => namedServer(environment, NO_HOST)).message).not.toContain('fake-password')
  })
})

describe('a repository on another host', () => {
  it.each([
    ['github.com', 'github.com', true],
    ['github.com', 'ssh.github.com', true],
    ['github.com', 'ghes.example', false],
    ['ghes.example:8443', 'ghes.example', true],
    ['acme.ghe.com', 'other.ghe.com', false],
    ['127.0.0.1:3000', 'github.com', true], // a tunnel to it, or a stand-in
    ['localhost:3000', 'ghes.example', true]
  ])('of the server %s: is one on %s there? %j', (host, other, isSame) => {
    expect(isSameServer(serverAt(host, null), other)).toBe(isSame)
  })
})

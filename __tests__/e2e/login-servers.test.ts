import { describe, expect, it } from '@jest/globals'
import { parseLogin } from '../../src/core/credentials/credentials.js'
import { WRITE_TOKEN } from '../../testing/github/github.js'
import { PLACE, SECRET, SecretSetup } from '../../testing/secret-setup.js'

const PLACE_THERE = ['--repo', 'ghes.test/octo/demo', '--env', 'claude']
/** A token of another server: it must not be sent. */
const OTHER = 'github_pat_fake_of_another_server'

describe('clr login --secret, through a proxy with its own CA', () => {
  it.each([
    ['github.com', 'api.github.com', '', PLACE, { GH_TOKEN: WRITE_TOKEN, GH_ENTERPRISE_TOKEN: OTHER }],
    ['a tenant at ghe.com', 'api.acme.ghe.com', '', PLACE, { GH_HOST: 'acme.ghe.com', GH_TOKEN: WRITE_TOKEN }],
    [
      'GitHub Enterprise Server',
      'ghes.test',
      '/api/v3',
      PLACE,
      { GH_HOST: 'ghes.test', GH_TOKEN: OTHER, GH_ENTERPRISE_TOKEN: WRITE_TOKEN }
    ],
    [
      'GitHub Enterprise Server, as --repo names it',
      'ghes.test',
      '/api/v3',
      PLACE_THERE,
      { GITHUB_TOKEN: OTHER, GITHUB_ENTERPRISE_TOKEN: WRITE_TOKEN }
    ],
    [
      'the server of GITHUB_API_URL',
      'api.acme.ghe.com',
      '',
      PLACE,
      { GITHUB_API_URL: 'https://api.acme.ghe.com', GH_HOST: 'ghes.test', GITHUB_TOKEN: WRITE_TOKEN }
    ]
  ])('stores the login on %s', async (_server, host, prefix, place, variables) => {
    await using setup = await SecretSetup.create(prefix)
    const vault = setup.environment
    setup.e2e.endpoint.standIns.set(host, `http://127.0.0.1:${setup.github.port}`)
    const dialogue = setup.start(place, { GITHUB_API_URL: undefined, GH_TOKEN: undefined, ...variables })
    await setup.signIn(dialogue)
    expect(await dialogue.ended).toMatchObject({ exitCode: 0 })
    expect(parseLogin(vault.textOf(SECRET) ?? '')).toHaveProperty('refreshToken')
    expect(setup.e2e.endpoint.requests.other.filter(({ url }) => url.includes('/repos/'))).toEqual([])
  })
})

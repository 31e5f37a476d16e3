import { describe, expect, it } from '@jest/globals'
import { Registry } from '../../../src/action/install/configured-registry.js'
import { addressOf, registrySecrets } from '../../../src/action/install/registry-address.js'

const SECRET = 'S3cr3t-test-1'

describe.each([
  `http://anna:${SECRET}@npm.acme.test/`,
  `http://${SECRET}@npm.acme.test/`,
  `http://npm.acme.test/?token=${SECRET}`,
  `http://npm.acme.test/#${SECRET}`,
  `http://npm.acme.test/x;token=${SECRET}/`,
  `//anna:${SECRET}@npm.acme.test/`,
  `anna:${SECRET}@npm.acme.test`
])('a token in the registry %s', registry => {
  it('is masked', () => {
    expect(registrySecrets({ npm_config_registry: registry }).some(secret => secret.includes(SECRET))).toBe(true)
  })

  it('is not in the address that is shown', () => {
    expect(addressOf(registry)).not.toContain(SECRET)
  })
})

it('nothing is masked of a registry without a token', () => {
  expect([registrySecrets({ NPM_CONFIG_REGISTRY: 'https://npm.acme.test/npm/' }), registrySecrets({})]).toEqual([
    [],
    []
  ])
})

it('the header that user and password become is masked', () => {
  const env = { NPM_CONFIG_REGISTRY: `https://anna:p%40${SECRET}@npm.acme.test/` }
  const sent = Registry.of(env).authorizationFor(new URL('https://npm.acme.test/x'))
  expect(sent).toBe(`Basic ${Buffer.from(`anna:p@${SECRET}`).toString('base64')}`)
  expect(registrySecrets(env)).toContain(sent?.replace('Basic ', ''))
})

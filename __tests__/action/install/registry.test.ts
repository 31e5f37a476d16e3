import { describe, expect, it } from '@jest/globals'
import { registrySecrets } from '../../../src/action/install/registry.js'

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
  const env = { npm_config_registry: registry }

  it('is masked', () => {
    expect(registrySecrets(env).some(secret => secret.includes(SECRET))).toBe(true)
  })
})

it('nothing is masked of a registry without a token', () => {
  expect([registrySecrets({ NPM_CONFIG_REGISTRY: 'https://npm.acme.test/npm/' }), registrySecrets({})]).toEqual([
    [],
    []
  ])
})

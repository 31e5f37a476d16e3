import { describe, expect, it } from '@jest/globals'
import { hideRegistries, registrySecrets } from '../../../src/action/install/registry.js'

const SECRET = 'S3cr3t-test-1'
const base64 = (text: string): string => Buffer.from(text).toString('base64')

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

  it.each([
    ['the registry', registry],
    ['only the token', SECRET],
    ['the end of it', `404 for /?token=${SECRET}/@anthropic-ai%2fclaude-code`]
  ])('is hidden if npm prints %s', (_what, words) => {
    expect(hideRegistries(`npm error ${words}`, env)).not.toContain(SECRET)
  })

  it('is masked', () => {
    expect(registrySecrets(env).some(secret => secret.includes(SECRET))).toBe(true)
  })
})

describe('the header that npm makes from user and password', () => {
  it.each([
    [`http://anna:${SECRET}@npm.acme.test/`, `anna:${SECRET}`],
    [`http://${SECRET}@npm.acme.test/`, `${SECRET}:`],
    [`http://anna:p@${SECRET}@npm.acme.test/`, `anna:p%40${SECRET}`],
    [`http://anna:p%40${SECRET}@npm.acme.test/`, `anna:p@${SECRET}`]
  ])('is hidden if a registry returns it: %s', (registry, pair) => {
    const words = `npm error 401, not with Basic ${base64(pair)}`
    expect(hideRegistries(words, { NPM_CONFIG_REGISTRY: registry })).toBe('npm error 401, not with Basic ***')
  })
})

it('what npm prints about a registry without a token is shown unchanged', () => {
  const env = { NPM_CONFIG_REGISTRY: 'https://npm.acme.test/npm/' }
  expect(hideRegistries('npm error at https://npm.acme.test/npm/x', env)).toBe(
    'npm error at https://npm.acme.test/npm/x'
  )
  expect([registrySecrets(env), registrySecrets({})]).toEqual([[], []])
})

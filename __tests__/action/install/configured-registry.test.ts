import { describe, expect, it } from '@jest/globals'
import { Registry } from '../../../src/action/install/configured-registry.js'
import { refusalOf } from '../../../testing/refusal.js'

const SECRET = 'S3cr3t-test-1'

describe('the registry', () => {
  it.each([
    [{}, 'https://registry.npmjs.org/', null],
    [{ NPM_CONFIG_REGISTRY: '', npm_config_registry: ' ' }, 'https://registry.npmjs.org/', null],
    [{ npm_config_registry: 'http://one.test' }, 'http://one.test/', 'npm_config_registry'],
    [{ NPM_CONFIG_REGISTRY: ' https://two.test/npm/ ' }, 'https://two.test/npm/', 'NPM_CONFIG_REGISTRY'],
    [
      { npm_config_registry: 'http://one.test', NPM_CONFIG_REGISTRY: 'http://two.test' },
      'http://two.test/',
      'NPM_CONFIG_REGISTRY'
    ]
  ])('is the one that %j names: %s', (env, address, variable) => {
    const registry = Registry.of(env)
    expect([registry.address, registry.variable]).toEqual([address, variable])
  })

  it.each([SECRET, 'npm.acme.test', '//npm.acme.test/', 'file:///etc/passwd', 'ftp://npm.acme.test/', 'https://'])(
    'must have an address: %s',
    NPM_CONFIG_REGISTRY => {
      const { reason, message, remedy } = refusalOf(() => Registry.of({ NPM_CONFIG_REGISTRY }))
      expect([reason, message]).toEqual(['claude-install-failed', 'NPM_CONFIG_REGISTRY has no valid address'])
      expect(remedy).toContain('Set `NPM_CONFIG_REGISTRY` to the address of a registry')
    }
  )

  it.each([
    ['https://npm.acme.test', 'https://npm.acme.test/@a%2fb'],
    ['https://npm.acme.test/npm/all//', 'https://npm.acme.test/npm/all/@a%2fb'],
    ['https://anna:secret@npm.acme.test/npm#x', 'https://npm.acme.test/npm/@a%2fb'],
    ['https://npm.acme.test/npm/?token=1', 'https://npm.acme.test/npm/@a%2fb?token=1']
  ])('keeps its path, but not its user and password, in addresses: %s', (registry, address) => {
    expect(Registry.of({ NPM_CONFIG_REGISTRY: registry }).at('@a%2fb').href).toBe(address)
  })
})

describe('the address of a tarball', () => {
  const registry = Registry.of({ NPM_CONFIG_REGISTRY: 'https://anna:secret@npm.acme.test/npm/' })

  it.each([
    ['https://registry.npmjs.org/@a/b/-/b-1.tgz', 'https://npm.acme.test/npm/@a/b/-/b-1.tgz'],
    ['http://registry.npmjs.org/@a/b/-/b-1.tgz', 'https://npm.acme.test/npm/@a/b/-/b-1.tgz'],
    ['https://npm.acme.test/npm/@a/b/-/b-1.tgz', 'https://npm.acme.test/npm/@a/b/-/b-1.tgz'],
    ['https://joe:x@cdn.test/b-1.tgz?sig=2', 'https://cdn.test/b-1.tgz?sig=2'],
    ['https://registry.npmjs.org.evil.test/b-1.tgz', 'https://registry.npmjs.org.evil.test/b-1.tgz']
  ])('%s leads to %s', (tarball, address) => {
    expect(registry.tarballAt(tarball)?.href).toBe(address)
  })

  it.each(['', 'b-1.tgz', 'file:///etc/passwd', 'data:,x'])('is not valid: %j', tarball => {
    expect(registry.tarballAt(tarball)).toBeNull()
  })
})

describe('user and password of a registry', () => {
  const registry = Registry.of({ NPM_CONFIG_REGISTRY: 'https://anna:secret@npm.acme.test/npm/' })

  it.each(['https://npm.acme.test/other', 'https://npm.acme.test:443/'])('are sent to its own origin: %s', url => {
    expect(registry.authorizationFor(new URL(url))).toBe(`Basic ${Buffer.from('anna:secret').toString('base64')}`)
  })

  it.each(['http://npm.acme.test/', 'https://npm.acme.test:8443/', 'https://acme.test/', 'https://x.npm.acme.test/'])(
    'are not sent to %s',
    url => {
      expect(registry.authorizationFor(new URL(url))).toBeNull()
    }
  )
})

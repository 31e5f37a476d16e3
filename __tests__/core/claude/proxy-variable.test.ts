import { describe, expect, it } from '@jest/globals'
import { proxyFaultIn } from '../../../src/core/claude/proxy-variable.js'

describe('proxyFaultIn', () => {
  it.each([
    ['none', {}],
    ['an empty one', { HTTPS_PROXY: '', https_proxy: '' }],
    ['a valid one', { HTTPS_PROXY: 'http://proxy.test:8080' }],
    ['one with a password', { https_proxy: 'https://anna:made-up-password@proxy.test' }],
    ['blanks around it', { HTTPS_PROXY: ' http://proxy.test:8080 ' }],
    ['an invalid one that does not count', { HTTPS_PROXY: 'http://[bad', https_proxy: 'http://proxy.test:8080' }]
  ])('finds no fault in %s', (_what, environment) => {
    expect(proxyFaultIn(environment)).toBeNull()
  })

  // Nothing was sent in any of these cases: docs/claude-cli.md#a-malformed-proxy-variable.
  it.each([
    'http://[bad',
    'http://u:p@h:99999',
    'http://',
    'http://127.0.0.1:8080:1',
    'http://127.0.0.1 :80',
    'not a url'
  ])('says that nothing can be sent through %s', HTTPS_PROXY => {
    expect(proxyFaultIn({ HTTPS_PROXY })).toEqual({ name: 'HTTPS_PROXY', blocksSending: true })
  })

  // 2.1.332 posted through each of these, if there was a proxy that speaks HTTP, or TLS in the first two cases.
  it.each([
    '//proxy.test:8080',
    'u:p@proxy.test:99',
    '127.0.0.1:8080',
    'socks5://proxy.test',
    'localhost:8080',
    'ftp://h'
  ])('does not say that nothing can be sent through %s', https_proxy => {
    expect(proxyFaultIn({ https_proxy })).toEqual({ name: 'https_proxy', blocksSending: false })
  })

  it.each(['NO_PROXY', 'no_proxy'])('does not say that nothing can be sent if %s may bypass the proxy', name => {
    expect(proxyFaultIn({ HTTPS_PROXY: 'http://[bad', [name]: '*' })).toMatchObject({ blocksSending: false })
  })
})

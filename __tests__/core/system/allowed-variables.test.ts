import { describe, expect, it } from '@jest/globals'
import { absoluteEntries, allowedVariables } from '../../../src/core/system/allowed-variables.js'

describe('allowedVariables', () => {
  it('passes locale, time zone, proxies and authorities to any program, and no other secret', () => {
    const wanted = { LC_ALL: 'C', TZ: 'UTC', https_proxy: 'http://b:2', SSL_CERT_FILE: '/ca.pem', NIX_LD: '/nix/ld' }
    const unwanted = { GITHUB_TOKEN: 'x', NODE_OPTIONS: 'x', CLAUDE_CODE_CLIENT_KEY: '/k.pem', HOME: '/root' }
    expect(allowedVariables({ ...wanted, ...unwanted, PATH: 'x:/bin' })).toEqual({ ...wanted, PATH: '/bin' })
  })
})

describe('absoluteEntries', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['.', []],
    ['/a:/b', ['/a', '/b']],
    ['/a::b:/c/../d', ['/a', '/c/../d']]
  ])('finds the absolute folders of %j', (text, folders) => {
    expect(absoluteEntries(text)).toEqual(folders)
  })
})

import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { absolutePath } from '../../../src/core/credentials/typed-path.js'
import { refusalOf } from '../../../testing/refusal.js'
import { sampleText } from '../../../testing/sample-login.js'

const PRETTY = JSON.stringify(JSON.parse(sampleText()), null, 2)
const FOREIGN = '{"accessToken":"eyTEST.not-of-anthropic","x":1}'

describe('absolutePath', () => {
  it.each([
    ['a login', sampleText()],
    ['a login on several lines', PRETTY],
    ['a bare token', 'sk-ant-oat01-test-1'],
    ['a token in an object', FOREIGN],
    ['a token in an object without quotes', '{accessToken: test-1}'],
    ['a token in an object with backslashes', FOREIGN.replaceAll('"', '\\"')],
    ['a token with an underscore', '{ "access_token" : "test-1" }'],
    ['base64 of a login', base64(sampleText())],
    ['base64 of a login on several lines', base64(PRETTY)],
    ['base64 on several lines', base64(PRETTY).replace(/.{76}/g, '$&\n')],
    ['base64 in the URL-safe alphabet', Buffer.from(`${sampleText()}~~~???`).toString('base64url')],
    ['base64 of a token in an object', base64(FOREIGN)],
    ['base64 of a bare token', base64('sk-ant-oat01-test-1')]
  ])('refuses a text that looks like credentials, and does not quote it: %s', (_what, text) => {
    const { reason, message } = refusalOf(() => absolutePath(text))
    expect([reason, message]).toEqual([
      'usage',
      '`--creds` must be a path, but this looks like the credentials themselves'
    ])
  })

  it.each([
    '/home/anna/.claude/.credentials.json',
    '/home/anna/{tokens}/login.json',
    'eyJohn/tokens/AccessToken/c2stYW50',
    'examples/eyJhY2Nlc3NUb2tlbiI6/credentials',
    `/var/lib/${'x7Fk'.repeat(50)}/${'0a/'.repeat(100)}c`,
    '/tmp/token: {x}'
  ])('accepts a real path: %s', text => {
    expect(absolutePath(text)).toBe(path.resolve(text))
  })
})

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

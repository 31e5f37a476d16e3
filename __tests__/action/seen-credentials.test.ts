import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MAX_CREDENTIALS_BYTES } from '../../src/core/credentials/credentials-file.js'
import { lookAt, seeCredentials } from '../../src/action/seen-credentials.js'

const LOGIN = {
  accessToken: 'sk-ant-oat01-test-a',
  refreshToken: 'sk-ant-ort01-test-r',
  expiresAt: 1,
  scopes: ['user:x']
}

describe('lookAt', () => {
  it('sees the file as one line, the access token, and every secret at any depth', () => {
    const mcpOAuth = { 'a|b': { accessToken: 'mcp-test-1', clientSecret: 'mcp-test-2', serverUrl: 'https://x.test/' } }
    const value = { claudeAiOauth: LOGIN, mcpOAuth, list: [{ apiKey: 'mcp-test-3' }] }
    expect(lookAt(`\uFEFF${JSON.stringify(value, null, 2).replaceAll('\n', '\r\n')}`)).toEqual({
      document: value,
      json: JSON.stringify(value),
      accessToken: 'sk-ant-oat01-test-a',
      secrets: ['sk-ant-oat01-test-a', 'sk-ant-ort01-test-r', 'mcp-test-1', 'mcp-test-2', 'mcp-test-3']
    })
  })

  it('sees secrets in lists and objects, passwords, and the value of an Authorization header', () => {
    const mcpOAuth = {
      tokens: ['list-test-1', { inner: 'list-test-2' }],
      clientSecrets: { a: 'object-test' },
      Password: 'password-test',
      headers: { authorization: 'Bearer header-test', accept: 'text/plain' }
    }
    expect(lookAt(JSON.stringify({ mcpOAuth })).secrets).toEqual([
      'list-test-1',
      'list-test-2',
      'object-test',
      'password-test',
      'Bearer header-test',
      'header-test'
    ])
  })

  it('sees the tokens of a truncated file', () => {
    const seen = lookAt('{"claudeAiOauth":{"accessToken":"sk-ant-oat01-test-a","refreshTok')
    expect(seen).toEqual({ document: null, json: null, accessToken: null, secrets: ['sk-ant-oat01-test-a'] })
  })

  it('sees the tokens of a file that is nested too deep', () => {
    const deep = `{"claudeAiOauth":${JSON.stringify(LOGIN)},"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    expect(lookAt(deep)).toMatchObject({ json: null, secrets: ['sk-ant-oat01-test-a', 'sk-ant-ort01-test-r'] })
  })

  it('does not take a short text for a secret', () => {
    expect(lookAt('{"token":"1234567","key":"        ","tokenCount":12345678}').secrets).toEqual([])
  })

  it.each(['', '[]', '"text"', 'null', '12', '\0'])('sees nothing in %j', text => {
    expect(lookAt(text)).toEqual({ document: null, json: null, accessToken: null, secrets: [] })
  })

  it('treats an empty access token as none', () => {
    expect(lookAt('{"claudeAiOauth":{"accessToken":""}}').accessToken).toBeNull()
  })
})

describe('seeCredentials', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'seen-'))
    await writeFile(path.join(folder, 'file.json'), JSON.stringify({ claudeAiOauth: LOGIN }))
    await symlink('file.json', path.join(folder, 'link.json'))
    await writeFile(path.join(folder, 'large.json'), JSON.stringify({ token: 'x'.repeat(2 * MAX_CREDENTIALS_BYTES) }))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it.each(['file.json', 'link.json'])('reads %s', name => {
    expect(seeCredentials(path.join(folder, name))).toMatchObject({ accessToken: LOGIN.accessToken })
  })

  it.each(['missing.json', '.', 'large.json', 'a\0b'])('sees nothing at %j', name => {
    expect(seeCredentials(`${folder}/${name}`)).toEqual({ document: null, json: null, accessToken: null, secrets: [] })
  })

  it('sees all of a file that is as large as clr accepts, or a little larger after a refresh', async () => {
    for (const bytes of [1_020_000, MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_BYTES + 200]) {
      const text = JSON.stringify({ claudeAiOauth: LOGIN, padding: '' })
      const file = path.join(folder, 'padded.json')
      await writeFile(file, text.replace('""', `"${'x'.repeat(bytes - text.length)}"`))
      expect(seeCredentials(file)).toMatchObject({ accessToken: LOGIN.accessToken })
    }
  })

  it('does not wait for a pipe', () => {
    expect(seeCredentials('/dev/zero')).toMatchObject({ json: null })
  })
})

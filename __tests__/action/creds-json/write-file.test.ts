import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { USE_ANOTHER_PATH } from '../../../src/action/creds-json/existing-file.js'
import { placeCredentials } from '../../../src/action/creds-json/write-file.js'
import type { CredentialsPath } from '../../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { Deadline } from '../../../src/core/deadline.js'
import { addToLineage, readLineage } from '../../../src/core/write-back/lineage.js'
import { NEW_PAIR, OLD_EXPIRY_MS, OLD_PAIR, sampleCredentials, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const INCOMING = sampleCredentials()
const modeOf = (entry: string): number => statSync(entry).mode & 0o7777

function place(given: string, incoming = INCOMING): Promise<boolean> {
  return placeCredentials(given, incoming, {
    patience: { deadline: Deadline.after(5), cancel: new AbortController().signal }
  })
}

function workFolderOf(given: string): WorkFolder {
  const file: CredentialsPath = { given, real: given }
  return WorkFolder.open(file)
}

describe('placeCredentials', () => {
  it('creates the file with mode 600 and its folders with mode 700, and records that', async () => {
    using temp = new TempFolder()
    const creds = temp.at('a/b/.credentials.json')
    expect(await place(creds)).toBe(true)
    expect(JSON.parse(readFileSync(creds, 'utf8'))).toEqual(INCOMING.document)
    expect([modeOf(creds), modeOf(temp.at('a')), modeOf(temp.at('a/b'))]).toEqual([0o600, 0o700, 0o700])
    expect(temp.names('a/b')).toEqual(['.credentials.json', '.credentials.json.clr'])
    expect(temp.names('a/b/.credentials.json.clr')).toEqual(['.gitignore', 'lineage.json'])
    expect(readLineage(workFolderOf(creds))).toEqual({ isFileMade: true, pairs: [fingerprint(INCOMING)] })
    expect(temp.text('a/b/.credentials.json.clr/lineage.json')).not.toContain('sk-ant')
  })

  it.each([
    { what: 'a blanked login', changes: { accessToken: '', refreshToken: '', expiresAt: 0 } },
    { what: 'an older access token', changes: { accessToken: 'sk-ant-oat01-test-older', expiresAt: 1_000 } }
  ])('replaces $what, and keeps what else is in the file', async ({ changes }) => {
    using temp = new TempFolder()
    const creds = temp.write('c.json', sampleText(changes).replace('test-other', 'test-kept'))
    expect(await place(creds)).toBe(false)
    expect(JSON.parse(readFileSync(creds, 'utf8'))).toEqual({
      ...INCOMING.document,
      mcpOAuth: { other: { accessToken: 'test-kept' } }
    })
  })

  it.each(['', ' \n', '{"mcpOAuth":{}}'])('treats a file that holds %j as one without a login', async text => {
    using temp = new TempFolder()
    expect(await place(temp.write('c.json', text))).toBe(false)
    expect(JSON.parse(temp.text('c.json'))).toMatchObject({ claudeAiOauth: OLD_PAIR })
  })

  it('keeps a newer access token with the same refresh token', async () => {
    using temp = new TempFolder()
    const text = sampleText({ accessToken: 'sk-ant-oat01-test-newer', expiresAt: Date.UTC(2030, 0) })
    await place(temp.write('c.json', text))
    expect(temp.text('c.json')).toBe(text)
  })

  it.each([
    ['replaces an access token without an expiry by one with an expiry', null, OLD_EXPIRY_MS, OLD_PAIR.accessToken],
    ['keeps an access token without an expiry if the other has none either', 0, null, 'sk-ant-oat01-test-newer']
  ])('%s, with the same refresh token', async (_what, there, given, accessToken) => {
    using temp = new TempFolder()
    const creds = temp.write('c.json', sampleText({ accessToken: 'sk-ant-oat01-test-newer', expiresAt: there }))
    await place(creds, sampleCredentials({ expiresAt: given }))
    expect(JSON.parse(temp.text('c.json'))).toMatchObject({ claudeAiOauth: { accessToken } })
  })

  it('keeps a pair that is recorded as a descendant, whether the file was made from creds-json or not', async () => {
    using temp = new TempFolder()
    const creds = temp.at('c.json')
    await place(creds)
    addToLineage(workFolderOf(creds), { ...NEW_PAIR, from: fingerprint(INCOMING) })
    temp.write('c.json', sampleText(NEW_PAIR))
    expect(await place(creds)).toBe(true)
    expect(temp.text('c.json')).toBe(sampleText(NEW_PAIR))
  })

  it.each([
    ['another login', sampleText(NEW_PAIR)],
    ['something else', 'not JSON'],
    ['a login with one token', sampleText({ refreshToken: undefined })]
  ])('changes nothing if the file holds %s', async (_what, text) => {
    using temp = new TempFolder()
    const creds = temp.write('c.json', text)
    await expect(place(creds)).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining(`${creds} has a different login than creds-json`),
      remedy: USE_ANOTHER_PATH
    })
    expect(temp.text('c.json')).toBe(text)
    expect(temp.names()).toEqual(['c.json'])
  })

  it('does not follow a link to nowhere', async () => {
    using temp = new TempFolder()
    symlinkSync(temp.at('nowhere'), temp.at('c.json'))
    await expect(place(temp.at('c.json'))).rejects.toMatchObject({ reason: 'creds-not-found' })
    expect(existsSync(temp.at('nowhere'))).toBe(false)
  })

  it('names a folder that cannot be created', async () => {
    using temp = new TempFolder()
    temp.write('file', '')
    await expect(place(temp.at('file/b/c.json'))).rejects.toMatchObject({ reason: 'creds-not-writable' })
  })
})

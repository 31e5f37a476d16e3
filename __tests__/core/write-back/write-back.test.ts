import { describe, expect, it } from '@jest/globals'
import nodeFs, { readFileSync, statSync, writeFileSync } from 'node:fs'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import type { JsonObject } from '../../../src/core/json.js'
import { RefreshError } from '../../../src/core/reasons.js'
import { Replacement } from '../../../src/core/write-back/replacement.js'
import { writeBack, type Destination } from '../../../src/core/write-back/write-back.js'
import { NEW_PAIR, OLD_PAIR, sampleCredentials, sampleLogin, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const HOUR_MS = 3_600_000
const NEW_EXPIRY_MS = Date.UTC(2027, 0, 15, 16)
const PAST_MS = Date.UTC(2023, 0, 1)

/** Writes the new pair back into a file that now holds `existing`; `kept` gets what would be saved elsewhere. */
function writeNewPair(temp: TempFolder, existing: string, changes: JsonObject = {}, kept: JsonObject[] = []) {
  const path = temp.write('creds.json', sampleText())
  const destination = destinationOf(path, temp)
  writeFileSync(path, existing)
  const before = sampleCredentials()
  const keepSafe = (document: JsonObject) => {
    kept.push(document)
    return '/safe/place'
  }
  const refreshToken = typeof changes.refreshToken === 'string' ? changes.refreshToken : NEW_PAIR.refreshToken
  const fields = { ...before.fields, ...NEW_PAIR, expiresAt: NEW_EXPIRY_MS, ...changes }
  const newPair = { ...NEW_PAIR, refreshToken, fields, from: fingerprint(OLD_PAIR) }
  return writeBack({ ...destination, keepSafe }, newPair, before.document)
}

/** The destination for a pair that is written to this file. */
function destinationOf(path: string, temp: TempFolder): Destination {
  const file = findCredentialsFile(path)
  const replacement = Replacement.reserve(file, temp.at('replacement'))
  return { file, folder: WorkFolder.open(file), replacement, keepSafe: () => '/safe/place' }
}

const NEW_LOGIN = { ...NEW_PAIR, fields: { ...NEW_PAIR, expiresAt: NEW_EXPIRY_MS }, from: fingerprint(OLD_PAIR) }

const documentIn = (temp: TempFolder): unknown => JSON.parse(readFileSync(temp.at('creds.json'), 'utf8'))

describe('writing a new pair back', () => {
  it('changes the pair and its expiry, and nothing else', async () => {
    using temp = new TempFolder()
    expect(await writeNewPair(temp, sampleText())).toMatchObject({ ...NEW_PAIR, expiresAtMs: NEW_EXPIRY_MS })
    expect(documentIn(temp)).toEqual({
      claudeAiOauth: sampleLogin({ ...NEW_PAIR, expiresAt: NEW_EXPIRY_MS }),
      mcpOAuth: { other: { accessToken: 'test-other' } }
    })
    expect(statSync(temp.at('creds.json')).mode & 0o777).toBe(0o600)
  })

  it('keeps changes that others made to the file and its login in the meantime', async () => {
    using temp = new TempFolder()
    const existing = { claudeAiOauth: sampleLogin({ subscriptionType: 'max', note: 'x' }), mcpOAuth: {}, more: [1] }
    await writeNewPair(temp, JSON.stringify(existing))
    expect(documentIn(temp)).toEqual({
      ...existing,
      claudeAiOauth: { ...existing.claudeAiOauth, ...NEW_PAIR, expiresAt: NEW_EXPIRY_MS }
    })
  })

  it.each([
    ['was blanked', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 })],
    ['is empty', ''],
    ['was cut short', sampleText().slice(0, 40)],
    ['no longer holds a login', '{"mcpOAuth":{}}']
  ])('puts the pair into a file that %s', async (_what, existing) => {
    using temp = new TempFolder()
    await writeNewPair(temp, existing)
    expect(documentIn(temp)).toMatchObject({
      claudeAiOauth: sampleLogin({ ...NEW_PAIR, expiresAt: NEW_EXPIRY_MS })
    })
  })

  it('keeps the old refresh token if the answer had none and the one in the file was blanked in the meantime', async () => {
    using temp = new TempFolder()
    const expiresAt = Date.now() + 8 * HOUR_MS
    await writeNewPair(temp, sampleText({ refreshToken: '', subscriptionType: null, expiresAt }), {
      refreshToken: OLD_PAIR.refreshToken
    })
    expect(documentIn(temp)).toMatchObject({
      claudeAiOauth: { accessToken: NEW_PAIR.accessToken, refreshToken: OLD_PAIR.refreshToken, subscriptionType: 'pro' }
    })
  })

  it.each([
    ['the old pair', { refreshToken: undefined, expiresAt: undefined }],
    ['the new pair', { accessToken: NEW_PAIR.accessToken, refreshToken: '' }],
    ['another pair that has expired', { accessToken: 'sk-ant-oat01-test-x', refreshToken: '', expiresAt: PAST_MS }]
  ])('replaces a remnant of %s', async (_what, changes) => {
    using temp = new TempFolder()
    await writeNewPair(temp, sampleText(changes))
    expect(documentIn(temp)).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it.each([
    ['another good login', { refreshToken: 'sk-ant-ort01-test-x' }],
    ['a login of claude setup-token', { refreshToken: undefined, expiresAt: Date.now() + 7200 * HOUR_MS }],
    ['a token without an expiry', { refreshToken: undefined, expiresAt: undefined }],
    ['a token with an implausible expiry', { refreshToken: undefined, expiresAt: 9_999_999_999_999 }],
    ['a token with 22 hours left', { refreshToken: '', expiresAt: Date.now() + 22 * HOUR_MS }]
  ])('keeps %s that was put into the file, and saves the new pair elsewhere', async (_what, changes) => {
    using temp = new TempFolder()
    const other = sampleText({ accessToken: 'sk-ant-oat01-test-x', ...changes })
    const kept: JsonObject[] = []
    await expect(writeNewPair(temp, other, {}, kept)).rejects.toThrow(RefreshError)
    expect(readFileSync(temp.at('creds.json'), 'utf8')).toBe(other)
    expect(kept).toMatchObject([{ claudeAiOauth: NEW_PAIR, mcpOAuth: {} }])
  })

  it.each([
    ['blank tokens', { accessToken: '', refreshToken: '' }],
    ['a token with a blank in it', { refreshToken: 'sk-ant-ort01-test new' }],
    ['a number for a token', { accessToken: 1 }],
    ['no token', { refreshToken: null }]
  ])('keeps the login in the file if the new one has %s, and saves the new one elsewhere', async (_what, changes) => {
    using temp = new TempFolder()
    const kept: JsonObject[] = []
    await expect(writeNewPair(temp, sampleText(), changes, kept)).rejects.toThrow(
      /the new tokens are safe in \/safe\/place/
    )
    expect(readFileSync(temp.at('creds.json'), 'utf8')).toBe(sampleText())
    expect(kept).toMatchObject([{ claudeAiOauth: changes }])
  })

  it('changes nothing if the file already has the pair', async () => {
    using temp = new TempFolder()
    const existing = sampleText({ ...NEW_PAIR, expiresAt: NEW_EXPIRY_MS })
    await writeNewPair(temp, existing)
    expect(readFileSync(temp.at('creds.json'), 'utf8')).toBe(existing)
  })

  it('keeps changes that others make while the new text is being written', async () => {
    using temp = new TempFolder()
    const path = temp.write('creds.json', sampleText())
    const added = JSON.stringify({ claudeAiOauth: sampleLogin(), mcpOAuth: { added: 1 } })
    await writeBack({ ...destinationOf(path, temp), replacement: replacementWith(path, temp, added) }, NEW_LOGIN, {})
    expect(documentIn(temp)).toMatchObject({ claudeAiOauth: NEW_PAIR, mcpOAuth: { added: 1 } })
  })

  it('keeps another login that is put there while the new text is being written', async () => {
    using temp = new TempFolder()
    const path = temp.write('creds.json', sampleText())
    const other = sampleText({ accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' })
    const kept: JsonObject[] = []
    const replacement = replacementWith(path, temp, other)
    const keepSafe = (document: JsonObject) => `/safe/${kept.push(document)}`
    await expect(writeBack({ ...destinationOf(path, temp), replacement, keepSafe }, NEW_LOGIN, {})).rejects.toThrow(
      /another login was written to .*; the new tokens are safe in \/safe\/1/
    )
    expect(readFileSync(path, 'utf8')).toBe(other)
    expect(kept).toMatchObject([{ claudeAiOauth: NEW_PAIR }])
  })
})

/** A replacement for a file that is changed while the new text is being written. */
function replacementWith(path: string, temp: TempFolder, meanwhile: string): Replacement {
  return Replacement.reserve(findCredentialsFile(path), temp.at('other'), { fs: writingMeanwhile(path, meanwhile) })
}

/** A file system that changes the file at its second sync, that of the new text. */
function writingMeanwhile(path: string, text: string): typeof nodeFs {
  let syncs = 0
  return new Proxy(nodeFs, {
    get(target, name): unknown {
      if (name !== 'fsyncSync') return Reflect.get(target, name)
      return (fd: number) => {
        target.fsyncSync(fd)
        if (++syncs === 2) writeFileSync(path, text)
      }
    }
  })
}

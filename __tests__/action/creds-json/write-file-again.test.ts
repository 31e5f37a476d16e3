import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { placeCredentials } from '../../../src/action/creds-json/write-file.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { Deadline } from '../../../src/core/deadline.js'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { readLineage } from '../../../src/core/write-back/lineage.js'
import { parseObject } from '../../../testing/json-object.js'
import { NEW_PAIR, OLD_PAIR, sampleCredentials, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const INCOMING = sampleCredentials()
const BLANKED = sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 })

/** A path for credentials; there is no file at first. */
class Site extends TempFolder {
  readonly creds = this.at('c.json')

  place(onPlace: () => void = () => undefined): Promise<boolean> {
    const patience = { deadline: Deadline.after(5), cancel: new AbortController().signal }
    return placeCredentials(this.creds, INCOMING, { patience, onPlace })
  }

  get folder(): WorkFolder {
    return WorkFolder.open({ given: this.creds, real: this.creds })
  }

  /** Leaves what a run leaves if it is killed between its exchange and its write-back. */
  leaveDeadRun(): void {
    const home = IsolatedHome.create(this.folder, INCOMING)
    const record = path.join(home.path, 'run.json')
    writeFileSync(record, JSON.stringify({ ...parseObject(readFileSync(record, 'utf8')), startTicks: '1' }))
    writeFileSync(home.credentialsPath, sampleText(NEW_PAIR))
  }

  get login(): unknown {
    return parseObject(this.text('c.json')).claudeAiOauth
  }
}

describe('placeCredentials, in an existing file', () => {
  it.each([
    ['a blanked login', BLANKED],
    ['an older access token', sampleText({ accessToken: 'sk-ant-oat01-test-older', expiresAt: 1_000 })]
  ])('lets no other user read the credentials, even if everybody could read %s', async (_what, text) => {
    using site = new Site()
    site.write('c.json', text, 0o644)
    await site.place()
    expect(site.login).toMatchObject(OLD_PAIR)
    expect(statSync(site.creds).mode & 0o7777).toBe(0o600)
  })

  it.each([
    '{"name":"a tool","version":1}',
    '{"apiKey":"sk-ant-api03-test-1"}',
    '{"mcpOAuth":{},"primaryApiKey":"sk-ant-api03-test-1"}',
    '{"claudeAiOauth":null}',
    '{"claudeAiOauth":{"accessToken":"","refreshToken":"sk-ant-ort01-test-1"}}',
    '[]'
  ])('does not touch a file that is not a credentials file of the CLI: %s', async text => {
    using site = new Site()
    site.write('c.json', text, 0o644)
    await expect(site.place()).rejects.toMatchObject({ reason: 'usage' })
    expect([site.text('c.json'), site.names()]).toEqual([text, ['c.json']])
    expect(statSync(site.creds).mode & 0o7777).toBe(0o644)
  })
})

describe('placeCredentials, after an earlier job', () => {
  it('recovers the pair of a killed run, instead of placing the credentials that it descends from', async () => {
    using site = new Site()
    await site.place()
    site.leaveDeadRun()
    expect(await site.place()).toBe(true)
    expect(site.login).toMatchObject(NEW_PAIR)
    expect(site.folder.names()).toEqual(['lineage.json'])
  })

  it.each([
    ['has the same login', sampleText()],
    ['was blanked since', BLANKED]
  ])('recovers that pair in a file that the action did not make, and that %s', async (_what, text) => {
    using site = new Site()
    site.write('c.json', text)
    site.leaveDeadRun()
    expect(await site.place()).toBe(false)
    expect(site.login).toMatchObject(NEW_PAIR)
  })

  it.each([
    ['it is unchanged', null],
    ['it was blanked since', BLANKED],
    ['it has an older access token', sampleText({ accessToken: 'sk-ant-oat01-test-older', expiresAt: 1_000 })]
  ])('keeps the record that the file was made from creds-json if %s', async (_how, text) => {
    using site = new Site()
    await site.place()
    if (text !== null) writeFileSync(site.creds, text)
    expect(await site.place()).toBe(true)
    expect(readLineage(site.folder)).toMatchObject({ isFileMade: true })
    expect(site.login).toMatchObject(OLD_PAIR)
  })
})

describe('placeCredentials, if another program creates the file at the same moment', () => {
  it('keeps the login in that file, and refuses', async () => {
    using site = new Site()
    const another = sampleText(NEW_PAIR)
    const placing = site.place(() => {
      writeFileSync(site.creds, another)
    })
    await expect(placing).rejects.toMatchObject({ reason: 'usage' })
    expect([site.text('c.json'), site.names()]).toEqual([another, ['c.json']])
  })
})

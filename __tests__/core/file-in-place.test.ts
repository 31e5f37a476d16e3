import { chmodSync, chownSync, lstatSync, mkdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { parseObject } from '../../testing/json-object.js'
import { asRoot } from '../../testing/needs.js'
import { NEW_PAIR, sampleLogin, sampleText } from '../../testing/sample-login.js'

const REFRESHED = { exitCode: 0, report: { reason: 'refreshed' } }
const FILE = '.claude/.credentials.json'

/** Refreshes while the file is replaced by another text; an empty one takes it away. */
function refreshMeanwhile(home: TestHome, text: string): Promise<ClrRun> {
  return home.refresh('refreshes-while-the-file-changes', [], { LC_MEANWHILE: text })
}

/** The rescued credentials, where there are any. */
function rescued(home: TestHome): readonly string[] {
  return home.names(`${FILE}.clr`).filter(name => name.startsWith('rescue'))
}

describe('the file', () => {
  it.each(['600', '640', '444'])('keeps its mode %s', async octal => {
    using home = new TestHome()
    const mode = Number.parseInt(octal, 8)
    chmodSync(home.creds, mode)
    expect(await home.refresh('refreshes')).toMatchObject(REFRESHED)
    expect(statSync(home.creds).mode & 0o7777).toBe(mode)
  })

  asRoot.it('keeps its owner and group', async () => {
    using home = new TestHome()
    chownSync(home.creds, 12_345, 54_321)
    expect(await home.refresh('refreshes')).toMatchObject(REFRESHED)
    expect(statSync(home.creds)).toMatchObject({ uid: 12_345, gid: 54_321 })
  })

  it('is replaced where its link points to, and the link stays', async () => {
    using home = new TestHome()
    mkdirSync(home.at('links'))
    symlinkSync('../.claude/.credentials.json', home.at('links/creds'))
    const run = await home.refresh('refreshes', ['--creds', home.at('links/creds')])
    expect(run).toMatchObject({ exitCode: 0, report: { creds: home.at('links/creds') } })
    expect(readlinkSync(home.at('links/creds'))).toBe('../.claude/.credentials.json')
    expect(home.login).toMatchObject(NEW_PAIR)
    expect([home.names('links'), home.leftovers]).toEqual([['creds'], []])
  })

  it.each([
    ['with a byte order mark', `\uFEFF${sampleText()}`],
    ['with CRLF line ends', JSON.stringify(JSON.parse(sampleText()), null, 2).replaceAll('\n', '\r\n')]
  ])('is refreshed %s, and is JSON that the CLI reads afterwards', async (_how, text) => {
    using home = new TestHome(text)
    expect(await home.refresh('refreshes')).toMatchObject(REFRESHED)
    expect(home.document).toMatchObject({ claudeAiOauth: NEW_PAIR, mcpOAuth: { other: {} } })
  })

  it('may have any name, even one with blanks, quotes and a dash in front', async () => {
    using home = new TestHome()
    for (const name of ['-a "b" c\'s $HOME.json', 'ü\n.json']) {
      const file = home.write(`odd/${name}`, sampleText())
      expect(await home.refresh('refreshes', [`--creds=${file}`])).toMatchObject(REFRESHED)
      expect(JSON.parse(home.text(`odd/${name}`))).toMatchObject({ claudeAiOauth: NEW_PAIR })
      expect(home.names('odd').filter(other => other.endsWith('.clr'))).toEqual([])
    }
  })
})

describe('a file that changes during the refresh', () => {
  it('keeps what was put in beside the login', async () => {
    using home = new TestHome()
    const changed = JSON.stringify({ ...parseObject(sampleText()), mcpOAuth: { another: 1 }, added: true })
    expect(await refreshMeanwhile(home, changed)).toMatchObject(REFRESHED)
    expect(home.document).toMatchObject({ claudeAiOauth: NEW_PAIR, mcpOAuth: { another: 1 }, added: true })
    expect(home.leftovers).toEqual([])
  })

  it('keeps what was changed in the login beside the pair', async () => {
    using home = new TestHome()
    const run = await refreshMeanwhile(home, sampleText({ rateLimitTier: 'changed', newField: 'added' }))
    expect(run).toMatchObject(REFRESHED)
    expect(home.login).toMatchObject({ ...NEW_PAIR, rateLimitTier: 'changed', newField: 'added' })
  })

  it.each([
    ['blanked', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 })],
    ['blanked with its scopes', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0, scopes: [] })],
    ['cut', sampleText().slice(0, 50)],
    ['emptied', '\n'],
    ['taken away', '']
  ])('is made whole with our pair where it was %s', async (_what, text) => {
    using home = new TestHome()
    expect(await refreshMeanwhile(home, text)).toMatchObject(REFRESHED)
    expect(home.login).toEqual({ ...sampleLogin(NEW_PAIR), expiresAt: expect.any(Number) })
    expect(lstatSync(home.creds).mode & 0o7777).toBe(0o600)
    expect(home.leftovers).toEqual([])
  })

  it('keeps another good login that was put there, and our pair goes to a file beside it', async () => {
    using home = new TestHome()
    const another = sampleText({ accessToken: 'sk-ant-oat01-test-else', refreshToken: 'sk-ant-ort01-test-else' })
    const run = await refreshMeanwhile(home, another)
    expect(run).toMatchObject({ exitCode: 1, report: { refreshed: false, reason: 'write-back-failed' } })
    expect(home.text(FILE)).toBe(another)
    const [name = 'none', ...more] = rescued(home)
    expect(more).toEqual([])
    expect(run.report).toMatchObject({ message: expect.stringContaining(home.at(`${FILE}.clr`, name)) })
    expect(statSync(home.at(`${FILE}.clr`, name)).mode & 0o7777).toBe(0o600)
    expect(JSON.parse(home.text(`${FILE}.clr/${name}`))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})

describe('a place that cannot be written', () => {
  it('is named before anything is spent', async () => {
    using home = new TestHome()
    home.write(`${FILE}.clr`, 'in the way')
    const run = await home.refresh('takes-notes')
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-not-writable' } })
    expect(home.text(FILE)).toBe(home.originalText)
    expect(home.names()).toEqual(['.claude'])
  })
})

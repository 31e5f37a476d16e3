import { chmodSync, chownSync, lstatSync, mkdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { ClrScene, type ClrRun } from '../../testing/clr.js'
import { parseObject } from '../../testing/json-object.js'
import { asRoot } from '../../testing/needs.js'
import { NEW_PAIR, sampleLogin, sampleText } from '../../testing/sample-login.js'

const REFRESHED = { exitCode: 0, report: { reason: 'refreshed' } }
const FILE = '.claude/.credentials.json'

/** Refreshes while the file is replaced by another text; an empty one takes it away. */
function refreshMeanwhile(scene: ClrScene, text: string): Promise<ClrRun> {
  return scene.refresh('refreshes-while-the-file-changes', [], { LC_MEANWHILE: text })
}

/** The rescued credentials, where there are any. */
function rescued(scene: ClrScene): readonly string[] {
  return scene.names(`${FILE}.clr`).filter(name => name.startsWith('rescue'))
}

describe('the file', () => {
  it.each(['600', '640', '444'])('keeps its mode %s', async octal => {
    using scene = new ClrScene()
    const mode = Number.parseInt(octal, 8)
    chmodSync(scene.creds, mode)
    expect(await scene.refresh('refreshes')).toMatchObject(REFRESHED)
    expect(statSync(scene.creds).mode & 0o7777).toBe(mode)
  })

  asRoot.it('keeps its owner and group', async () => {
    using scene = new ClrScene()
    chownSync(scene.creds, 12_345, 54_321)
    expect(await scene.refresh('refreshes')).toMatchObject(REFRESHED)
    expect(statSync(scene.creds)).toMatchObject({ uid: 12_345, gid: 54_321 })
  })

  it('is replaced where its link points to, and the link stays', async () => {
    using scene = new ClrScene()
    mkdirSync(scene.at('links'))
    symlinkSync('../.claude/.credentials.json', scene.at('links/creds'))
    const run = await scene.refresh('refreshes', ['--creds', scene.at('links/creds')])
    expect(run).toMatchObject({ exitCode: 0, report: { creds: scene.at('links/creds') } })
    expect(readlinkSync(scene.at('links/creds'))).toBe('../.claude/.credentials.json')
    expect(scene.login).toMatchObject(NEW_PAIR)
    expect([scene.names('links'), scene.leftovers]).toEqual([['creds'], []])
  })

  it.each([
    ['with a byte order mark', `\uFEFF${sampleText()}`],
    ['with CRLF line ends', JSON.stringify(JSON.parse(sampleText()), null, 2).replaceAll('\n', '\r\n')]
  ])('is refreshed %s, and is JSON that the CLI reads afterwards', async (_how, text) => {
    using scene = new ClrScene(text)
    expect(await scene.refresh('refreshes')).toMatchObject(REFRESHED)
    expect(scene.document).toMatchObject({ claudeAiOauth: NEW_PAIR, mcpOAuth: { other: {} } })
  })

  it('may have any name, even one with blanks, quotes and a dash in front', async () => {
    using scene = new ClrScene()
    for (const name of ['-a "b" c\'s $HOME.json', 'ü\n.json']) {
      const file = scene.write(`odd/${name}`, sampleText())
      expect(await scene.refresh('refreshes', [`--creds=${file}`])).toMatchObject(REFRESHED)
      expect(JSON.parse(scene.text(`odd/${name}`))).toMatchObject({ claudeAiOauth: NEW_PAIR })
      expect(scene.names('odd').filter(other => other.endsWith('.clr'))).toEqual([])
    }
  })
})

describe('a file that changes during the refresh', () => {
  it('keeps what was put in beside the login', async () => {
    using scene = new ClrScene()
    const changed = JSON.stringify({ ...parseObject(sampleText()), mcpOAuth: { another: 1 }, added: true })
    expect(await refreshMeanwhile(scene, changed)).toMatchObject(REFRESHED)
    expect(scene.document).toMatchObject({ claudeAiOauth: NEW_PAIR, mcpOAuth: { another: 1 }, added: true })
    expect(scene.leftovers).toEqual([])
  })

  it('keeps what was changed in the login beside the pair', async () => {
    using scene = new ClrScene()
    const run = await refreshMeanwhile(scene, sampleText({ rateLimitTier: 'changed', newField: 'added' }))
    expect(run).toMatchObject(REFRESHED)
    expect(scene.login).toMatchObject({ ...NEW_PAIR, rateLimitTier: 'changed', newField: 'added' })
  })

  it.each([
    ['blanked', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 })],
    ['blanked with its scopes', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0, scopes: [] })],
    ['cut', sampleText().slice(0, 50)],
    ['emptied', '\n'],
    ['taken away', '']
  ])('is made whole with our pair where it was %s', async (_what, text) => {
    using scene = new ClrScene()
    expect(await refreshMeanwhile(scene, text)).toMatchObject(REFRESHED)
    expect(scene.login).toEqual({ ...sampleLogin(NEW_PAIR), expiresAt: expect.any(Number) })
    expect(lstatSync(scene.creds).mode & 0o7777).toBe(0o600)
    expect(scene.leftovers).toEqual([])
  })

  it('keeps another good login that was put there, and our pair goes to a file beside it', async () => {
    using scene = new ClrScene()
    const another = sampleText({ accessToken: 'sk-ant-oat01-test-else', refreshToken: 'sk-ant-ort01-test-else' })
    const run = await refreshMeanwhile(scene, another)
    expect(run).toMatchObject({ exitCode: 1, report: { refreshed: false, reason: 'write-back-failed' } })
    expect(scene.text(FILE)).toBe(another)
    const [name = 'none', ...more] = rescued(scene)
    expect(more).toEqual([])
    expect(run.report).toMatchObject({ message: expect.stringContaining(scene.at(`${FILE}.clr`, name)) })
    expect(statSync(scene.at(`${FILE}.clr`, name)).mode & 0o7777).toBe(0o600)
    expect(JSON.parse(scene.text(`${FILE}.clr/${name}`))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})

describe('a place that cannot be written', () => {
  it('is named before anything is spent', async () => {
    using scene = new ClrScene()
    scene.write(`${FILE}.clr`, 'in the way')
    const run = await scene.refresh('takes-notes')
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-not-writable' } })
    expect(scene.text(FILE)).toBe(scene.originalText)
    expect(scene.names()).toEqual(['.claude'])
  })
})

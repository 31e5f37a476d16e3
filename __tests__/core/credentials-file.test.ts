import { chmodSync, chownSync, lstatSync, mkdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { expectRefreshed } from '../../testing/expectations.js'
import { parseObject } from '../../testing/json-object.js'
import { asRoot } from '../../testing/needs.js'
import { NEW_PAIR, sampleLogin, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome, WORK_FOLDER, type ClrRun } from '../../testing/test-home.js'

/** Refreshes, and during the exchange replaces the file with another text, or removes it if that is empty. */
function refreshMeanwhile(home: TestHome, text: string): Promise<ClrRun> {
  return home.refresh('refreshes-while-the-file-changes', [], { LC_MEANWHILE: text })
}

const modeOf = (file: string): number => lstatSync(file).mode & 0o7777

describe('the credentials file, after a refresh', () => {
  it.each(['600', '640', '444'])('still has its mode %s', async octal => {
    using home = new TestHome()
    const mode = Number.parseInt(octal, 8)
    chmodSync(home.creds, mode)
    expectRefreshed(home, await home.refresh('refreshes'))
    expect(modeOf(home.creds)).toBe(mode)
  })

  asRoot.it('still has its owner and group', async () => {
    using home = new TestHome()
    chownSync(home.creds, 12_345, 54_321)
    expectRefreshed(home, await home.refresh('refreshes'))
    expect(statSync(home.creds)).toMatchObject({ uid: 12_345, gid: 54_321 })
  })

  it('is the file that a symbolic link points to, and the link is still there', async () => {
    using home = new TestHome()
    mkdirSync(home.at('links'))
    symlinkSync('../.claude/.credentials.json', home.at('links/creds'))
    const run = await home.refresh('refreshes', ['--creds', home.at('links/creds')])
    expectRefreshed(home, run)
    expect(run.report).toMatchObject({ creds: home.at('links/creds') })
    expect(readlinkSync(home.at('links/creds'))).toBe('../.claude/.credentials.json')
    expect(home.names('links')).toEqual(['creds'])
  })

  it.each([
    ['a byte order mark', `\uFEFF${sampleText()}`],
    ['CRLF line endings', JSON.stringify(JSON.parse(sampleText()), null, 2).replaceAll('\n', '\r\n')]
  ])('is JSON that the CLI can read, even if it had %s', async (_what, text) => {
    using home = new TestHome(text)
    expectRefreshed(home, await home.refresh('refreshes'))
    expect(home.document).toMatchObject({ mcpOAuth: { other: {} } })
  })

  it.each(['-a "b" c\'s $HOME.json', 'ü\n.json'])('has the new tokens even if its name is unusual: %j', async name => {
    using home = new TestHome()
    const file = home.write(`odd/${name}`, sampleText())
    const run = await home.refresh('refreshes', [`--creds=${file}`])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(JSON.parse(home.text(`odd/${name}`))).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect(home.names('odd')).toEqual([name])
  })
})

describe('a file that another program changes during the refresh', () => {
  it('keeps what was added beside the login', async () => {
    using home = new TestHome()
    const added = { mcpOAuth: { another: 1 }, added: true }
    const run = await refreshMeanwhile(home, JSON.stringify({ ...parseObject(sampleText()), ...added }))
    expectRefreshed(home, run)
    expect(home.document).toMatchObject(added)
  })

  it('keeps what was changed in the login, apart from its tokens', async () => {
    using home = new TestHome()
    const changed = { rateLimitTier: 'changed', newField: 'added' }
    expectRefreshed(home, await refreshMeanwhile(home, sampleText(changed)))
    expect(home.login).toMatchObject(changed)
  })

  it.each([
    ['blanked', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 })],
    ['blanked, scopes included', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0, scopes: [] })],
    ['truncated', sampleText().slice(0, 50)],
    ['emptied', '\n'],
    ['removed', '']
  ])('is restored with the new tokens if it was %s', async (_what, text) => {
    using home = new TestHome()
    expectRefreshed(home, await refreshMeanwhile(home, text))
    expect(home.login).toEqual({ ...sampleLogin(NEW_PAIR), expiresAt: expect.any(Number) })
    expect(modeOf(home.creds)).toBe(0o600)
  })

  it('keeps a different login, and the new tokens go into a rescue file', async () => {
    using home = new TestHome()
    const other = sampleText({ accessToken: 'sk-ant-oat01-test-else', refreshToken: 'sk-ant-ort01-test-else' })
    const run = await refreshMeanwhile(home, other)
    expect(run).toMatchObject({ exitCode: 1, report: { refreshed: false, reason: 'write-back-failed' } })
    expect(home.text(CREDENTIALS)).toBe(other)
    const rescued = home.names(WORK_FOLDER).filter(name => name.startsWith('rescue'))
    expect(rescued).toHaveLength(1)
    const rescue = `${WORK_FOLDER}/${rescued[0] ?? ''}`
    expect(run.report).toMatchObject({ message: expect.stringContaining(home.at(rescue)) })
    expect(modeOf(home.at(rescue))).toBe(0o600)
    expect(JSON.parse(home.text(rescue))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})

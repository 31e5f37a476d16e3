import { existsSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseLogin } from '../../src/core/credentials/credentials.js'
import { PYTHON, type Dialogue } from '../../testing/dialogue.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { installedScript } from '../../testing/old-claude.js'
import { LOGIN_ITEM, Mac } from '../../testing/mac.js'
import { needing } from '../../testing/needs.js'
import { NotingBrowser, pasteCode, startLogin } from '../../testing/sign-in.js'

const DAY_SECONDS = 86_400

/** A HOME without a login, and an endpoint at which a login ends after 28 days. */
async function withoutFile(): Promise<E2eSetup> {
  const setup = await E2eSetup.create({ token: { kind: 'ok', refreshTokenExpiresIn: 28 * DAY_SECONDS } })
  rmSync(path.dirname(setup.home.creds), { recursive: true })
  setup.remember()
  return setup
}

/** Expects that the login of one sign-in is in the file, that nothing else is new, and that no model was asked. */
async function expectStored(setup: E2eSetup, dialogue: Dialogue): Promise<void> {
  const { exitCode, stdout } = await dialogue.ended
  expect([exitCode, stdout]).toEqual([
    0,
    expect.stringContaining(`stored the new login in ${setup.home.creds}: valid until`)
  ])
  const { signIn, model, token } = setup.endpoint.requests
  expect([signIn.length, model.length, token.length]).toEqual([1, 0, 0])
  const { accessToken, refreshToken } = parseLogin(setup.fileText)
  expect(setup.endpoint.currentPair(accessToken)).toEqual({ accessToken, refreshToken })
  expect(dialogue.shown).not.toMatch(/sk-ant-/)
  const ours = ['.claude', '.claude/.credentials.json']
  expect(setup.leftovers.filter(name => !ours.includes(String(name)))).toEqual([])
}

describe('clr login, with the real CLI', () => {
  it('signs in with a pasted code, makes the file, and says when the login ends and what to do next', async () => {
    await using setup = await withoutFile()
    const dialogue = startLogin(setup)
    await pasteCode(setup, dialogue)
    await expectStored(setup, dialogue)
    expect(dialogue.stdout.split('\n')).toEqual([
      expect.stringContaining('stored the new login in '),
      expect.stringMatching(/^the login ends on \S+ \S+ UTC \(in 28 days\): sign in again before then$/),
      expect.stringContaining('next: run `clr refresh`'),
      ''
    ])
    const modes = [setup.home.creds, path.dirname(setup.home.creds)].map(entry => statSync(entry).mode & 0o777)
    expect(modes).toEqual([0o600, 0o700])
  })

  it('opens the call back address in the user’s browser, with the user’s own environment, and needs no code then', async () => {
    await using setup = await withoutFile()
    const browser = new NotingBrowser(setup)
    const dialogue = startLogin(setup, { env: { DISPLAY: ':9', BROWSER: browser.path, MARK: 'of the user' } })
    const { callBack } = setup.endpoint.signIns.allow(await browser.address())
    expect(callBack).toMatch(/^http:\/\/localhost:\d+\/callback\?/)
    expect(browser.environment).toEqual(
      expect.arrayContaining([`HOME=${setup.home.path}`, `BROWSER=${browser.path}`, 'MARK=of the user'])
    )
    await fetch(callBack, { redirect: 'manual' })
    await expectStored(setup, dialogue)
  })

  it.each([
    ['2.1.332', (setup: E2eSetup) => setup.environment.PATH],
    ['2.1.112', installedScript]
  ])('works beside a file in a folder whose name has blanks and quotes, with %s', async (_version, pathFor) => {
    await using setup = await withoutFile()
    const browser = new NotingBrowser(setup)
    const env = { DISPLAY: ':9', BROWSER: browser.path, PATH: pathFor(setup) }
    const dialogue = startLogin(setup, { args: ['--creds', "it's a b/c.json"], env })
    await fetch(setup.endpoint.signIns.allow(await browser.address()).callBack, { redirect: 'manual' })
    expect(await dialogue.ended).toMatchObject({ exitCode: 0 })
    expect(setup.home.names("it's a b")).toEqual(['c.json'])
  })

  it('keeps the file’s other keys, and replaces all fields of the old login, with --replace', async () => {
    await using setup = await E2eSetup.create()
    const { claudeAiOauth, mcpOAuth } = setup.login
    setup.home.writeCredentials(JSON.stringify({ claudeAiOauth: { ...claudeAiOauth, ofTheOldLogin: true }, mcpOAuth }))
    const dialogue = startLogin(setup, { args: ['--replace'] })
    await pasteCode(setup, dialogue)
    await expectStored(setup, dialogue)
    expect(setup.home.document).toEqual({ mcpOAuth, claudeAiOauth: expect.anything() })
    expect(setup.home.login).not.toHaveProperty('ofTheOldLogin')
  })

  it('makes a login that a refresh then keeps fresh', async () => {
    await using setup = await withoutFile()
    const dialogue = startLogin(setup)
    await pasteCode(setup, dialogue)
    await dialogue.ended
    const before = parseLogin(setup.fileText)
    const run = await setup.home.clr(['refresh', '--json'], { env: setup.environment })
    expect(run.report).toMatchObject({ reason: 'refreshed' })
    const after = parseLogin(setup.fileText)
    expect(after.fields).toEqual({
      ...before.fields,
      ...setup.endpoint.currentPair(before.accessToken),
      expiresAt: after.fields.expiresAt
    })
  })
})

needing(PYTHON, existsSync(PYTHON)).describe('clr login on a terminal, with the real CLI', () => {
  it('lets a person paste the code, which is not shown', async () => {
    await using setup = await withoutFile()
    const dialogue = startLogin(setup, { isOnTerminal: true })
    await pasteCode(setup, dialogue)
    await expectStored(setup, dialogue)
  })
})

describe('clr login, with the real CLI 2.1.112, which takes no pasted code', () => {
  it('shows the address for a browser on this machine if it opens none', async () => {
    await using setup = await withoutFile()
    const dialogue = startLogin(setup, { env: { PATH: installedScript(setup) } })
    const [, address = ''] = await dialogue.untilShown(/in a browser on this machine: (http\S+)\n/)
    expect(dialogue.shown).toMatch(/claude 2\.1\.112 does not accept a pasted code.*or use claude 2\.1\.270 or newer/)
    await fetch(setup.endpoint.signIns.allow(address).callBack, { redirect: 'manual' })
    await expectStored(setup, dialogue)
  })

  it('stores the login in the file on macOS, and nothing in the Keychain', async () => {
    await using setup = await withoutFile()
    const mac = new Mac(setup)
    const dialogue = startLogin(setup, { env: mac.environment })
    const [, address = ''] = await dialogue.untilShown(/open this address in a browser on this machine: (http\S+)\n/)
    await fetch(setup.endpoint.signIns.allow(address).callBack, { redirect: 'manual' })
    await expectStored(setup, dialogue)
    expect(mac.services).toEqual([])
  })

  it('begins no sign-in on macOS for a file beside a Keychain item, which the CLI would use in its place', async () => {
    await using setup = await withoutFile()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: '{}' })
    const { exitCode, stderr } = await startLogin(setup, { env: mac.environment }).ended
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/^clr: usage: the Keychain has a login.*\n +Name another file with `--creds`/m)
    ])
    expect([setup.endpoint.requests.signIn, setup.leftovers]).toEqual([[], []])
  })
})

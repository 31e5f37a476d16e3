import { readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { rememberRejection } from '../../src/core/rejections.js'
import { WorkFolder } from '../../src/core/work-folder.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, OLD_EXPIRY_MS, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, faultAt, TestHome, type ClrOptions } from '../../testing/test-home.js'

const PAST_MS = Date.UTC(2025, 5)

/** Lets the sign-in go on although there is neither a terminal nor a browser: the small programs need none. */
const WITH_BROWSER = { DISPLAY: ':9', BROWSER: '/bin/true' }

function login(home: TestHome, args: readonly string[] = [], options: ClrOptions = {}) {
  return home.clr(['login', ...args], { claude: 'signs-in', ...options, env: { ...WITH_BROWSER, ...options.env } })
}

/** The calls that a small program has noted; none if it was never started. */
function callsIn(home: TestHome): readonly { readonly args: unknown; readonly env: object; readonly cwd: unknown }[] {
  const notes = readdirSync(home.path).includes('notes') ? home.text('notes').trim().split('\n') : []
  return notes.map(parseObject).map(({ args, env, cwd }) => ({ args, env: objectFrom(env), cwd }))
}

function expectStored(
  home: TestHome,
  { exitCode, stderr }: { readonly exitCode: number | null; readonly stderr: string }
): void {
  expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('clr: warning')])
  expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
}

describe('clr login, if the file has a login', () => {
  it.each([
    ['a good one', {}, /: its end is not known$/m],
    ['one whose access token has expired', { expiresAt: PAST_MS }, /login-exists/],
    [
      'one whose end is ahead',
      { refreshTokenExpiresAt: OLD_EXPIRY_MS },
      /: it ends 2027-01-15 08:00 UTC \(in \d+ days\)$/m
    ],
    [
      'a valid token of `claude setup-token`',
      { refreshToken: undefined },
      /: it has no refresh token, and valid until 2027-/
    ]
  ])('keeps %s, and starts no sign-in', async (_what, fields, message) => {
    using home = new TestHome(sampleText(fields))
    const { exitCode, stderr } = await login(home)
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/^clr: login-exists: \/.* already has a good login: /)
    ])
    expect(stderr).toMatch(message)
    expect([home.text(CREDENTIALS), home.leftovers, callsIn(home)]).toEqual([home.originalText, [], []])
  })

  it.each([
    ['one that was rejected, and so is blank', { accessToken: '', refreshToken: '', expiresAt: 0 }],
    ['one that has ended', { refreshTokenExpiresAt: PAST_MS }],
    ['an expired token of `claude setup-token`', { refreshToken: undefined, expiresAt: PAST_MS }],
    ['one that no program can use', { accessToken: 7 }]
  ])('replaces %s, and keeps all other keys and the mode', async (_what, fields) => {
    using home = new TestHome(sampleText(fields))
    expectStored(home, await login(home))
    expect(home.document).toMatchObject({ mcpOAuth: { other: { accessToken: 'test-other' } } })
    expect(statSync(home.creds).mode & 0o777).toBe(0o600)
  })

  it('replaces one that a run has seen rejected, and forgets the rejection', async () => {
    using home = new TestHome()
    const folder = WorkFolder.open({ given: home.creds, real: home.creds })
    rememberRejection(folder, { pair: fingerprint(OLD_PAIR), message: 'rejected' })
    expectStored(home, await login(home))
  })

  it('replaces a good one with --replace, and keeps none of its fields', async () => {
    using home = new TestHome(sampleText({ refreshTokenExpiresAt: OLD_EXPIRY_MS, accountUuid: 'old' }))
    expectStored(home, await login(home, ['--replace'], { env: { LC_FIELDS: '{"subscriptionType":"max"}' } }))
    expect(home.login).toEqual({
      ...NEW_PAIR,
      subscriptionType: 'max',
      scopes: ['user:inference'],
      expiresAt: expect.any(Number)
    })
  })
})

describe('clr login, if the file has something else', () => {
  it.each([
    ['text', 'precious notes', 'is not JSON'],
    ['a bare API key', 'sk-ant-api03-test', 'holds an API key'],
    ['a list', '[1]', 'should hold a JSON object']
  ])('refuses %s, which stays', async (_what, text, message) => {
    using home = new TestHome(text)
    const { exitCode, stderr } = await login(home, ['--replace'])
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^clr: creds-invalid: /)])
    expect(stderr).toContain(message)
    expect([home.text(CREDENTIALS), home.leftovers, callsIn(home)]).toEqual([text, [], []])
  })

  it.each([
    ['an empty file', ''],
    ['only tokens of other services', '{"mcpOAuth":{}}'],
    ['an API key in JSON, which stays', '{"apiKey":"sk-ant-api03-test"}']
  ])('adds the login to %s', async (_what, text) => {
    using home = new TestHome(text)
    expectStored(home, await login(home))
    expect(home.document).toMatchObject(text === '' ? {} : parseObject(text))
  })

  it('refuses a link to a file that does not exist', async () => {
    using home = new TestHome(null)
    symlinkSync('nowhere.json', home.at('link.json'))
    const { exitCode, stderr } = await login(home, ['--creds', 'link.json'])
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('is a link to a file that does not exist')])
    expect(callsIn(home)).toEqual([])
  })
})

describe('clr login, if there is no file', () => {
  it('removes the folders that it has made if there is no login', async () => {
    using home = new TestHome(null)
    const { exitCode } = await login(home, ['--creds', 'a/b/c.json'], { claude: 'crashes' })
    expect([exitCode, home.names()]).toEqual([1, []])
  })

  it('makes no folder for a path with a variable that nothing expands', async () => {
    using home = new TestHome(null)
    const { exitCode, stderr } = await login(home, ['--creds', '$HOME/c.json'])
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^clr: usage: .*the "\$HOME" in it is not expanded/)])
    expect(home.names()).toEqual([])
  })

  it('writes through a link to a folder', async () => {
    using home = new TestHome(null)
    home.write('real/other.json', '{}')
    symlinkSync('real', home.at('link'))
    expect((await login(home, ['--creds', 'link/c.json'])).exitCode).toBe(0)
    expect(home.names('real')).toEqual(['c.json', 'other.json'])
  })
})

describe('the claude of clr login', () => {
  it('gets the options that are passed on, an isolated HOME, and no variable that could steer it', async () => {
    using home = new TestHome(null)
    const env = {
      CLAUDE_CODE_OAUTH_TOKEN: 'x',
      ANTHROPIC_BASE_URL: 'x',
      BROWSER: '/bin/true',
      TERM: 'vt100',
      LC_MARK: '1'
    }
    await login(home, ['--email', 'me@example.com', '--sso'], { env })
    const call = callsIn(home).at(-1)
    expect(call).toMatchObject({ args: ['auth', 'login', '--email', 'me@example.com', '--sso'], cwd: '/' })
    const names = ['DISABLE_AUTOUPDATER', 'HOME', 'NO_PROXY', 'PATH', 'TMPDIR', 'USERPROFILE', 'no_proxy']
    const given = Object.keys(call?.env ?? {}).filter(name => !/^(?:LC_|_|PWD|SHLVL|OLDPWD)/.test(name))
    expect(given.sort()).toEqual([...names, 'BROWSER', 'TERM'].sort())
    expect(call?.env).toMatchObject({ BROWSER: expect.stringContaining(`${home.creds}.clr/home-`), LC_MARK: '1' })
  })

  it('is asked for its version if its files do not say', async () => {
    using home = new TestHome(null)
    const run = await login(home, [], { env: { LC_VERSION: '2.1.40 (Claude Code)' } })
    expect([run.exitCode, callsIn(home).map(({ args }) => args)]).toEqual([0, [['--version'], ['auth', 'login']]])
    expect(run.stderr).toContain('clr: claude 2.1.40 now signs you in')
  })

  it('begins no sign-in if it is too old for that', async () => {
    using home = new TestHome(null)
    const { exitCode, stderr } = await login(home, [], { env: { LC_VERSION: '2.1.39 (Claude Code)' } })
    expect([exitCode, callsIn(home).map(({ args }) => args)]).toEqual([1, [['--version']]])
    expect(stderr).toContain(
      'clr: claude-failed: `claude` 2.1.39 has no `claude auth login`: that needs 2.1.40 or newer\n'
    )
    expect(home.names()).toEqual(['notes'])
  })

  it('is not started if there is neither a terminal nor a browser to finish the sign-in', async () => {
    using home = new TestHome(null)
    const { exitCode, stderr } = await login(home, [], { env: { DISPLAY: undefined } })
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/^clr: usage: there is no terminal .* no browser can be opened here: there is no display\n/)
    ])
    expect([home.names(), callsIn(home)]).toEqual([[], []])
  })

  it.each([
    ['refresh token', { refreshToken: '' }],
    ['access token', { accessToken: '' }]
  ])('has failed if the login that it stored has no %s', async (_what, fields) => {
    using home = new TestHome(null)
    const { exitCode, stderr } = await login(home, [], { env: { LC_FIELDS: JSON.stringify(fields) } })
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('without a login that can be refreshed')])
    expect(home.names().filter(name => name !== 'notes')).toEqual([])
  })
})

describe('clr login --from', () => {
  it('stores the login of a file that is not ours, leaves that file, and says so', async () => {
    using home = new TestHome(null)
    const from = home.write('saved.json', sampleText())
    const { exitCode, stdout } = await login(home, ['--creds', 'c.json', '--from', 'saved.json'])
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(`${from} still has the same login: delete it`)])
    expect(parseObject(home.text('c.json'))).toMatchObject({ claudeAiOauth: OLD_PAIR })
    expect([home.names(), callsIn(home)]).toEqual([['c.json', 'saved.json'], []])
  })

  it.each([
    ['the file itself', (home: TestHome) => home.creds],
    [
      'a link to it',
      (home: TestHome) => {
        symlinkSync(home.creds, home.at('link.json'))
        return home.at('link.json')
      }
    ]
  ])('refuses %s, so nobody deletes the only copy', async (_what, fromIn) => {
    using home = new TestHome()
    const from = fromIn(home)
    const { exitCode, stdout, stderr } = await login(home, ['--from', from])
    expect([exitCode, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(
        new RegExp(`^clr: usage: .*--from.* names ${home.creds} itself, .*\\n.* The sign-in has not started\\.\\n`)
      )
    ])
    expect([home.text(CREDENTIALS), home.leftovers.filter(name => name !== 'link.json')]).toEqual([
      home.originalText,
      []
    ])
  })

  it('says of an empty --from that there was no sign-in', async () => {
    using home = new TestHome()
    const { stderr } = await login(home, ['--from', ''])
    expect(stderr).toMatch(/^clr: usage: .*--from.* must be a path, .*\n.*The sign-in has not started\.\n/)
  })

  it('stores a rescue file over a good login only with --replace, and removes it', async () => {
    using home = new TestHome(sampleText(NEW_PAIR))
    const from = home.writeRescue(sampleText())
    const refused = await login(home, ['--from', from])
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('clr: login-exists: ')])
    const { exitCode, stdout } = await login(home, ['--from', from, '--replace'])
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(`removed ${from}`)])
    expect([home.login, home.leftovers]).toMatchObject([OLD_PAIR, []])
  })

  it.each([
    ['missing.json', null, /^clr: creds-not-found: --from: no credentials file at \S*missing\.json\n/],
    ['half.json', '{"claude', /^clr: creds-invalid: --from: .*half\.json: the file is not JSON/],
    ['setup-token.json', sampleText({ refreshToken: undefined }), /^clr: creds-invalid: --from: .*no refresh token/]
  ])('names the option at fault for %s', async (name, text, message) => {
    using home = new TestHome(null)
    if (text !== null) home.write(name, text)
    const { exitCode, stderr } = await login(home, ['--from', name])
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(message)])
  })
})

describe('clr login, killed or cancelled once the login is on disk', () => {
  it('stores the login although it was cancelled', async () => {
    using home = new TestHome(null)
    const run = home.startClr(['login'], { claude: 'signs-in-and-hangs', env: WITH_BROWSER })
    await home.untilSignedIn()
    run.signal('SIGTERM')
    expectStored(home, await run.ended)
  })

  it.each([
    ['no file', null],
    ['a blanked file', sampleText({ accessToken: '', refreshToken: '' })],
    ['a file with a login that ended', sampleText({ refreshTokenExpiresAt: PAST_MS, accountUuid: 'old' })]
  ])('is completed by the next refresh of %s', async (_what, text) => {
    using home = new TestHome(text)
    const run = home.startClr(['login'], { claude: 'signs-in-and-hangs', env: WITH_BROWSER })
    await home.untilSignedIn()
    run.signal('SIGKILL') // its `claude` still holds its output
    const { report } = await home.clr(['refresh', '--json'], { claude: 'hangs' })
    expect(report).toMatchObject({ reason: 'recovered', warnings: [] })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
    expect(home.login).not.toHaveProperty('accountUuid')
  })

  it.each([
    ['just before it makes the new file', null, 'linkSync'],
    ['just before it replaces the file', sampleText({ refreshTokenExpiresAt: PAST_MS }), 'renameSync']
  ])('loses nothing if it is killed %s', async (_when, text, call) => {
    using home = new TestHome(text)
    const killed = await login(home, [], { env: faultAt(call, '.claude/.credentials.json', 'SIGKILL') })
    expect([killed.exitCode, home.isolatedHomes.length]).toEqual([null, 1])
    const { report } = await home.clr(['refresh', '--json'], { claude: 'hangs' })
    expect(report).toMatchObject({ reason: 'recovered', warnings: [] })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('is completed by clr recover, and by the next clr login, which then says login-exists', async () => {
    using home = new TestHome(null)
    for (const args of [['recover'], ['login']]) {
      const run = home.startClr(['login'], { claude: 'signs-in-and-hangs', env: WITH_BROWSER })
      await home.untilSignedIn()
      run.signal('SIGKILL')
      const next = await home.clr(args, { claude: 'hangs', env: WITH_BROWSER })
      expect(next.stdout + next.stderr).toMatch(/recovered .* from an interrupted run|login-exists/)
      expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
      rmSync(path.dirname(home.creds), { recursive: true })
    }
  })
})

import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import stringWidth from 'string-width'
import { NOT_SENT } from '../../src/core/reasons.js'
import { stateOf } from '../../testing/folder-state.js'
import { objectFrom } from '../../testing/json-object.js'
import { asOrdinaryUser, asRoot } from '../../testing/needs.js'
import { NODE20 } from '../../testing/paths.js'
import { LONG_PAIR, printedParts } from '../../testing/printed-parts.js'
import { sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome, WORK_FOLDER, type ClrOptions } from '../../testing/test-home.js'

const DAY_MS = 24 * 3_600_000

/** A login that is valid for as long as the tests run, and ends after this many days. */
function loginEndingIn(days: number, changes: object = {}): string {
  return sampleText({ expiresAt: Date.now() + DAY_MS, refreshTokenExpiresAt: Date.now() + days * DAY_MS, ...changes })
}

const HEALTHY = loginEndingIn(300)
const BLANKED = '{"claudeAiOauth":{"accessToken":"","refreshToken":"","expiresAt":0}}'

let home: TestHome
beforeEach(() => {
  home = new TestHome(HEALTHY)
})
afterEach(() => {
  home[Symbol.dispose]()
})

/** The states that `clr status --json` prints for these arguments, and its exit status. */
async function statesOf(args: readonly string[], options?: ClrOptions): Promise<unknown> {
  const { report, exitCode, stderr } = await home.clr(['status', '--json', ...args], options)
  const { files, ...result } = objectFrom(report)
  expect([result, stderr]).toEqual([{ ok: exitCode === 0, exitCode }, ''])
  const states = Array.isArray(files) ? files.map(file => objectFrom(file).state) : []
  return [exitCode, ...states]
}

describe('clr status', () => {
  it('shows the file of the current account, and needs no claude', async () => {
    const { exitCode, stdout, stderr } = await home.clr(['status'])
    expect([exitCode, stderr, stdout.split('\n')[0]]).toEqual([0, '', `~/${CREDENTIALS}`])
    expect(stdout).toMatch(
      /^ {2}State {4}ok\n {2}Account {2}Pro\n {2}Token {4}valid until .*\n {2}Login {4}ends .*\n$/m
    )
  })

  it('shows the file in CLR_CREDS, or in CLAUDE_CONFIG_DIR', async () => {
    home.write('other/.credentials.json', BLANKED)
    rmSync(home.creds)
    expect(await statesOf([], { env: { CLR_CREDS: home.at('other/.credentials.json') } })).toEqual([1, 'blanked'])
    expect(await statesOf([], { env: { CLAUDE_CONFIG_DIR: home.at('other') } })).toEqual([1, 'blanked'])
    expect(await statesOf([])).toEqual([1, 'missing'])
  })

  it('shows many files in their order; one that is missing does not stop the others', async () => {
    home.write('b.json', BLANKED)
    home.write('c.json', 'hello')
    expect(await statesOf(['none.json', '~/.claude/.credentials.json', 'b.json', './c.json'])).toEqual([
      ...[1, 'missing', 'ok', 'blanked', 'not-a-login']
    ])
  })

  it('gives a command that moves away what clr login would not overwrite', async () => {
    const file = home.write('c.json', '{"claudeAiOauth"')
    const { report } = await home.clr(['status', '--json', 'c.json'])
    const command = `mv -n ${file} ${file}.old && clr login --creds ${file}`
    expect(report).toMatchObject({ files: [{ state: 'not-a-login', command }] })
  })

  it('does not advise to move a file away that was never meant to hold a login', async () => {
    const { report } = await home.clr(['status', '--json', '/etc/passwd'])
    const remedy = 'Give the path of a file with a subscription login. `clr login` makes one.'
    expect(report).toMatchObject({ files: [{ state: 'not-a-login', remedy, command: null }] })
  })

  it('exits with 0 if no login needs a person, even if an access token has expired', async () => {
    home.write('b.json', loginEndingIn(100, { expiresAt: Date.now() - DAY_MS }))
    expect(await statesOf([CREDENTIALS, 'b.json'])).toEqual([0, 'ok', 'refresh-due'])
  })

  it('exits with 1 if a login ends within the time that --within gives', async () => {
    home.write('b.json', loginEndingIn(20))
    expect(await statesOf(['b.json', '--within', '19d'])).toEqual([0, 'ok'])
    expect(await statesOf(['b.json', '--within=21d'])).toEqual([1, 'ends-soon'])
    home.write('b.json', loginEndingIn(2))
    expect(await statesOf(['b.json'])).toEqual([0, 'ends-soon'])
    expect(await statesOf(['b.json', '--within', '3d'])).toEqual([1, 'ends-soon'])
  })

  it('follows a link to the file, and reports one that leads nowhere or in a circle', async () => {
    symlinkSync(home.creds, home.at('link'))
    symlinkSync('gone', home.at('broken'))
    symlinkSync('circle', home.at('circle'))
    expect(await statesOf(['link', 'broken', 'circle'])).toEqual([1, 'ok', 'missing', 'unreadable'])
  })

  it('says of a name that is not UTF-8 that it cannot be passed on', async () => {
    const shell = `cp "$1" "$(printf 'a\\377.json')" && exec "$2" "$3" status --json "$(printf 'a\\377.json')"`
    const { report } = await home.clr([home.creds], { launcher: ['/bin/sh', '-c', shell, 'sh', home.creds] })
    expect(report).toMatchObject({
      files: [{ state: 'missing', message: expect.stringContaining('is not UTF-8, or has the character U+FFFD') }]
    })
  })

  it('neither waits for what is no file, nor reads a huge one', async () => {
    execFileSync('mkfifo', [home.at('pipe')])
    mkdirSync(home.at('folder'))
    truncateSync(home.write('huge', ''), 3 * 1024 ** 3)
    expect(await statesOf(['pipe', '/dev/zero', 'folder', 'huge'])).toEqual([
      1,
      ...Array<string>(4).fill('not-a-login')
    ])
  })

  it('neither waits for pipes, nor reads huge files, in the work folder', async () => {
    for (const name of ['lock/owner.json', 'home-1/run.json', 'home-1/.claude/.credentials.json', 'rejection.json']) {
      mkdirSync(path.dirname(home.at(WORK_FOLDER, name)), { recursive: true })
      execFileSync('mkfifo', [home.at(WORK_FOLDER, name)])
    }
    truncateSync(home.writeRescue(''), 3 * 1024 ** 3)
    const { report } = await home.clr(['status', '--json'])
    expect(report).toMatchObject({
      ok: true,
      files: [
        {
          state: 'ok',
          remains: [
            { kind: 'home', newTokens: null },
            { kind: 'rescue', newTokens: null }
          ],
          notes: expect.arrayContaining([
            expect.stringContaining('cannot read'),
            expect.stringContaining("can't be read")
          ])
        }
      ]
    })
  })

  it('does not follow a link in place of the work folder', async () => {
    const elsewhere = home.at('elsewhere')
    home.write('elsewhere/home-1/run.json', '{}')
    symlinkSync(elsewhere, home.at(WORK_FOLDER))
    const notes = [expect.stringContaining(`${home.at(WORK_FOLDER)} is in the way`)]
    expect((await home.clr(['status', '--json'])).report).toMatchObject({
      files: [{ state: 'ok', remains: [], notes }]
    })
  })

  it('reports a wrong argument instead of anything else', async () => {
    for (const args of [['--within', 'soon'], ['--creds', 'x'], [''], [CREDENTIALS, 'sk-ant-oat01-test-token']]) {
      const run = await home.clr(['status', ...args])
      expect(run).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringMatching(/^clr: usage: /) })
      const { report } = await home.clr(['status', '--json', ...args])
      expect(report).toMatchObject({ reason: 'usage', exitCode: 1 })
    }
  })

  it('fits a path in wide characters into 80 columns, on the oldest Node too', async () => {
    const long = home.write(`${'資格情報/'.repeat(12)}x.json`, HEALTHY)
    const { exitCode, stdout } = await home.clr(['status', CREDENTIALS, long], { node: NODE20 })
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^~\/資.*….*\/x\.json +ok +Pro +in /m)])
    expect(Math.max(...stdout.split('\n').map(line => stringWidth(line)))).toBeLessThanOrEqual(80)
  })

  it('has no part of a token in its output, wherever the file or its path has one', async () => {
    const part = LONG_PAIR.accessToken.slice(14, 40)
    const odd = {
      subscriptionType: part.slice(0, 15),
      rateLimitTier: `${part}_20x`,
      accountUuid: LONG_PAIR.refreshToken
    }
    const text = loginEndingIn(300, { ...LONG_PAIR, ...odd })
    for (const name of ['a.json', `${part}.json`]) home.write(name, text)
    home.write('b.json', sampleText({ ...LONG_PAIR, refreshToken: [LONG_PAIR.refreshToken] }))
    home.write('c.json', LONG_PAIR.accessToken)
    home.write('d.json', JSON.stringify({ apiKey: LONG_PAIR.accessToken }))
    for (const args of [['a.json'], ['--json', 'a.json', 'b.json', 'c.json', 'd.json', `${part}.json`]]) {
      const run = await home.clr(['status', ...args])
      expect([run.stdout.length > 100, printedParts(run)]).toEqual([true, []])
    }
    const folder = `${part}/.claude`
    home.write(`${folder}/.credentials.json`, text)
    home.write(`${folder}/.credentials.json.clr/home-1/run.json`, '{}')
    mkdirSync(home.at(folder, '.oauth_refresh.lock'))
    const beside = await home.clr(['status', '--json', `${folder}/.credentials.json`])
    expect(beside.report).toMatchObject({ files: [{ locks: [{ holder: 'claude' }], remains: [{ kind: 'home' }] }] })
    expect(printedParts(beside)).toEqual([])
    const run = await home.clr(['status', 'a.json', 'b.json', 'c.json', 'd.json', `${part}.json`])
    expect([run.stdout.length > 100, printedParts(run)]).toEqual([true, []])
  })
})

describe('clr status changes nothing', () => {
  /** Runs `clr status` in each form, and compares the HOME before and after. */
  async function expectReadOnly(args: readonly string[] = []): Promise<void> {
    const before = stateOf(home.path)
    for (const form of [[], ['--json']]) {
      await home.clr(['status', ...form, ...args])
      expect(stateOf(home.path)).toEqual(before)
    }
  }

  it('if all is well', async () => {
    await expectReadOnly()
  })

  it('if the file is readable by others, and its folder writable by them', async () => {
    chmodSync(home.creds, 0o644)
    chmodSync(home.at('.claude'), 0o777)
    await expectReadOnly()
  })

  it('if the file, or its folder, does not exist', async () => {
    await expectReadOnly(['none.json', 'none/none.json'])
  })

  it('if a killed run left locks, tokens and a rejection', async () => {
    home.write(`${WORK_FOLDER}/lock/owner.json`, '{"nonce":"0123456789abcdef","pid":1}')
    home.write(`${WORK_FOLDER}/lock-taken-0123456789abcdef`, '')
    home.write(`${WORK_FOLDER}/home-1/.claude/.credentials.json`, sampleText(LONG_PAIR))
    home.write(`${WORK_FOLDER}/gone-home-2/run.json`, '{}')
    home.write(`${WORK_FOLDER}/replacement-1.json`, '{}')
    home.write(`${WORK_FOLDER}/rejection.json`, '{}')
    home.writeRescue(sampleText(LONG_PAIR))
    mkdirSync(home.at('.claude/.oauth_refresh.lock'))
    mkdirSync(home.at('.claude.lock'))
    chmodSync(home.at(WORK_FOLDER), 0o755)
    await expectReadOnly()
  })

  it('if the work folder is empty', async () => {
    mkdirSync(home.at(WORK_FOLDER))
    await expectReadOnly()
  })
})

asOrdinaryUser.describe('clr status, if the user has not the right to read', () => {
  afterEach(() => {
    for (const folder of ['.claude', WORK_FOLDER]) {
      try {
        chmodSync(home.at(folder), 0o700)
      } catch {
        // not every test makes a work folder
      }
    }
  })

  it('the file: says so', async () => {
    chmodSync(home.creds, 0)
    const { exitCode, stdout } = await home.clr(['status'])
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/State {4}unreadable: cannot read .*[^]*EACCES/)])
    expect(stdout).not.toContain(NOT_SENT)
  })

  it('the folder of the file: says which folder, and shows the others', async () => {
    home.write('b.json', HEALTHY)
    chmodSync(home.at('.claude'), 0)
    expect(await statesOf([CREDENTIALS, 'b.json'])).toEqual([1, 'unreadable', 'ok'])
  })

  it('the work folder: shows the login, and says what is not known', async () => {
    home.writeRescue(sampleText())
    chmodSync(home.at(WORK_FOLDER), 0)
    const { exitCode, report } = await home.clr(['status', '--json'])
    const note = expect.stringMatching(
      /^cannot read .*\.clr: .* \(EACCES\), so it is not known whether a run is at work, or has left newer tokens or a rejection$/
    )
    expect([exitCode, report]).toMatchObject([0, { files: [{ state: 'ok', notes: [note] }] }])
  })
})

asRoot.describe('clr status in the folder of another user', () => {
  it('shows that login, and changes nothing', async () => {
    home.writeRescue(sampleText(LONG_PAIR), '1'.repeat(64))
    for (const name of ['.', '.claude', CREDENTIALS, WORK_FOLDER]) chownSync(home.at(name), 1234, 1234)
    const before = stateOf(home.path)
    const { report } = await home.clr(['status', '--json'])
    expect(report).toMatchObject({ files: [{ state: 'ok', remains: [{ kind: 'rescue', newTokens: true }] }] })
    expect(stateOf(home.path)).toEqual(before)
  })
})

import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../src/core/json.js'
import { smallClaude } from '../../testing/paths.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { OLD_PAIR, sampleText } from '../../testing/sample-login.js'

const UNWANTED = {
  ANTHROPIC_API_KEY: 'x',
  ANTHROPIC_AUTH_TOKEN: 'x',
  ANTHROPIC_BASE_URL: 'https://x',
  CLAUDECODE: '1',
  CLAUDE_CODE_OAUTH_TOKEN: 'x',
  CLAUDE_CONFIG_DIR: '/x',
  CLAUDE_CODE_SIMPLE: '1',
  GITHUB_TOKEN: 'x',
  ACTIONS_RUNTIME_TOKEN: 'x',
  'INPUT_CREDS-JSON': 'x',
  NODE_OPTIONS: '--no-warnings',
  NODE_PATH: '/x',
  TMPDIR: '/nonexistent'
}
const WANTED = {
  LANG: 'C',
  TZ: 'UTC',
  HTTPS_PROXY: 'http://p:1',
  NO_PROXY: 'a.org',
  NODE_EXTRA_CA_CERTS: '/nonexistent'
}

let home: TestHome
let run: ClrRun
let notes: JsonObject
beforeAll(async () => {
  home = new TestHome(sampleText({ expiresAt: Date.now() + 3_600_000 }))
  run = await home.refresh('notes-its-environment', ['--creds', home.creds], { ...UNWANTED, ...WANTED })
  notes = parseObject(home.text('notes'))
})
afterAll(() => {
  home[Symbol.dispose]()
})

/** The isolated HOME, as `claude` saw it. */
const isolated = () => String(objectFrom(notes.env).HOME)

describe('the isolated claude', () => {
  it('gets a short prompt for a small model, and writes its debug log into its HOME', () => {
    expect(notes.args).toEqual([
      ...['--model', 'claude-sonnet-4-6', '--effort', 'low', '--no-session-persistence', '--no-chrome', '--print', '.'],
      ...['--debug-file', expect.stringContaining(isolated())]
    ])
    expect(run.exitCode).toBe(0)
  })

  it('gets no variables but those of the allowlist and those that isolate it', () => {
    const { PWD, _, SHLVL, OLDPWD, ...env } = objectFrom(notes.env) // the shell sets these four
    expect([PWD, SHLVL, OLDPWD, _].filter(value => String(value).includes('x'))).toEqual([])
    expect(env).toEqual({
      ...WANTED,
      LC_NOTES: home.notesPath,
      LC_CREDS: home.creds,
      PATH: expect.stringMatching(/\/notes-its-environment:\/usr\/bin:\/bin$/),
      HOME: expect.stringMatching(/\/\.credentials\.json\.clr\/home-/),
      USERPROFILE: isolated(),
      TMPDIR: expect.stringContaining(isolated()),
      NO_PROXY: 'a.org,127.0.0.1',
      no_proxy: 'a.org,127.0.0.1',
      ANTHROPIC_BASE_URL: expect.stringMatching(/^https?:\/\/127\.0\.0\.1:\d+\/\w+$/),
      DISABLE_AUTOUPDATER: '1'
    })
  })

  it('runs in the root directory, without input, in its own process group', () => {
    expect(notes).toMatchObject({ cwd: '/', stdin: '', openFiles: ['0', '1', '2'] })
    expect(notes.processGroup).toBe(notes.pid)
  })

  it('has a HOME that no other user can enter, beside the credentials file', () => {
    expect(notes).toMatchObject({ homeMode: 0o700, fileModes: [0o600, 0o600, 0o600] })
    expect(path.dirname(path.dirname(isolated()))).toBe(path.dirname(home.creds))
  })

  it('gets only the login, marked as expired, and no token of another service', () => {
    expect(notes.login).toEqual({ claudeAiOauth: expect.objectContaining({ ...OLD_PAIR, expiresAt: 1 }) })
  })

  it('leaves nothing behind', () => {
    expect(home.leftovers).toEqual([])
  })

  it('is run by the right Node, even if another `node` was planted first on PATH', async () => {
    using planted = new TestHome()
    const note = planted.at('planted-node-ran')
    planted.write('planted/node', `#!/bin/sh\ntouch '${note}'\nexit 1\n`, 0o755)
    const PATH = [planted.at('planted'), smallClaude('refreshes'), '/usr/bin', '/bin'].join(':')
    const { report } = await planted.clr(['refresh', '--json'], { env: { PATH } })
    expect([report, existsSync(note)]).toEqual([expect.objectContaining({ reason: 'refreshed' }), false])
  })
})

import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseLogin } from '../../src/core/credentials/credentials.js'
import { storedAtIn } from '../../src/core/credentials/stamp.js'
import { PYTHON, type Dialogue } from '../../testing/dialogue.js'
import { writeGh } from '../../testing/fake-gh.js'
import { WRITE_TOKEN } from '../../testing/github/github.js'
import type { Vault } from '../../testing/github/vault.js'
import { needing } from '../../testing/needs.js'
import { ADMIN_TOKEN, SECRET, PLACE, SecretSetup } from '../../testing/secret-setup.js'
import { allowShown } from '../../testing/sign-in.js'

const SECRETS = '/repos/octo/demo/environments/claude/secrets'

/** Expects that the secret holds the login of the last sign-in, and that nothing of it is left here. */
async function expectStored({ e2e }: SecretSetup, vault: Vault, dialogue: Dialogue): Promise<void> {
  expect(await dialogue.ended).toMatchObject({ exitCode: 0 })
  const text = vault.textOf(SECRET) ?? ''
  const { accessToken, refreshToken } = parseLogin(text)
  expect(e2e.endpoint.currentPair(accessToken)).toEqual({ accessToken, refreshToken })
  expect(storedAtIn(text)).not.toBeNull()
  expect(e2e.endpoint.requests.model).toEqual([])
  expect(dialogue.shown).not.toMatch(/sk-ant-|github_pat/)
  expect(e2e.leftovers).toEqual([])
}

/** Expects that the run ended before its sign-in, and left nothing. */
async function expectRefused(setup: SecretSetup, dialogue: Dialogue, sentence: RegExp): Promise<void> {
  expect(await dialogue.ended).toMatchObject({ exitCode: 1 })
  expect(dialogue.shown).toMatch(sentence)
  expect(dialogue.shown).toContain('The sign-in has not started.')
  expect(dialogue.shown).not.toMatch(/github_pat|sk-ant-/)
  expect(setup.sent).toBe(0)
  expect(setup.e2e.leftovers).toEqual([])
}

describe('clr login --secret, with the real CLI', () => {
  it('proves that the secret can be written, signs in, and stores the login', async () => {
    await using setup = await SecretSetup.create()
    setup.environment.put(SECRET, { text: 'old', updatedAtMs: Date.UTC(2026, 0, 2, 3, 4) })
    setup.environment.put('SECRETS_TOKEN', { text: 'fake' })
    const dialogue = setup.start()
    await setup.signIn(dialogue)
    await expectStored(setup, setup.environment, dialogue)
    expect(dialogue.shown).toContain('last written at 2026-01-02 03:04 UTC, and will be replaced\n')
    expect(dialogue.stdout.trimEnd().split('\n')).toEqual([
      'stored the new login as the secret CLAUDE_CREDENTIALS of environment "claude" of octo/demo',
      expect.stringMatching(/^the login ends on .* UTC \(in 28 days\): sign in again before then$/),
      expect.stringMatching(/^next: run the workflow that refreshes this login, at /),
      expect.stringMatching(/^ {2}gh workflow run keepalive\.yml --repo /)
    ])
    expect(setup.github.lines).toEqual([
      `GET ${SECRETS}/public-key 200`,
      `GET ${SECRETS}/${SECRET} 200`,
      `PUT ${SECRETS}/CLR_REFRESH_PROBE 201`,
      `DELETE ${SECRETS}/CLR_REFRESH_PROBE 204`,
      `GET ${SECRETS}/${SECRET} 200`,
      `PUT ${SECRETS}/${SECRET} 204`,
      `GET ${SECRETS}/${SECRET} 200`,
      `GET ${SECRETS}/SECRETS_TOKEN 200`
    ])
  })

  it('creates a missing environment, and says that SECRETS_TOKEN is missing', async () => {
    await using setup = await SecretSetup.create()
    const dialogue = setup.start(PLACE, { GH_TOKEN: ADMIN_TOKEN })
    await setup.signIn(dialogue)
    await expectStored(setup, setup.environment, dialogue)
    expect(dialogue.shown).toContain(
      'clr: created environment "claude" of octo/demo, without protection rules; it is kept'
    )
    expect(dialogue.stdout).toContain(
      'SECRETS_TOKEN is not in environment "claude" of octo/demo, nor in repository octo/demo'
    )
    expect(setup.github.lines.slice(0, 4)).toEqual([
      `GET ${SECRETS}/public-key 404`,
      'GET /repos/octo/demo 200',
      'GET /repos/octo/demo/environments/claude 404',
      'PUT /repos/octo/demo/environments/claude 200'
    ])
  })

  it('stores it in an organization', async () => {
    await using setup = await SecretSetup.create()
    const vault = setup.github.organization('octo')
    const dialogue = setup.start(['--org', 'octo'])
    await setup.signIn(dialogue)
    await expectStored(setup, vault, dialogue)
    expect(vault.secrets.get(SECRET)).toMatchObject({ visibility: 'private' })
  })

  it('uses the login of gh', async () => {
    await using setup = await SecretSetup.create()
    const folder = writeGh(setup.e2e.home, { [`127.0.0.1:${setup.github.port}`]: WRITE_TOKEN })
    setup.e2e.remember()
    const PATH = [folder, setup.e2e.environment.PATH].join(path.delimiter)
    const dialogue = setup.start(['--repo', 'octo/demo'], { GH_TOKEN: '', PATH })
    await setup.signIn(dialogue)
    expect(await dialogue.ended).toMatchObject({ exitCode: 0 })
    expect(parseLogin(setup.github.repository('octo/demo').textOf(SECRET) ?? '')).toHaveProperty('refreshToken')
  })
})

describe('clr login --secret without the right to store it', () => {
  it('does not sign in if the token may not write the secret', async () => {
    await using setup = await SecretSetup.create()
    setup.environment.put(SECRET, { text: 'old' })
    setup.github.tokens.set('github_pat_fake', 'read')
    const dialogue = setup.start(PLACE, { GH_TOKEN: 'github_pat_fake' })
    await expectRefused(setup, dialogue, /clr: secret-not-writable: .*GH_TOKEN lacks .*"Environments: write"/)
    expect(setup.environment.textOf(SECRET)).toBe('old')
  })

  it('does not sign in if the token may not create the environment', async () => {
    await using setup = await SecretSetup.create()
    const dialogue = setup.start()
    await expectRefused(setup, dialogue, /GH_TOKEN may not create it: .*"Administration: write"/)
  })

  it('creates no environment if claude is too old to sign in, as its files say', async () => {
    await using setup = await SecretSetup.create()
    const folder = setup.e2e.home.at('caller/claude-code')
    setup.e2e.home.write('caller/claude-code/claude', '#!/bin/sh\n', 0o755)
    setup.e2e.home.write('caller/claude-code/package.json', '{"name":"@anthropic-ai/claude-code","version":"2.1.39"}')
    const dialogue = setup.start(PLACE, { GH_TOKEN: ADMIN_TOKEN, PATH: `${folder}:/usr/bin:/bin` })
    expect(await dialogue.ended).toMatchObject({ exitCode: 1 })
    expect(dialogue.shown).toMatch(/clr: claude-failed: `claude` 2\.1\.39 has no .*: that needs 2\.1\.40 or newer/)
    expect(setup.github.requests).toEqual([])
  })

  it('does not sign in, nor ask GitHub, without a repository and a terminal, or without a token', async () => {
    await using setup = await SecretSetup.create()
    await expectRefused(
      setup,
      setup.start([]),
      /clr: usage: `--repo` is not given, and without a terminal you cannot confirm/
    )
    await expectRefused(setup, setup.start(PLACE, { GH_TOKEN: '' }), /clr: usage: there is no token for 127\.0\.0\.1:/)
    expect(setup.github.requests).toEqual([])
  })

  it('keeps the login if the token is revoked meanwhile, and stores it with --from, without another sign-in', async () => {
    await using setup = await SecretSetup.create()
    const { environment, github, e2e } = setup
    const failed = setup.start()
    const { pasted } = await allowShown(e2e, failed)
    github.tokens.set(WRITE_TOKEN, 'expired')
    failed.type(`${pasted}\n`)
    expect(await failed.ended).toMatchObject({ exitCode: 1, stdout: '' })
    expect(failed.shown).toMatch(
      /clr: secret-write-failed: CLAUDE_CREDENTIALS of environment "claude" .*GH_TOKEN is not valid/
    )
    const kept = setup.keptLogin(failed)
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    const place = `--repo 127.0.0.1:${github.port}/octo/demo --env claude`
    expect(failed.shown).toContain(`run \`clr login --secret CLAUDE_CREDENTIALS ${place} --from ${kept}\``)
    expect(failed.shown).not.toMatch(/sk-ant-|github_pat/)
    const other = setup.start(PLACE, { GH_TOKEN: '' })
    await other.ended
    expect(other.shown).toContain(
      `the login of an earlier sign-in is in ${kept}: store it with \`--from\`, or delete it`
    )
    const again = setup.start([...PLACE, '--from', kept], { GH_TOKEN: ADMIN_TOKEN })
    expect(await again.ended).toMatchObject({ exitCode: 0 })
    await expectStored(setup, environment, again)
    expect(e2e.endpoint.requests.signIn).toHaveLength(1)
    expect(existsSync(kept)).toBe(false)
  })
})

needing(PYTHON, existsSync(PYTHON)).describe('clr login --secret on a terminal', () => {
  /** Makes the HOME, in which `clr` is started, a clone of a repository. */
  function cloneOf(setup: SecretSetup, address: string): void {
    const { home } = setup.e2e
    const env = { PATH: '/usr/bin:/bin', HOME: home.path, GIT_CONFIG_NOSYSTEM: '1' }
    execFileSync('git', ['init', '--quiet', home.path], { env })
    execFileSync('git', ['remote', 'add', 'origin', address], { env, cwd: home.path })
    setup.e2e.remember()
  }

  it('stores it in the repository of the git remote, once that is confirmed', async () => {
    await using setup = await SecretSetup.create()
    const { environment } = setup
    cloneOf(setup, 'git@github.com:octo/demo.git')
    const dialogue = setup.start(['--env', 'claude'], {}, true)
    await dialogue.untilShown(
      /Store the login as .* of environment "claude" of octo\/demo .*\(git remote origin\)\? \[y\/N\] /
    )
    expect(setup.github.requests).toEqual([])
    dialogue.type('y\n')
    await setup.signIn(dialogue) // claude reads the same terminal
    await expectStored(setup, environment, dialogue)
  })

  it('stores it nowhere if the repository is not confirmed', async () => {
    await using setup = await SecretSetup.create()
    cloneOf(setup, 'git@github.com:octo/demo.git')
    const dialogue = setup.start(['--env', 'claude'], {}, true)
    await dialogue.untilShown(/\[y\/N\] /)
    dialogue.type('\n')
    await expectRefused(
      setup,
      dialogue,
      /clr: cancelled: the repository was not confirmed\s+Name the repository: `--repo/
    )
    expect(setup.github.requests).toEqual([])
  })

  it('ends at a Ctrl-C in place of an answer', async () => {
    await using setup = await SecretSetup.create()
    cloneOf(setup, 'git@github.com:octo/demo.git')
    const dialogue = setup.start(['--env', 'claude'], {}, true)
    await dialogue.untilShown(/\[y\/N\] /)
    dialogue.type('\x03')
    expect(await dialogue.ended).toMatchObject({ exitCode: 1 })
    expect(dialogue.shown).toContain('clr: cancelled: ')
    expect([setup.sent, setup.github.requests, setup.e2e.leftovers]).toEqual([0, [], []])
  })
})

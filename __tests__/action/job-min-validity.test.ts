import { chmodSync, chownSync, existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job } from '../../testing/job.js'

const DAY_MS = 24 * 3_600_000
const NAME = 'CLAUDE_CREDENTIALS'
const TOKEN_NAME = 'CLAUDE_CODE_OAUTH_TOKEN'
const NEEDS_NONE = /this login has no refresh token, and needs none until 20\d\d-.*\(in 300 days\)/

/** A login as `claude setup-token` makes it, in a file: valid for a year, and without a refresh token. */
const SETUP_TOKEN = sampleText({ refreshToken: undefined, expiresAt: Date.now() + 300 * DAY_MS })
const WEEK = { 'min-validity': '7d' }

describe('min-validity, in a folder that the user may not write to', () => {
  it('is met without a warning', async () => {
    using job = new Job('notes-its-user')
    job.writeCredentials(sampleText())
    chmodSync(job.path, 0o755)
    if (process.getuid?.() === 0) chownSync(job.at('.claude'), 65_534, 65_534)
    if (process.getuid?.() === 0) chownSync(job.creds, 65_534, 65_534)
    chmodSync(job.at('.claude'), 0o500)
    const main = await job.main({ 'min-validity': '1h' })
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
    expect(main.stdout).not.toContain('::warning')
    expect(await job.post()).toMatchObject({ exitCode: 0, stdout: '' })
    chmodSync(job.at('.claude'), 0o700)
  })
})

describe('a login without a refresh token in a file', () => {
  it('is still valid for min-validity, with all outputs', async () => {
    using job = new Job('notes-its-user')
    job.writeCredentials(SETUP_TOKEN)
    const { exitCode, outputs } = await job.main(WEEK)
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid', refreshed: 'false' } })
    expect(outputs).toMatchObject({ 'creds-json': SETUP_TOKEN, 'access-token': OLD_PAIR.accessToken })
    expect(await job.post(WEEK)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(readFileSync(job.creds, 'utf8')).toBe(SETUP_TOKEN)
  })

  it('is refused without min-validity, with the date until which it needs no refresh, and claude is not started', async () => {
    using job = new Job('notes-its-user')
    job.writeCredentials(SETUP_TOKEN)
    const { exitCode, outputs, stdout, summary } = await job.main()
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 1, reason: 'creds-invalid' })
    expect(outputs['expires-at']).toMatch(/^20/)
    expect(stdout).toMatch(NEEDS_NONE)
    expect(summary).toContain('Make a new token with `claude setup-token` before that date')
    expect(existsSync(job.at('notes'))).toBe(false)
  })
})

describe('a login without a refresh token in creds-json', () => {
  const GIVEN = { 'creds-json': SETUP_TOKEN }

  it('becomes the file, and all outputs are set, if it is valid for min-validity; post removes the file', async () => {
    using job = new Job('notes-its-user')
    const main = await job.main({ ...GIVEN, ...WEEK })
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid', 'creds-json': SETUP_TOKEN } })
    expect(main.stdout).not.toContain('not stored anywhere')
    expect(readFileSync(job.creds, 'utf8')).toBe(SETUP_TOKEN)
    expect(await job.post({ ...GIVEN, ...WEEK })).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('is accepted if the file that an earlier job made from it is still there', async () => {
    using job = new Job('notes-its-user')
    for (let times = 0; times < 2; times += 1) {
      expect(await job.main({ ...GIVEN, ...WEEK })).toMatchObject({ exitCode: 0 })
    }
  })

  it.each([
    ['another login without a refresh token', sampleText({ refreshToken: null, accessToken: 'sk-ant-oat01-test-2' })],
    ['a login that can be refreshed', sampleText()]
  ])('never overwrites %s', async (_what, text) => {
    using job = new Job('notes-its-user')
    job.writeCredentials(text)
    expect(await job.main({ ...GIVEN, ...WEEK })).toMatchObject({ exitCode: 1, outputs: { reason: 'usage' } })
    expect(readFileSync(job.creds, 'utf8')).toBe(text)
  })

  it('is refused without min-validity, before it becomes a file, with a message about the input', async () => {
    using job = new Job('notes-its-user')
    const { outputs, stdout } = await job.main(GIVEN)
    expect(outputs.reason).toBe('creds-invalid')
    expect(stdout).toMatch(new RegExp(`creds-json: ${NEEDS_NONE.source}`))
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })
})

describe('the secrets of a step whose login has no refresh token', () => {
  let github: StandInGitHub
  let vault: Vault
  beforeEach(async () => {
    github = await startGitHub({ tokens: {} })
    vault = github.repository('acme/app')
  })
  afterEach(() => github.close())

  const inputs = { ...WEEK, 'secret-name': NAME, 'access-token-secret-name': TOKEN_NAME, 'github-token': WRITE_TOKEN }
  const written = (): readonly string[] => vault.writes.map(({ name }) => name)

  it.each([
    ['in creds-json', { ...inputs, 'creds-json': SETUP_TOKEN }],
    ['in a file', inputs]
  ])('get only the access token: the login is %s', async (_where, given) => {
    using job = new Job('notes-its-user')
    const isFile = !('creds-json' in given)
    if (isFile) job.writeCredentials(SETUP_TOKEN)
    const variables = { GITHUB_API_URL: github.apiUrl }
    const main = await job.main(given, variables)
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
    expect(main.stdout.includes(`which never changes, so ${NAME} is not written`)).toBe(isFile)
    expect(await job.post(given, variables)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([written().filter(name => name === NAME), vault.textOf(TOKEN_NAME)]).toEqual([[], OLD_PAIR.accessToken])
    expect(existsSync(job.creds)).toBe(isFile)
  })

  it('do not get another such login that a later step put into the file: the message says so', async () => {
    using job = new Job('refreshes')
    const given = { ...inputs, 'creds-json': SETUP_TOKEN }
    const variables = { GITHUB_API_URL: github.apiUrl }
    await job.main(given, variables)
    job.writeCredentials(SETUP_TOKEN.replaceAll('test-old', 'test-other'))
    const post = await job.post(given, variables)
    expect(post.exitCode).toBe(1)
    expect(post.stdout).toContain(`The login that is in ${job.creds} now has no refresh token, so it was not stored`)
    expect(vault.textOf(TOKEN_NAME)).toBe(OLD_PAIR.accessToken)
  })

  it('keep the new pair if a later step has lost its refresh token', async () => {
    using job = new Job('refreshes')
    const given = { 'secret-name': NAME, 'github-token': WRITE_TOKEN, 'creds-json': sampleText() }
    const variables = { GITHUB_API_URL: github.apiUrl }
    await job.main(given, variables)
    const lost = sampleText({ ...NEW_PAIR, accessToken: 'sk-ant-oat01-test-3', refreshToken: '' })
    job.writeCredentials(lost)
    const post = await job.post(given, variables)
    expect(post.exitCode).toBe(1)
    expect(post.stdout).toContain(`The login that is in ${job.creds} now has no refresh token, so it was not stored`)
    expect(vault.textOf(NAME)).toContain(NEW_PAIR.refreshToken)
    expect(readFileSync(job.creds, 'utf8')).toBe(lost)
  })
})

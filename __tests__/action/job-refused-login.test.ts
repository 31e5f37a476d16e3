import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job } from '../../testing/job.js'
import { startClaudeRegistry } from '../../testing/registry/claude-package.js'
import type { Inputs } from '../../testing/runner-files.js'

// A later step's `claude` has refreshed, and `clr` does not accept the file: the newest pair must not get lost.

const NAME = 'CLAUDE_CREDENTIALS'
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }
const LATER = sampleText(LATER_PAIR)
const GIVEN: Inputs = { 'creds-json': sampleText() }
const STORING: Inputs = { 'secret-name': NAME, 'github-token': WRITE_TOKEN }

let github: StandInGitHub
let vault: Vault
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
})
afterEach(() => github.close())

const variables = (): NodeJS.ProcessEnv => ({ GITHUB_API_URL: github.apiUrl })
const stored = (): unknown => JSON.parse(vault.textOf(NAME) ?? 'null')
const nested = `${'['.repeat(300)}${']'.repeat(300)}`

/** Files in which both tokens can be found. */
const ODD_FIELDS: readonly (readonly [string, object])[] = [
  ['the end of the login as a date', { refreshTokenExpiresAt: '2027-01-15T08:00:00Z' }],
  ['no list of scopes', { scopes: null }],
  ['no expiry', { expiresAt: null }],
  ['a number as subscriptionType', { subscriptionType: 5 }]
]

/** Files that may hold tokens, but not as `clr` looks for them. */
const UNUSABLE: readonly (readonly [string, string | Buffer])[] = [
  ['more than 1 MiB', JSON.stringify({ ...JSON.parse(LATER), padding: 'x'.repeat(1_100_000) })],
  ['more than 200 levels', `${LATER.slice(0, -1)},"nested":${nested}}`],
  ['UTF-16', Buffer.from(`\uFEFF${LATER}`, 'utf16le')],
  ['something after its JSON', `${LATER}\n}`],
  ['only one token', sampleText({ ...LATER_PAIR, accessToken: '' })]
]

describe('post, after a later step has stored a login with odd fields', () => {
  it.each(ODD_FIELDS)('stores a login with %s, and removes the file', async (_what, changes) => {
    using job = new Job('refreshes')
    const inputs = { ...GIVEN, ...STORING }
    expect(await job.main(inputs, variables())).toMatchObject({ exitCode: 0 })
    job.writeCredentials(sampleText({ ...LATER_PAIR, ...changes }))
    expect(await job.post(inputs, variables())).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: { ...LATER_PAIR, ...changes } })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('keeps a login with no list of scopes if no secret is named, and fails', async () => {
    using job = new Job('refreshes')
    await job.main(GIVEN)
    job.writeCredentials(sampleText({ ...LATER_PAIR, scopes: null }))
    const post = await job.post(GIVEN)
    expect([post.exitCode, post.stdout]).toEqual([1, expect.stringContaining('The new credentials exist only in')])
    expect(readFileSync(job.creds, 'utf8')).toContain(LATER_PAIR.refreshToken)
  })
})

describe('post, after a later step has replaced the file', () => {
  it.each(UNUSABLE)('keeps a file with %s, which may hold the newest pair, and fails', async (_what, content) => {
    using job = new Job('refreshes')
    const inputs = { ...GIVEN, ...STORING }
    await job.main(inputs, variables())
    writeFileSync(job.creds, content)
    const post = await job.post(inputs, variables())
    expect([post.exitCode, post.stdout]).toEqual([1, expect.stringContaining('(secret-write-failed)')])
    expect(post.stdout.replaceAll(/^::add-mask::.*\n/gm, '')).not.toContain('01-test')
    expect(readFileSync(job.creds)).toEqual(Buffer.from(content))
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it.each(UNUSABLE)('keeps a file with %s if no secret is named, too, and fails', async (_what, content) => {
    using job = new Job('refreshes')
    await job.main(GIVEN)
    writeFileSync(job.creds, content)
    const post = await job.post(GIVEN)
    expect([post.exitCode, post.stdout]).toEqual([1, expect.stringContaining('not stored anywhere')])
    expect(readFileSync(job.creds)).toEqual(Buffer.from(content))
  })

  it.each([
    ['no content', ''],
    ['blank tokens', sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 })],
    ['no login', '{"mcpOAuth":{}}']
  ])('removes a file with %s', async (_what, content) => {
    using job = new Job('refreshes')
    const inputs = { ...GIVEN, ...STORING }
    await job.main(inputs, variables())
    job.writeCredentials(content)
    expect(await job.post(inputs, variables())).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })
})

describe('post, if there is a folder in place of the file', () => {
  it.each([{}, STORING])('leaves that folder there, and says so: %j', async more => {
    using job = new Job('refreshes')
    const inputs = { ...GIVEN, ...more }
    await job.main(inputs, variables())
    rmSync(job.creds)
    mkdirSync(job.creds)
    const post = await job.post(inputs, variables())
    expect([post.exitCode, post.stdout]).toEqual([0, expect.stringMatching(/^::warning title=Credentials file left/m)])
    expect(existsSync(job.creds)).toBe(true)
  })
})

describe('post, if the leftovers of an earlier run cannot be recovered', () => {
  it('stores the newer pair from the file, keeps the file, and fails', async () => {
    using job = new Job('refreshes')
    const inputs = { ...GIVEN, ...STORING }
    await job.main(inputs, variables())
    job.writeCredentials(LATER)
    mkdirSync(`${job.creds}.clr/home-x/.claude/.credentials.json`, { recursive: true, mode: 0o700 }) // no file
    const post = await job.post(inputs, variables())
    expect([post.exitCode, post.stdout]).toEqual([1, expect.stringContaining('(creds-unreadable)')])
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect(job.login).toMatchObject(LATER_PAIR)
  })
})

describe('post, after main failed before it started clr', () => {
  it.each([
    ['the secret could not be written', 'secret-not-writable', 'expired', {}],
    ['no claude could be installed', 'claude-install-failed', 'write', { 'claude-version': '9.9.9' }]
  ] as const)('stores the pair of a later step’s claude: %s', async (_why, reason, token, more) => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const inputs = { ...STORING, ...more }
    github.tokens.set(WRITE_TOKEN, token)
    await using registry = await startClaudeRegistry('refreshes')
    const main = await job.main(inputs, { ...variables(), NPM_CONFIG_REGISTRY: registry.url })
    expect(main.outputs).toMatchObject({ reason, 'exit-code': '1' })
    github.tokens.set(WRITE_TOKEN, 'write')
    job.writeCredentials(LATER)
    expect(await job.post(inputs, variables())).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect(job.login).toMatchObject(LATER_PAIR)
  })
})

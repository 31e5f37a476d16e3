import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { until } from '../../testing/waiting.js'
import { Job } from '../../testing/job.js'
import type { Inputs } from '../../testing/runner-files.js'

const NAME = 'CLAUDE_CREDENTIALS'
const MINUTE_MS = 60_000
const REFUSED = { kind: 'status', status: 403, body: { message: 'Resource not accessible' } } as const

let github: StandInGitHub
let vault: Vault

beforeEach(async () => {
  github = await startGitHub({ tokens: { 'test-reads': 'read' } })
  vault = github.repository('acme/app')
})
afterEach(() => github.close())

const stored = (): unknown => JSON.parse(vault.textOf(NAME) ?? 'null')
const writesOf = (name: string): number => vault.writes.filter(write => write.name === name).length
const refuseWrites = (): void => {
  github.faults.add({ method: 'PUT', path: new RegExp(NAME), fault: REFUSED, times: 99 })
}

/** One step with a secret, and with the credentials from it unless the inputs say otherwise. */
function jobWith(claude: string) {
  const job = new Job(claude)
  const given = { 'secret-name': NAME, 'github-token': WRITE_TOKEN, 'creds-json': sampleText() }
  const variables = { GITHUB_API_URL: github.apiUrl }
  const main = (inputs: Inputs = {}) => job.main({ ...given, ...inputs }, variables)
  const post = (inputs: Inputs = {}) => job.post({ ...given, ...inputs }, variables)
  const start = () => job.start('main', given, variables)
  return { job, main, post, start, [Symbol.dispose]: job[Symbol.dispose].bind(job) }
}

describe('secret-name', () => {
  it('gets the refreshed login with a stamp; access-token-secret-name gets only the access token', async () => {
    using step = jobWith('refreshes')
    const main = await step.main({ 'access-token-secret-name': 'CLAUDE_CODE_OAUTH_TOKEN' })
    expect(main).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR, storedAt: expect.any(String) })
    expect(vault.textOf('CLAUDE_CODE_OAUTH_TOKEN')).toBe(NEW_PAIR.accessToken)
    expect(main.stdout).toContain(`::add-mask::${WRITE_TOKEN}\n`)
    expect(main.stdout).not.toContain('not stored anywhere')
    expect(await step.post()).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect([writesOf(NAME), existsSync(step.job.creds), step.job.leftovers]).toEqual([1, false, []])
  })

  it('is proven to be writable before the refresh token is sent', async () => {
    using step = jobWith('refreshes')
    const { exitCode, outputs, stdout } = await step.main({ 'github-token': 'test-reads' })
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { reason: 'secret-not-writable', refreshed: 'false' }
    })
    expect(stdout).toContain('(secret-not-writable)::')
    await step.post()
    expect([existsSync(step.job.creds), vault.writes, step.job.leftovers]).toEqual([false, [], []])
  })

  it('makes the step refuse creds-json, and leave no file, if the secret is newer', async () => {
    using step = jobWith('refreshes')
    const storedAt = new Date(Date.now() - 10 * MINUTE_MS).toISOString()
    vault.put(NAME, { text: 'newer' })
    const given = JSON.stringify({ ...JSON.parse(sampleText()), storedAt })
    expect(await step.main({ 'creds-json': given })).toMatchObject({ exitCode: 1, outputs: { reason: 'secret-stale' } })
    expect([existsSync(step.job.creds), vault.textOf(NAME)]).toEqual([false, 'newer'])
  })

  it.each([
    [{ 'github-token': '' }, 'github-token is missing'],
    [{ 'secret-name': 'GITHUB_X' }, 'secret-name'],
    [{ 'secret-organization': 'acme', 'secret-environment': 'ci' }, 'cannot be used together'],
    [{ timeout: 'soon' }, '`timeout` must be'],
    [{ 'claude-version': '^2' }, 'claude-version must be']
  ])('is refused before any request with %j', async (inputs, sentence) => {
    using step = jobWith('refreshes')
    const { outputs, stdout } = await step.main(inputs)
    expect(outputs.reason).toBe('usage')
    expect(stdout).toContain(sentence)
    expect([github.lines, existsSync(step.job.creds)]).toEqual([[], false])
  })
})

describe('a secret that cannot be written after the refresh', () => {
  it('fails the step, which says that the login is refreshed and how to store it; post tries again', async () => {
    using step = jobWith('refreshes')
    refuseWrites()
    const main = await step.main()
    expect(main).toMatchObject({
      exitCode: 1,
      outputs: { reason: 'secret-write-failed', refreshed: 'true', 'access-token': NEW_PAIR.accessToken }
    })
    expect(main.summary).toContain(`gh api -X PUT --hostname '127.0.0.1`)
    expect(main.summary).not.toContain('01-test')
    expect(main.summary).toContain('unless this summary says below')
    github.faults.clear()
    const post = await step.post()
    expect(post.exitCode).toBe(0)
    expect(post.summary).toContain('The credentials were stored at the end of the job')
    expect(post.stdout).toMatch(
      /^(::add-mask::.+\n)+trying again to store the login, for up to 60 minutes\nstored in CLAUDE_CREDENTIALS of .*acme\/app, at the end of the job\n$/
    )
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect([existsSync(step.job.creds), step.job.leftovers]).toEqual([false, []])
  })

  it('does not count as written if a server that is not GitHub answers OK, and the file stays', async () => {
    using step = jobWith('refreshes')
    const portal = { kind: 'status', status: 200, body: { message: 'Please log in' } } as const
    github.faults.add({ method: 'PUT', path: new RegExp(NAME), fault: portal, times: 99 })
    // It would be tried again for 2 minutes; after a cancel the result is there at once.
    const main = step.start()
    await until(() => github.lines.some(line => line.includes(`PUT /repos/acme/app/actions/secrets/${NAME}`)))
    process.kill(main.pid, 'SIGINT')
    expect(await main.ended).toMatchObject({ exitCode: 1, outputs: { reason: 'secret-write-failed' } })
    expect(step.job.login).toMatchObject(NEW_PAIR)
  })

  it('keeps the file for the next job, which writes the secret', async () => {
    using step = jobWith('refreshes')
    refuseWrites()
    await step.main()
    const post = await step.post()
    expect(post.exitCode).toBe(1)
    expect(post.stdout).toContain('::error title=Secret not written (secret-write-failed)::')
    expect(post.summary).toContain('gh api -X PUT')
    expect(step.job.login).toMatchObject(NEW_PAIR)
    github.faults.clear()
    expect(await step.main({ 'min-validity': '1h' })).toMatchObject({ outputs: { reason: 'still-valid' } })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})

describe('post', () => {
  it('stores the newer pair of a later step’s claude, and removes the file', async () => {
    using step = jobWith('refreshes')
    await step.main()
    const later = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }
    step.job.writeCredentials(sampleText(later))
    const { exitCode, stdout } = await step.post()
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`::add-mask::${later.refreshToken}\n`)
    expect(stored()).toMatchObject({ claudeAiOauth: later })
    expect([existsSync(step.job.creds), step.job.leftovers]).toEqual([false, []])
  })

  it('stores the newer pair of a main that was killed in the exchange, and removes the file', async () => {
    using step = jobWith('refreshes-late')
    const running = step.start()
    await step.job.exchangeUnderWay()
    process.kill(running.pid, 'SIGKILL')
    await running.ended
    expect(await step.post()).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect([existsSync(step.job.creds), step.job.leftovers]).toEqual([false, []])
  })
})

describe('the unchanged credentials of creds-json, since the secret may be newer', () => {
  const ACCESS = 'CLAUDE_CODE_OAUTH_TOKEN'
  const both = { 'access-token-secret-name': ACCESS }

  it.each(['fails-at-once', 'blanks-the-file'])('are not stored by post after a claude that %s', async claude => {
    using step = jobWith(claude)
    expect(await step.main(both)).toMatchObject({ exitCode: 1 })
    expect(await step.post(both)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect([writesOf(NAME), writesOf(ACCESS), existsSync(step.job.creds), step.job.leftovers]).toEqual([
      0,
      0,
      false,
      []
    ])
  })

  it('are not stored by main, which stores only their access token', async () => {
    using step = jobWith('hangs')
    const main = await step.main({ ...both, 'min-validity': '1h' })
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
    expect(await step.post(both)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([writesOf(NAME), vault.textOf(ACCESS), step.job.leftovers]).toEqual([0, OLD_PAIR.accessToken, []])
  })

  it('are not stored by post, which tries again, and the summary has no command for them', async () => {
    using step = jobWith('hangs')
    github.faults.add({ method: 'PUT', path: new RegExp(ACCESS), fault: REFUSED, times: 99 })
    const main = await step.main({ ...both, 'min-validity': '1h' })
    expect(main).toMatchObject({ exitCode: 1, outputs: { reason: 'secret-write-failed' } })
    expect(main.summary).toContain(ACCESS)
    expect(main.summary).not.toContain(`secrets/${NAME}'`)
    github.faults.clear()
    expect(await step.post(both)).toMatchObject({ exitCode: 0 })
    expect([writesOf(NAME), vault.textOf(ACCESS), existsSync(step.job.creds)]).toEqual([0, OLD_PAIR.accessToken, false])
  })
})

describe('a step that ends with still-valid', () => {
  it('does not store the pair of creds-json again', async () => {
    using step = jobWith('hangs')
    expect(await step.main({ 'min-validity': '1h' })).toMatchObject({ outputs: { reason: 'still-valid' } })
    await step.post()
    expect(writesOf(NAME)).toBe(0)
  })

  it('stores the pair of a file that was there before, and keeps the file', async () => {
    using step = jobWith('hangs')
    step.job.writeCredentials(sampleText())
    const own = { 'creds-json': '', 'min-validity': '1h' }
    expect(await step.main(own)).toMatchObject({ outputs: { reason: 'still-valid' } })
    expect(stored()).toMatchObject({ claudeAiOauth: OLD_PAIR })
    expect(await step.post(own)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(readFileSync(step.job.creds, 'utf8')).toBe(sampleText())
  })
})

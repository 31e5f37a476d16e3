import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { DryJob, failureOf } from '../../testing/dry-job.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import type { Vault } from '../../testing/github/vault.js'
import type { Inputs } from '../../testing/runner-files.js'
import { NEW_PAIR, OTHER_PAIR, sampleLogin, sampleText } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'

const NAME = 'CLAUDE_CREDENTIALS'
const ACCESS = 'CLAUDE_CODE_OAUTH_TOKEN'
const PATH = '/repos/acme/app/actions/secrets'
const MINUTE_MS = 60_000
const SIGN_IN = 'the login of a new sign-in'
const LARGE = JSON.stringify({ claudeAiOauth: sampleLogin(), mcpOAuth: { x: { accessToken: 'y'.repeat(48 * 1024) } } })

let github: StandInGitHub
let vault: Vault
beforeEach(async () => {
  github = await startGitHub({ tokens: { 'test-reads': 'read' } })
  vault = github.repository('acme/app')
})
afterEach(() => github.close())

/** The stored text of a login, and when it was stored. */
const storedText = (agoMs: number): string =>
  JSON.stringify({ ...JSON.parse(sampleText()), storedAt: new Date(Date.now() - agoMs).toISOString() })

/** A job whose step gets its login from the secret, and stores it there again. */
function jobWith(inputs: Inputs = {}): DryJob {
  const given = { 'secret-name': NAME, 'github-token': WRITE_TOKEN, 'creds-json': sampleText(), ...inputs }
  return new DryJob(given, { GITHUB_API_URL: github.apiUrl })
}

const writes = (): readonly string[] => vault.writes.map(({ name }) => name)

describe('a dry run of a step with secrets', () => {
  it('writes and removes only the probe, and says so; post makes no request', async () => {
    using job = jobWith({ 'access-token-secret-name': ACCESS })
    vault.put(NAME, { text: sampleText(), updatedAtMs: Date.now() - MINUTE_MS })
    const before = job.files
    const { exitCode, outputs, stdout, summary } = await job.dry()
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 0, reason: 'ready' })
    const sentence = `${NAME} and ${ACCESS} of repository acme/app can be written (CLR_REFRESH_PROBE was written and removed again)`
    expect(stdout).toContain(`checked: ${sentence}\n`)
    expect(summary).toMatch(/^- CLAUDE.*CLR.*removed again/m)
    const lines = [
      `GET ${PATH}/${NAME} 200`,
      `GET ${PATH}/public-key 200`,
      `PUT ${PATH}/CLR_REFRESH_PROBE 201`,
      `DELETE ${PATH}/CLR_REFRESH_PROBE 204`
    ]
    expect(github.lines).toEqual(lines)
    expect(await job.end()).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect([github.lines, job.files, job.isClaudeStarted]).toEqual([lines, before, false])
  })

  it('leaves nothing to do for post, even if a later step has put another login into the file', async () => {
    using job = jobWith({ 'creds-json': '' })
    job.writeCredentials(sampleText())
    expect(await job.dry()).toMatchObject({ exitCode: 0, outputs: { reason: 'ready' } })
    expect(job.text('state')).toBe('')
    job.writeCredentials(sampleText(OTHER_PAIR))
    const [lines, files] = [github.lines, job.files]
    expect(await job.end()).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect([github.lines, job.files, writes()]).toEqual([lines, files, ['CLR_REFRESH_PROBE']])
  })

  it('says that creds-json is not older than the secret, if it tells when it was stored', async () => {
    vault.put(NAME, { text: '', updatedAtMs: Date.now() - 10 * MINUTE_MS })
    using job = jobWith({ 'creds-json': storedText(10 * MINUTE_MS) })
    const { stdout, outputs } = await job.dry()
    expect(outputs.reason).toBe('ready')
    expect(stdout).toContain(`${NAME} of repository acme/app can be written, and creds-json is not older than it (`)
  })
})

describe('a dry run fails like the real run that follows, with', () => {
  it.each([
    ['a token that may not write', { 'github-token': 'test-reads' }, 'secret-not-writable'],
    ['no token', { 'github-token': '' }, 'usage'],
    ['a login too large for a secret', { 'creds-json': LARGE }, 'usage'],
    ['a secret that is newer than creds-json', { 'creds-json': storedText(10 * MINUTE_MS) }, 'secret-stale'],
    ['a place that cannot exist', { creds: '/dev/null/.credentials.json' }, 'creds-not-writable']
  ])('%s', async (_what, inputs, reason) => {
    using job = jobWith(inputs)
    vault.put(NAME, { text: SIGN_IN })
    const before = job.files
    const dry = await job.dry()
    expect([dry.exitCode, dry.outputs.reason, dry.outputs.refreshed]).toEqual([1, reason, 'false'])
    expect(job.files).toEqual(before)
    expect(await job.end()).toMatchObject({ exitCode: 0, stdout: '' })
    expect(failureOf(dry)).toEqual(failureOf(await job.real()))
    expect([vault.textOf(NAME), job.isClaudeStarted]).toEqual([SIGN_IN, false])
  })
})

describe('a dry run before the real step of the same job', () => {
  it('lets the real step refresh and store as without it', async () => {
    vault.put(NAME, { text: '', updatedAtMs: Date.now() - 10 * MINUTE_MS })
    using job = jobWith({ 'creds-json': storedText(10 * MINUTE_MS) })
    expect(await job.dry()).toMatchObject({ outputs: { reason: 'ready' } })
    const inDryRun = github.lines.length
    expect(await job.real()).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    expect(await job.end()).toMatchObject({ exitCode: 0, stdout: '' })
    expect(JSON.parse(vault.textOf(NAME) ?? 'null')).toMatchObject({ claudeAiOauth: NEW_PAIR })
    const afterDryRun = github.lines.slice(inDryRun)
    github.requests.splice(0)
    vault.put(NAME, { text: '', updatedAtMs: Date.now() - 10 * MINUTE_MS })
    using withoutDryRun = jobWith({ 'creds-json': storedText(10 * MINUTE_MS) })
    await withoutDryRun.real()
    await withoutDryRun.end()
    expect(afterDryRun).toEqual(github.lines)
  })

  it.each([
    ['without its time', sampleText()],
    ['with its time', storedText(MINUTE_MS)]
  ])(
    'has looked at the secret: what somebody writes after that is not overwritten, creds-json %s',
    async (_how, text) => {
      vault.put(NAME, { text, updatedAtMs: Date.now() - MINUTE_MS })
      using job = jobWith({ 'creds-json': text })
      expect(await job.dry()).toMatchObject({ outputs: { reason: 'ready' } })
      vault.put(NAME, { text: SIGN_IN })
      expect((await job.real()).exitCode).toBe(1)
      await job.end()
      expect(vault.textOf(NAME)).toBe(SIGN_IN)
    }
  )

  it('is refused after a real step that has used creds-json up, at another path', async () => {
    vault.put(NAME, { text: sampleText(), updatedAtMs: Date.now() - MINUTE_MS })
    using job = jobWith()
    await job.real()
    const creds = job.at('other/.credentials.json')
    const dry = await job.dry({ creds })
    expect(dry.outputs.reason).toBe('secret-stale')
    expect(failureOf(dry)).toEqual(failureOf(await job.real({ creds })))
    expect(existsSync(creds)).toBe(false)
  })
})

describe('a dry run that the runner cancels', () => {
  it('ends with `cancelled` while it waits for GitHub, and leaves nothing behind', async () => {
    using job = jobWith()
    github.faults.add({ method: 'GET', fault: { kind: 'hang' }, times: 9 })
    const before = job.files
    const step = job.start(
      'main',
      {
        'dry-run': 'true',
        'secret-name': NAME,
        'github-token': WRITE_TOKEN,
        'creds-json': sampleText()
      },
      { GITHUB_API_URL: github.apiUrl }
    )
    await until(() => github.lines.length > 0)
    process.kill(step.pid, 'SIGINT')
    const { exitCode, outputs, stdout } = await step.ended
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 1, reason: 'cancelled' })
    expect(stdout).toContain('::error title=Cancelled (cancelled)::')
    expect(job.files).toEqual(before)
  })
})

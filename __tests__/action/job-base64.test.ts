import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { toBase64 } from '../../src/action/creds-json/base64.js'
import type { JsonObject } from '../../src/core/json.js'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import { parseObject } from '../../testing/json-object.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job, type StepRun } from '../../testing/job.js'
import { stateVariables, type Inputs } from '../../testing/runner-files.js'

const NAME = 'CLAUDE_CREDENTIALS'
const HOUR_MS = 3_600_000
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }
const SIGN_IN = 'the login of a new sign-in'

let github: StandInGitHub
let vault: Vault
let job: Job
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
  job = new Job('refreshes')
})
afterEach(async () => {
  job[Symbol.dispose]()
  await github.close()
})

/** A credentials file as the CLI may write it, with a stamp, as base64 in lines as `base64` prints it. */
function wrapped(storedAtMs = Date.now() - HOUR_MS): string {
  const document = { ...parseObject(sampleText()), storedAt: new Date(storedAtMs).toISOString() }
  return Buffer.from(JSON.stringify(document, null, 2))
    .toString('base64')
    .replace(/.{76}/g, '$&\n')
}

const inputs = (more: Inputs = {}): Inputs => ({
  'secret-name': NAME,
  'github-token': WRITE_TOKEN,
  'creds-json': wrapped(),
  ...more
})
const variables = (): NodeJS.ProcessEnv => ({
  GITHUB_API_URL: github.apiUrl,
  GITHUB_RUN_ID: '1',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_JOB: 'test'
})

/** One step of the job: its `main`, and the state for its `post`. */
async function step(given: Inputs): Promise<{ main: StepRun; saved: NodeJS.ProcessEnv }> {
  job.write('state', '')
  const main = await job.main(given, variables())
  return { main, saved: stateVariables(job.text('state')) }
}

/** The credentials in a text that must be one line of base64. */
function opened(base64: string | null | undefined): JsonObject {
  expect(base64).toMatch(/^[\w+/=-]+$/)
  return parseObject(Buffer.from(base64 ?? '', 'base64').toString())
}
const stored = (): JsonObject => opened(vault.textOf(NAME))

/** The log as a runner shows it, with every masked value starred. */
function shown({ stdout, stderr, summary }: StepRun): string {
  return (stdout + stderr + summary).replaceAll(/^::add-mask::.*\n/gm, '')
}

/** A text as a runner would show it after such a step. */
function starred(text: string, { stdout }: StepRun): string {
  const masks = [...stdout.matchAll(/^::add-mask::(.*)$/gm)].map(([, mask = '']) => mask)
  return masks.sort((a, b) => b.length - a.length).reduce((all, mask) => all.replaceAll(mask, '***'), text)
}

describe('base64 in creds-json', () => {
  const json = sampleText()
  const base64 = Buffer.from(json).toString('base64')
  it.each([
    ['in one line', base64],
    ['in lines of 76', base64.replace(/.{76}/g, '$&\n')],
    ['URL-safe, without padding', Buffer.from(json).toString('base64url')],
    ['with a line break at its end', `${base64}\n`],
    ['with a byte order mark inside', Buffer.from(`\uFEFF${json}`).toString('base64')]
  ])('%s is refreshed like any other login; the outputs are JSON', async (_how, given) => {
    const main = await job.main({ 'creds-json': given })
    expect(main).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
    expect(main.outputs['creds-json']).toBe(JSON.stringify(JSON.parse(job.text('.claude/.credentials.json'))))
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(await job.post({ 'creds-json': given })).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('is stored again as base64, with the stamp inside', async () => {
    const { main } = await step(inputs({ 'access-token-secret-name': 'ACCESS' }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR, storedAt: expect.any(String) })
    expect(vault.textOf('ACCESS')).toBe(NEW_PAIR.accessToken)
    const next = await step(inputs({ 'creds-json': vault.textOf(NAME) ?? '', 'min-validity': '1h' }))
    expect(next.main).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
  })

  it('is masked in the form that is stored, whatever stamp the file has', async () => {
    const document = parseObject(sampleText())
    job.writeCredentials(JSON.stringify({ storedAt: '2026-11-23T08:00:00.000Z', ...document, more: 'x'.repeat(99) }))
    const { main } = await step(inputs({ 'creds-json': '' }))
    expect(main.outputs.reason).toBe('refreshed')
    const { storedAt } = parseObject(vault.textOf(NAME) ?? '')
    expect(starred(toBase64(vault.textOf(NAME) ?? ''), main).length).toBeLessThan(64)
    expect(storedAt).not.toBe('2026-11-23T08:00:00.000Z')
  })

  it('is masked, old and new: as JSON, as base64, each of its lines and each token', async () => {
    const given = inputs()
    const { main } = await step(given)
    const { storedAt, ...document } = stored()
    expect(storedAt).toEqual(expect.any(String))
    const lines = (given['creds-json'] ?? '').split('\n').filter(line => line.length >= 8)
    const texts = [
      ...lines,
      ...Object.values(OLD_PAIR),
      ...Object.values(NEW_PAIR),
      'test-other',
      JSON.stringify(document)
    ]
    for (const text of texts) expect(main.stdout).toContain(`::add-mask::${text}\n`)
    // Only the stamp, at the end of the stored text, may be visible.
    const tail = starred(vault.textOf(NAME) ?? '', main).replace('***', '')
    expect(tail.length).toBeLessThan(64)
    expect(Buffer.from(tail, 'base64').toString()).toMatch(/^[^a-z]*"storedAt":"[-\d:TZ.]+"\} *$/)
    for (const text of [...lines, '01-test', 'test-other']) expect(shown(main)).not.toContain(text)
  })

  it('is not used for the secret if the login was given as JSON or in a file', async () => {
    await step(inputs({ 'creds-json': sampleText() }))
    expect(parseObject(vault.textOf(NAME) ?? '')).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})

describe('the end of a job that was given base64', () => {
  it('stores the pair of a later step as base64, and masks it', async () => {
    const given = inputs()
    const { saved } = await step(given)
    job.writeCredentials(sampleText(LATER_PAIR))
    const post = await job.post(given, { ...variables(), ...saved })
    expect(post.exitCode).toBe(0)
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect(post.stdout).toContain(`::add-mask::${LATER_PAIR.refreshToken}\n`)
    expect(starred(vault.textOf(NAME) ?? '', post).length).toBeLessThan(64)
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('puts sealed base64 into the summary if it cannot be stored', async () => {
    const given = inputs()
    const { saved } = await step(given)
    job.writeCredentials(sampleText(LATER_PAIR))
    github.tokens.set(WRITE_TOKEN, 'expired')
    const post = await job.post(given, { ...variables(), ...saved })
    expect(post.exitCode).toBe(1)
    const [, sealed = ''] = /encrypted_value='([^']+)'/.exec(post.summary) ?? []
    expect(opened(vault.open(sealed))).toMatchObject({ claudeAiOauth: LATER_PAIR })
  })

  it('does not overwrite a newer secret if main saved nothing: the stamp in the base64 shows which is newer', async () => {
    const given = inputs()
    const { saved } = await step(given)
    vault.put(NAME, { text: SIGN_IN })
    job.writeCredentials(sampleText(LATER_PAIR))
    const unseen = { ...variables(), ...saved, STATE_secretSeen: '', GITHUB_RUN_ID: '2' }
    expect(await job.post(given, unseen)).toMatchObject({ exitCode: 1 })
    expect(vault.textOf(NAME)).toBe(SIGN_IN)
    vault.put(NAME, { text: SIGN_IN, updatedAtMs: Date.now() - HOUR_MS })
    expect(await job.post(given, unseen)).toMatchObject({ exitCode: 0 })
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
  })
})

describe('a later step of a job that was given base64', () => {
  it.each([
    ['the same base64', (given: Inputs) => given['creds-json'] ?? ''],
    ['the output creds-json of the first', (_given: Inputs, { outputs }: StepRun) => outputs['creds-json'] ?? ''],
    ['no creds-json', () => '']
  ])('stores base64, too, with %s', async (_what, credsJson) => {
    const given = inputs()
    const { main } = await step(given)
    const second = { ...given, 'creds-json': credsJson(given, main), 'min-validity': '1h' }
    const later = await step(second)
    expect(later.main).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
    job.writeCredentials(sampleText(LATER_PAIR))
    const post = await job.post(second, { ...variables(), ...later.saved })
    expect(post.exitCode).toBe(0)
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
  })
})

it('does not use a token in base64 that is older than the secret', async () => {
  vault.put(NAME, { text: SIGN_IN })
  const { main } = await step(inputs())
  expect(main).toMatchObject({ exitCode: 1, outputs: { reason: 'secret-stale' } })
  expect(vault.textOf(NAME)).toBe(SIGN_IN)
})

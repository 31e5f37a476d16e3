import { existsSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job, type StepRun } from '../../testing/job.js'
import { stateVariables, type Inputs } from '../../testing/runner-files.js'

const NAME = 'CLAUDE_CREDENTIALS'
const ACCESS = 'CLAUDE_CODE_OAUTH_TOKEN'
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }
const NEWEST_PAIR = { accessToken: 'sk-ant-oat01-test-newest', refreshToken: 'sk-ant-ort01-test-newest' }
const NOT_STORED = /^::warning title=Older tokens were not stored::.* holds tokens that this job has already replaced/m

let github: StandInGitHub
let vault: Vault
let job: Job
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
  job = new Job('stores-given-fields')
})
afterEach(async () => {
  job[Symbol.dispose]()
  await github.close()
})

const inputs = (more: Inputs = {}): Inputs => ({
  'secret-name': NAME,
  'access-token-secret-name': ACCESS,
  'github-token': WRITE_TOKEN,
  ...more
})
const variables = (): NodeJS.ProcessEnv => ({ GITHUB_API_URL: github.apiUrl })

interface OneStep {
  readonly main: StepRun
  readonly post: () => Promise<StepRun>
}

/** One step of the job that refreshes to a pair: its `main` has run, its `post` runs when the job ends. */
async function step(given: Inputs, pair: object = NEW_PAIR): Promise<OneStep> {
  job.write('state', '')
  const main = await job.main(given, { ...variables(), LC_STORES: JSON.stringify(pair) })
  const saved = stateVariables(job.text('state'))
  return { main, post: () => job.post(given, { ...variables(), ...saved }) }
}

/** As when a later step restores a cache. */
const putBack = (pair: object = OLD_PAIR): void => {
  job.writeCredentials(sampleText(pair))
}
const expectBothToHold = (pair: typeof NEW_PAIR): void => {
  expect(JSON.parse(vault.textOf(NAME) ?? 'null')).toMatchObject({ claudeAiOauth: pair })
  expect(vault.textOf(ACCESS)).toBe(pair.accessToken)
}

describe('a pair that this job has used up, and that a later step has put back into the file', () => {
  it('is not stored by post, which warns about it', async () => {
    job.writeCredentials(sampleText())
    const { main, post } = await step(inputs())
    expect(main.outputs.reason).toBe('refreshed')
    putBack()
    const { exitCode, stdout } = await post()
    expectBothToHold(NEW_PAIR)
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(NOT_STORED)])
    expect(stdout).not.toMatch(/stored in|::error/)
  })

  it('is stored neither by the main of a later step, which warns about it, nor by its post', async () => {
    job.writeCredentials(sampleText())
    const first = await step(inputs())
    putBack()
    const second = await step(inputs({ 'min-validity': '1h' }))
    expect(second.main).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
    expect(second.main.stdout).toMatch(/^::warning .* holds tokens that this job has already replaced/m)
    expect(await second.post()).toMatchObject({ exitCode: 0, stdout: '' })
    expect(await first.post()).toMatchObject({ exitCode: 0 })
    expectBothToHold(NEW_PAIR)
  })

  it('is not stored if the step that used it up had no secret to write', async () => {
    job.writeCredentials(sampleText())
    await step({})
    putBack()
    const { main } = await step(inputs({ 'min-validity': '1h' }))
    expect(main.outputs.reason).toBe('still-valid')
    expect(vault.writes.filter(({ name }) => [NAME, ACCESS].includes(name))).toEqual([])
  })

  it('is not stored, and neither is its access token, if it is the pair of creds-json; the file is removed', async () => {
    const { post } = await step(inputs({ 'creds-json': sampleText() }))
    putBack()
    expect(await post()).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(NOT_STORED) })
    expectBothToHold(NEW_PAIR)
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('is not stored by a step that was given the output creds-json of the first', async () => {
    const first = await step(inputs({ 'creds-json': sampleText() }))
    const given = { 'creds-json': first.main.outputs['creds-json'] ?? '', 'min-validity': '1h' }
    const second = await step(inputs(given))
    putBack()
    expect(await second.post()).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(NOT_STORED) })
    expect(await first.post()).toMatchObject({ exitCode: 0 })
    expectBothToHold(NEW_PAIR)
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('does not keep post from removing a file that was made from creds-json, if no secret is named', async () => {
    const first = await step({ 'creds-json': sampleText() })
    const second = await step({ 'creds-json': first.main.outputs['creds-json'] ?? '', 'min-validity': '1h' })
    putBack()
    expect(await second.post()).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('is not stored as an access token by a step with another path', async () => {
    const first = await step(inputs({ 'creds-json': sampleText() }))
    const creds = job.at('other/.credentials.json')
    const second = await step(inputs({ 'creds-json': sampleText(), creds, 'min-validity': '1h' }))
    expect(second.main.outputs.reason).toBe('still-valid')
    expect(second.main.stdout).toMatch(/^::warning .* holds tokens that this job has already replaced/m)
    await second.post()
    await first.post()
    expectBothToHold(NEW_PAIR)
  })

  it('is not sent again by a step with another path', async () => {
    await step({ 'creds-json': sampleText() })
    const creds = job.at('other/.credentials.json')
    const { main } = await step({ 'creds-json': sampleText(), creds })
    expect(main.outputs).toMatchObject({ reason: 'secret-stale', 'exit-code': '1' })
    expect(main.stdout).toContain('or its output `creds-json`')
    expect(existsSync(creds)).toBe(false)
  })

  it('is not stored even if it is two refreshes older than the newest pair', async () => {
    job.writeCredentials(sampleText())
    const first = await step(inputs())
    putBack(LATER_PAIR)
    const second = await step(inputs(), NEWEST_PAIR)
    expect(second.main.outputs.reason).toBe('refreshed')
    putBack(NEW_PAIR)
    await second.post()
    await first.post()
    expectBothToHold(NEWEST_PAIR)
  })

  it('fails post if the new pair was not stored either', async () => {
    job.writeCredentials(sampleText())
    const refusal = { kind: 'status', status: 403, body: { message: 'Resource not accessible' } } as const
    github.faults.add({ method: 'PUT', path: new RegExp(NAME), fault: refusal, times: 99 })
    const { main, post } = await step(inputs())
    expect(main.outputs.reason).toBe('secret-write-failed')
    github.faults.clear()
    putBack()
    const { exitCode, stdout } = await post()
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(
      /^::error title=Secret not written .* holds tokens that this job has already replaced.* the newer tokens/m
    )
    expect(vault.textOf(NAME)).toBeUndefined()
  })

  it('is not stored by the post of the same step if RUNNER_TEMP has been emptied', async () => {
    job.writeCredentials(sampleText())
    const { post } = await step(inputs())
    for (const name of job.names()) if (name.startsWith('clr-refresh-')) rmSync(job.at(name))
    putBack()
    await post()
    expectBothToHold(NEW_PAIR)
  })
})

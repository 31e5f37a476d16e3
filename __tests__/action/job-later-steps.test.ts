import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job, type StepRun } from '../../testing/job.js'
import { stateVariables, type Inputs } from '../../testing/runner-files.js'

const NAME = 'CLAUDE_CREDENTIALS'
const HOUR_MS = 3_600_000
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }
const SIGN_IN = 'the login of a new sign-in'
const GIVEN = JSON.stringify({
  ...JSON.parse(sampleText()),
  storedAt: new Date(Date.now() - HOUR_MS).toISOString()
})

let github: StandInGitHub
let vault: Vault
let job: Job
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
  vault.put(NAME, { text: GIVEN, updatedAtMs: Date.now() - HOUR_MS })
  job = new Job('refreshes')
})
afterEach(async () => {
  job[Symbol.dispose]()
  await github.close()
})

const inputs: Inputs = { 'secret-name': NAME, 'github-token': WRITE_TOKEN, 'creds-json': GIVEN }
const variables = (run = '1'): NodeJS.ProcessEnv => ({
  GITHUB_API_URL: github.apiUrl,
  GITHUB_RUN_ID: run,
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_JOB: 'test'
})
const stored = (): unknown => JSON.parse(vault.textOf(NAME) ?? 'null')

/** One step of the job: its `main`, and the state for its `post`. */
async function step(given: Inputs, run?: string): Promise<{ main: StepRun; saved: NodeJS.ProcessEnv }> {
  job.write('state', '')
  const main = await job.main(given, variables(run))
  return { main, saved: stateVariables(job.text('state')) }
}

/** Some time after step 1, somebody signs in again, and a later step's claude refreshes the old login. */
function signInAfterTheFirstStep(): void {
  github.clockAheadMs = 60_000
  vault.put(NAME, { text: SIGN_IN })
  job.writeCredentials(sampleText(LATER_PAIR))
}

describe('a new sign-in that is stored between two steps of a job', () => {
  it('is not overwritten by the second step', async () => {
    expect((await step(inputs)).main.exitCode).toBe(0)
    signInAfterTheFirstStep()
    const { main, saved } = await step({ ...inputs, 'creds-json': '' })
    expect([main.exitCode, main.outputs.reason, vault.textOf(NAME)]).toEqual([1, 'secret-write-failed', SIGN_IN])
    const post = await job.post({ ...inputs, 'creds-json': '' }, { ...variables(), ...saved })
    expect([post.exitCode, vault.textOf(NAME)]).toEqual([1, SIGN_IN])
  })

  it('is what the next job begins with, even if the runner kept the first job’s folder', async () => {
    await step(inputs)
    signInAfterTheFirstStep()
    const { main } = await step({ ...inputs, 'creds-json': '' }, '2')
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
  })
})

describe('two steps with the same secret and the same creds-json', () => {
  it('both succeed, since the second recognises the write of the first', async () => {
    const first = await step(inputs)
    github.clockAheadMs = 600_000
    const second = await step({ ...inputs, 'min-validity': '1h' })
    expect([first, second].map(({ main }) => main.outputs.reason)).toEqual(['refreshed', 'still-valid'])
    for (const { saved } of [second, first]) {
      expect(await job.post(inputs, { ...variables(), ...saved })).toMatchObject({ exitCode: 0 })
    }
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect(existsSync(job.creds)).toBe(false)
  })

  it('do not send the used-up token again if the second uses another path', async () => {
    await step(inputs)
    const creds = job.at('other/.credentials.json')
    const { main } = await step({ ...inputs, creds })
    expect([main.outputs.reason, existsSync(creds)]).toEqual(['secret-stale', false])
    expect(main.stdout).toContain('An earlier step of this job has refreshed the login')
    expect(main.stdout).toContain('the same `creds` as that step, or its output `creds-json`')
    expect(stored()).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})

describe('what main saw of a secret', () => {
  it('does not let post overwrite another secret', async () => {
    const { saved } = await step(inputs)
    vault.put('OTHER', { text: SIGN_IN, updatedAtMs: Date.now() - 2 * HOUR_MS })
    job.writeCredentials(sampleText(LATER_PAIR))
    const post = await job.post({ ...inputs, 'secret-name': 'OTHER' }, { ...variables(), ...saved })
    expect([post.exitCode, vault.textOf('OTHER')]).toEqual([1, SIGN_IN])
  })
})

describe('a github-token that has expired at the end of the job', () => {
  it('leaves a command in the summary that stores the login, sealed with the key that main fetched', async () => {
    const { saved } = await step(inputs)
    job.writeCredentials(sampleText(LATER_PAIR))
    github.tokens.set(WRITE_TOKEN, 'expired')
    const post = await job.post(inputs, { ...variables(), ...saved })
    expect(post.exitCode).toBe(1)
    expect(post.stdout).toContain(
      '%0AThe job summary has a command that stores the secret by hand, and says when to run it.'
    )
    const [, sealed = ''] = /encrypted_value='([^']+)'/.exec(post.summary) ?? []
    expect(JSON.parse(vault.open(sealed) ?? 'null')).toMatchObject({ claudeAiOauth: LATER_PAIR })
  })

  it('leaves a command that keeps the visibility of an organization’s secret', async () => {
    vault = github.organization('acme')
    const who = { visibility: 'selected', repositoryIds: [7, 8] }
    vault.put(NAME, { text: GIVEN, updatedAtMs: Date.now() - HOUR_MS, ...who })
    const given = { ...inputs, 'secret-organization': 'acme' }
    const { saved } = await step(given)
    job.writeCredentials(sampleText(LATER_PAIR))
    github.tokens.set(WRITE_TOKEN, 'expired')
    const post = await job.post(given, { ...variables(), ...saved })
    expect(post.summary).toContain(
      "-f visibility='selected' -F 'selected_repository_ids[]=7' -F 'selected_repository_ids[]=8'"
    )
  })

  it('is reported without a reference to the summary if that is empty', async () => {
    const { saved } = await step(inputs)
    job.writeCredentials(sampleText(LATER_PAIR))
    github.tokens.set(WRITE_TOKEN, 'expired')
    const post = await job.post(inputs, { ...variables(), ...saved, STATE_secretKey: '' })
    expect([post.exitCode, post.summary]).toEqual([1, ''])
    expect(post.stdout).toContain('(secret-write-failed)::')
    expect(post.stdout).not.toContain('summary')
  })
})

describe('an answer of GitHub with a wrong date', () => {
  it.each([-5_000, 5_000, -600_000])(
    'keeps neither main nor post from storing the login: off by %d ms',
    async offMs => {
      const headers = { date: new Date(Date.now() + offMs).toUTCString() }
      const body = { key_id: vault.keyId, key: vault.publicKey }
      github.faults.add({ path: /public-key/, fault: { kind: 'status', status: 200, headers, body } })
      const { main, saved } = await step(inputs)
      expect(main.exitCode).toBe(0)
      job.writeCredentials(sampleText(LATER_PAIR))
      expect(await job.post(inputs, { ...variables(), ...saved })).toMatchObject({ exitCode: 0 })
      expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
    }
  )
})

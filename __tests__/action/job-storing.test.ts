import { existsSync, lstatSync, rmSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { until } from '../../testing/waiting.js'
import { MovedClock } from '../../testing/clock/moved-clock.js'
import { Job, type StepRun } from '../../testing/job.js'
import { stateVariables, type Inputs } from '../../testing/runner-files.js'

const NAME = 'CLAUDE_CREDENTIALS'
const ACCESS = 'CLAUDE_CODE_OAUTH_TOKEN'
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }

let github: StandInGitHub
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(() => github.close())

const storedIn = (vault: Vault): unknown => JSON.parse(vault.textOf(NAME) ?? 'null')

/** One of several steps of a job, each with separate inputs and state. */
class OneStep {
  readonly #statePath: string

  constructor(
    private readonly job: Job,
    private readonly name: string,
    private readonly inputs: Inputs
  ) {
    this.#statePath = job.write(`state-${name}`, '')
  }

  main(): Promise<StepRun> {
    return this.job.main(this.inputs, { GITHUB_STATE: this.#statePath, GITHUB_API_URL: github.apiUrl })
  }

  post(): Promise<StepRun> {
    const state = stateVariables(this.job.text(`state-${this.name}`))
    return this.job.post(this.inputs, { ...state, GITHUB_API_URL: github.apiUrl })
  }
}

describe('two steps with one file, as in examples/share-access-token.yml', () => {
  /** The first refreshes the login and stores it in its environment; the second shares its access token. */
  function twoSteps(job: Job): readonly [OneStep, OneStep] {
    return [
      new OneStep(job, 'refresh', {
        'creds-json': sampleText(),
        'secret-name': NAME,
        'secret-environment': 'claude',
        'github-token': WRITE_TOKEN
      }),
      new OneStep(job, 'share', {
        'min-validity': '1h',
        'access-token-secret-name': ACCESS,
        'github-token': WRITE_TOKEN
      })
    ]
  }

  it('store the pair of a later step’s claude in both places at the end, and leave nothing', async () => {
    using job = new Job('refreshes')
    const [environment, repository] = [github.environment('acme/app', 'claude'), github.repository('acme/app')]
    const [refresh, share] = twoSteps(job)
    expect(await refresh.main()).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    expect(await share.main()).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
    expect(storedIn(environment)).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect([...repository.secrets.keys(), repository.textOf(ACCESS)]).toEqual([ACCESS, NEW_PAIR.accessToken])

    job.writeCredentials(sampleText(LATER_PAIR))
    expect((await share.post()).exitCode).toBe(0) // a runner ends the steps of a job in reverse order
    expect(existsSync(job.creds)).toBe(true)
    expect((await refresh.post()).exitCode).toBe(0)
    expect(storedIn(environment)).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect([...repository.secrets.keys(), repository.textOf(ACCESS)]).toEqual([ACCESS, LATER_PAIR.accessToken])
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })
})

describe('post, after main was killed during a write', () => {
  it('writes again although the file has not changed, since the first write may have failed', async () => {
    using job = new Job('hangs')
    const vault = github.repository('acme/app')
    const inputs = { 'min-validity': '1h', 'secret-name': NAME, 'github-token': WRITE_TOKEN }
    job.writeCredentials(sampleText())
    github.faults.add({ method: 'PUT', path: new RegExp(NAME), fault: { kind: 'hang' } })
    const step = job.start('main', inputs, { GITHUB_API_URL: github.apiUrl })
    await until(() => github.lines.some(line => line.endsWith(`${NAME} none`)))
    process.kill(step.pid, 'SIGKILL')
    await step.ended
    expect(storedIn(vault)).toBeNull()
    expect(await job.post(inputs, { GITHUB_API_URL: github.apiUrl })).toMatchObject({ exitCode: 0 })
    expect(storedIn(vault)).toMatchObject({ claudeAiOauth: OLD_PAIR })
  })
})

describe('post, if the file cannot be read', () => {
  it('removes nothing and says so: it may hold a newer pair', async () => {
    using job = new Job('refreshes')
    github.repository('acme/app')
    const step = new OneStep(job, 'only', {
      'creds-json': sampleText(),
      'secret-name': NAME,
      'github-token': WRITE_TOKEN
    })
    expect(await step.main()).toMatchObject({ outputs: { reason: 'refreshed' } })
    rmSync(job.creds)
    symlinkSync('.credentials.json', job.creds)
    const post = await step.post()
    expect(post).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('secret-write-failed') })
    expect(post.stdout).toContain('ELOOP')
    expect(lstatSync(job.creds).isSymbolicLink()).toBe(true)
  })
})

describe('post, while GitHub is down', () => {
  /** `main` and `post` of a job in which GitHub is down from the write of the secret on, for so many minutes of their waits. */
  async function run(minutes: number, isFileMade: boolean, path = /CLAUDE/): Promise<readonly [StepRun, StepRun]> {
    using job = new Job('refreshes')
    if (!isFileMade) job.writeCredentials(sampleText())
    const waits = job.write('waits', '')
    const waitedMs = (): number =>
      job
        .text('waits')
        .split('\n')
        .reduce((sum, line) => sum + Number(line), 0)
    const isOver = (): boolean => waitedMs() >= minutes * 60_000
    github.repository('acme/app')
    const down = { kind: 'status', status: 503, headers: { 'retry-after': '3700' } } as const // the guess of a proxy
    github.faults.add({ method: 'PUT', path, fault: down, times: Number.POSITIVE_INFINITY, isOver })
    const given = {
      'creds-json': sampleText(),
      'secret-name': NAME,
      'access-token-secret-name': 'CLAUDE_CODE_OAUTH_TOKEN',
      'github-token': WRITE_TOKEN
    }
    const env = { ...new MovedClock().withoutWaits(waits), GITHUB_API_URL: github.apiUrl }
    return [await job.main(given, env), await job.post(given, env)]
  }

  it('goes on for an hour if only this job has the new tokens', async () => {
    const [main, post] = await run(60, true)
    expect(main.outputs).toMatchObject({ reason: 'secret-write-failed' })
    expect(post.stdout).toContain('trying again to store the login, for up to 60 minutes\n')
    expect(post.exitCode).toBe(0)
    expect(storedIn(github.repository('acme/app'))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it('gives up after five minutes if the file outlives the job', async () => {
    const [, post] = await run(10, false)
    expect(post.stdout).toContain('trying again to store the login, for up to 5 minutes\n')
    expect(post.exitCode).toBe(1)
    expect(github.repository('acme/app').secrets.size).toBe(0)
  })

  it('gives up after five minutes if only the access token is not stored', async () => {
    const [, post] = await run(10, true, /OAUTH/)
    expect(post.exitCode).toBe(1)
    expect(storedIn(github.repository('acme/app'))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job } from '../../testing/job.js'
import { stateVariables, type Inputs } from '../../testing/runner-files.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'

const CREDENTIALS = 'CLAUDE_CREDENTIALS'
const TOKEN = 'CLAUDE_CODE_OAUTH_TOKEN'
const REFUSED = { kind: 'status', status: 403, body: { message: 'Resource not accessible' } } as const

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub({ tokens: { 'test-actions-only': { actions: 'write' } } })
  github.repository('acme/app')
  github.organization('acme')
})
afterEach(() => github.close())

/** A step that stores the access token, and a small `claude`. */
function jobWith(claude: string) {
  const job = new Job(claude)
  const given = { 'access-token-secret-name': TOKEN, 'github-token': WRITE_TOKEN }
  const variables = { GITHUB_API_URL: github.apiUrl }
  const main = (inputs: Inputs = {}) => job.main({ ...given, ...inputs }, variables)
  const post = (inputs: Inputs = {}, state = {}) => job.post({ ...given, ...inputs }, { ...variables, ...state })
  return { job, main, post, [Symbol.dispose]: job[Symbol.dispose].bind(job) }
}

describe('secret-app', () => {
  it.each(['dependabot', 'codespaces'] as const)('stores the access token in the %s secrets only', async app => {
    using step = jobWith('refreshes')
    step.job.writeCredentials(sampleText())
    const inputs = { 'secret-app': app }
    const { exitCode, outputs, stderr } = await step.main(inputs)
    expect({ exitCode, reason: outputs.reason, stderr }).toEqual({ exitCode: 0, reason: 'refreshed', stderr: '' })
    const vault = github.repository('acme/app', app)
    expect([[...vault.secrets.keys()], vault.textOf(TOKEN)]).toEqual([[TOKEN], NEW_PAIR.accessToken])
    expect(github.lines.filter(line => !line.includes(` /repos/acme/app/${app}/secrets/`))).toEqual([])
    expect(await step.post(inputs)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
  })

  it('stores the access token in the Dependabot secrets of an organization, for the repositories that had it', async () => {
    using step = jobWith('refreshes')
    step.job.writeCredentials(sampleText())
    const vault = github.organization('acme', 'dependabot')
    vault.put(TOKEN, { text: 'old', visibility: 'selected', repositoryIds: [7, 8] })
    const inputs = { 'secret-app': 'dependabot', 'secret-organization': 'acme' }
    expect(await step.main(inputs)).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    expect(vault.secrets.get(TOKEN)).toMatchObject({ text: NEW_PAIR.accessToken, repositoryIds: [7, 8] })
  })

  it('stores the access token once more in a second step, which finds it still valid and refreshes nothing', async () => {
    using step = jobWith('refreshes')
    const first = { 'creds-json': sampleText(), 'secret-name': CREDENTIALS }
    expect(await step.main(first)).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    const ofFirst = stateVariables(step.job.text('state'))
    step.job.write('state', '')
    const inputs = { 'secret-app': 'dependabot', 'min-validity': '1h' }
    expect(await step.main(inputs)).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
    const texts = [
      github.repository('acme/app').textOf(TOKEN),
      github.repository('acme/app', 'dependabot').textOf(TOKEN)
    ]
    expect(texts).toEqual([NEW_PAIR.accessToken, NEW_PAIR.accessToken])
    expect(github.repository('acme/app', 'dependabot').textOf(CREDENTIALS)).toBeUndefined()
    // the ends of both steps, in the order of a runner, find everything stored
    const ofSecond = stateVariables(step.job.text('state'))
    expect(await step.post(inputs, ofSecond)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(await step.post(first, ofFirst)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(step.job.creds), step.job.leftovers]).toEqual([false, []])
  })

  it('is proven to be writable before the refresh token is sent', async () => {
    using step = jobWith('refreshes')
    step.job.writeCredentials(sampleText())
    const main = await step.main({ 'secret-app': 'dependabot', 'github-token': 'test-actions-only' })
    expect(main).toMatchObject({ exitCode: 1, outputs: { reason: 'secret-not-writable', refreshed: 'false' } })
    expect(main.stdout).toContain('The Dependabot secrets of repository acme/app cannot be written')
    expect(main.stdout).toContain('"Dependabot secrets: write"')
    expect(readFileSync(step.job.creds, 'utf8')).toBe(sampleText())
  })

  it('is named when the access token was not stored, and when the end of the job stores it after all', async () => {
    using step = jobWith('refreshes')
    step.job.writeCredentials(sampleText())
    github.faults.add({ method: 'PUT', path: new RegExp(TOKEN), fault: REFUSED, times: 99 })
    const inputs = { 'secret-app': 'dependabot' }
    const main = await step.main(inputs)
    expect(main).toMatchObject({ exitCode: 1, outputs: { reason: 'secret-write-failed', refreshed: 'true' } })
    expect(main.stdout).toContain(`Dependabot secret ${TOKEN} of repository acme/app was not stored`)
    expect(main.summary).toContain(`'/repos/acme/app/dependabot/secrets/${TOKEN}'`)
    github.faults.clear()
    const post = await step.post(inputs)
    expect(post.exitCode).toBe(0)
    expect(post.stdout).toMatch(
      /\naccess token stored in Dependabot secret \w+ of repository acme\/app, at the end of the job\n$/
    )
    expect(github.repository('acme/app', 'dependabot').textOf(TOKEN)).toBe(NEW_PAIR.accessToken)
  })

  it.each([
    [
      { 'secret-app': 'dependabot', 'secret-name': CREDENTIALS },
      'secret-name must be empty if secret-app is dependabot'
    ],
    [
      { 'secret-app': 'codespaces', 'secret-environment': 'ci' },
      'secret-environment must be empty for Codespaces secrets'
    ],
    [{ 'secret-app': 'pages' }, 'secret-app must be actions, dependabot or codespaces'],
    [{ 'secret-app': 'pages', 'access-token-secret-name': '' }, 'secret-app must be actions, dependabot or codespaces']
  ])('is refused before anything is requested, written or sent: %j', async (inputs, sentence) => {
    using step = jobWith('refreshes')
    const main = await step.main({ 'creds-json': sampleText(), ...inputs })
    expect(main).toMatchObject({ exitCode: 1, outputs: { reason: 'usage', 'exit-code': '1' } })
    expect(main.stdout).toContain(`(usage)::${sentence}`)
    expect([github.lines, existsSync(step.job.creds), step.job.leftovers]).toEqual([[], false, []])
  })
})

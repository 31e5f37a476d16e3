import { existsSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { parseLogin } from '../../src/core/credentials/credentials.js'
import { ACTION, type DoorRun } from '../../testing/doors.js'
import { WRITE_TOKEN } from '../../testing/github/github.js'
import { inputVariables, type Inputs } from '../../testing/runner-files.js'
import { SECRET, SecretSetup } from '../../testing/secret-setup.js'

it('a dry run of a job sends the token endpoint nothing; the same step without it then refreshes and stores the login', async () => {
  await using setup = await SecretSetup.create()
  const { e2e, github, environment } = setup
  const { claudeAiOauth } = e2e.endpoint.newLogin()
  const storedAtMs = Date.now() - 3_600_000
  const stored = JSON.stringify({ claudeAiOauth, storedAt: new Date(storedAtMs).toISOString() })
  environment.put(SECRET, { text: stored, updatedAtMs: storedAtMs })
  const creds = e2e.home.at('job/.credentials.json')
  const step = (inputs: Inputs): Promise<DoorRun> => {
    const given = {
      'creds-json': environment.textOf(SECRET) ?? '',
      'secret-name': SECRET,
      'secret-environment': 'claude',
      'github-token': WRITE_TOKEN,
      ...inputs
    }
    const env = { ...inputVariables(given), GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: github.apiUrl }
    return ACTION.start(e2e, { creds, env }).ended
  }

  const dry = await step({ 'dry-run': 'true' })
  expect(dry).toMatchObject({ code: 0, reason: 'ready', refreshed: false, stderr: '' })
  expect(dry.shown).toMatch(/checked: claude is \/.* 2\.\d+\.\d+\n/)
  expect(dry.shown).not.toContain(claudeAiOauth.refreshToken)
  expect([setup.sent, environment.textOf(SECRET), existsSync(creds)]).toEqual([0, stored, false])
  expect(github.lines.map(line => line.replace(/\/repos\/.*\//, ''))).toEqual([
    'GET CLAUDE_CREDENTIALS 200',
    'GET public-key 200',
    'PUT CLR_REFRESH_PROBE 201',
    'DELETE CLR_REFRESH_PROBE 204',
    'GET CLAUDE_CREDENTIALS 200' // once more, since the proof may have waited
  ])

  const real = await step({})
  expect(real).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
  expect(e2e.endpoint.requests.token).toHaveLength(1)
  const { refreshToken } = e2e.endpoint.currentPair(claudeAiOauth.refreshToken)
  expect(parseLogin(environment.textOf(SECRET) ?? '').refreshToken).toBe(refreshToken)
})

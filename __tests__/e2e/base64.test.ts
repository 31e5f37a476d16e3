import { existsSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { parseObject } from '../../testing/json-object.js'
import { ACTION } from '../../testing/doors.js'
import { startGitHub, WRITE_TOKEN } from '../../testing/github/github.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

it('the action refreshes a login from a base64 secret, and stores it as base64 again', async () => {
  await using setup = await E2eSetup.create()
  await using github = await startGitHub()
  const vault = github.repository('acme/app')
  const env = (credsJson: string) => ({
    'INPUT_CREDS-JSON': credsJson,
    'INPUT_SECRET-NAME': 'CLAUDE_CREDENTIALS',
    'INPUT_GITHUB-TOKEN': WRITE_TOKEN,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_API_URL: github.apiUrl
  })
  let text = Buffer.from(JSON.stringify(setup.login, null, 2))
    .toString('base64')
    .replace(/.{76}/g, '$&\n')
  for (const times of [1, 2]) {
    const creds = setup.home.at(`ci-${times}`, '.credentials.json')
    const run = await setup.refresh(ACTION, { creds, env: env(text) })
    expect(run).toMatchObject({ code: 0, exitCode: 0, reason: 'refreshed' })
    expect(existsSync(creds)).toBe(true)
    text = vault.textOf('CLAUDE_CREDENTIALS') ?? ''
    expect(text).toMatch(/^[\w+/=-]+$/)
    const { claudeAiOauth, mcpOAuth, storedAt } = parseObject(Buffer.from(text, 'base64').toString())
    expect(claudeAiOauth).toMatchObject(setup.endpoint.currentPair(setup.login))
    expect([mcpOAuth, storedAt]).toEqual([setup.login.mcpOAuth, expect.any(String)])
    expect(run.shown).not.toMatch(/sk-ant-|[0-9a-f]{24}|[A-Za-z\d+/]{60}/)
  }
  expect(setup.endpoint.requests.token).toHaveLength(2)
  expect([setup.endpoint.reuses, setup.endpoint.requests.model]).toEqual([0, []])
})

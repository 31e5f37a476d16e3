import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { parseObject } from '../../testing/json-object.js'
import { ACTION } from '../../testing/doors.js'
import { startGitHub, WRITE_TOKEN } from '../../testing/github/github.js'
import { Stage } from '../../testing/stage.js'

it('the action, with the real CLI, refreshes a login that a secret holds as base64, and stores it so again', async () => {
  await using stage = await Stage.set()
  await using github = await startGitHub()
  const vault = github.repository('acme/app')
  const env = (credsJson: string) => ({
    'INPUT_CREDS-JSON': credsJson,
    'INPUT_SECRET-NAME': 'CLAUDE_CREDENTIALS',
    'INPUT_GITHUB-TOKEN': WRITE_TOKEN,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_API_URL: github.apiUrl
  })
  let text = Buffer.from(JSON.stringify(stage.login, null, 2))
    .toString('base64')
    .replace(/.{76}/g, '$&\n')
  for (const times of [1, 2]) {
    const creds = join(stage.scratch.folder, `ci-${times}`, '.credentials.json')
    const run = await stage.refresh(ACTION, { creds, env: env(text) })
    expect(run).toMatchObject({ code: 0, exitCode: 0, reason: 'refreshed' })
    expect(existsSync(creds)).toBe(true)
    text = vault.textOf('CLAUDE_CREDENTIALS') ?? ''
    expect(text).toMatch(/^[\w+/=-]+$/)
    const { claudeAiOauth, mcpOAuth, storedAt } = parseObject(Buffer.from(text, 'base64').toString())
    expect(claudeAiOauth).toMatchObject(stage.endpoint.currentPair(stage.login))
    expect([mcpOAuth, storedAt]).toEqual([stage.login.mcpOAuth, expect.any(String)])
    expect(run.shown).not.toMatch(/sk-ant-|[0-9a-f]{24}|[A-Za-z\d+/]{60}/)
  }
  expect(stage.endpoint.requests.token).toHaveLength(2)
  expect([stage.endpoint.reuses, stage.endpoint.requests.model]).toEqual([0, []])
})

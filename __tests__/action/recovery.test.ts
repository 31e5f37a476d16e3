import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { reportOf } from '../../src/core/report.js'
import { sampleText } from '../../testing/sample-login.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { InProcessStep, refreshes, type FakeClr } from '../../testing/in-process-step.js'

const NAME = 'CLAUDE_CREDENTIALS'
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }
const HOME = '.claude/.credentials.json.clr/home-of-a-dead-run'

let github: StandInGitHub
let vault: Vault
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
})
afterEach(() => github.close())

/** A step that has refreshed creds-json; a later run has left a HOME, and `recover` ends as the test says. */
async function stepWithLeftovers(recovers: FakeClr): Promise<InProcessStep> {
  let clr = refreshes
  const inputs = { 'secret-name': NAME, 'github-token': WRITE_TOKEN, 'creds-json': sampleText() }
  const step = new InProcessStep(creds => clr(creds), inputs, { GITHUB_API_URL: github.apiUrl })
  await step.main()
  step.write(`${HOME}/record`, '')
  step.writeCredentials(sampleText(LATER_PAIR))
  clr = recovers
  return step
}

describe('post, after a recovery that failed', () => {
  it('stores the new pair from the file, keeps the file since the leftovers may be newer, and fails', async () => {
    using step = await stepWithLeftovers(creds => ({ ...reportOf('write-back-failed', 'no room'), creds }))
    const { exitCode, calls } = await step.post()
    expect(exitCode).toBe(1)
    expect(calls.filter(call => call.startsWith('error: '))).toEqual([
      expect.stringContaining('error: [New credentials not written back (write-back-failed)] No room.')
    ])
    expect(JSON.parse(vault.textOf(NAME) ?? '')).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect([existsSync(step.creds), existsSync(step.at(HOME))]).toEqual([true, true])
  })
})

describe('post, after a recovery that did not get the lock from another run or session', () => {
  it('stores the new pair from the file, and keeps the file since the leftovers may be newer', async () => {
    using step = await stepWithLeftovers(creds => ({ ...reportOf('locked', 'held by another'), creds }))
    const { exitCode, calls } = await step.post()
    expect(exitCode).toBe(0)
    expect(calls).toContain('warning: [Login in use] held by another')
    expect(JSON.parse(vault.textOf(NAME) ?? '')).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect([existsSync(step.creds), existsSync(step.at(HOME))]).toEqual([true, true])
  })
})

describe('post, after a recovery', () => {
  it('stores the recovered pair, and removes the file', async () => {
    const recovered = { accessToken: 'sk-ant-oat01-test-last', refreshToken: 'sk-ant-ort01-test-last' }
    using step = await stepWithLeftovers(creds => {
      step.writeCredentials(sampleText(recovered))
      return { ...reportOf('recovered', 'recovered it'), creds }
    })
    const { exitCode, calls } = await step.post()
    expect([exitCode, calls]).toEqual([0, expect.arrayContaining(['info: recovered it'])])
    expect(JSON.parse(vault.textOf(NAME) ?? '')).toMatchObject({ claudeAiOauth: recovered })
    expect(existsSync(step.creds)).toBe(false)
  })
})

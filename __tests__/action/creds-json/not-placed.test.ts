import { linkSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sampleText } from '../../../testing/sample-login.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../../testing/github/github.js'
import { InProcessStep, refreshes } from '../../../testing/in-process-step.js'

let github: StandInGitHub
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(() => github.close())

describe('credentials that could not be placed', () => {
  it('leave the older login in the file, the mode of the file and the secret unchanged', async () => {
    const vault = github.repository('acme/app')
    const inputs = { 'secret-name': 'CLAUDE', 'github-token': WRITE_TOKEN, 'creds-json': sampleText() }
    using step = new InProcessStep(refreshes, inputs, { GITHUB_API_URL: github.apiUrl })
    step.write(
      '.claude/.credentials.json',
      sampleText({ accessToken: 'sk-ant-oat01-test-older', expiresAt: 1_000 }),
      0o644
    )
    linkSync(step.creds, step.at('another-name'))
    expect((await step.main()).calls).toContain('output: reason=creds-not-writable')
    await step.post()
    expect(vault.textOf('CLAUDE')).toBeUndefined()
    expect(statSync(step.creds).mode & 0o7777).toBe(0o644)
    expect(step.names('.claude')).toEqual(['.credentials.json'])
  })
})

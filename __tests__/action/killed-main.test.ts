import { linkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { InProcessStep, refreshes } from '../../testing/in-process-step.js'

let github: StandInGitHub
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(() => github.close())

describe('what main saves for post before it can be killed', () => {
  it('lets post store the new pair of a file that was blanked before the job', async () => {
    const vault = github.repository('acme/app')
    const inputs = { 'secret-name': 'CLAUDE', 'github-token': WRITE_TOKEN }
    const endsAfterRefreshing = (creds: string): never => {
      refreshes(creds)
      throw new Error('nobody reports any more')
    }
    using step = new InProcessStep(endsAfterRefreshing, inputs, { GITHUB_API_URL: github.apiUrl })
    step.writeCredentials(sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }))
    step.write('.claude/.credentials.json.clr/.gitignore', '*\n') // an earlier run was here, and may have left a pair
    await step.main()
    expect(vault.textOf('CLAUDE')).toBeUndefined()
    expect((await step.post()).exitCode).toBe(0)
    expect(vault.textOf('CLAUDE')).toContain(NEW_PAIR.refreshToken)
  })

  it('says that credentials are placed before that is done, and is corrected if they cannot be placed', async () => {
    using step = new InProcessStep(refreshes, { 'creds-json': sampleText() })
    step.writeCredentials(sampleText({ accessToken: 'sk-ant-oat01-test-older', expiresAt: 1_000 }))
    linkSync(step.creds, step.at('another-name'))
    await step.main()
    const placed = [...step.text('state').matchAll(/^placed<<.*\n(.*)$/gm)].map(([, value]) => value)
    expect(placed).toEqual(['true', 'false', 'false']) // at its end, main saves everything once more
  })
})

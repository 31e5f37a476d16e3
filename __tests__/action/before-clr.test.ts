import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sampleLogin, sampleText } from '../../testing/sample-login.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { InProcessStep, refreshes } from '../../testing/in-process-step.js'

const LARGE = JSON.stringify({ claudeAiOauth: sampleLogin(), mcpOAuth: { x: { accessToken: 'y'.repeat(48 * 1024) } } })
const SECRET = { 'secret-name': 'CLAUDE_CREDENTIALS', 'github-token': WRITE_TOKEN }

let github: StandInGitHub
beforeEach(async () => {
  github = await startGitHub()
  github.repository('acme/app')
})
afterEach(() => github.close())

describe('a login of more than 48 KB, which no secret can hold', () => {
  it('is refused before GitHub is asked, a file is made, or clr starts', async () => {
    using step = new InProcessStep(refreshes, { ...SECRET, 'creds-json': LARGE }, { GITHUB_API_URL: github.apiUrl })
    const { exitCode, calls } = await step.main()
    expect(exitCode).toBe(1)
    expect(calls).toContain('output: reason=usage')
    expect([github.lines, existsSync(step.creds), step.started]).toEqual([[], false, []])
  })

  it('is refused in a file of the user’s own, too, which stays unchanged', async () => {
    using step = new InProcessStep(refreshes, SECRET, { GITHUB_API_URL: github.apiUrl })
    step.writeCredentials(LARGE)
    const { calls } = await step.main()
    expect(calls).toContain('output: reason=usage')
    expect([github.lines, step.text('.claude/.credentials.json'), step.started]).toEqual([[], LARGE, []])
  })

  it('is refreshed if no secret is named', async () => {
    using step = new InProcessStep(refreshes, { 'creds-json': LARGE })
    expect((await step.main()).calls).toContain('output: reason=refreshed')
  })
})

describe('a cancel while the credentials are placed', () => {
  it('does not start clr, and post removes the file', async () => {
    using step = new InProcessStep(refreshes, { 'creds-json': sampleText() })
    const main = step.main()
    step.cancel()
    const { exitCode, calls } = await main
    expect({ exitCode, started: step.started }).toEqual({ exitCode: 1, started: [] })
    expect(calls).toContain('output: reason=cancelled')
    expect(existsSync(step.creds)).toBe(true)
    expect(await step.post()).toEqual({ exitCode: 0, calls: [] })
    expect(step.names('.claude')).toEqual([])
  })
})

describe('on Windows', () => {
  const { platform } = process
  beforeEach(() => void Object.defineProperty(process, 'platform', { value: 'win32' }))
  afterEach(() => void Object.defineProperty(process, 'platform', { value: platform }))

  it('the step is refused before GitHub is asked, a file is made, or clr starts; post has nothing to do', async () => {
    const inputs = { ...SECRET, 'creds-json': sampleText() }
    using step = new InProcessStep(refreshes, inputs, { GITHUB_API_URL: github.apiUrl })
    const { exitCode, calls } = await step.main()
    expect({ exitCode, started: step.started }).toEqual({ exitCode: 1, started: [] })
    expect(calls).toEqual(expect.arrayContaining(['output: reason=usage', expect.stringContaining('not on Windows')]))
    expect([github.lines, existsSync(step.creds), step.text('state')]).toEqual([[], false, ''])
    expect(await step.post()).toEqual({ exitCode: 0, calls: [] })
  })
})

import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { NEW_PAIR, OLD_PAIR, sampleLogin, sampleText } from '../../testing/sample-login.js'
import { InProcessStep, refreshes } from '../../testing/in-process-step.js'
import { Job } from '../../testing/job.js'

/** A login next to a value that is nested 20,000 levels deep. */
const DEEP = sampleText().replace('"test-other"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`)

/** A login next to another service's tokens: 1.02 MB in total. */
const LARGE = JSON.stringify({
  claudeAiOauth: sampleLogin(),
  mcpOAuth: { other: { accessToken: 'mcp-test-1', padding: 'x'.repeat(1_019_500) } }
})

describe('credentials that are nested far too deep', () => {
  it('are refused as creds-json in one sentence, with all outputs', async () => {
    using job = new Job('refreshes')
    const { exitCode, outputs, stdout } = await job.main({ 'creds-json': DEEP })
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { reason: 'creds-invalid', 'exit-code': '1', creds: job.creds }
    })
    expect(stdout).toContain('::creds-json is nested deeper than 200 levels;')
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('are refused as creds-json in base64, too', async () => {
    using job = new Job('refreshes')
    const { outputs, stdout } = await job.main({ 'creds-json': Buffer.from(DEEP).toString('base64') })
    expect(outputs).toMatchObject({ reason: 'creds-invalid', 'exit-code': '1' })
    expect(stdout).toMatch(/::creds-json is nested deeper than 200 levels;.*%0AMake a new login with `clr login`/)
  })

  it('are refused as a file, with all outputs, and their tokens are masked', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(DEEP)
    const { outputs, stdout } = await job.main()
    expect(outputs).toMatchObject({ reason: 'creds-invalid', 'exit-code': '1' })
    for (const token of Object.values(OLD_PAIR)) expect(stdout).toContain(`::add-mask::${token}\n`)
    expect(job.text('.claude/.credentials.json')).toBe(DEEP)
  })
})

describe('large credentials', () => {
  it('of 1.02 MB are refreshed as a file, masked completely and passed on', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(LARGE)
    const { outputs, stdout } = await job.main()
    expect(outputs).toMatchObject({ reason: 'refreshed', 'access-token': NEW_PAIR.accessToken })
    expect(JSON.parse(outputs['creds-json'] ?? '')).toMatchObject({ claudeAiOauth: NEW_PAIR })
    const secrets = [...Object.values(OLD_PAIR), ...Object.values(NEW_PAIR), 'mcp-test-1', outputs['creds-json']]
    for (const secret of secrets) expect(stdout.includes(`::add-mask::${secret ?? '?'}\n`)).toBe(true)
  })

  it('of more than 1 MiB are refused as creds-json in one sentence, with all outputs', async () => {
    using step = new InProcessStep(refreshes, { 'creds-json': sampleText({ x: 'y'.repeat(1024 * 1024) }) })
    const { calls } = await step.main()
    expect(calls).toContain('output: reason=creds-invalid')
    expect(calls.join('\n')).toContain(
      'creds-json is larger than 1 MiB; credentials are only a few kB, so this is something else'
    )
    expect([step.started, existsSync(step.creds)]).toEqual([[], false])
  })

  it('are measured as JSON, if creds-json is base64', async () => {
    const large = sampleText({ x: 'y'.repeat(900_000) })
    using step = new InProcessStep(refreshes, { 'creds-json': Buffer.from(large).toString('base64') })
    expect((await step.main()).calls).toContain('output: reason=refreshed')
    using refused = new InProcessStep(refreshes, {
      'creds-json': Buffer.from(large + ' '.repeat(200_000)).toString('base64')
    })
    expect((await refused.main()).calls.join('\n')).toContain('creds-json is larger than 1 MiB')
  })
})

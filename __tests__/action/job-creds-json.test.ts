import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../fixtures/sample-login.js'
import { Job } from './job.js'

const STAMPED = JSON.stringify({ ...JSON.parse(sampleText()), storedAt: '2026-11-23T08:00:00.000Z' }, null, 2)
const GIVEN = { 'creds-json': STAMPED }

describe('creds-json', () => {
  it('becomes the file, without its stamp, and is refreshed; post removes it and all that belongs to it', async () => {
    using job = new Job('refreshes')
    const main = await job.main(GIVEN)
    expect(main).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed', creds: job.creds } })
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(readFileSync(job.creds, 'utf8')).not.toContain('storedAt')
    expect(main.stdout).toContain('::warning title=The refreshed login is stored nowhere::')
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect(existsSync(job.creds)).toBe(false)
    expect(job.leftovers).toEqual([])
  })

  it('is masked, with everything in it, before anything is printed', async () => {
    using job = new Job('refreshes')
    const { stdout } = await job.main({ ...GIVEN, 'github-token': 'ghp_test_1', trace: 'nonsense' })
    for (const secret of [
      ...Object.values(OLD_PAIR),
      'test-other',
      'ghp_test_1',
      JSON.stringify(JSON.parse(STAMPED))
    ]) {
      expect(stdout).toContain(`::add-mask::${secret}\n`)
    }
    expect(stdout).toMatch(/^(::add-mask::.+\n)+::error title=[^]*trace must be true or false/)
    expect(stdout.replaceAll(/^::add-mask::.*\n/gm, '')).not.toMatch(/01-test|ghp_test/)
  })

  it('never touches another login', async () => {
    using job = new Job('refreshes')
    const another = sampleText({ accessToken: 'sk-ant-oat01-test-2', refreshToken: 'sk-ant-ort01-test-2' })
    job.place(another)
    const { exitCode, outputs, stdout } = await job.main(GIVEN)
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: { reason: 'usage', creds: job.creds } })
    expect(stdout).toContain(`another login stands at ${job.creds}; set`)
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(readFileSync(job.creds, 'utf8')).toBe(another)
    expect(job.leftovers).toEqual([])
  })

  it('gives way to the descendant of an earlier job that was killed after its refresh; post removes that too', async () => {
    using job = new Job('refreshes')
    await job.main(GIVEN)
    expect(await job.main({ ...GIVEN, 'min-validity': '1h' })).toMatchObject({ outputs: { reason: 'still-valid' } })
    expect(job.login).toMatchObject(NEW_PAIR)
    await job.post(GIVEN)
    expect(existsSync(job.creds)).toBe(false)
    expect(job.leftovers).toEqual([])
  })

  it('stays in a file that was there before', async () => {
    using job = new Job('refreshes')
    job.place(sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }))
    await job.main(GIVEN)
    await job.post(GIVEN)
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it('is removed also after a main that failed', async () => {
    using job = new Job('fails-at-once')
    expect(await job.main(GIVEN)).toMatchObject({ exitCode: 1, outputs: { reason: 'claude-failed' } })
    expect(existsSync(job.creds)).toBe(true)
    await job.post(GIVEN)
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('is removed only after its recovery', async () => {
    using job = new Job('hangs-in-the-exchange')
    const step = job.start('main', GIVEN)
    await job.exchangeUnderWay()
    process.kill(step.pid, 'SIGKILL')
    await step.ended
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0 })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it.each([
    ['{"claudeAiOauth":', 'creds-json: the text is not JSON'],
    ['{}', 'creds-json: claudeAiOauth is missing'],
    [Buffer.from(sampleText()).toString('base64'), 'it looks like base64'],
    ['sk-ant-oat01-test-x', 'creds-json: the text holds a bare token']
  ])('is refused where it is malformed: %s', async (text, sentence) => {
    using job = new Job('refreshes')
    const { exitCode, outputs, stdout } = await job.main({ 'creds-json': text })
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 1, reason: 'creds-invalid' })
    expect(stdout).toContain(sentence)
    expect(existsSync(job.creds)).toBe(false)
    expect(job.leftovers).toEqual([])
  })

  it.each([
    ['creds-not-found', {}],
    ['creds-not-found', { 'secret-name': 'CLAUDE', 'github-token': 'ghp_test_1' }],
    ['usage', { 'secret-name': 'CLAUDE', 'github-token': '' }]
  ])('says, where it is empty and %s, that forks get no secrets: %j', async (reason, inputs) => {
    using job = new Job('refreshes')
    const { outputs, stdout } = await job.main({ ...inputs, 'creds-json': '' })
    expect(outputs).toMatchObject({ reason, creds: job.creds })
    expect(stdout).toContain('creds-json is empty, too')
    expect(stdout).toContain('pull requests from forks get no secrets')
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { startGitHub, WRITE_TOKEN } from '../../testing/github/github.js'
import { Job, type StepRun } from '../../testing/job.js'
import { SMALL_VERSION, startClaudeRegistry } from '../../testing/registry/claude-package.js'

const GIVEN = { 'creds-json': sampleText() }
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }

/** Files of the runner: on a full disk, missing, and not named. */
const BROKEN = ['/dev/full', '/nowhere/at/all', undefined]

/** The log without the masks. */
const shown = ({ stdout, stderr }: StepRun): string => stdout.replaceAll(/^::add-mask::.*\n/gm, '') + stderr

const ONLY_COPY = (job: Job): string =>
  `::error title=The refreshed login is not stored anywhere::The new credentials exist only in ${job.creds},`

describe.each(BROKEN)('GITHUB_OUTPUT that is %s', file => {
  const variables = { GITHUB_OUTPUT: file }

  it('causes only a warning if the file was there before, and everything else is reported', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const main = await job.main({}, variables)
    expect(main).toMatchObject({ exitCode: 0, stderr: '' })
    expect(main.summary).toContain('✅ Credentials refreshed')
    expect(main.stdout).toMatch(/^::warning title=Some outputs or state could not be saved::GITHUB_OUTPUT .* not set$/m)
    expect(shown(main)).not.toMatch(/01-test|test-other|::error/)
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it('fails the step if the file has the only copy of the new pair, and says where it is; so does post', async () => {
    using job = new Job('refreshes')
    const main = await job.main(GIVEN, variables)
    expect(main).toMatchObject({ exitCode: 1, stderr: '' })
    expect(main.stdout).toContain(ONLY_COPY(job))
    expect(main.summary).toContain('✅ Credentials refreshed')
    expect(shown(main)).not.toMatch(/01-test|test-other|internal/)
    const post = await job.post(GIVEN, variables)
    expect([post.exitCode, post.stdout]).toEqual([1, expect.stringContaining(ONLY_COPY(job))])
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it('causes only a warning if a secret holds the new pair, and post removes the file', async () => {
    await using github = await startGitHub()
    github.repository('acme/app')
    using job = new Job('refreshes')
    const inputs = { ...GIVEN, 'secret-name': 'CLAUDE', 'github-token': WRITE_TOKEN }
    const main = await job.main(inputs, { ...variables, GITHUB_API_URL: github.apiUrl })
    expect([main.exitCode, main.stdout]).toEqual([0, expect.stringContaining('::warning title=Some outputs or state')])
    expect(await job.post(inputs, { GITHUB_API_URL: github.apiUrl })).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })
})

describe('the only copy of a new pair', () => {
  it('is used by the next job, which passes it on and then removes it', async () => {
    using job = new Job('refreshes')
    await job.main(GIVEN, { GITHUB_OUTPUT: '/dev/full' })
    await job.post(GIVEN)
    job.write('state', '')
    const next = await job.main({ ...GIVEN, 'min-validity': '1h' })
    expect(next.outputs).toMatchObject({ reason: 'still-valid', 'access-token': NEW_PAIR.accessToken })
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('stays in its file if the next job fails before it can pass it on', async () => {
    using job = new Job('refreshes')
    await job.main(GIVEN, { GITHUB_OUTPUT: '/dev/full' })
    job.write('state', '')
    const next = await job.main(GIVEN, { PATH: '/nowhere' })
    expect([next.outputs.reason, next.stdout]).toEqual(['claude-not-found', expect.stringContaining(ONLY_COPY(job))])
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 1 })
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it('stays in its file if main was killed before it could pass it on', async () => {
    using job = new Job('refreshes-late')
    const step = job.start('main', GIVEN)
    await job.exchangeUnderWay()
    process.kill(step.pid, 'SIGKILL')
    await step.ended
    const post = await job.post(GIVEN)
    expect([post.exitCode, post.stdout]).toEqual([1, expect.stringContaining(ONLY_COPY(job))])
    expect(job.login).toMatchObject(NEW_PAIR)
  })

  it.each([{}, { 'access-token-secret-name': 'ACCESS', 'github-token': WRITE_TOKEN }])(
    'stays in its file if a later step’s claude has made it, and no secret is named for it: %j',
    async more => {
      await using github = await startGitHub()
      github.repository('acme/app')
      using job = new Job('refreshes')
      const [inputs, variables] = [{ ...GIVEN, ...more }, { GITHUB_API_URL: github.apiUrl }]
      expect(await job.main(inputs, variables)).toMatchObject({ exitCode: 0 })
      job.writeCredentials(sampleText(LATER_PAIR))
      const post = await job.post(inputs, variables)
      expect([post.exitCode, post.stdout]).toEqual([1, expect.stringContaining(ONLY_COPY(job))])
      expect(job.login).toMatchObject(LATER_PAIR)
    }
  )
})

describe('a job summary that cannot be written', () => {
  it.each(['/dev/full', '/nowhere/at/all'])('causes only a warning: %s', async file => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const main = await job.main({}, { GITHUB_STEP_SUMMARY: file })
    expect([main.exitCode, main.outputs.reason]).toEqual([0, 'refreshed'])
    expect(main.stdout).toMatch(/^::warning title=Job summary not written::/m)
  })
})

describe.each(BROKEN)('GITHUB_PATH that is %s', file => {
  it('causes only a warning, since this step finds its claude anyway', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    await using registry = await startClaudeRegistry('refreshes')
    const main = await job.main(
      { 'claude-version': SMALL_VERSION },
      { PATH: '/usr/bin:/bin', NPM_CONFIG_REGISTRY: registry.url, GITHUB_PATH: file }
    )
    expect([main.exitCode, main.outputs.reason]).toEqual([0, 'refreshed'])
    expect(main.stdout).toMatch(
      /^::warning title=Some outputs or state could not be saved::GITHUB_PATH .*: later steps cannot find/m
    )
    expect(main.stdout).not.toContain('::add-path')
  })
})

describe.each(BROKEN)('GITHUB_STATE that is %s', file => {
  const variables = { GITHUB_STATE: file }

  it('keeps creds-json from being placed, since post could neither store nor remove it', async () => {
    using job = new Job('refreshes')
    const { exitCode, outputs, stdout } = await job.main(GIVEN, variables)
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: { reason: 'creds-not-writable' } })
    expect(stdout).toMatch(
      /^::error title=.*\(creds-not-writable\)::GITHUB_STATE .*, so the file made from creds-json could not be removed at the end of the job, and/m
    )
    expect([existsSync(job.creds), existsSync(job.at('.claude'))]).toEqual([false, false])
  })

  it('does not prevent the refresh of a file that was there before', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const main = await job.main({}, variables)
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    const warnings =
      main.stdout.match(/^::warning title=Some outputs or state could not be saved::GITHUB_STATE /gm) ?? []
    expect(warnings).toHaveLength(file === undefined ? 0 : 1)
    expect(readFileSync(job.creds, 'utf8')).toContain(NEW_PAIR.refreshToken)
  })
})

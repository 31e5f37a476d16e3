import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job, type StepRun } from '../../testing/job.js'
import type { Inputs } from '../../testing/runner-files.js'
import { sampleText } from '../../testing/sample-login.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const LINE = 'clr login --secret CLAUDE_CREDENTIALS --repo 127\\.0\\.0\\.1:\\d+/acme/app --env claude'

let github: StandInGitHub
beforeEach(async () => {
  github = await startGitHub()
  github.environment('acme/app', 'claude')
})
afterEach(() => github.close())

/** The credentials of a login that ends in so many days. */
function textEndingIn(days: number): string {
  const endMs = Date.now() + days * DAY_MS
  return sampleText({ expiresAt: Math.min(endMs, Date.now()) - HOUR_MS, refreshTokenExpiresAt: endMs })
}

/** Runs a step whose login comes from the secret of an environment. */
function step(job: Job, credsJson: string, inputs: Inputs = {}): Promise<StepRun> {
  const secret = {
    'secret-name': 'CLAUDE_CREDENTIALS',
    'secret-environment': 'claude',
    'github-token': WRITE_TOKEN,
    'creds-json': credsJson
  }
  return job.main({ ...secret, ...inputs }, { GITHUB_API_URL: github.apiUrl })
}

describe('a job whose login ends soon', () => {
  it('warns with the date and the exact command: annotation, summary, log, outputs', async () => {
    using job = new Job('refreshes')
    const run = await step(job, textEndingIn(6))
    expect(run).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed', 'login-ends-soon': 'true' } })
    expect(run.outputs['login-command']).toMatch(new RegExp(`^${LINE}$`))
    const sentence = `It ends on 20\\S+ \\S+ UTC \\(in 6 days\\), and a refresh does not extend it\\. Sign in again before then with \`${LINE}\`\\.`
    expect(run.stdout).toMatch(new RegExp(`^::warning title=This login ends soon::${sentence}$`, 'm'))
    expect(run.stdout.match(/^::warning/gm)).toHaveLength(1)
    expect(run.summary).toMatch(new RegExp(`⚠️ The login ends soon, .*:\n\n\`\`\`sh\n${LINE}\n`))
    expect(run.stdout).toMatch(new RegExp(`^to sign in again: ${LINE}$`, 'm'))
  })

  it.each([
    ['8d', 'true'],
    ['5d', 'false'],
    ['0', 'false']
  ])('does so for as long before that as login-warning says: %s', async (warning, endsSoon) => {
    using job = new Job('refreshes')
    const run = await step(job, textEndingIn(6), { 'login-warning': warning })
    expect(run.outputs).toMatchObject({ reason: 'refreshed', 'login-ends-soon': endsSoon })
    expect(run.stdout.includes('::warning title=This login ends soon')).toBe(endsSoon === 'true')
  })

  it('warns after a failure, too, also if clr was never started', async () => {
    using job = new Job('none')
    const run = await step(job, textEndingIn(6), { 'github-token': 'unknown' })
    expect(run).toMatchObject({ exitCode: 1, outputs: { reason: 'secret-not-writable', 'login-ends-soon': 'true' } })
    expect(run.outputs['login-expires-at']).toMatch(/^20/)
    expect(run.outputs['login-command']).toMatch(new RegExp(`^${LINE}$`))
    expect(run.stdout).toContain('::warning title=This login ends soon')
  })
})

describe('a job whose login ends in three weeks', () => {
  it('has the date in its log, summary and outputs, and no annotation', async () => {
    using job = new Job('refreshes')
    const { outputs, stdout, summary } = await step(job, textEndingIn(21))
    expect(outputs).toMatchObject({ 'login-ends-soon': 'false', 'login-command': expect.stringContaining('clr login') })
    expect(stdout).toMatch(/^refreshed .*; the login ends on .* \(in 21 days\)$/m)
    expect(stdout).not.toMatch(/^::(warning|error)/m)
    expect(summary).toMatch(/<tr><th>Login ends<\/th><td>.* \(in 21 days\)<\/td>/)
  })
})

describe('a job whose login has ended', () => {
  it('fails with a reason of its own, and the exact command as the remedy', async () => {
    using job = new Job('blanks-the-file')
    const run = await step(job, textEndingIn(-2))
    expect(run).toMatchObject({ exitCode: 1, outputs: { reason: 'login-expired', 'login-ends-soon': 'true' } })
    expect(run.stdout).toMatch(
      new RegExp(
        `^::error title=Login expired \\(login-expired\\)::The token endpoint rejected .*; the login ended on .* \\(2 days ago\\), .*%0ASign in again with \`${LINE}\`\\.%0Ahttps:\\S+$`,
        'm'
      )
    )
    expect(run.stdout).not.toMatch(/^::warning/m)
    expect(run.summary).toMatch(
      new RegExp(`❌ Login expired[^]*What to do:\\*\\* Sign in again, .*:\n\n\`\`\`sh\n${LINE}\n`)
    )
    expect(run.outputs).not.toHaveProperty('creds-json')
  })

  it('is tried first all the same; if that succeeds, it counts as unknown, and one warning says so', async () => {
    using job = new Job('refreshes')
    const { outputs, stdout } = await step(job, textEndingIn(-2))
    expect(outputs).toMatchObject({ reason: 'refreshed', 'login-ends-soon': 'false', 'login-expires-at': '' })
    expect(stdout.match(/^::warning.*/gm)).toEqual([expect.stringContaining('counts as unknown')])
  })
})

describe('a job whose login is rejected before its end', () => {
  it('gets the exact command, too', async () => {
    using job = new Job('blanks-the-file')
    const { outputs, stdout } = await step(job, textEndingIn(20))
    expect(outputs).toMatchObject({ reason: 'login-rejected', 'login-ends-soon': 'false' })
    expect(stdout).toMatch(
      new RegExp(
        `^::error title=Login rejected \\(login-rejected\\)::.*%0ASign in again with \`${LINE}\`\\.%0Ahttps:\\S+$`,
        'm'
      )
    )
  })

  it('gets the command for its file, if it has the login in a file of its own', async () => {
    using job = new Job('blanks-the-file')
    job.writeCredentials(textEndingIn(20))
    const { outputs, stdout } = await job.main()
    const line = `clr login --creds ${job.creds} --replace`
    expect(outputs).toMatchObject({ reason: 'login-rejected', 'login-command': line })
    expect(stdout).toContain(`%0ASign in again with \`${line}\`.%0Ahttps:`)
  })

  it('says in words what to do if the inputs do not name its secret', async () => {
    using job = new Job('blanks-the-file')
    const { outputs, stdout } = await job.main({ 'creds-json': textEndingIn(20) })
    expect(outputs).toMatchObject({ reason: 'login-rejected', 'login-command': '' })
    expect(stdout).toMatch(/%0ASign in again with `clr login`, and store the new login where this workflow reads it\./)
  })
})

describe('a wrong login-warning', () => {
  it.each(['soon', '7 days', '-1', '1w'])('is refused before anything is spent: %s', async warning => {
    using job = new Job('refreshes')
    job.writeCredentials(textEndingIn(6))
    const before = job.text('.claude/.credentials.json')
    const run = await job.main({ 'login-warning': warning })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { reason: 'usage', refreshed: 'false', 'login-ends-soon': 'true' }
    })
    expect(run.stdout).toContain(`login-warning must be a duration`)
    expect(job.text('.claude/.credentials.json')).toBe(before)
  })
})

import { describe, expect, it } from '@jest/globals'
import { OTHER_ODD_LOGINS, REPORTED_LOGINS } from '../../testing/odd-logins.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'

/** The others are tested with `clr`. */
const LOGINS = [...REPORTED_LOGINS, ...OTHER_ODD_LOGINS.slice(-1)]

/** The output must not mention a login that has ended, or a nonsensical date. */
const FALSE_DATE = /has ended|\b19[67]\d-|valid until|days ago/

describe.each(['creds-json', 'a file'])('a login with two tokens in %s, whatever its other fields are', from => {
  it.each(LOGINS)('is refreshed: $name', async ({ set, ends = '' }) => {
    using job = new Job('refreshes')
    if (from === 'a file') job.writeCredentials(sampleText(set))
    const run = await job.main(from === 'a file' ? {} : { 'creds-json': sampleText(set) })
    expect(run).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed', 'login-expires-at': ends } })
    expect(run.outputs['expires-at']).toMatch(/^20/)
    expect(job.login).toMatchObject({ ...NEW_PAIR, expiresAt: expect.any(Number) })
    expect(await job.post()).toMatchObject({ exitCode: 0, stdout: '' })
  })
})

describe('the end date of a login', () => {
  it.each([0, -1, 1, 'later', 5_000_000])('is not reported if it makes no sense: %j', async date => {
    using job = new Job('fails-at-once')
    job.writeCredentials(sampleText({ expiresAt: date, refreshTokenExpiresAt: date }))
    const { outputs, stdout, summary } = await job.main()
    expect(outputs).toMatchObject({ reason: 'claude-failed', 'expires-at': '', 'login-expires-at': '' })
    expect(stdout).not.toMatch(FALSE_DATE)
    expect(summary).not.toMatch(FALSE_DATE)
  })

  it('is not reported if claude stores one that makes no sense', async () => {
    using job = new Job('stores-given-fields')
    job.writeCredentials(sampleText())
    const { outputs, stdout, summary } = await job.main({}, { LC_STORES: JSON.stringify({ expiresAt: null }) })
    expect(outputs).toMatchObject({ reason: 'refreshed', refreshed: 'true', 'expires-at': '' })
    expect(stdout).not.toMatch(FALSE_DATE)
    expect(summary).toContain('impossible expiry')
    expect(summary).not.toMatch(FALSE_DATE)
  })

  it('is reported if it is past and no refresh was made', async () => {
    using job = new Job('fails-at-once')
    job.writeCredentials(sampleText({ refreshTokenExpiresAt: Date.UTC(2026, 0) }))
    expect((await job.main()).stdout).toContain('::warning title=This login has probably ended::')
  })
})

import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { Job } from '../../testing/job.js'
import { REJECTION_NAMES } from '../../testing/rejection-record.js'
import { sampleText } from '../../testing/sample-login.js'
import { WORK_FOLDER } from '../../testing/test-home.js'

const GIVEN = { 'creds-json': sampleText() }

/** An error whose text says that the token was not sent again. */
const REFUSED = /^::error title=Login rejected \(login-rejected\)::.*; rejected since .*Sign in again.*rejection\.json/m

describe('a job whose login is rejected', () => {
  it('leaves the record beside a file of your own, and post has nothing to say about it', async () => {
    using job = new Job('blanks-the-file')
    job.writeCredentials(sampleText())
    expect(await job.main()).toMatchObject({ exitCode: 1, outputs: { reason: 'login-rejected', 'exit-code': '1' } })
    expect(await job.post()).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect(job.names(WORK_FOLDER)).toEqual(REJECTION_NAMES)
  })

  it('says so in the annotation and in the summary of a later step, which does not send the token again', async () => {
    using job = new Job('blanks-the-file')
    job.writeCredentials(sampleText())
    expect((await job.main()).stdout).not.toMatch(REFUSED)
    const later = await job.main()
    expect(later).toMatchObject({ exitCode: 1, outputs: { reason: 'login-rejected', refreshed: 'false' } })
    expect(later.stdout).toMatch(REFUSED)
    expect(later.summary).toMatch(/rejected since .* no run tries it again before [^]*What to do:.*rejection\.json/)
  })

  it('removes the record together with the file that was made from creds-json', async () => {
    using job = new Job('blanks-the-file')
    expect(await job.main(GIVEN)).toMatchObject({ outputs: { reason: 'login-rejected' } })
    expect(job.names(WORK_FOLDER)).toEqual([...REJECTION_NAMES.slice(0, 1), 'lineage.json', 'rejection.json'])
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })

  it('remembers it for the next job with the same creds-json, if post did not run', async () => {
    using job = new Job('blanks-the-file')
    await job.main(GIVEN)
    const next = await job.main(GIVEN)
    expect(next).toMatchObject({ exitCode: 1, outputs: { reason: 'login-rejected' } })
    expect(next.stdout).toMatch(REFUSED)
    expect(await job.post(GIVEN)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })
})

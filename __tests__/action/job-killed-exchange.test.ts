import { chmodSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { untilEndedIn } from '../../testing/processes.js'
import { sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'

/** What `post` must not claim: a killed run may have sent the token. */
const UNTRUE = /(?<!this run did )not used? (?:up|the refresh)|not sent|nothing was sent/i
const MAY_BE_LOST = /may have used up the refresh token/

/** A job whose `main`, `clr` and `claude` were killed in the middle of an exchange. */
async function killedInExchange(): Promise<Job> {
  const job = new Job('hangs-in-the-exchange')
  job.writeCredentials(sampleText())
  const step = job.start('main')
  await job.exchangeUnderWay()
  await untilEndedIn(job.path)
  await step.ended
  return job
}

const post = (job: Job) => job.post({}, { STATE_clr: '' })

describe('post, after the whole process tree was killed in its exchange', () => {
  it('warns that the login may be lost', async () => {
    using job = await killedInExchange()
    const { exitCode, stdout } = await post(job)
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^::warning title=.*may have used up the refresh token.*`login-rejected`, sign in again\.$/m)
    expect(stdout).not.toMatch(UNTRUE)
    expect(job.leftovers).toEqual([])
  })

  it('says that the login may be lost if others may write to the folder of the file', async () => {
    using job = await killedInExchange()
    chmodSync(job.at('.claude'), 0o777)
    const { exitCode, stdout } = await post(job)
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(MAY_BE_LOST)])
    expect(stdout).toContain(job.isolatedHomes[0])
    expect(stdout).not.toMatch(UNTRUE)
  })

  it('says that a newer pair may be in a HOME that can’t be read', async () => {
    using job = await killedInExchange()
    const credentials = path.join(job.isolatedHomes[0] ?? '', '.claude/.credentials.json')
    renameSync(credentials, job.at('moved'))
    mkdirSync(credentials)
    const { exitCode, stdout } = await post(job)
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('it may hold newer tokens')])
    expect(stdout).not.toMatch(UNTRUE)
  })
})

it('the next job with the same creds-json warns that a killed run may have sent the token', async () => {
  using job = new Job('hangs-in-the-exchange')
  const inputs = { 'creds-json': sampleText(), timeout: '2' }
  const step = job.start('main', inputs)
  await job.exchangeUnderWay()
  await untilEndedIn(job.path)
  await step.ended
  const { stdout } = await job.main(inputs)
  expect(stdout).toMatch(/^Warning: a killed run may have used up the refresh token/m)
})

import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job } from '../../testing/job.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'

const NAME = 'CLAUDE_CREDENTIALS'

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
  github.repository('acme/app')
})
afterEach(() => github.close())

/** Refuses writes of the secrets whose path matches, and asks for a wait in these headers. */
function refuse(path: RegExp, headers: Record<string, string>, times = 1): void {
  github.faults.add({ method: 'PUT', path, fault: { kind: 'status', status: 403, headers }, times })
}

/** Runs `main` with a `claude` that notes its start. */
async function main(job: Job, credsJson = sampleText()) {
  const inputs = { 'secret-name': NAME, 'github-token': WRITE_TOKEN, 'creds-json': credsJson }
  return job.main(inputs, { GITHUB_API_URL: github.apiUrl })
}

describe("a step that meets GitHub's rate limit", () => {
  const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + 3_600) }

  it.each([
    ['retry-after', { 'retry-after': '3600' }],
    ['the time of the reset', reset]
  ])('before the refresh ends at once if it asks for an hour, and uses nothing: %s', async (_where, headers) => {
    using job = new Job('notes-the-time')
    refuse(/CLR_REFRESH_PROBE/, headers)
    const { exitCode, outputs, stdout } = await main(job)
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: { reason: 'secret-not-writable' } })
    expect(stdout).toMatch(/GitHub's rate limit was reached; it can be tried again in (60 min|1 h)/)
    expect(stdout).toContain('This run did not use the refresh token.')
    expect([existsSync(job.notesPath), existsSync(job.creds)]).toEqual([false, false])
  })

  it('before the refresh and after it waits as long as it asks, says so, and stores the new pair', async () => {
    using job = new Job('refreshes')
    refuse(/CLR_REFRESH_PROBE/, { 'retry-after': '1' })
    refuse(new RegExp(NAME), { 'retry-after': new Date(Date.now() + 60_000).toUTCString() })
    refuse(new RegExp(NAME), { 'retry-after': '1' })
    github.clockAheadMs = 59_000 // so that the date is near
    const { exitCode, stdout } = await main(job)
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^waiting 1 s, as GitHub's rate limit asks; the refresh token has not been used yet$/m)
    expect(stdout).toMatch(/^waiting \d+ s, as GitHub's rate limit asks; then the secret is written$/m)
    expect(JSON.parse(github.repository('acme/app').textOf(NAME) ?? '')).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })

  it('uses nothing if somebody else writes the secret during the wait', async () => {
    using job = new Job('notes-the-time')
    const vault = github.repository('acme/app')
    const storedAt = new Date(Date.now() - 600_000)
    vault.put(NAME, { text: 'as given', updatedAtMs: storedAt.getTime() })
    refuse(/CLR_REFRESH_PROBE/, { 'retry-after': '1' })
    const write = (): void => {
      vault.put(NAME, { text: 'of another job' })
    }
    github.faults.add({ method: 'PUT', path: /CLR_REFRESH_PROBE/, fault: { kind: 'meanwhile', act: write } })
    const { outputs } = await main(job, JSON.stringify({ ...JSON.parse(sampleText()), storedAt }))
    expect(outputs).toMatchObject({ reason: 'secret-stale' })
    expect([existsSync(job.notesPath), existsSync(job.creds)]).toEqual([false, false])
    expect(vault.textOf(NAME)).toBe('of another job')
  })
})

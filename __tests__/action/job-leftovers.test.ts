import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { NOTHING_BUT_MASKS } from '../../testing/expectations.js'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import { startGitHub, WRITE_TOKEN } from '../../testing/github/github.js'
import { Job } from '../../testing/job.js'
import type { Inputs } from '../../testing/runner-files.js'

const FOLDER = '.claude/.credentials.json.clr'

/** What `main` leaves if it is killed before the file of `creds-json` gets its name. */
function leaveHalfPlaced(job: Job): void {
  job.write(`${FOLDER}/replacement-1a2b3c4d.json`, sampleText())
  job.write(`${FOLDER}/lock-0123456789abcdef/owner.json`, '{}')
  job.write(`${FOLDER}/.gitignore`, '*\n')
}

describe('post, after main was killed while it placed creds-json', () => {
  it.each([
    ['had recorded that', { STATE_placed: 'true' }, { isFileMade: true, pairs: [] }],
    ['had not recorded that yet', {}, null]
  ])('leaves no token if main %s', async (_what, state, lineage) => {
    using job = new Job('refreshes')
    leaveHalfPlaced(job)
    if (lineage !== null) job.write(`${FOLDER}/lineage.json`, JSON.stringify(lineage))
    const post = await job.post({ 'creds-json': sampleText() }, { STATE_creds: job.creds, ...state })
    expect(post).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect([existsSync(job.creds), job.leftovers]).toEqual([false, []])
  })
})

it('post removes our work folder if a kill left it empty', async () => {
  using job = new Job('refreshes')
  job.writeCredentials(sampleText())
  job.write(`${FOLDER}/.gitignore`, '*\n')
  const post = await job.post({}, { STATE_creds: job.creds })
  expect(post).toMatchObject({ exitCode: 0, stdout: NOTHING_BUT_MASKS, stderr: '' })
  expect(job.leftovers).toEqual([])
})

describe('a login that is still valid', () => {
  it('has its access token stored in a secret that does not have it yet', async () => {
    await using github = await startGitHub()
    const vault = github.repository('acme/app')
    using job = new Job('refreshes')
    const inputs: Inputs = {
      'creds-json': sampleText({ expiresAt: Date.now() + 7_200_000 }),
      'min-validity': '1h',
      'secret-name': 'CLAUDE_CREDENTIALS',
      'access-token-secret-name': 'CLAUDE_CODE_OAUTH_TOKEN',
      'github-token': WRITE_TOKEN
    }
    const main = await job.main(inputs, { GITHUB_API_URL: github.apiUrl })
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'still-valid' } })
    expect(vault.textOf('CLAUDE_CODE_OAUTH_TOKEN')).toBe(OLD_PAIR.accessToken)
  })
})

describe('a blanked file with a new pair in a rescue file beside it', () => {
  it('is recovered, and the pair is stored in the named secret', async () => {
    await using github = await startGitHub()
    const vault = github.repository('acme/app')
    using job = new Job('refreshes')
    job.writeCredentials(sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }))
    const rescued = sampleText({ ...NEW_PAIR, expiresAt: Date.now() + 7_200_000 })
    mkdirSync(job.at(FOLDER), { mode: 0o700 })
    writeFileSync(job.at(FOLDER, `rescue-20270115T080000Z-${'1'.repeat(64)}.json`), rescued, { mode: 0o600 })
    const inputs = { 'secret-name': 'CLAUDE_CREDENTIALS', 'github-token': WRITE_TOKEN }
    const main = await job.main(inputs, { GITHUB_API_URL: github.apiUrl })
    expect(main).toMatchObject({ exitCode: 0, outputs: { reason: 'recovered' } })
    expect(vault.textOf('CLAUDE_CREDENTIALS')).toContain(NEW_PAIR.refreshToken)
  })
})

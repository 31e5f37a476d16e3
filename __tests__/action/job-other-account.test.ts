import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { Job } from '../../testing/job.js'
import type { Inputs } from '../../testing/runner-files.js'

const NAME = 'CLAUDE_CREDENTIALS'
const ACCESS = 'CLAUDE_CODE_OAUTH_TOKEN'
const MINE = {
  accountUuid: 'aaaaaaaa-0000-4000-8000-000000000001',
  organizationUuid: 'aaaaaaaa-0000-4000-8000-00000000000f'
}
const ANOTHER = { accountUuid: 'bbbbbbbb-0000-4000-8000-000000000002' }
const ANOTHER_ORGANIZATION = { ...MINE, organizationUuid: 'bbbbbbbb-0000-4000-8000-00000000000f' }
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }

let github: StandInGitHub
let vault: Vault
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
})
afterEach(() => github.close())

const variables = (): NodeJS.ProcessEnv => ({ GITHUB_API_URL: github.apiUrl })
const given = (login: object): Inputs => ({
  'secret-name': NAME,
  'access-token-secret-name': ACCESS,
  'github-token': WRITE_TOKEN,
  'creds-json': sampleText(login)
})

describe('a login that a later step put into the file', () => {
  it.each([
    ['another account', ANOTHER],
    ['another organization of the account', ANOTHER_ORGANIZATION]
  ])('is not stored by post if it belongs to %s: an error says so', async (_whose, whose) => {
    using job = new Job('refreshes')
    expect(await job.main(given(MINE), variables())).toMatchObject({ exitCode: 0 })
    job.writeCredentials(sampleText({ ...LATER_PAIR, ...whose }))
    const { exitCode, stdout, summary } = await job.post(given(MINE), variables())
    expect([exitCode, summary]).toEqual([1, ''])
    expect(stdout).toMatch(/::error title=Secret not written .*another account/)
    expect(vault.textOf(NAME)).toContain(NEW_PAIR.refreshToken)
    expect(vault.textOf(ACCESS)).toBe(NEW_PAIR.accessToken)
    expect(job.login).toMatchObject(LATER_PAIR)
    expect(job.text('state')).not.toContain(MINE.accountUuid)
  })

  it.each([
    ['the same account', MINE, { ...MINE, accountUuid: MINE.accountUuid.toUpperCase() }],
    ['an account that it does not name', MINE, {}],
    ['an account, and the first login did not name its own', {}, ANOTHER]
  ])('is stored by post if it belongs to %s', async (_whose, first, later) => {
    using job = new Job('refreshes')
    await job.main(given(first), variables())
    job.writeCredentials(sampleText({ ...LATER_PAIR, ...later }))
    expect(await job.post(given(first), variables())).toMatchObject({ exitCode: 0 })
    expect(vault.textOf(NAME)).toContain(LATER_PAIR.refreshToken)
    expect(vault.textOf(ACCESS)).toBe(LATER_PAIR.accessToken)
  })

  it('is not stored by post even from a file of the runner’s own', async () => {
    using job = new Job('refreshes')
    const own = { ...given({}), 'creds-json': '' }
    job.writeCredentials(sampleText(MINE))
    await job.main(own, variables())
    job.writeCredentials(sampleText({ ...LATER_PAIR, ...ANOTHER }))
    expect(await job.post(own, variables())).toMatchObject({ exitCode: 1 })
    expect(vault.textOf(NAME)).toContain(NEW_PAIR.refreshToken)
    expect(job.login).toMatchObject(LATER_PAIR)
  })
})

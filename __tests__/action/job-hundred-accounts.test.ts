import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parseJson } from '../../src/core/json.js'
import { startGitHub, WRITE_TOKEN, type GitHubRequest, type StandInGitHub } from '../../testing/github/github.js'
import { SecondaryRateLimit } from '../../testing/github/secondary-rate-limit.js'
import { Job, type StepRun } from '../../testing/job.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { readRepositoryFile, readYaml } from '../../testing/repository-files.js'
import { sampleText } from '../../testing/sample-login.js'

const NAME = 'CLAUDE_CREDENTIALS'
const ACCOUNTS = Array.from({ length: 100 }, (_, index) => `claude-${String(index + 1).padStart(3, '0')}`)

/** A job makes three writes: the probe is written and removed, and the secret is written. So about half of the jobs are refused once. */
const LIMIT = { writes: 47, retryAfterSeconds: 2 }

/** How many jobs of the example run at once. */
const { strategy } = objectFrom(objectFrom(readYaml('examples/many-accounts.yml').jobs).keepalive)
const AT_ONCE = Number(objectFrom(strategy)['max-parallel'])

/** The login in the secret of an account, as an earlier refresh has stored it. */
function storedLogin(account: string): string {
  return JSON.stringify({ ...parseObject(sampleText(pairOf(account, 'old'))), storedAt: new Date().toISOString() })
}

function pairOf(account: string, age: 'old' | 'new') {
  return { accessToken: `sk-ant-oat01-test-${age}-${account}`, refreshToken: `sk-ant-ort01-test-${age}-${account}` }
}

/** Runs the `main` of one account's job. */
async function refresh(account: string, github: StandInGitHub): Promise<StepRun> {
  using job = new Job('stores-given-fields')
  const inputs = {
    'creds-json': github.environment('acme/app', account).textOf(NAME) ?? '',
    'secret-name': NAME,
    'secret-environment': account,
    'github-token': WRITE_TOKEN
  }
  const variables = { GITHUB_API_URL: github.apiUrl, LC_STORES: JSON.stringify(pairOf(account, 'new')) }
  return await job.main(inputs, variables)
}

/** Starts the jobs in their order, as many at once as the example does. */
async function refreshAll(github: StandInGitHub): Promise<ReadonlyMap<string, StepRun>> {
  const runs = new Map<string, StepRun>()
  const waiting = ACCOUNTS.values()
  const worker = async (): Promise<void> => {
    for (const account of waiting) runs.set(account, await refresh(account, github))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return runs
}

describe('a hundred accounts in one matrix, and a secondary rate limit of GitHub', () => {
  let github: StandInGitHub
  let runs: ReadonlyMap<string, StepRun>

  beforeAll(async () => {
    github = await startGitHub()
    for (const account of ACCOUNTS) {
      github.environment('acme/app', account).put(NAME, { text: storedLogin(account) })
    }
    github.secondaryLimit = new SecondaryRateLimit(LIMIT)
    runs = await refreshAll(github)
  }, 900_000)
  afterAll(() => github.close())

  const isRefused = ({ status }: GitHubRequest): boolean => status === 403 || status === 429
  const requestsOf = (account: string) =>
    github.requests.filter(({ path }) => path.includes(`/environments/${account}/`))

  it('all jobs succeed, and each environment has the new pair of its own account', () => {
    const ends = ACCOUNTS.map(account => [account, runs.get(account)?.exitCode, runs.get(account)?.outputs.reason])
    expect(ends).toEqual(ACCOUNTS.map(account => [account, 0, 'refreshed']))
    const stored = ACCOUNTS.map(account => parseJson(github.environment('acme/app', account).textOf(NAME) ?? ''))
    expect(stored).toMatchObject(ACCOUNTS.map(account => ({ claudeAiOauth: pairOf(account, 'new') })))
  })

  it('the limit was reached again and again, before the refresh and after it', () => {
    const refused = github.requests.filter(isRefused)
    expect(refused.length).toBeGreaterThanOrEqual((3 * ACCOUNTS.length) / LIMIT.writes - 1)
    const names = refused.map(({ path }) => path.split('/').at(-1))
    expect(names).toEqual(expect.arrayContaining([NAME, 'CLR_REFRESH_PROBE']))
  })

  it('no job makes a request before the time that GitHub has told it', () => {
    const waits = ACCOUNTS.flatMap(account => {
      const requests = requestsOf(account)
      return requests.flatMap(({ atMs, retryAfterSeconds }, index) => {
        const next = requests[index + 1]
        return retryAfterSeconds === null ? [] : [(next?.atMs ?? NaN) - atMs - retryAfterSeconds * 1_000]
      })
    })
    expect(waits.length).toBeGreaterThan(0)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(-10) // a timer of Node may be a little early
  })

  it('a job makes eight requests, three of them writes, and only a refusal adds more, as the documents say', () => {
    const untouched = ACCOUNTS.filter(account => !requestsOf(account).some(isRefused))
    const base = (account: string) => `/repos/acme/app/environments/${account}/secrets`
    for (const account of untouched) {
      expect(requestsOf(account).map(({ method, path }) => `${method} ${path.replace(base(account), '')}`)).toEqual([
        `GET /${NAME}`,
        'GET /public-key',
        'PUT /CLR_REFRESH_PROBE',
        'DELETE /CLR_REFRESH_PROBE',
        `GET /${NAME}`,
        `GET /${NAME}`,
        `PUT /${NAME}`,
        `GET /${NAME}`
      ])
    }
    expect(untouched.length).toBeGreaterThan(0)
    expect(readRepositoryFile('docs/use-cases.md')).toContain('8 requests, 3 of them writes')
  })

  it('the log says why a job waits', () => {
    const logs = [...runs.values()].map(({ stdout }) => stdout).join('')
    expect(logs).toMatch(/^waiting [12] s, as GitHub's rate limit asks; the refresh token has not been used yet$/m)
  })
})

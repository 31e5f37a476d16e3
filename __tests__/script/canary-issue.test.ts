import path from 'node:path'
import { expect, it } from '@jest/globals'
import { JOB_TOKEN, startGitHub, type GitHubOptions, type StandInGitHub } from '../../testing/github/github.js'
import { NODE24, ROOT } from '../../testing/paths.js'
import { startProgram, type Ended, type Variables } from '../../testing/program.js'

const REPOSITORY = 'acme/app'

/** A GitHub that has the repository. */
async function startWithRepository(options: GitHubOptions = {}): Promise<StandInGitHub> {
  const github = await startGitHub(options)
  github.repository(REPOSITORY)
  return github
}

function canary(github: StandInGitHub, variables: Variables): Promise<Ended> {
  const env = {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: '4711',
    GITHUB_TOKEN: JOB_TOKEN,
    VERSION: '2.1.400',
    ...variables
  }
  return startProgram([NODE24, path.join(ROOT, 'script/canary-issue.ts')], { env }).ended
}

it('opens one issue with the version and the run, and says nothing twice', async () => {
  await using github = await startWithRepository()
  const issues = github.issues(REPOSITORY)
  expect(await canary(github, { RESULT: 'failure' })).toMatchObject({ exitCode: 0, stdout: 'opened #1\n' })
  expect(await canary(github, { RESULT: 'failure' })).toMatchObject({ exitCode: 0, stdout: '#1 says this already\n' })
  expect(issues.all).toHaveLength(1)
  const { title, body, labels, comments } = issues.issue(1)
  expect([title, labels, comments]).toEqual([
    'clr-refresh fails with the Claude CLI 2.1.400, the newest one',
    ['canary'],
    []
  ])
  expect(body).toContain('https://github.test/acme/app/actions/runs/4711')
  expect(body).toContain('npm run test:versions -- 2.1.400')
})

it('tells about a newer version that fails too in the same issue', async () => {
  await using github = await startWithRepository()
  await canary(github, { RESULT: 'failure' })
  await canary(github, { RESULT: 'failure', VERSION: '2.1.401' })
  const [issue, ...more] = github.issues(REPOSITORY).all
  expect(more).toEqual([])
  expect(issue?.title).toContain('2.1.401')
  expect(issue?.comments.map(({ body }) => body)).toEqual([expect.stringContaining('ended with `failure`')])
})

it('closes the issue when all is well, and opens the same one again', async () => {
  await using github = await startWithRepository()
  const issues = github.issues(REPOSITORY)
  await canary(github, { RESULT: 'failure' })
  expect((await canary(github, { RESULT: 'success', VERSION: '2.1.401' })).stdout).toBe('closed #1\n')
  expect(issues.issue(1)).toMatchObject({ state: 'closed', stateReason: 'completed' })
  expect(issues.issue(1).comments.at(-1)?.body).toContain('All is well with the Claude CLI 2.1.401')
  await canary(github, { RESULT: 'failure' })
  expect(issues.all.map(({ state }) => state)).toEqual(['open'])
})

it('leaves issues and pull requests of others as they are', async () => {
  await using github = await startWithRepository()
  const issues = github.issues(REPOSITORY)
  issues.open({ title: 'Another', labels: ['bug'] })
  issues.open({ title: 'A change', labels: ['canary'], isPullRequest: true })
  await canary(github, { RESULT: 'success' })
  await canary(github, { RESULT: 'failure' })
  expect(issues.all.map(({ title, state }) => [title, state]).slice(0, 2)).toEqual([
    ['Another', 'open'],
    ['A change', 'open']
  ])
  expect(issues.all).toHaveLength(3)
})

it('says so if no version could be installed', async () => {
  await using github = await startWithRepository()
  await canary(github, { RESULT: 'failure', VERSION: '' })
  expect(github.issues(REPOSITORY).issue(1)).toMatchObject({
    title: 'The newest Claude CLI could not be tried',
    body: expect.stringContaining('npm run test:versions -- latest')
  })
})

it.each(['skipped', 'cancelled'])(
  'opens and closes nothing if the canary was %s, which shows nothing',
  async result => {
    await using github = await startWithRepository()
    github.issues(REPOSITORY).open({ labels: ['canary'] })
    expect(await canary(github, { RESULT: result })).toMatchObject({
      exitCode: 0,
      stdout: `the canary was ${result}, so its issue stays as it is\n`
    })
    expect(github.requests).toEqual([])
  }
)

it('opens the issue although its label exists', async () => {
  await using github = await startWithRepository()
  github.issues(REPOSITORY).labels.set('canary', '')
  expect((await canary(github, { RESULT: 'failure' })).stdout).toBe('opened #1\n')
})

it('fails with one line, which has no token, if GitHub refuses', async () => {
  await using github = await startWithRepository({ tokens: { [JOB_TOKEN]: 'read' } })
  const { exitCode, stdout, stderr } = await canary(github, { RESULT: 'failure' })
  expect([exitCode, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(
    /^::error::the issue about the canary could not be kept: POST \/\w+: GitHub answered with status 403\n$/
  )
  expect((await canary(github, { RESULT: 'failure', GITHUB_TOKEN: '' })).stderr).toContain('GITHUB_TOKEN is not set')
})

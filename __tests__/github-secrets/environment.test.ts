import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSecretStore } from '../../src/github-secrets/secret-store.js'
import type { StoreTarget } from '../../src/github-secrets/target.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { rejectionOf } from '../../testing/refusal.js'
import { ENVIRONMENT, LIMITS, ORGANIZATION, REPOSITORY, targetAt } from './targets.js'

const ADMIN = 'github_pat_fake_may_administer'
/** As the stand-in knows it, and as it is in requests. */
const DECODED = "/repos/acme/app/environments/keep alive's/1"
const PATH = '/repos/acme/app/environments/keep%20alive%27s%2F1'
let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub({ tokens: { [ADMIN]: 'admin' } })
  github.repository('acme/app')
})

afterEach(async () => {
  await github.close()
})

async function createMissing(changes: Partial<StoreTarget> = {}): Promise<boolean> {
  const target = targetAt(github, { location: ENVIRONMENT, token: ADMIN, plainNames: [], ...changes })
  return (await openSecretStore(target)).createMissingEnvironment(LIMITS)
}

/** An environment that somebody has protected. */
function protectedEnvironment(): void {
  github.environment('acme/app', "keep alive's/1")
  github.environments.protect(DECODED, 'required_reviewers')
}

describe('a missing environment', () => {
  it('is created by a PUT without a body, once its repository was found', async () => {
    expect(await createMissing()).toBe(true)
    expect(github.lines).toEqual([
      `GET ${PATH}/secrets/public-key 404`,
      'GET /repos/acme/app 200',
      `GET ${PATH} 404`,
      `PUT ${PATH} 200`
    ])
    expect(github.environments.rulesOf(DECODED)).toEqual([])
  })

  it('holds secrets as soon as it is created', async () => {
    const target = targetAt(github, { location: ENVIRONMENT, token: ADMIN })
    const store = await openSecretStore(target)
    await store.createMissingEnvironment(LIMITS)
    await store.proveWritable(LIMITS)
    expect(github.lines.at(-1)).toBe(`DELETE ${PATH}/secrets/CLR_REFRESH_PROBE 204`)
  })

  it('is created although the token may not read environments', async () => {
    github.faults.add({ path: /\/environments\/[^/]+$/, method: 'GET', fault: { kind: 'status', status: 403 } })
    expect(await createMissing()).toBe(true)
  })

  it('is created once, even if the answer is lost', async () => {
    github.faults.add({ method: 'PUT', fault: { kind: 'drop-after' } })
    expect(await createMissing()).toBe(true)
    expect(github.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })

  it('is reported with the permission that is missing to create it', async () => {
    github.tokens.set('ghp_fake', 'write')
    const { reason, message } = await rejectionOf(createMissing({ token: 'ghp_fake' }))
    expect(reason).toBe('secret-not-writable')
    expect(message).toContain('the environment does not exist, and github-token may not create it: it lacks the')
    expect(message).toContain('"Administration: write" (a classic token: the scope "repo")')
    expect(message).toContain('GitHub said: "Resource not accessible by personal access token"')
  })

  it('is reported without a missing permission if GitHub names another cause', async () => {
    const body = { message: 'Repository was archived so is read-only.' }
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 403, body } })
    const { message, remedy } = await rejectionOf(createMissing())
    expect(message).toContain(
      'the environment does not exist, and GitHub refused to create it (403) (GitHub said: "Repo'
    )
    expect(message).not.toContain('lacks')
    expect(remedy).toContain('Fix what GitHub names, or create the environment')
  })

  it('is not created if the repository cannot be read', async () => {
    github.tokens.set('ghp_fake', 'blind')
    const { message } = await rejectionOf(createMissing({ token: 'ghp_fake' }))
    expect(message).toContain('repository acme/app does not exist, or github-token has no access to it')
    expect(github.requests.map(({ method }) => method)).not.toContain('PUT')
  })

  it('is not created if GitHub fails', async () => {
    github.faults.add({ method: 'GET', path: /app$/, times: 9, fault: { kind: 'status', status: 502 } })
    expect((await rejectionOf(createMissing())).message).toContain('answered 502')
    expect(github.requests.map(({ method }) => method)).not.toContain('PUT')
  })
})

describe('an existing environment', () => {
  it('keeps its protection rules: one request is made, for its public key', async () => {
    protectedEnvironment()
    expect(await createMissing()).toBe(false)
    expect(github.lines).toEqual([`GET ${PATH}/secrets/public-key 200`])
    expect(github.environments.rulesOf(DECODED)).toEqual(['required_reviewers'])
  })

  it('keeps its protection rules if GitHub hides its secrets from the token', async () => {
    protectedEnvironment()
    github.faults.add({ path: /public-key$/, fault: { kind: 'status', status: 404 } })
    const { message } = await rejectionOf(createMissing())
    expect(message).toContain('"Environments: write"')
    expect(github.environments.rulesOf(DECODED)).toEqual(['required_reviewers'])
  })

  it('keeps its protection rules if the token may not read its secrets', async () => {
    protectedEnvironment()
    github.tokens.set('ghp_fake', 'refused')
    const { message } = await rejectionOf(createMissing({ token: 'ghp_fake' }))
    expect(message).toContain('github-token lacks the repository permission "Environments: write"')
    expect(github.environments.rulesOf(DECODED)).toEqual(['required_reviewers'])
  })
})

it.each([REPOSITORY, ORGANIZATION])('needs no environment: %j', async location => {
  expect(await createMissing({ location })).toBe(false)
  expect(github.requests).toEqual([])
})

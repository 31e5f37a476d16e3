import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Patience } from '../../src/github-secrets/retries.js'
import { openSecretStore } from '../../src/github-secrets/secret-store.js'
import type { StoreTarget } from '../../src/github-secrets/target.js'
import { startGitHub, type Permission, type StandInGitHub } from '../../testing/github/github.js'
import { rejectionOf } from '../../testing/refusal.js'
import { ENVIRONMENT, GUARDED, inStore, LIMITS, ORGANIZATION, REPOSITORY, targetAt } from './targets.js'

const PROBE = 'CLR_REFRESH_PROBE'
let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
})

async function prove(changes: Partial<StoreTarget> = {}): Promise<void> {
  const store = await openSecretStore(targetAt(github, changes))
  await store.proveWritable(LIMITS)
}

/** The message for a token with this permission. */
async function refusalFor(permission: Permission, changes: Partial<StoreTarget> = {}): Promise<string> {
  return (await explanationFor(permission, changes)).message
}

/** Message and remedy for a token with this permission. */
async function explanationFor(permission: Permission, changes: Partial<StoreTarget> = {}) {
  const token = changes.token ?? 'ghp_fake'
  github.tokens.set(token, permission)
  const error = await rejectionOf(prove({ ...changes, token }))
  expect(error.reason).toBe('secret-not-writable')
  expect(`${error.message} ${error.remedy}`).not.toContain(token)
  return error
}

describe('a token that may write secrets', () => {
  it.each([
    [REPOSITORY, '/repos/acme/app/actions/secrets'],
    [ENVIRONMENT, '/repos/acme/app/environments/keep%20alive%27s%2F1/secrets']
  ])('is accepted after a probe secret was written and removed: %j', async (location, path) => {
    const environment = github.environment('acme/app', "keep alive's/1")
    const vault = location.kind === 'environment' ? environment : github.repository('acme/app')
    vault.put(GUARDED.name, { text: 'as it was' })
    await prove({ location })
    expect(vault.writes.map(({ name }) => name)).toEqual([PROBE])
    expect([...vault.secrets.keys()]).toEqual([GUARDED.name])
    expect(vault.textOf(GUARDED.name)).toBe('as it was')
    expect(github.lines).toEqual([
      `GET ${path}/${GUARDED.name} 200`,
      `GET ${path}/public-key 200`,
      `PUT ${path}/${PROBE} 201`,
      `DELETE ${path}/${PROBE} 204`
    ])
  })

  it('is accepted in an organization after a probe that no repository can read', async () => {
    const vault = github.organization('acme')
    await prove({ location: ORGANIZATION })
    const put = github.requests.find(({ method }) => method === 'PUT')
    expect(put?.body).toMatchObject({ visibility: 'selected', selected_repository_ids: [] })
    expect(vault.secrets.size).toBe(0)
  })

  it('is accepted by GitHub Enterprise Server, whose API is below a path', async () => {
    await using server = await startGitHub({ prefix: '/api/v3' })
    server.repository('acme/app')
    const store = await openSecretStore(targetAt(server))
    await store.proveWritable(LIMITS)
    expect(server.lines).toHaveLength(4)
  })

  it('is accepted if another job removes the probe first', async () => {
    github.repository('acme/app')
    github.faults.add({ method: 'DELETE', fault: { kind: 'status', status: 404 } })
    await prove()
    expect(github.lines.filter(line => line.startsWith('DELETE'))).toHaveLength(1)
  })

  it('is accepted if GitHub rotates its key in between', async () => {
    const vault = github.repository('acme/app')
    const rotate = (): void => {
      vault.rotateKey()
    }
    github.faults.add({ method: 'PUT', fault: { kind: 'meanwhile', act: rotate } })
    await prove()
    expect(vault.writes.map(({ name }) => name)).toEqual([PROBE])
  })

  it.each([
    { kind: 'status', status: 503 },
    { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
    { kind: 'status', status: 403, headers: { 'retry-after': '0' } },
    { kind: 'drop' },
    { kind: 'drop-after' }
  ] as const)('is accepted after a temporary failure: %j', async fault => {
    const vault = github.repository('acme/app')
    for (const method of ['GET', 'PUT', 'DELETE']) github.faults.add({ method, fault })
    await prove()
    expect(vault.secrets.size).toBe(0)
  })
})

describe('a rate limit that asks for a longer wait than the proof may take', () => {
  it('is waited for if there is patience, also when the probe is removed', async () => {
    const vault = github.repository('acme/app')
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': '4' } } as const
    for (const method of ['PUT', 'DELETE']) github.faults.add({ method, fault })
    const waits: number[] = []
    const signal = new AbortController().signal
    const patience = new Patience(60_000, { signal, onWait: ms => waits.push(ms) })
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable({ limitMs: 3_000, patience })
    expect(waits).toEqual([4_000, 4_000])
    expect(vault.secrets.size).toBe(0)
  })

  it('ends the proof without it', async () => {
    github.repository('acme/app')
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 429, headers: { 'retry-after': '4' } } })
    const store = await openSecretStore(targetAt(github))
    expect((await rejectionOf(store.proveWritable({ limitMs: 3_000 }))).reason).toBe('secret-not-writable')
  })
})

describe('a refusal for another cause than a permission', () => {
  const refusedWith = async (message: string, token = 'github_pat_fake') => {
    github.faults.add({ fault: { kind: 'status', status: 403, body: { message } } })
    return explanationFor('write', { token })
  }

  it('is told in the words of GitHub, and claims no missing permission', async () => {
    const { message, remedy } = await refusedWith('Repository was archived so is read-only.')
    expect(message).toContain('GitHub refused it (403) (GitHub said: "Repository was archived so is read-only.")')
    expect(message).not.toMatch(/lacks|approved/)
    expect(remedy).toMatch(
      /^Fix what GitHub names\. If that is unclear, check that the token has the repository permission "Secrets: write" .* for acme\/app\./
    )
  })

  it.each([
    'Resource not accessible by personal access token',
    'Resource not accessible by integration',
    'Must have admin rights to Repository.',
    'You must be an org admin or have the org secrets fine-grained permission.'
  ])('is a missing permission if GitHub says so: %s', async said => {
    const { message, remedy } = await refusedWith(said)
    expect(message).toContain('github-token lacks the repository permission "Secrets: write"')
    expect(remedy).toContain('Give the token this permission for acme/app.')
  })
})

describe('a missing permission', () => {
  it.each([
    [REPOSITORY, '"Secrets: write"', '"repo"'],
    [ENVIRONMENT, '"Environments: write"', '"repo"'],
    [ORGANIZATION, 'organization permission "Secrets: write"', '"admin:org"'],
    [inStore(REPOSITORY, 'dependabot'), 'repository permission "Dependabot secrets: write"', '"repo"'],
    [
      inStore(REPOSITORY, 'codespaces'),
      'repository permission "Codespaces secrets: write"',
      'a classic token of an admin: the scope "repo"'
    ],
    [
      inStore(ORGANIZATION, 'dependabot'),
      'organization permission "Organization dependabot secrets: write"',
      '"admin:org"'
    ],
    [
      inStore(ORGANIZATION, 'codespaces'),
      'organization permission "Organization codespaces secrets: write"',
      '"admin:org"'
    ]
  ])('is named, with the scope of a classic token: %j', async (location, permission, scope) => {
    github.organization('acme')
    github.environment('acme/app', "keep alive's/1")
    for (const may of ['read', 'refused'] as const) {
      const { message, remedy } = await explanationFor(may, { location })
      expect(message).toContain(permission)
      expect(message).toContain(scope)
      expect(`${message} ${remedy}`).not.toContain('GITHUB_TOKEN')
    }
  })

  it('comes with a hint about GITHUB_TOKEN if the token looks like one, as that of an App does, too', async () => {
    github.repository('acme/app')
    const { remedy } = await explanationFor('read', { token: 'ghs_fake' })
    expect(remedy).toMatch(/^Give the token this permission .*job's own GITHUB_TOKEN can never write secrets/)
  })

  it.each(['read', 'blind'] as const)(
    'may be a missing approval of the organization if the token is fine-grained: %s',
    async permission => {
      github.repository('acme/app')
      const token = 'github_pat_fake'
      const { message, remedy } = await explanationFor(permission, { token })
      expect(message).toContain(
        '"Secrets: write" (a classic token: the scope "repo"), or the organization has not approved'
      )
      expect(remedy).toMatch(
        /shows? the token as pending, an owner of the organization has to approve it\. Nothing was done\.$/
      )
    }
  )

  it('is never a missing approval if the token is a classic one', async () => {
    github.repository('acme/app')
    const { message, remedy } = await explanationFor('read')
    expect(`${message} ${remedy}`).not.toContain('approve')
  })

  it('leaves nothing behind', async () => {
    const vault = github.repository('acme/app')
    await refusalFor('read')
    expect(vault.writes).toEqual([])
  })
})

describe('a check that fails for another reason', () => {
  it('reports an expired token', async () => {
    github.repository('acme/app')
    const { message, remedy } = await explanationFor('expired')
    expect(message).toContain('not valid: it has expired, was revoked or mistyped')
    expect(remedy).toBe('Store a new token. Nothing was done.')
  })

  it.each([REPOSITORY, ORGANIZATION])('reports a location that does not exist or is hidden: %j', async location => {
    expect(await refusalFor('write', { location })).toContain('acme')
    github.repository('acme/app')
    github.organization('acme')
    expect(await refusalFor('blind', { location })).toContain('does not exist, or github-token has no access to it')
  })

  it('says that the repository may have no Codespaces if there are no secrets for them', async () => {
    const message = await refusalFor('write', { location: inStore(REPOSITORY, 'codespaces') })
    expect(message).toMatch(/^the Codespaces secrets of repository acme\/app cannot be written: .*or has no Codespaces/)
  })

  it('says that GitHub Enterprise Server has no Codespaces', async () => {
    await using server = await startGitHub({ prefix: '/api/v3' })
    server.repository('acme/app')
    const store = await openSecretStore(targetAt(server, { location: inStore(REPOSITORY, 'codespaces') }))
    const { reason, message } = await rejectionOf(store.proveWritable(LIMITS))
    expect(reason).toBe('secret-not-writable')
    expect(message).toContain(': GitHub Enterprise Server has no Codespaces')
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('distinguishes a missing environment from a missing repository', async () => {
    github.repository('acme/app')
    expect(await refusalFor('write', { location: ENVIRONMENT })).toContain(
      `: environment "keep alive's/1" of acme/app does`
    )
    expect(await refusalFor('blind', { location: ENVIRONMENT })).toContain(': repository acme/app does not exist')
  })

  it('reports a token that is not authorized for single sign-on', async () => {
    const headers = { 'x-github-sso': 'required; url=https://github.example/sso' }
    github.faults.add({ fault: { kind: 'status', status: 403, headers } })
    expect(await refusalFor('write')).toContain("not authorized for the organization's single sign-on")
  })

  it('reports a rate limit at once if it lasts too long to wait', async () => {
    const resetSeconds = Math.ceil(Date.now() / 1_000) + 600
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetSeconds) }
    github.faults.add({ fault: { kind: 'status', status: 403, headers } })
    const message = await refusalFor('write')
    expect(message).toMatch(/rate limit was reached; it can be tried again in 10 min/)
    expect(github.requests).toHaveLength(1)
  })

  it('reports a failing server after three tries', async () => {
    github.faults.add({ times: 9, fault: { kind: 'status', status: 502 } })
    expect(await refusalFor('write')).toContain('answered 502')
    expect(github.requests).toHaveLength(3)
  })

  it('reports a server that is not GitHub', async () => {
    github.faults.add({ times: 3, fault: { kind: 'status', status: 200, body: { welcome: 'please log in' } } })
    expect(await refusalFor('write')).toContain('something other than GitHub answered')
  })

  it('reports an API that cannot be reached', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    server.close()
    await once(server, 'close')
    const message = await refusalFor('write', { apiUrl: `http://127.0.0.1:${port}` })
    expect(message).toMatch(new RegExp(`at http://127\\.0\\.0\\.1:${port} cannot be reached \\(ECONNREFUSED\\)$`))
  })

  it('reports a server that does not answer in time', async () => {
    github.faults.add({ fault: { kind: 'hang' } })
    const store = await openSecretStore(targetAt(github))
    const { message } = await rejectionOf(store.proveWritable({ limitMs: 300 }))
    expect(message).toContain('no answer in time')
  })

  it('ends when the job is cancelled', async () => {
    github.faults.add({ fault: { kind: 'hang' } })
    const controller = new AbortController()
    const store = await openSecretStore(targetAt(github))
    const outcome = rejectionOf(store.proveWritable({ ...LIMITS, signal: controller.signal }))
    setTimeout(() => {
      controller.abort()
    }, 100)
    expect((await outcome).reason).toBe('cancelled')
  })

  it('never quotes the token', async () => {
    const body = { message: 'you sent Bearer ghp_fake_and_long_enough\n::error::x' }
    github.faults.add({ fault: { kind: 'status', status: 418, body } })
    const message = await refusalFor('write', { token: 'ghp_fake_and_long_enough' })
    expect(message).toContain('GitHub said: "you sent Bearer *** ::error::x"')
  })
})

describe('the probe', () => {
  it('is removed even after a failed write, which may have landed', async () => {
    const vault = github.repository('acme/app')
    github.faults.add({ method: 'PUT', times: 3, fault: { kind: 'drop-after' } })
    const { reason } = await rejectionOf(prove())
    expect(reason).toBe('secret-not-writable')
    expect(vault.writes).toHaveLength(3)
    expect(vault.secrets.size).toBe(0)
  })

  it('is removed even after a cancel', async () => {
    const vault = github.repository('acme/app')
    github.faults.add({ method: 'PUT', fault: { kind: 'drop-after' } })
    const store = await openSecretStore(targetAt(github))
    const { reason } = await rejectionOf(store.proveWritable({ ...LIMITS, signal: AbortSignal.timeout(300) }))
    expect(reason).toBe('cancelled')
    expect(vault.writes).toHaveLength(1)
    expect(vault.secrets.size).toBe(0)
  })

  it.each(['PUT', 'DELETE'])(
    'is tried to be removed for 3 s after a cancel if GitHub hangs from the %s on',
    async first => {
      github.repository('acme/app')
      for (const method of [first, 'DELETE']) github.faults.add({ method, times: 9, fault: { kind: 'hang-after' } })
      const store = await openSecretStore(targetAt(github))
      const startMs = performance.now()
      const proof = store.proveWritable({ limitMs: 60_000, signal: AbortSignal.timeout(1_000) })
      expect((await rejectionOf(proof)).reason).toBe('cancelled')
      expect(performance.now() - startMs).toBeLessThan(7_000) // 10 s later the runner would have killed the step
      expect(github.requests.filter(({ method }) => method === 'DELETE')).not.toEqual([])
    }
  )

  it('is not removed if each write of it was refused, and no wait begins after a cancel', async () => {
    github.repository('acme/app')
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': '60' } } as const
    github.faults.add({ method: 'PUT', fault })
    const controller = new AbortController()
    const { signal } = controller
    const onWait = (): void => {
      controller.abort()
    }
    const store = await openSecretStore(targetAt(github))
    const proof = store.proveWritable({ ...LIMITS, signal, patience: new Patience(180_000, { signal, onWait }) })
    expect((await rejectionOf(proof)).reason).toBe('cancelled')
    expect(github.lines.filter(line => line.startsWith('DELETE'))).toEqual([])
  })

  it('is reported if it cannot be removed', async () => {
    github.repository('acme/app')
    github.faults.add({ method: 'DELETE', fault: { kind: 'status', status: 409 } })
    expect((await rejectionOf(prove())).reason).toBe('secret-not-writable')
  })
})

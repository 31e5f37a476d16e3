import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readStamp } from '../../src/action/stamp.js'
import { openSecretStore } from '../../src/github-secrets/secret-store.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { ENVIRONMENT, LIMITS, LOGIN, LOGIN_LINE, ORGANIZATION, refusal, targetAt } from './targets.js'

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
})

describe('store', () => {
  it('stores the credentials as one stamped line, and the access token alone', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.store(LOGIN, LIMITS)
    const { json, storedAt } = readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    expect(json).toBe(LOGIN_LINE)
    expect(Math.abs(Date.parse(storedAt ?? '') - Date.now())).toBeLessThan(60_000)
    expect(vault.textOf('CLAUDE_CODE_OAUTH_TOKEN')).toBe('fake-access-1')
    expect(JSON.stringify(github.requests)).not.toContain('fake-access-1')
  })

  it('asks for the public key once', async () => {
    github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    await store.store(LOGIN, LIMITS)
    await store.store(LOGIN, LIMITS)
    expect(github.lines.filter(line => line.includes('public-key'))).toHaveLength(1)
  })

  it('stores only what is asked for, where it is asked for', async () => {
    const vault = github.environment('acme/app', "keep alive's/1")
    const store = await openSecretStore(targetAt(github, { place: ENVIRONMENT, credentialsName: null }))
    await store.store(LOGIN, LIMITS)
    expect([...vault.secrets.keys()]).toEqual(['CLAUDE_CODE_OAUTH_TOKEN'])
  })

  it.each([
    { kind: 'status', status: 500 },
    { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
    { kind: 'drop' },
    { kind: 'drop-after' }
  ] as const)('tries again after %j', async fault => {
    const vault = github.repository('acme/app')
    for (const method of ['GET', 'PUT']) github.faults.add({ method, fault })
    const store = await openSecretStore(targetAt(github))
    await store.store(LOGIN, LIMITS)
    expect(readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '').json).toBe(LOGIN_LINE)
  })

  it('waits as long as GitHub asks, and stamps the write anew', async () => {
    const vault = github.repository('acme/app')
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 429, headers: { 'retry-after': '2' } } })
    const store = await openSecretStore(targetAt(github))
    await store.store(LOGIN, LIMITS)
    const [refused, stored] = github.requests.filter(({ method }) => method === 'PUT')
    expect((stored?.atMs ?? 0) - (refused?.atMs ?? Infinity)).toBeGreaterThanOrEqual(1_990)
    const { storedAt } = readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    expect(Date.parse(storedAt ?? '')).toBeGreaterThan(refused?.atMs ?? Infinity)
  })

  it("stamps by GitHub's clock: the next run compares with its dates", async () => {
    github.clockAheadMs = 600_000
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.store(LOGIN, LIMITS)
    const { storedAt } = readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    expect(Math.abs(Date.parse(storedAt ?? '') - Date.now() - 600_000)).toBeLessThan(60_000)
    await store.checkNotStale({ storedAt, isContinued: false }, LIMITS)
  })

  it('stamps by the clock of the last look: that of an earlier answer may be wrong', async () => {
    const vault = github.repository('acme/app')
    const body = { key_id: vault.keyId, key: vault.publicKey }
    const headers = { date: new Date(Date.now() - 600_000).toUTCString() }
    github.faults.add({ path: /public-key/, fault: { kind: 'status', status: 200, headers, body } })
    const store = await openSecretStore(targetAt(github))
    await store.store(LOGIN, LIMITS)
    const { storedAt } = readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    const other = await openSecretStore(targetAt(github)) // of another job
    await other.checkNotStale({ storedAt, isContinued: false }, LIMITS)
    expect(Math.abs(Date.parse(storedAt ?? '') - Date.now())).toBeLessThan(60_000)
  })

  it('does not try again what GitHub refuses, and says what is missing', async () => {
    github.repository('acme/app')
    github.tokens.set('ghp_fake', 'read')
    const store = await openSecretStore(targetAt(github, { token: 'ghp_fake' }))
    const { reason, message } = await refusal(store.store(LOGIN, LIMITS))
    expect(reason).toBe('secret-write-failed')
    expect(message).toMatch(/CLAUDE_CREDENTIALS of repository acme\/app was not stored.*"Secrets: write".*OAUTH_TOKEN/)
    expect(message).not.toMatch(/fake/)
    expect(github.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2)
  })

  it('seals anew for a key that GitHub has rotated', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    vault.rotateKey()
    await store.store(LOGIN, LIMITS)
    expect(readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '').json).toBe(LOGIN_LINE)
    expect(vault.textOf('CLAUDE_CODE_OAUTH_TOKEN')).toBe('fake-access-1')
    expect(github.lines.filter(line => line.includes('public-key'))).toHaveLength(2)
  })

  it.each([
    ['has another cause', 1, () => undefined],
    [
      'comes again for a new key',
      2,
      (vault: Vault) => {
        vault.rotateKey()
      }
    ]
  ])('does not try for ever if a 422 %s', async (_cause, puts, act) => {
    const vault = github.repository('acme/app')
    const fault = { kind: 'status', status: 422, body: { message: 'no' } } as const
    github.faults.add({ method: 'PUT', times: 99, fault })
    for (let key = 0; key < 9; key += 1) {
      github.faults.add({
        path: /public-key/,
        fault: {
          kind: 'meanwhile',
          act: () => {
            act(vault)
          }
        }
      })
    }
    const store = await openSecretStore(targetAt(github, { accessTokenName: null }))
    const { reason, message } = await refusal(store.store(LOGIN, LIMITS))
    expect([reason, message]).toEqual(['secret-write-failed', expect.stringContaining('status 422')])
    expect(github.requests.filter(({ method }) => method === 'PUT')).toHaveLength(puts)
  })

  it('stores the one secret where the other fails', async () => {
    const vault = github.repository('acme/app')
    github.faults.add({ method: 'PUT', path: /CREDENTIALS/, fault: { kind: 'status', status: 422 } })
    const store = await openSecretStore(targetAt(github))
    const { message } = await refusal(store.store(LOGIN, LIMITS))
    expect(message).not.toContain('OAUTH_TOKEN')
    expect([...vault.secrets.keys()]).toEqual(['CLAUDE_CODE_OAUTH_TOKEN'])
  })

  it('gives up when its time is over', async () => {
    github.repository('acme/app')
    github.faults.add({ times: 99, fault: { kind: 'status', status: 503 } })
    const store = await openSecretStore(targetAt(github))
    const startMs = Date.now()
    expect((await refusal(store.store(LOGIN, { limitMs: 1_200 }))).reason).toBe('secret-write-failed')
    expect(Date.now() - startMs).toBeLessThan(10_000)
  })

  it('gives up at a cancel', async () => {
    github.repository('acme/app')
    github.faults.add({ times: 99, fault: { kind: 'hang' } })
    const store = await openSecretStore(targetAt(github))
    const outcome = refusal(store.store(LOGIN, { ...LIMITS, signal: AbortSignal.timeout(200) }))
    expect((await outcome).reason).toBe('secret-write-failed')
  })

  it('sends nothing that GitHub would not take', async () => {
    github.repository('acme/app')
    const store = await openSecretStore(targetAt(github, { accessTokenName: null }))
    const login = { ...LOGIN, credentialsJson: JSON.stringify({ x: 'y'.repeat(49_152) }) }
    const { reason, message } = await refusal(store.store(login, LIMITS))
    expect(reason).toBe('secret-write-failed')
    expect(message).toContain('48 KB')
    expect(github.requests).toEqual([])
  })
})

describe("an organization's secret", () => {
  const target = { place: ORGANIZATION, accessTokenName: null }

  it('is for private repositories where it is new, as gh has it', async () => {
    const vault = github.organization('acme')
    await (await openSecretStore(targetAt(github, target))).store(LOGIN, LIMITS)
    expect(vault.secrets.get('CLAUDE_CREDENTIALS')?.visibility).toBe('private')
  })

  it.each(['all', 'private'])('stays visible to %s', async visibility => {
    const vault = github.organization('acme')
    vault.put('CLAUDE_CREDENTIALS', { text: 'old', visibility })
    await (await openSecretStore(targetAt(github, target))).store(LOGIN, LIMITS)
    expect(vault.secrets.get('CLAUDE_CREDENTIALS')).toMatchObject({ visibility, repositoryIds: [] })
    expect(vault.textOf('CLAUDE_CREDENTIALS')).not.toBe('old')
  })

  it.each([[[]], [[7, 8]], [Array.from({ length: 230 }, (_, at) => at + 1)]])(
    'stays visible to the repositories that were selected: %j',
    async repositoryIds => {
      const vault = github.organization('acme')
      vault.put('CLAUDE_CREDENTIALS', { text: 'old', visibility: 'selected', repositoryIds })
      await (await openSecretStore(targetAt(github, target))).store(LOGIN, LIMITS)
      expect(vault.secrets.get('CLAUDE_CREDENTIALS')).toMatchObject({ visibility: 'selected', repositoryIds })
    }
  )

  it('is not written where its repositories cannot be read', async () => {
    const vault = github.organization('acme')
    vault.put('CLAUDE_CREDENTIALS', { text: 'old', visibility: 'selected', repositoryIds: [7] })
    github.faults.add({ path: /repositories/, fault: { kind: 'status', status: 403 } })
    await refusal((await openSecretStore(targetAt(github, target))).store(LOGIN, LIMITS))
    expect(vault.textOf('CLAUDE_CREDENTIALS')).toBe('old')
  })
})

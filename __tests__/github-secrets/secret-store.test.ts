import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSecretStore } from '../../src/github-secrets/secret-store.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { rejectionOf } from '../../testing/refusal.js'
import { BOTH, ENVIRONMENT, GUARDED, LIMITS, ORGANIZATION, PLAIN, targetAt } from './targets.js'

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
})

describe('write', () => {
  it('stores each text in its secret, and sends it sealed', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.write(BOTH, LIMITS)
    expect([vault.textOf('GUARDED'), vault.textOf('PLAIN')]).toEqual([GUARDED.textAt(), PLAIN.textAt()])
    expect(JSON.stringify(github.requests)).not.toContain(PLAIN.textAt())
  })

  it('fetches the public key once', async () => {
    github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    await store.write(BOTH, LIMITS)
    await store.write(BOTH, LIMITS)
    expect(github.lines.filter(line => line.includes('public-key'))).toHaveLength(1)
  })

  it('stores a text in an environment', async () => {
    const vault = github.environment('acme/app', "keep alive's/1")
    const store = await openSecretStore(targetAt(github, { location: ENVIRONMENT, guardedName: null }))
    await store.write([PLAIN], LIMITS)
    expect([...vault.secrets.keys()]).toEqual(['PLAIN'])
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
    await store.write(BOTH, LIMITS)
    expect(vault.textOf('GUARDED')).toBe(GUARDED.textAt())
  })

  it("waits as long as GitHub asks, then makes the text again, with the time by GitHub's clock", async () => {
    const aheadMs = 600_000
    github.clockAheadMs = aheadMs
    const vault = github.repository('acme/app')
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 429, headers: { 'retry-after': '2' } } })
    const store = await openSecretStore(targetAt(github))
    await store.write([{ name: 'GUARDED', textAt: now => String(now?.getTime()) }], LIMITS)
    const [refused, stored] = github.requests.filter(({ method }) => method === 'PUT')
    expect((stored?.atMs ?? 0) - (refused?.atMs ?? Infinity)).toBeGreaterThanOrEqual(1_990)
    const writtenForMs = Number(vault.textOf('GUARDED'))
    expect(writtenForMs).toBeGreaterThan((refused?.atMs ?? Infinity) + aheadMs)
    expect(Math.abs(writtenForMs - Date.now() - aheadMs)).toBeLessThan(60_000)
  })

  it('makes a plain text without a time, since its secret is not read first', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.write([{ name: 'PLAIN', textAt: now => JSON.stringify(now) }], LIMITS)
    expect(vault.textOf('PLAIN')).toBe('null')
  })

  it('does not repeat a refused request, and names the missing permission', async () => {
    github.repository('acme/app')
    github.tokens.set('ghp_fake', 'read')
    const store = await openSecretStore(targetAt(github, { token: 'ghp_fake' }))
    const { reason, message } = await rejectionOf(store.write(BOTH, LIMITS))
    expect(reason).toBe('secret-write-failed')
    expect(message).toMatch(/GUARDED of repository acme\/app was not stored.*"Secrets: write".*PLAIN/)
    expect(message).not.toMatch(/fake|the guarded text|the plain text/)
    expect(github.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2)
  })

  it('seals again after GitHub has rotated its key', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    vault.rotateKey()
    await store.write(BOTH, LIMITS)
    expect(vault.textOf('GUARDED')).toBe(GUARDED.textAt())
    expect(vault.textOf('PLAIN')).toBe(PLAIN.textAt())
    expect(github.lines.filter(line => line.includes('public-key'))).toHaveLength(2)
  })

  it.each([
    ['has another cause', 1, () => undefined],
    [
      'is repeated for a new key',
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
    const store = await openSecretStore(targetAt(github))
    const { reason, message } = await rejectionOf(store.write([GUARDED], LIMITS))
    expect([reason, message]).toEqual(['secret-write-failed', expect.stringContaining('answered 422')])
    expect(github.requests.filter(({ method }) => method === 'PUT')).toHaveLength(puts)
  })

  it('stores one secret even if the other fails', async () => {
    const vault = github.repository('acme/app')
    github.faults.add({ method: 'PUT', path: /GUARDED/, fault: { kind: 'status', status: 422 } })
    const store = await openSecretStore(targetAt(github))
    const { message } = await rejectionOf(store.write(BOTH, LIMITS))
    expect(message).not.toContain('PLAIN')
    expect([...vault.secrets.keys()]).toEqual(['PLAIN'])
  })

  it('gives up when its time is up', async () => {
    github.repository('acme/app')
    github.faults.add({ times: 99, fault: { kind: 'status', status: 503 } })
    const store = await openSecretStore(targetAt(github))
    const startMs = Date.now()
    expect((await rejectionOf(store.write(BOTH, { limitMs: 1_200 }))).reason).toBe('secret-write-failed')
    expect(Date.now() - startMs).toBeLessThan(10_000)
  })

  it('gives up when cancelled', async () => {
    github.repository('acme/app')
    github.faults.add({ times: 99, fault: { kind: 'hang' } })
    const store = await openSecretStore(targetAt(github))
    const outcome = rejectionOf(store.write(BOTH, { ...LIMITS, signal: AbortSignal.timeout(200) }))
    expect((await outcome).reason).toBe('secret-write-failed')
  })

  it('does not send a text that is too large for GitHub', async () => {
    github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    const { reason, message } = await rejectionOf(
      store.write([{ ...GUARDED, textAt: () => 'y'.repeat(49_153) }], LIMITS)
    )
    expect(reason).toBe('secret-write-failed')
    expect(message).toContain('48 KB')
    expect(github.requests).toEqual([])
  })
})

describe("an organization's secret", () => {
  const target = { location: ORGANIZATION, plainNames: [] }

  it('is visible to private repositories if it is new, as with gh', async () => {
    const vault = github.organization('acme')
    await (await openSecretStore(targetAt(github, target))).write([GUARDED], LIMITS)
    expect(vault.secrets.get('GUARDED')?.visibility).toBe('private')
  })

  it.each(['all', 'private'])('stays visible to %s', async visibility => {
    const vault = github.organization('acme')
    vault.put('GUARDED', { text: 'old', visibility })
    await (await openSecretStore(targetAt(github, target))).write([GUARDED], LIMITS)
    expect(vault.secrets.get('GUARDED')).toMatchObject({ visibility, repositoryIds: [] })
    expect(vault.textOf('GUARDED')).not.toBe('old')
  })

  it.each([[[]], [[7, 8]], [Array.from({ length: 230 }, (_, at) => at + 1)]])(
    'stays visible to the repositories that were selected: %j',
    async repositoryIds => {
      const vault = github.organization('acme')
      vault.put('GUARDED', { text: 'old', visibility: 'selected', repositoryIds })
      await (await openSecretStore(targetAt(github, target))).write([GUARDED], LIMITS)
      expect(vault.secrets.get('GUARDED')).toMatchObject({ visibility: 'selected', repositoryIds })
    }
  )

  it('is not written if its repositories cannot be read', async () => {
    const vault = github.organization('acme')
    vault.put('GUARDED', { text: 'old', visibility: 'selected', repositoryIds: [7] })
    github.faults.add({ path: /repositories/, fault: { kind: 'status', status: 403 } })
    await rejectionOf((await openSecretStore(targetAt(github, target))).write([GUARDED], LIMITS))
    expect(vault.textOf('GUARDED')).toBe('old')
  })
})

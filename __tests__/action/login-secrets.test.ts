import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { assertFits, openLoginSecrets, type LoginSecrets } from '../../src/action/login-secrets.js'
import { storedAtIn } from '../../src/core/credentials/stamp.js'
import type { JsonObject } from '../../src/core/json.js'
import { outcomeOf } from '../../src/core/reasons.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { refusalOf, rejectionOf } from '../../testing/refusal.js'
import { ENVIRONMENT, LIMITS } from '../github-secrets/targets.js'
import { LOGIN, LOGIN_LINE, loginTargetAt } from './login-target.js'

const STORED_AT = '2026-01-31T09:00:00.000Z'
let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
})

describe('store', () => {
  it('stores the credentials as one stamped line, and the access token by itself', async () => {
    const vault = github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.store(LOGIN, LIMITS)
    const text = vault.textOf('CLAUDE_CREDENTIALS') ?? ''
    const storedAt = storedAtIn(text)
    expect(text).toBe(`${LOGIN_LINE.slice(0, -1)},"storedAt":"${storedAt ?? ''}"}`)
    expect(Math.abs(Date.parse(storedAt ?? '') - Date.now())).toBeLessThan(60_000)
    expect(vault.textOf('CLAUDE_CODE_OAUTH_TOKEN')).toBe('fake-access-1')
    expect(JSON.stringify(github.requests)).not.toContain('fake-access-1')
  })

  it('stores only the access token, in an environment, if the inputs say so', async () => {
    const vault = github.environment('acme/app', "keep alive's/1")
    const store = await openLoginSecrets(loginTargetAt(github, { location: ENVIRONMENT, credentialsName: null }))
    await store.store(LOGIN, LIMITS)
    expect([...vault.secrets.keys()]).toEqual(['CLAUDE_CODE_OAUTH_TOKEN'])
  })

  it('waits as long as GitHub asks, then makes a new stamp', async () => {
    const vault = github.repository('acme/app')
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 429, headers: { 'retry-after': '2' } } })
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.store(LOGIN, LIMITS)
    const [refused, stored] = github.requests.filter(({ method }) => method === 'PUT')
    expect((stored?.atMs ?? 0) - (refused?.atMs ?? Infinity)).toBeGreaterThanOrEqual(1_990)
    const storedAt = storedAtIn(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    expect(Date.parse(storedAt ?? '')).toBeGreaterThan(refused?.atMs ?? Infinity)
  })

  it("stamps by GitHub's clock, since the next run compares with GitHub's dates", async () => {
    github.clockAheadMs = 600_000
    const vault = github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.store(LOGIN, LIMITS)
    const storedAt = storedAtIn(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    expect(Math.abs(Date.parse(storedAt ?? '') - Date.now() - 600_000)).toBeLessThan(60_000)
    await store.checkNotStale({ storedAt, isContinued: false }, LIMITS)
  })

  it('stamps by the date of GitHub’s latest answer, not by that of an earlier one', async () => {
    const vault = github.repository('acme/app')
    const body = { key_id: vault.keyId, key: vault.publicKey }
    const headers = { date: new Date(Date.now() - 600_000).toUTCString() }
    github.faults.add({ path: /public-key/, fault: { kind: 'status', status: 200, headers, body } })
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.store(LOGIN, LIMITS)
    const storedAt = storedAtIn(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    const other = await openLoginSecrets(loginTargetAt(github)) // of another job
    await other.checkNotStale({ storedAt, isContinued: false }, LIMITS)
    expect(Math.abs(Date.parse(storedAt ?? '') - Date.now())).toBeLessThan(60_000)
  })

  it('does not overwrite credentials that somebody else has written since, but offers a command for it', async () => {
    const vault = github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.proveWritable(LIMITS)
    vault.put('CLAUDE_CREDENTIALS', { text: 'a new sign-in' })
    const { reason, message } = await rejectionOf(store.store(LOGIN, LIMITS))
    expect(reason).toBe('secret-write-failed')
    expect(message).toMatch(
      /^CLAUDE_CREDENTIALS of repository acme\/app was not stored: somebody else wrote it at \d{4}-\d\d-\d\d \d\d:\d\d UTC \(a new sign-in, or another job\), so it was not overwritten$/
    )
    expect(vault.textOf('CLAUDE_CREDENTIALS')).toBe('a new sign-in')
    expect(store.sealedFallback(LOGIN)).toMatch(/would overwrite the secret .*, which somebody else wrote/)
  })
})

describe('sealedFallback', () => {
  it('leaves out the stamp, which would be stale when a person stores the text', async () => {
    const vault = github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.proveWritable(LIMITS)
    const markdown = store.sealedFallback(LOGIN) ?? ''
    const boxes = [...markdown.matchAll(/encrypted_value='([^']*)'/g)].map(([, box = '']) => vault.open(box))
    expect(boxes).toEqual([LOGIN_LINE, 'fake-access-1'])
    expect(markdown).not.toContain('fake-access')
  })

  it('is null if all is stored', async () => {
    github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.store(LOGIN, LIMITS)
    expect(store.sealedFallback(LOGIN)).toBeNull()
  })
})

describe('results', () => {
  const statesIn = (store: LoginSecrets, login: Parameters<LoginSecrets['results']>[0]) =>
    store.results(login).map(({ name, state }) => `${name} ${state}`)

  it('says of each secret what was done with it, also if one of them failed', async () => {
    github.repository('acme/app')
    github.faults.add({ method: 'PUT', path: /CLAUDE_CREDENTIALS/, fault: { kind: 'status', status: 403 }, times: 9 })
    const store = await openLoginSecrets(loginTargetAt(github))
    expect(statesIn(store, null)).toEqual(['CLAUDE_CREDENTIALS not-stored', 'CLAUDE_CODE_OAUTH_TOKEN not-stored'])
    await rejectionOf(store.store(LOGIN, LIMITS))
    expect(statesIn(store, LOGIN)).toEqual(['CLAUDE_CREDENTIALS not-stored', 'CLAUDE_CODE_OAUTH_TOKEN stored'])
  })

  it('says that the credentials are unchanged if only their access token was to be stored', async () => {
    github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    const login = { ...LOGIN, document: null }
    await store.store(login, LIMITS)
    expect(statesIn(store, login)).toEqual(['CLAUDE_CREDENTIALS unchanged', 'CLAUDE_CODE_OAUTH_TOKEN stored'])
  })
})

describe('checkNotStale', () => {
  let store: LoginSecrets
  beforeEach(async () => {
    store = await openLoginSecrets(loginTargetAt(github))
  })

  /** Makes the secret's date this many seconds later than the stamp. */
  function writtenAfter(seconds: number): void {
    const updatedAtMs = Date.parse(STORED_AT) + seconds * 1_000
    github.repository('acme/app').put('CLAUDE_CREDENTIALS', { text: 'x', updatedAtMs })
  }

  it.each([-3_600, 0, 119, 120])('accepts credentials if the secret was written %d s after the stamp', async at => {
    writtenAfter(at)
    await expect(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)).resolves.toBeUndefined()
  })

  it('refuses credentials if the secret was written more than 2 minutes later, and says both times', async () => {
    writtenAfter(121)
    const { reason, message } = await rejectionOf(
      store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)
    )
    expect(reason).toBe('secret-stale')
    expect(message).toMatch(/CLAUDE_CREDENTIALS of repository acme\/app.* 09:02 UTC.* 09:00 UTC/)
  })

  it.each([null, 'yesterday'])('makes no request if the stamp is %j', async storedAt => {
    writtenAfter(121)
    await store.checkNotStale({ storedAt, isContinued: false }, LIMITS)
    expect(github.requests).toEqual([])
  })

  it('makes no request if only the access token is stored', async () => {
    const other = await openLoginSecrets(loginTargetAt(github, { credentialsName: null }))
    await other.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)
    expect(github.requests).toEqual([])
  })

  it('accepts credentials if the secret does not exist yet', async () => {
    github.repository('acme/app')
    await expect(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)).resolves.toBeUndefined()
  })

  it('refuses credentials if GitHub does not say when the secret was written', async () => {
    github.faults.add({ times: 3, fault: { kind: 'status', status: 500 } })
    expect((await rejectionOf(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS))).reason).toBe(
      'secret-not-writable'
    )
  })

  it('says that the refresh token was not sent if the job is cancelled', async () => {
    const cancelled = rejectionOf(
      store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, { ...LIMITS, signal: AbortSignal.abort() })
    )
    expect(await cancelled).toEqual({
      reason: 'cancelled',
      message: 'the job was cancelled; this run did not use the refresh token',
      remedy: outcomeOf('cancelled').remedy
    })
  })
})

const TARGET = loginTargetAt({ apiUrl: 'http://x' }, { credentialsName: 'C', accessTokenName: 'A' })
const GROWTH_BYTES = 1024
const STAMP_BYTES = ',"storedAt":"2026-01-31T09:05:07.008Z"'.length

/** A document of this many bytes as JSON. */
function documentOf(bytes: number): JsonObject {
  return { x: 'é'.repeat(10) + 'y'.repeat(bytes - 20 - '{"x":""}'.length) }
}

describe('assertFits', () => {
  it('accepts up to the 48 KB that GitHub stores, with the stamp and 1 KB for longer tokens', () => {
    expect(() => {
      assertFits(TARGET, { ...LOGIN, document: documentOf(48 * 1024 - GROWTH_BYTES - STAMP_BYTES) })
    }).not.toThrow()
  })

  it('refuses one byte more, and names the secret without quoting it', () => {
    const { reason, message } = refusalOf(() => {
      assertFits(TARGET, { ...LOGIN, document: documentOf(48 * 1024 - GROWTH_BYTES - STAMP_BYTES + 1) })
    })
    expect(reason).toBe('usage')
    expect(message).toBe(
      'C would be 48129 bytes, with 1024 more for longer tokens, but a GitHub secret can hold at most 49152 (48 KB)'
    )
  })

  it('measures base64 as it is stored, a third larger than the JSON', () => {
    const bytes = (48 * 1024 - GROWTH_BYTES) * 0.75
    expect(() => {
      assertFits({ ...TARGET, isBase64: true }, { ...LOGIN, document: { x: 'y'.repeat(bytes - STAMP_BYTES - 8) } })
    }).not.toThrow()
    expect(() => {
      assertFits({ ...TARGET, isBase64: true }, { ...LOGIN, document: { x: 'y'.repeat(bytes - STAMP_BYTES - 7) } })
    }).toThrow('C would be 48132 bytes')
  })

  it('checks only what will be stored', () => {
    expect(() => {
      assertFits({ ...TARGET, credentialsName: null }, { ...LOGIN, document: documentOf(50_000) })
    }).not.toThrow()
  })
})

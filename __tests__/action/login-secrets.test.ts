import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { assertFits, openLoginSecrets, type LoginSecrets } from '../../src/action/login-secrets.js'
import { readStamp } from '../../src/action/stamp.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { refusalOf } from '../../testing/refusal.js'
import { refusal } from '../github-secrets/refusal.js'
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
    const { json, storedAt } = readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    expect(json).toBe(LOGIN_LINE)
    expect(Math.abs(Date.parse(storedAt ?? '') - Date.now())).toBeLessThan(60_000)
    expect(vault.textOf('CLAUDE_CODE_OAUTH_TOKEN')).toBe('fake-access-1')
    expect(JSON.stringify(github.requests)).not.toContain('fake-access-1')
  })

  it('stores only what is asked for, where it is asked for', async () => {
    const vault = github.environment('acme/app', "keep alive's/1")
    const store = await openLoginSecrets(loginTargetAt(github, { location: ENVIRONMENT, credentialsName: null }))
    await store.store(LOGIN, LIMITS)
    expect([...vault.secrets.keys()]).toEqual(['CLAUDE_CODE_OAUTH_TOKEN'])
  })

  it('waits as long as GitHub asks, and stamps the write anew', async () => {
    const vault = github.repository('acme/app')
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 429, headers: { 'retry-after': '2' } } })
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.store(LOGIN, LIMITS)
    const [refused, stored] = github.requests.filter(({ method }) => method === 'PUT')
    expect((stored?.atMs ?? 0) - (refused?.atMs ?? Infinity)).toBeGreaterThanOrEqual(1_990)
    const { storedAt } = readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    expect(Date.parse(storedAt ?? '')).toBeGreaterThan(refused?.atMs ?? Infinity)
  })

  it("stamps by GitHub's clock: the next run compares with its dates", async () => {
    github.clockAheadMs = 600_000
    const vault = github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
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
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.store(LOGIN, LIMITS)
    const { storedAt } = readStamp(vault.textOf('CLAUDE_CREDENTIALS') ?? '')
    const other = await openLoginSecrets(loginTargetAt(github)) // of another job
    await other.checkNotStale({ storedAt, isContinued: false }, LIMITS)
    expect(Math.abs(Date.parse(storedAt ?? '') - Date.now())).toBeLessThan(60_000)
  })

  it('leaves credentials that somebody else has written since, and offers what would replace them', async () => {
    const vault = github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.proveWritable(LIMITS)
    vault.put('CLAUDE_CREDENTIALS', { text: 'a new sign-in' })
    const { reason, message } = await refusal(store.store(LOGIN, LIMITS))
    expect(reason).toBe('secret-write-failed')
    expect(message).toMatch(
      /^CLAUDE_CREDENTIALS of repository acme\/app was not stored: somebody else wrote it at \d{4}-\d\d-\d\d \d\d:\d\d UTC \(a new sign-in, or another job\), so it stays as it is$/
    )
    expect(vault.textOf('CLAUDE_CREDENTIALS')).toBe('a new sign-in')
    expect(store.sealedFallback(LOGIN)).toContain('would replace what somebody else wrote')
  })
})

describe('the sealed texts for the summary', () => {
  it('have no stamp, which a person would make stale', async () => {
    const vault = github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.proveWritable(LIMITS)
    const markdown = store.sealedFallback(LOGIN) ?? ''
    const boxes = [...markdown.matchAll(/encrypted_value='([^']*)'/g)].map(([, box = '']) => vault.open(box))
    expect(boxes).toEqual([LOGIN_LINE, 'fake-access-1'])
    expect(markdown).not.toContain('fake-access')
  })

  it('are none if all is stored', async () => {
    github.repository('acme/app')
    const store = await openLoginSecrets(loginTargetAt(github))
    await store.store(LOGIN, LIMITS)
    expect(store.sealedFallback(LOGIN)).toBeNull()
  })
})

describe('checkNotStale', () => {
  let store: LoginSecrets
  beforeEach(async () => {
    store = await openLoginSecrets(loginTargetAt(github))
  })

  /** The secret was written so many seconds after the stamp. */
  function writtenAfter(seconds: number): void {
    const updatedAtMs = Date.parse(STORED_AT) + seconds * 1_000
    github.repository('acme/app').put('CLAUDE_CREDENTIALS', { text: 'x', updatedAtMs })
  }

  it.each([-3_600, 0, 119, 120])('lets credentials pass if the secret was written %d s after the stamp', async at => {
    writtenAfter(at)
    await expect(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)).resolves.toBeUndefined()
  })

  it('refuses them if it was written more than 2 minutes later, and says both times', async () => {
    writtenAfter(121)
    const { reason, message } = await refusal(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS))
    expect(reason).toBe('secret-stale')
    expect(message).toMatch(/CLAUDE_CREDENTIALS of repository acme\/app.* 09:02 UTC.* 09:00 UTC/)
  })

  it.each([null, 'yesterday'])('asks nothing if the stamp is %j', async storedAt => {
    writtenAfter(121)
    await store.checkNotStale({ storedAt, isContinued: false }, LIMITS)
    expect(github.requests).toEqual([])
  })

  it('asks nothing if the credentials themselves are not stored', async () => {
    const other = await openLoginSecrets(loginTargetAt(github, { credentialsName: null }))
    await other.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)
    expect(github.requests).toEqual([])
  })

  it('lets them pass if the secret does not exist yet', async () => {
    github.repository('acme/app')
    await expect(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)).resolves.toBeUndefined()
  })

  it('refuses them if GitHub does not tell', async () => {
    github.faults.add({ times: 3, fault: { kind: 'status', status: 500 } })
    expect((await refusal(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS))).reason).toBe(
      'secret-not-writable'
    )
  })

  it('says of a cancelled job that the refresh token was not sent', async () => {
    const cancelled = refusal(
      store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, { ...LIMITS, signal: AbortSignal.abort() })
    )
    expect(await cancelled).toEqual({
      reason: 'cancelled',
      message: 'the job was cancelled; this run did not send the refresh token'
    })
  })
})

const TARGET = loginTargetAt({ apiUrl: 'http://x' }, { credentialsName: 'C', accessTokenName: 'A' })
const GROWTH_BYTES = 1024
const STAMP_BYTES = ',"storedAt":"2026-01-31T09:05:07.008Z"'.length

function credentialsOf(bytes: number): string {
  return JSON.stringify({ x: 'é'.repeat(10) + 'y'.repeat(bytes - 20 - '{"x":""}'.length) })
}

describe('assertFits', () => {
  it('lets pass what GitHub stores: 48 KB in bytes, the stamp and 1 KB for longer tokens included', () => {
    expect(() => {
      assertFits(TARGET, { ...LOGIN, credentialsJson: credentialsOf(48 * 1024 - GROWTH_BYTES - STAMP_BYTES) })
    }).not.toThrow()
  })

  it('refuses a byte more, and names the secret, not its text', () => {
    const { reason, message } = refusalOf(() => {
      assertFits(TARGET, { ...LOGIN, credentialsJson: credentialsOf(48 * 1024 - GROWTH_BYTES - STAMP_BYTES + 1) })
    })
    expect(reason).toBe('usage')
    expect(message).toBe(
      'C would have 48129 bytes, with 1024 more for longer tokens, and GitHub stores at most 49152 (48 KB) in a secret'
    )
  })

  it('counts base64 as it is stored: a third more', () => {
    const bytes = (48 * 1024 - GROWTH_BYTES) * 0.75
    expect(() => {
      assertFits(
        { ...TARGET, isBase64: true },
        { ...LOGIN, credentialsJson: `{"x":"${'y'.repeat(bytes - STAMP_BYTES - 8)}"}` }
      )
    }).not.toThrow()
    expect(() => {
      assertFits(
        { ...TARGET, isBase64: true },
        { ...LOGIN, credentialsJson: `{"x":"${'y'.repeat(bytes - STAMP_BYTES - 7)}"}` }
      )
    }).toThrow('C would have 48132 bytes')
  })

  it('judges only what is to be stored', () => {
    expect(() => {
      assertFits({ ...TARGET, credentialsName: null }, { ...LOGIN, credentialsJson: 'x'.repeat(50_000) })
    }).not.toThrow()
  })
})

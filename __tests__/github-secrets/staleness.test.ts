import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSecretStore, type SecretStore } from '../../src/github-secrets/secret-store.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { LIMITS, refusal, targetAt } from './targets.js'

const STORED_AT = '2026-01-31T09:00:00.000Z'
let github: StandInGitHub
let store: SecretStore

beforeEach(async () => {
  github = await startGitHub()
  store = await openSecretStore(targetAt(github))
})

afterEach(async () => {
  await github.close()
})

/** The secret was written so many seconds after the stamp. */
function writtenAfter(seconds: number): void {
  const updatedAtMs = Date.parse(STORED_AT) + seconds * 1_000
  github.repository('acme/app').put('CLAUDE_CREDENTIALS', { text: 'x', updatedAtMs })
}

describe('checkNotStale', () => {
  it.each([-3_600, 0, 119, 120])(
    'lets credentials pass where the secret was written %d s after the stamp',
    async at => {
      writtenAfter(at)
      await expect(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)).resolves.toBeUndefined()
    }
  )

  it('refuses them where it was written more than 2 minutes later, and tells both times', async () => {
    writtenAfter(121)
    const { reason, message } = await refusal(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS))
    expect(reason).toBe('secret-stale')
    expect(message).toMatch(/CLAUDE_CREDENTIALS of repository acme\/app.* 09:02 UTC.* 09:00 UTC/)
  })

  it.each([null, 'yesterday'])('asks nothing where the stamp is %j', async storedAt => {
    writtenAfter(121)
    await store.checkNotStale({ storedAt, isContinued: false }, LIMITS)
    expect(github.requests).toEqual([])
  })

  it('asks nothing where the credentials themselves are not stored', async () => {
    const other = await openSecretStore(targetAt(github, { credentialsName: null }))
    await other.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)
    expect(github.requests).toEqual([])
  })

  it('lets them pass where the secret is not there yet', async () => {
    github.repository('acme/app')
    await expect(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS)).resolves.toBeUndefined()
  })

  it('refuses them where GitHub does not tell', async () => {
    github.faults.add({ times: 3, fault: { kind: 'status', status: 500 } })
    expect((await refusal(store.checkNotStale({ storedAt: STORED_AT, isContinued: false }, LIMITS))).reason).toBe(
      'secret-not-writable'
    )
  })
})

import { describe, expect, it } from '@jest/globals'
import { allReasons, isReason, outcomeOf, RefreshError } from '../../src/core/reasons.js'

/** The reasons by exit code, as docs/reference.md#exit-codes-and-reasons promises. */
const CONTRACT = {
  0: ['refreshed', 'still-valid', 'recovered', 'ready', 'stored'],
  1: [
    'usage',
    'login-exists',
    'login-failed',
    'creds-not-found',
    'creds-unreadable',
    'creds-invalid',
    'creds-not-writable',
    'claude-not-found',
    'claude-failed',
    'login-rejected',
    'login-expired',
    'rate-limited',
    'network',
    'server-error',
    'not-refreshed',
    'write-back-failed',
    'secret-not-writable',
    'secret-write-failed',
    'secret-stale',
    'claude-install-failed',
    'cancelled',
    'internal'
  ],
  2: ['timeout', 'locked']
}

describe('the table of outcomes', () => {
  it('has exactly the reasons and exit codes of the contract', () => {
    const found: Record<number, string[]> = { 0: [], 1: [], 2: [] }
    for (const reason of allReasons()) found[outcomeOf(reason).exitCode]?.push(reason)
    expect(found).toEqual(CONTRACT)
  })

  it('has a title for every reason, and a remedy for every failure', () => {
    for (const reason of allReasons()) {
      const { exitCode, title, remedy } = outcomeOf(reason)
      expect(title).toMatch(/^\S.*[^.]$/)
      expect(remedy === '').toBe(exitCode === 0)
    }
  })
})

describe('isReason', () => {
  it.each(['', 'toString', '__proto__', 'Refreshed', 'refreshed '])('is false for %j', text => {
    expect(isReason(text)).toBe(false)
  })

  it.each(Object.values(CONTRACT).flat())('is true for %s', reason => {
    expect(isReason(reason)).toBe(true)
  })
})

describe('RefreshError', () => {
  it('has a reason as well as a message', () => {
    const error = new RefreshError('network', 'no connection')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'RefreshError', reason: 'network', message: 'no connection' })
  })
})

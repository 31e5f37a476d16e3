import { describe, expect, it } from '@jest/globals'
import { allReasons, isReason, outcomeOf, RefreshError } from '../../src/core/reasons.js'

/** By exit code, as README.md#exit-codes-and-reasons promises them. */
const CONTRACT = {
  0: ['refreshed', 'still-valid', 'recovered'],
  1: [
    'usage',
    'creds-not-found',
    'creds-unreadable',
    'creds-invalid',
    'creds-not-writable',
    'claude-not-found',
    'claude-failed',
    'login-rejected',
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
  it('has the reasons and exit codes of the contract, and no others', () => {
    const byExitCode = { 0: [], 1: [], 2: [] } satisfies Record<number, string[]>
    const found: Record<number, string[]> = byExitCode
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
  it.each(['', 'toString', '__proto__', 'Refreshed', 'refreshed '])('refuses %j', text => {
    expect(isReason(text)).toBe(false)
  })

  it('knows every reason', () => {
    expect(
      Object.values(CONTRACT)
        .flat()
        .filter(reason => !isReason(reason))
    ).toEqual([])
  })
})

describe('RefreshError', () => {
  it('carries its reason beside its message', () => {
    const error = new RefreshError('network', 'no connection')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'RefreshError', reason: 'network', message: 'no connection' })
  })
})

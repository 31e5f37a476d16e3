import { describe, expect, it } from '@jest/globals'
import { assertFits } from '../../src/action/login-secrets.js'
import { refusalOf } from '../../testing/refusal.js'
import { LOGIN, REPOSITORY } from '../github-secrets/targets.js'

const TARGET = {
  isBase64: false,
  place: REPOSITORY,
  credentialsName: 'C',
  accessTokenName: 'A',
  token: 'fake',
  apiUrl: 'http://x'
}
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

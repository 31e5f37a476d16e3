import { describe, expect, it } from '@jest/globals'
import { fieldChanges, isRestUnchanged } from '../../../script/demo/field-changes.js'

const NOW_MS = Date.UTC(2027, 0, 15, 8)
const TEN_MINUTES_MS = 600_000
const HOUR_MS = 3_600_000

function fileWith(accessToken: string, refreshToken: string, more: object = {}): object {
  return { claudeAiOauth: { accessToken, refreshToken, expiresAt: NOW_MS + TEN_MINUTES_MS, scopes: ['a'], ...more } }
}

const OLD = fileWith('sk-ant-oat01-test-0123456789', 'sk-ant-ort01-test-0123456789')

describe('the changes of a refresh', () => {
  it('have one line for each of its three fields, with shortened tokens', () => {
    const now = fileWith('sk-ant-oat01-test-abcdefghij', 'sk-ant-ort01-test-abcdefghij', {
      expiresAt: NOW_MS + 8 * HOUR_MS
    })
    expect(fieldChanges(OLD, now, NOW_MS).split('\n')).toEqual([
      'accessToken   sk-ant-oat01-test-0123…          → sk-ant-oat01-test-abcd…',
      'refreshToken  sk-ant-ort01-test-0123…          → sk-ant-ort01-test-abcd…',
      'expiresAt     2027-01-15 08:10 UTC (in 10 min) → 2027-01-15 16:00 UTC (in 8 h)'
    ])
  })

  it('say what is unchanged, blank or missing', () => {
    const blanked = { claudeAiOauth: { accessToken: '', expiresAt: 0 } }
    expect(fieldChanges(OLD, blanked, NOW_MS)).toMatch(/→ \(blank\)\n.*→ \(none\)\n.*→ 0$/)
    expect(fieldChanges(OLD, OLD, NOW_MS).match(/\(unchanged\)$/gm)).toHaveLength(3)
  })
})

describe('the rest of a login', () => {
  it('is unchanged if only these fields differ, in whatever order', () => {
    const now = { claudeAiOauth: { scopes: ['a'], expiresAt: 1, refreshToken: 'x', accessToken: 'y' } }
    expect(isRestUnchanged(OLD, now)).toBe(true)
  })

  it.each([{ scopes: [] }, { scopes: undefined }, { added: 1 }])('is changed by %j', change => {
    expect(isRestUnchanged(OLD, fileWith('x', 'y', change))).toBe(false)
  })
})

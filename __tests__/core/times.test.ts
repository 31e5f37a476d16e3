import { describe, expect, it } from '@jest/globals'
import { inTime, utcMinute } from '../../src/core/times.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

describe('utcMinute', () => {
  it('formats a time in UTC, without its seconds', () => {
    expect(utcMinute(Date.UTC(2026, 10, 23, 16, 2, 59))).toBe('2026-11-23 16:02')
  })
})

describe('inTime', () => {
  it.each([
    [0, 'just now'],
    [1, 'in less than 1 min'],
    [-29_999, 'just now'],
    [-30_001, '1 min ago'],
    [40 * MINUTE_MS, 'in 40 min'],
    [60 * MINUTE_MS, 'in 1 h'],
    [60 * MINUTE_MS - 1, 'in 1 h'],
    [90 * MINUTE_MS, 'in 1 h 30 min'],
    [120 * MINUTE_MS, 'in 2 h'],
    [8 * HOUR_MS, 'in 8 h'],
    [8 * HOUR_MS - 1, 'in 8 h'],
    [2 * DAY_MS, 'in 2 days'],
    [-40 * MINUTE_MS, '40 min ago'],
    [-12 * DAY_MS, '12 days ago']
  ])('formats %d ms as "%s"', (ms, text) => {
    expect(inTime(ms)).toBe(text)
  })
})
